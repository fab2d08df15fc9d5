SELECT (SELECT row_to_json(o20.*)
  FROM (SELECT (SELECT row_to_json(o19.*)
      FROM (SELECT (SELECT coalesce(json_agg(o18.*), '[]'::json)
          FROM (SELECT t1.score AS "score",
            t1.matched AS "matched",
            CASE WHEN t1.type = 'COUNTRY' THEN (SELECT row_to_json(o3.*)
              FROM (SELECT 'Country'::text AS "__typename"
                FROM country t2
                WHERE t2.id = t1.id) o3)
            WHEN t1.type = 'DETAINEE' THEN (SELECT row_to_json(o5.*)
              FROM (SELECT 'Detainee'::text AS "__typename"
                FROM detainee t4
                WHERE t4.id = t1.id) o5)
            WHEN t1.type = 'TARGET' THEN (SELECT row_to_json(o7.*)
              FROM (SELECT 'Target'::text AS "__typename"
                FROM target t6
                WHERE t6.id = t1.id) o7)
            WHEN t1.type = 'ORGANIZATION' THEN (SELECT row_to_json(o9.*)
              FROM (SELECT 'Organization'::text AS "__typename"
                FROM organization t8
                WHERE t8.id = t1.id) o9)
            WHEN t1.type = 'SANCTION_PROGRAM' THEN (SELECT row_to_json(o11.*)
              FROM (SELECT 'SanctionProgram'::text AS "__typename"
                FROM sanction_program t10
                WHERE t10.id = t1.id) o11)
            WHEN t1.type = 'AGREEMENT' THEN (SELECT row_to_json(o13.*)
              FROM (SELECT 'Agreement'::text AS "__typename"
                FROM agreement t12
                WHERE t12.id = t1.id) o13)
            WHEN t1.type = 'RELEASE' THEN (SELECT row_to_json(o15.*)
              FROM (SELECT 'Release'::text AS "__typename"
                FROM release t14
                WHERE t14.id = t1.id) o15)
            WHEN t1.type = 'RELIEF' THEN (SELECT row_to_json(o17.*)
              FROM (SELECT 'Relief'::text AS "__typename"
                FROM relief t16
                WHERE t16.id = t1.id) o17) END AS "node"
            FROM search_hits($2::text, $3::text[]::search_type[]) t1
            ORDER BY t1.distance ASC, t1.type ASC, t1.id ASC
            LIMIT $1::integer) o18) AS "nodes") o19) AS "search") o20) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
