SELECT (SELECT row_to_json(o12.*)
  FROM (SELECT (SELECT row_to_json(o11.*)
      FROM (SELECT (SELECT coalesce(json_agg(o3.*), '[]'::json)
          FROM (SELECT t2.dimension AS "dimension"
            FROM release_count t2
            WHERE t2.release_id = t1.id
            ORDER BY t2.position ASC) o3) AS "all",
        (SELECT coalesce(json_agg(o5.*), '[]'::json)
          FROM (SELECT t4.dimension AS "dimension"
            FROM release_count t4
            WHERE t4.release_id = t1.id
            ORDER BY t4.position ASC) o5) AS "null",
        (SELECT coalesce(json_agg(o10.*), '[]'::json)
          FROM (SELECT (SELECT row_to_json(o8.*)
              FROM (SELECT t7.iso2 AS "iso2"
                FROM country t7
                WHERE t7.id = t6.country_id) o8) AS "country",
            (SELECT row_to_json(o9.*)
              FROM (SELECT t6.value AS "value",
                t6.completeness AS "completeness") o9) AS "count",
            t6.scope AS "scope",
            t6.scope_note AS "scopeNote"
            FROM release_count t6
            WHERE t6.release_id = t1.id
            AND t6.dimension = $2::text::count_dimension
            ORDER BY t6.position ASC) o10) AS "nationality"
        FROM release t1
        WHERE t1.slug = $1::text) o11) AS "release") o12) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
