SELECT (SELECT row_to_json(o49.*)
  FROM (SELECT (SELECT row_to_json(o20.*)
      FROM (SELECT (SELECT coalesce(json_agg(o19.*), '[]'::json)
          FROM (SELECT t1.matched AS "matched",
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
            LIMIT $1::integer) o19) AS "nodes") o20) AS "persons",
    (SELECT row_to_json(o40.*)
      FROM (SELECT (SELECT coalesce(json_agg(o39.*), '[]'::json)
          FROM (SELECT t21.matched AS "matched",
            CASE WHEN t21.type = 'COUNTRY' THEN (SELECT row_to_json(o24.*)
              FROM (SELECT 'Country'::text AS "__typename"
                FROM country t23
                WHERE t23.id = t21.id) o24)
            WHEN t21.type = 'DETAINEE' THEN (SELECT row_to_json(o26.*)
              FROM (SELECT 'Detainee'::text AS "__typename"
                FROM detainee t25
                WHERE t25.id = t21.id) o26)
            WHEN t21.type = 'TARGET' THEN (SELECT row_to_json(o28.*)
              FROM (SELECT 'Target'::text AS "__typename"
                FROM target t27
                WHERE t27.id = t21.id) o28)
            WHEN t21.type = 'ORGANIZATION' THEN (SELECT row_to_json(o30.*)
              FROM (SELECT 'Organization'::text AS "__typename"
                FROM organization t29
                WHERE t29.id = t21.id) o30)
            WHEN t21.type = 'SANCTION_PROGRAM' THEN (SELECT row_to_json(o32.*)
              FROM (SELECT 'SanctionProgram'::text AS "__typename"
                FROM sanction_program t31
                WHERE t31.id = t21.id) o32)
            WHEN t21.type = 'AGREEMENT' THEN (SELECT row_to_json(o34.*)
              FROM (SELECT 'Agreement'::text AS "__typename"
                FROM agreement t33
                WHERE t33.id = t21.id) o34)
            WHEN t21.type = 'RELEASE' THEN (SELECT row_to_json(o36.*)
              FROM (SELECT 'Release'::text AS "__typename"
                FROM release t35
                WHERE t35.id = t21.id) o36)
            WHEN t21.type = 'RELIEF' THEN (SELECT row_to_json(o38.*)
              FROM (SELECT 'Relief'::text AS "__typename"
                FROM relief t37
                WHERE t37.id = t21.id) o38) END AS "node"
            FROM (SELECT t22.*
              FROM search_hits($9::text, $10::text[]::search_type[], $11::text[]::target_kind[], $12::text[], $13::integer, $14::text[]) t22
              ORDER BY t22.distance ASC, t22.type ASC, t22.id ASC
              LIMIT 501) t21
            LIMIT $8::integer) o39) AS "nodes") o40) AS "born",
    (SELECT row_to_json(o44.*)
      FROM (SELECT (SELECT coalesce(json_agg(o43.*), '[]'::json)
          FROM (SELECT t41.matched AS "matched"
            FROM (SELECT t42.*
              FROM search_hits($16::text, $17::text[]::search_type[], $18::text[]::target_kind[], $19::text[], $20::integer, $21::text[]) t42
              ORDER BY t42.distance ASC, t42.type ASC, t42.id ASC
              LIMIT 501) t41
            LIMIT $15::integer) o43) AS "nodes") o44) AS "countries",
    (SELECT row_to_json(o48.*)
      FROM (SELECT (SELECT coalesce(json_agg(o47.*), '[]'::json)
          FROM (SELECT t45.matched AS "matched"
            FROM (SELECT t46.*
              FROM search_hits($23::text, $24::text[]::search_type[], $25::text[]::target_kind[], $26::text[], $27::integer, $28::text[]) t46
              ORDER BY t46.distance ASC, t46.type ASC, t46.id ASC
              LIMIT 501) t45
            LIMIT $22::integer) o47) AS "nodes") o48) AS "programs") o49) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
