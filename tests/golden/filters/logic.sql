SELECT (SELECT row_to_json(o9.*)
  FROM (SELECT (SELECT row_to_json(o4.*)
      FROM (SELECT (SELECT coalesce(json_agg(o3.*), '[]'::json)
          FROM (SELECT t1.slug AS "slug"
            FROM release t1
            WHERE (((t1.total_value IS NULL) IS NOT TRUE AND t1.mode = $2::text::release_mode) OR (EXISTS (SELECT
                  FROM country t2
                  WHERE t2.id = t1.country_id
                  AND t2.iso2 COLLATE "C" = $3::text) AND t1.released_on_earliest IS NULL))
            ORDER BY t1.released_on_earliest DESC NULLS LAST, t1.id DESC
            LIMIT $1::integer) o3) AS "nodes") o4) AS "nested",
    (SELECT row_to_json(o6.*)
      FROM (SELECT (SELECT count(*)::integer
          FROM release t5) AS "totalCount") o6) AS "all",
    (SELECT row_to_json(o8.*)
      FROM (SELECT (SELECT count(*)::integer
          FROM release t7
          WHERE false) AS "totalCount") o8) AS "nothing") o9) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
