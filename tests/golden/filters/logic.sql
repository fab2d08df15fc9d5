SELECT (SELECT row_to_json(o10.*)
  FROM (SELECT (SELECT row_to_json(o5.*)
      FROM (SELECT (SELECT coalesce(json_agg(o4.*), '[]'::json)
          FROM (SELECT t1.slug AS "slug"
            FROM (SELECT t2.*
              FROM release t2
              WHERE (((t2.total_value IS NULL) IS NOT TRUE AND t2.mode = $2::text::release_mode) OR (EXISTS (SELECT
                    FROM country t3
                    WHERE t3.id = t2.country_id
                    AND t3.iso2 COLLATE "C" = $3::text) AND t2.released_on_earliest IS NULL))
              ORDER BY t2.released_on_earliest DESC NULLS LAST, t2.id DESC
              LIMIT 501) t1
            LIMIT $1::integer) o4) AS "nodes") o5) AS "nested",
    (SELECT row_to_json(o7.*)
      FROM (SELECT (SELECT t6.count FROM row_count t6 WHERE t6.table_name = 'release') AS "totalCount") o7) AS "all",
    (SELECT row_to_json(o9.*)
      FROM (SELECT (SELECT count(*)::integer
          FROM release t8
          WHERE false) AS "totalCount") o9) AS "nothing") o10) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
