SELECT (SELECT row_to_json(o22.*)
  FROM (SELECT (SELECT row_to_json(o21.*)
      FROM (SELECT (SELECT count(*)::integer
          FROM search_hits($1::text, $2::text[]::search_type[], $3::text[]::target_kind[], $4::text[], $5::integer, $6::text[]) t1) AS "totalCount",
        (SELECT coalesce(json_agg(o20.*), '[]'::json)
          FROM (SELECT t2.score AS "score",
            t2.matched AS "matched",
            CASE WHEN t2.type = 'COUNTRY' THEN (SELECT row_to_json(o5.*)
              FROM (SELECT 'Country'::text AS "__typename"
                FROM country t4
                WHERE t4.id = t2.id) o5)
            WHEN t2.type = 'DETAINEE' THEN (SELECT row_to_json(o7.*)
              FROM (SELECT 'Detainee'::text AS "__typename",
                t6.slug AS "slug",
                t6.name AS "name"
                FROM detainee t6
                WHERE t6.id = t2.id) o7)
            WHEN t2.type = 'TARGET' THEN (SELECT row_to_json(o9.*)
              FROM (SELECT 'Target'::text AS "__typename",
                t8.slug AS "slug"
                FROM target t8
                WHERE t8.id = t2.id) o9)
            WHEN t2.type = 'ORGANIZATION' THEN (SELECT row_to_json(o11.*)
              FROM (SELECT 'Organization'::text AS "__typename"
                FROM organization t10
                WHERE t10.id = t2.id) o11)
            WHEN t2.type = 'SANCTION_PROGRAM' THEN (SELECT row_to_json(o13.*)
              FROM (SELECT 'SanctionProgram'::text AS "__typename"
                FROM sanction_program t12
                WHERE t12.id = t2.id) o13)
            WHEN t2.type = 'AGREEMENT' THEN (SELECT row_to_json(o15.*)
              FROM (SELECT 'Agreement'::text AS "__typename"
                FROM agreement t14
                WHERE t14.id = t2.id) o15)
            WHEN t2.type = 'RELEASE' THEN (SELECT row_to_json(o17.*)
              FROM (SELECT 'Release'::text AS "__typename"
                FROM release t16
                WHERE t16.id = t2.id) o17)
            WHEN t2.type = 'RELIEF' THEN (SELECT row_to_json(o19.*)
              FROM (SELECT 'Relief'::text AS "__typename"
                FROM relief t18
                WHERE t18.id = t2.id) o19) END AS "node"
            FROM (SELECT t3.*
              FROM search_hits($1::text, $2::text[]::search_type[], $3::text[]::target_kind[], $4::text[], $5::integer, $6::text[]) t3
              ORDER BY t3.distance ASC, t3.type ASC, t3.id ASC
              LIMIT 501) t2
            LIMIT $7::integer) o20) AS "nodes") o21) AS "search") o22) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
