SELECT (SELECT row_to_json(o33.*)
  FROM (SELECT (SELECT row_to_json(o19.*)
      FROM (SELECT (SELECT coalesce(json_agg(o18.*), '[]'::json)
          FROM (SELECT t1.relation AS "relation"
            FROM (SELECT t3.*
              FROM (SELECT ARRAY(SELECT t17.id
                  FROM relief t14
                  JOIN exchange t17 ON t17.relief_id = t14.id
                  WHERE EXISTS (SELECT
                    FROM organization t15
                    WHERE t15.id = t14.authority_id
                    AND EXISTS (SELECT
                      FROM country t16
                      WHERE t16.id = t15.country_id
                      AND t16.iso2 COLLATE "C" = $2::text))
                  LIMIT 5001) AS ids OFFSET 0) i2
              CROSS JOIN LATERAL (SELECT b12.* FROM (SELECT t4.*
                  FROM exchange t4
                  WHERE cardinality(i2.ids) <= 5000
                  AND t4.id = ANY (i2.ids)
                  AND EXISTS (SELECT
                    FROM relief t5
                    WHERE t5.id = t4.relief_id
                    AND EXISTS (SELECT
                      FROM organization t6
                      WHERE t6.id = t5.authority_id
                      AND EXISTS (SELECT
                        FROM country t7
                        WHERE t7.id = t6.country_id
                        AND t7.iso2 COLLATE "C" = $2::text)))
                  ORDER BY t4.position ASC, t4.id ASC
                  LIMIT 501) b12
                UNION ALL SELECT b13.* FROM (SELECT t8.*
                  FROM exchange t8
                  WHERE cardinality(i2.ids) > 5000
                  AND EXISTS (SELECT
                    FROM relief t9
                    WHERE t9.id = t8.relief_id
                    AND EXISTS (SELECT
                      FROM organization t10
                      WHERE t10.id = t9.authority_id
                      AND EXISTS (SELECT
                        FROM country t11
                        WHERE t11.id = t10.country_id
                        AND t11.iso2 COLLATE "C" = $2::text))
                    OFFSET 0)
                  ORDER BY t8.position ASC, t8.id ASC
                  LIMIT 501) b13) t3) t1
            LIMIT $1::integer) o18) AS "nodes") o19) AS "deep",
    (SELECT row_to_json(o24.*)
      FROM (SELECT (SELECT coalesce(json_agg(o23.*), '[]'::json)
          FROM (SELECT t20.relation AS "relation"
            FROM (SELECT t21.*
              FROM exchange t21
              WHERE EXISTS (SELECT
                FROM (SELECT) one
                LEFT JOIN relief t22 ON t22.id = t21.relief_id
                WHERE t22.* IS NULL)
              ORDER BY t21.position ASC, t21.id ASC
              LIMIT 501) t20
            LIMIT $3::integer) o23) AS "nodes") o24) AS "none",
    (SELECT row_to_json(o27.*)
      FROM (SELECT (SELECT count(*)::integer
          FROM exchange t25
          WHERE EXISTS (SELECT
            FROM (SELECT) one
            LEFT JOIN relief t26 ON t26.id = t25.relief_id
            WHERE (t26.* IS NULL OR t26.slug COLLATE "C" = $4::text))) AS "totalCount") o27) AS "either",
    (SELECT row_to_json(o30.*)
      FROM (SELECT (SELECT count(*)::integer
          FROM exchange t28
          WHERE EXISTS (SELECT
            FROM (SELECT) one
            LEFT JOIN relief t29 ON t29.id = t28.relief_id
            WHERE (t29.* IS NULL) IS NOT TRUE)) AS "totalCount") o30) AS "some",
    (SELECT row_to_json(o32.*)
      FROM (SELECT (SELECT t31.count FROM row_count t31 WHERE t31.table_name = 'exchange') AS "totalCount") o32) AS "any") o33) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
