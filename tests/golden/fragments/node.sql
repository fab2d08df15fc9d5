SELECT (SELECT row_to_json(o11.*)
  FROM (SELECT (SELECT CASE WHEN n1.type = 'Release' THEN (SELECT row_to_json(o3.*)
        FROM (SELECT 'Release:' || t2.id AS "id",
          t2.slug AS "slug"
          FROM release t2
          WHERE t2.id = n1.id) o3) END
      FROM unnest($1::text[], $2::bigint[]) AS n1 (type, id)) AS "node",
    (SELECT coalesce(json_agg(CASE WHEN n4.type = 'Country' THEN (SELECT row_to_json(o6.*)
            FROM (SELECT 'Country'::text AS "__typename",
              'Country:' || t5.id AS "id",
              t5.iso2 AS "iso2"
              FROM country t5
              WHERE t5.id = n4.id) o6)
          WHEN n4.type = 'Detainee' THEN (SELECT row_to_json(o8.*)
            FROM (SELECT 'Detainee'::text AS "__typename",
              'Detainee:' || t7.id AS "id",
              EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.detainee_id = t7.id OFFSET 0) AS "contested"
              FROM detainee t7
              WHERE t7.id = n4.id) o8)
          WHEN n4.type = 'Release' THEN (SELECT row_to_json(o10.*)
            FROM (SELECT 'Release'::text AS "__typename",
              'Release:' || t9.id AS "id",
              EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.release_id = t9.id OFFSET 0) AS "contested"
              FROM release t9
              WHERE t9.id = n4.id) o10) END ORDER BY n4.place), '[]'::json)
      FROM unnest($3::text[], $4::bigint[]) WITH ORDINALITY AS n4 (type, id, place)) AS "nodes") o11) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
