SELECT (SELECT row_to_json(o21.*)
  FROM (SELECT (SELECT row_to_json(o20.*)
      FROM (SELECT (SELECT coalesce(json_agg(o19.*), '[]'::json)
          FROM (SELECT t1.score AS "score",
            t1.matched AS "matched",
            CASE WHEN t1.type = 'COUNTRY' THEN (SELECT row_to_json(o4.*)
              FROM (SELECT 'Country'::text AS "__typename"
                FROM country t3
                WHERE t3.id = t1.id) o4)
            WHEN t1.type = 'DETAINEE' THEN (SELECT row_to_json(o6.*)
              FROM (SELECT 'Detainee'::text AS "__typename"
                FROM detainee t5
                WHERE t5.id = t1.id) o6)
            WHEN t1.type = 'TARGET' THEN (SELECT row_to_json(o8.*)
              FROM (SELECT 'Target'::text AS "__typename"
                FROM target t7
                WHERE t7.id = t1.id) o8)
            WHEN t1.type = 'ORGANIZATION' THEN (SELECT row_to_json(o10.*)
              FROM (SELECT 'Organization'::text AS "__typename"
                FROM organization t9
                WHERE t9.id = t1.id) o10)
            WHEN t1.type = 'SANCTION_PROGRAM' THEN (SELECT row_to_json(o12.*)
              FROM (SELECT 'SanctionProgram'::text AS "__typename"
                FROM sanction_program t11
                WHERE t11.id = t1.id) o12)
            WHEN t1.type = 'AGREEMENT' THEN (SELECT row_to_json(o14.*)
              FROM (SELECT 'Agreement'::text AS "__typename"
                FROM agreement t13
                WHERE t13.id = t1.id) o14)
            WHEN t1.type = 'RELEASE' THEN (SELECT row_to_json(o16.*)
              FROM (SELECT 'Release'::text AS "__typename"
                FROM release t15
                WHERE t15.id = t1.id) o16)
            WHEN t1.type = 'RELIEF' THEN (SELECT row_to_json(o18.*)
              FROM (SELECT 'Relief'::text AS "__typename"
                FROM relief t17
                WHERE t17.id = t1.id) o18) END AS "node"
            FROM (SELECT t2.*
              FROM search_hits($2::text, $3::text[]::search_type[], $4::text[]::target_kind[], $5::text[], $6::integer, $7::text[]) t2
              ORDER BY t2.distance ASC, t2.type ASC, t2.id ASC
              LIMIT 501) t1
            LIMIT $1::integer) o19) AS "nodes") o20) AS "search") o21) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
