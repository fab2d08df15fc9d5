SELECT (SELECT row_to_json(o17.*)
  FROM (SELECT (SELECT row_to_json(o16.*)
      FROM (SELECT (SELECT coalesce(json_agg(o15.*), '[]'::json)
          FROM (SELECT t1.slug AS "slug"
            FROM (SELECT t3.*
              FROM (SELECT ARRAY(SELECT t14.id
                  FROM country t13
                  JOIN release t14 ON t14.country_id = t13.id
                  WHERE t13.iso2 COLLATE "C" = $2::text
                  LIMIT 5001) AS ids OFFSET 0) i2
              CROSS JOIN LATERAL (SELECT b10.* FROM (SELECT t4.*
                  FROM release t4
                  WHERE cardinality(i2.ids) <= 5000
                  AND t4.id = ANY (i2.ids)
                  AND (EXISTS (SELECT
                      FROM country t5
                      WHERE t5.id = t4.country_id
                      AND t5.iso2 COLLATE "C" = $2::text) AND t4.mode = ANY ($3::text[]::release_mode[]))
                  ORDER BY t4.released_on_earliest ASC NULLS LAST, t4.id ASC
                  LIMIT 501) b10
                UNION ALL SELECT b11.* FROM (SELECT t6.*
                  FROM release t6
                  WHERE cardinality(i2.ids) > 5000
                  AND (EXISTS (SELECT
                      FROM country t7
                      WHERE t7.id = t6.country_id
                      AND t7.iso2 COLLATE "C" = $2::text
                      OFFSET 0) AND t6.mode = ANY ($3::text[]::release_mode[]))
                  AND t6.released_on_earliest IS NOT NULL
                  ORDER BY t6.released_on_earliest ASC, t6.id ASC
                  LIMIT 501) b11
                UNION ALL SELECT b12.* FROM (SELECT t8.*
                  FROM release t8
                  WHERE cardinality(i2.ids) > 5000
                  AND (EXISTS (SELECT
                      FROM country t9
                      WHERE t9.id = t8.country_id
                      AND t9.iso2 COLLATE "C" = $2::text
                      OFFSET 0) AND t8.mode = ANY ($3::text[]::release_mode[]))
                  AND t8.released_on_earliest IS NULL
                  ORDER BY t8.id ASC
                  LIMIT 501) b12) t3) t1
            LIMIT $1::integer) o15) AS "nodes") o16) AS "releases") o17) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
