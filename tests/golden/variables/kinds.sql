SELECT (SELECT row_to_json(o14.*)
  FROM (SELECT (SELECT row_to_json(o8.*)
      FROM (SELECT (SELECT row_to_json(o7.*)
          FROM (SELECT (SELECT coalesce(json_agg(o6.*), '[]'::json)
              FROM (SELECT t2.slug AS "slug",
                (SELECT coalesce(json_agg(o5.*), '[]'::json)
                  FROM (SELECT t4.label AS "label"
                    FROM release_count t4
                    WHERE t4.release_id = t2.id
                    AND t4.dimension = $3::text::count_dimension
                    ORDER BY t4.position ASC) o5) AS "counts"
                FROM (SELECT t3.*
                  FROM release t3
                  WHERE t3.country_id = t1.id
                  ORDER BY t3.released_on_earliest DESC NULLS LAST, t3.id DESC
                  LIMIT 501) t2
                LIMIT $2::integer) o6) AS "nodes") o7) AS "releases"
        FROM country t1
        WHERE t1.iso2 = upper($1::text)) o8) AS "country",
    (SELECT row_to_json(o10.*)
      FROM (SELECT sanction_status_on(t9.id, coalesce($5::date, current_date)) AS "status"
        FROM sanction t9
        WHERE t9.slug = $4::text) o10) AS "sanction",
    (SELECT coalesce(json_agg(CASE WHEN n11.type = 'Country' THEN (SELECT row_to_json(o13.*)
            FROM (SELECT 'Country:' || t12.id AS "id"
              FROM country t12
              WHERE t12.id = n11.id) o13) END ORDER BY n11.place), '[]'::json)
      FROM unnest($6::text[], $7::bigint[]) WITH ORDINALITY AS n11 (type, id, place)) AS "nodes") o14) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
