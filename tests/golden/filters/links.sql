SELECT (SELECT row_to_json(o20.*)
  FROM (SELECT (SELECT row_to_json(o5.*)
      FROM (SELECT (SELECT coalesce(json_agg(o4.*), '[]'::json)
          FROM (SELECT t1.slug AS "slug"
            FROM (SELECT t2.*
              FROM sanction t2
              WHERE EXISTS (SELECT
                FROM sanction_in_program p
                JOIN sanction_program t3 ON t3.id = p.program_id
                WHERE p.sanction_id = t2.id
                AND t3.code COLLATE "C" = $2::text)
              ORDER BY t2.listed_on_earliest DESC NULLS LAST, t2.id DESC
              LIMIT 501) t1
            LIMIT $1::integer) o4) AS "nodes") o5) AS "sanctions",
    (SELECT row_to_json(o9.*)
      FROM (SELECT (SELECT count(*)::integer
          FROM sanction t6
          WHERE EXISTS (SELECT
            FROM target t7
            WHERE t7.id = t6.target_id
            AND (t7.kind = $3::text::target_kind AND NOT (EXISTS (SELECT
                  FROM target_country c
                  JOIN country t8 ON t8.id = c.country_id
                  WHERE c.target_id = t7.id
                  AND t8.iso2 COLLATE "C" = $4::text))))) AS "totalCount") o9) AS "elsewhere",
    (SELECT row_to_json(o14.*)
      FROM (SELECT (SELECT coalesce(json_agg(o13.*), '[]'::json)
          FROM (SELECT t10.slug AS "slug"
            FROM (SELECT t11.*
              FROM release t11
              WHERE NOT (EXISTS (SELECT
                  FROM release_nationality n
                  JOIN country t12 ON t12.id = n.country_id
                  WHERE n.release_id = t11.id
                  AND (t12.iso2 COLLATE "C" = ANY ($6::text[])) IS NOT TRUE))
              ORDER BY t11.released_on_earliest DESC NULLS LAST, t11.id DESC
              LIMIT 501) t10
            LIMIT $5::integer) o13) AS "nodes") o14) AS "freed",
    (SELECT row_to_json(o19.*)
      FROM (SELECT (SELECT coalesce(json_agg(o18.*), '[]'::json)
          FROM (SELECT t15.title AS "title"
            FROM (SELECT t16.*
              FROM charge t16
              WHERE EXISTS (SELECT
                FROM detention d
                JOIN detainee t17 ON t17.id = d.detainee_id
                WHERE d.id = t16.detention_id
                AND t17.slug COLLATE "C" = $8::text)
              ORDER BY t16.position ASC, t16.id ASC
              LIMIT 501) t15
            LIMIT $7::integer) o18) AS "nodes") o19) AS "accused") o20) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
