SELECT (SELECT row_to_json(o20.*)
  FROM (SELECT (SELECT row_to_json(o19.*)
      FROM (SELECT (SELECT coalesce(json_agg(o18.*), '[]'::json)
          FROM (SELECT t1.matched AS "matched",
            CASE WHEN t1.type = 'COUNTRY' THEN (SELECT row_to_json(o3.*)
              FROM (SELECT 'Country:' || t2.id AS "id"
                FROM country t2
                WHERE t2.id = t1.id) o3)
            WHEN t1.type = 'DETAINEE' THEN (SELECT row_to_json(o5.*)
              FROM (SELECT 'Detainee:' || t4.id AS "id",
                EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.detainee_id = t4.id OFFSET 0) AS "contested"
                FROM detainee t4
                WHERE t4.id = t1.id) o5)
            WHEN t1.type = 'TARGET' THEN (SELECT row_to_json(o7.*)
              FROM (SELECT 'Target:' || t6.id AS "id"
                FROM target t6
                WHERE t6.id = t1.id) o7)
            WHEN t1.type = 'ORGANIZATION' THEN (SELECT row_to_json(o9.*)
              FROM (SELECT 'Organization:' || t8.id AS "id"
                FROM organization t8
                WHERE t8.id = t1.id) o9)
            WHEN t1.type = 'SANCTION_PROGRAM' THEN (SELECT row_to_json(o11.*)
              FROM (SELECT 'SanctionProgram:' || t10.id AS "id"
                FROM sanction_program t10
                WHERE t10.id = t1.id) o11)
            WHEN t1.type = 'AGREEMENT' THEN (SELECT row_to_json(o13.*)
              FROM (SELECT 'Agreement:' || t12.id AS "id",
                EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.agreement_id = t12.id OFFSET 0) AS "contested"
                FROM agreement t12
                WHERE t12.id = t1.id) o13)
            WHEN t1.type = 'RELEASE' THEN (SELECT row_to_json(o15.*)
              FROM (SELECT 'Release:' || t14.id AS "id",
                EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.release_id = t14.id OFFSET 0) AS "contested"
                FROM release t14
                WHERE t14.id = t1.id) o15)
            WHEN t1.type = 'RELIEF' THEN (SELECT row_to_json(o17.*)
              FROM (SELECT 'Relief:' || t16.id AS "id",
                EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.relief_id = t16.id OFFSET 0) AS "contested",
                t16.title AS "title",
                t16.status AS "status"
                FROM relief t16
                WHERE t16.id = t1.id) o17) END AS "node"
            FROM search_hits($2::text, $3::text[]::search_type[]) t1
            ORDER BY t1.distance ASC, t1.type ASC, t1.id ASC
            LIMIT $1::integer) o18) AS "nodes") o19) AS "search") o20) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
