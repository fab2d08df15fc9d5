SELECT (SELECT row_to_json(o19.*)
  FROM (SELECT (SELECT row_to_json(o6.*)
      FROM (SELECT (SELECT coalesce(json_agg(o5.*), '[]'::json)
          FROM (SELECT t1.relation AS "relation"
            FROM exchange t1
            WHERE EXISTS (SELECT
              FROM relief t2
              WHERE t2.id = t1.relief_id
              AND EXISTS (SELECT
                FROM organization t3
                WHERE t3.id = t2.authority_id
                AND EXISTS (SELECT
                  FROM country t4
                  WHERE t4.id = t3.country_id
                  AND t4.iso2 COLLATE "C" = $2::text)))
            ORDER BY t1.position ASC, t1.id ASC
            LIMIT $1::integer) o5) AS "nodes") o6) AS "deep",
    (SELECT row_to_json(o10.*)
      FROM (SELECT (SELECT coalesce(json_agg(o9.*), '[]'::json)
          FROM (SELECT t7.relation AS "relation"
            FROM exchange t7
            WHERE EXISTS (SELECT
              FROM (SELECT) one
              LEFT JOIN relief t8 ON t8.id = t7.relief_id
              WHERE t8.* IS NULL)
            ORDER BY t7.position ASC, t7.id ASC
            LIMIT $3::integer) o9) AS "nodes") o10) AS "none",
    (SELECT row_to_json(o13.*)
      FROM (SELECT (SELECT count(*)::integer
          FROM exchange t11
          WHERE EXISTS (SELECT
            FROM (SELECT) one
            LEFT JOIN relief t12 ON t12.id = t11.relief_id
            WHERE (t12.* IS NULL OR t12.slug COLLATE "C" = $4::text))) AS "totalCount") o13) AS "either",
    (SELECT row_to_json(o16.*)
      FROM (SELECT (SELECT count(*)::integer
          FROM exchange t14
          WHERE EXISTS (SELECT
            FROM (SELECT) one
            LEFT JOIN relief t15 ON t15.id = t14.relief_id
            WHERE (t15.* IS NULL) IS NOT TRUE)) AS "totalCount") o16) AS "some",
    (SELECT row_to_json(o18.*)
      FROM (SELECT (SELECT count(*)::integer
          FROM exchange t17) AS "totalCount") o18) AS "any") o19) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
