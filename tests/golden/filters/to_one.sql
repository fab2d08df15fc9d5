SELECT (SELECT row_to_json(o21.*)
  FROM (SELECT (SELECT row_to_json(o7.*)
      FROM (SELECT (SELECT coalesce(json_agg(o6.*), '[]'::json)
          FROM (SELECT t1.relation AS "relation"
            FROM (SELECT t2.*
              FROM exchange t2
              WHERE EXISTS (SELECT
                FROM relief t3
                WHERE t3.id = t2.relief_id
                AND EXISTS (SELECT
                  FROM organization t4
                  WHERE t4.id = t3.authority_id
                  AND EXISTS (SELECT
                    FROM country t5
                    WHERE t5.id = t4.country_id
                    AND t5.iso2 COLLATE "C" = $2::text)))
              ORDER BY t2.position ASC, t2.id ASC
              LIMIT 501) t1
            LIMIT $1::integer) o6) AS "nodes") o7) AS "deep",
    (SELECT row_to_json(o12.*)
      FROM (SELECT (SELECT coalesce(json_agg(o11.*), '[]'::json)
          FROM (SELECT t8.relation AS "relation"
            FROM (SELECT t9.*
              FROM exchange t9
              WHERE EXISTS (SELECT
                FROM (SELECT) one
                LEFT JOIN relief t10 ON t10.id = t9.relief_id
                WHERE t10.* IS NULL)
              ORDER BY t9.position ASC, t9.id ASC
              LIMIT 501) t8
            LIMIT $3::integer) o11) AS "nodes") o12) AS "none",
    (SELECT row_to_json(o15.*)
      FROM (SELECT (SELECT count(*)::integer
          FROM exchange t13
          WHERE EXISTS (SELECT
            FROM (SELECT) one
            LEFT JOIN relief t14 ON t14.id = t13.relief_id
            WHERE (t14.* IS NULL OR t14.slug COLLATE "C" = $4::text))) AS "totalCount") o15) AS "either",
    (SELECT row_to_json(o18.*)
      FROM (SELECT (SELECT count(*)::integer
          FROM exchange t16
          WHERE EXISTS (SELECT
            FROM (SELECT) one
            LEFT JOIN relief t17 ON t17.id = t16.relief_id
            WHERE (t17.* IS NULL) IS NOT TRUE)) AS "totalCount") o18) AS "some",
    (SELECT row_to_json(o20.*)
      FROM (SELECT (SELECT t19.count FROM row_count t19 WHERE t19.table_name = 'exchange') AS "totalCount") o20) AS "any") o21) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
