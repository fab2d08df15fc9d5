SELECT (SELECT row_to_json(o28.*)
  FROM (SELECT (SELECT row_to_json(o13.*)
      FROM (SELECT (SELECT coalesce(json_agg(o12.*), '[]'::json)
          FROM (SELECT t1.slug AS "slug"
            FROM (SELECT t3.*
              FROM (SELECT ARRAY(SELECT p.sanction_id
                  FROM sanction_in_program p
                  JOIN sanction_program t10 ON t10.id = p.program_id
                  WHERE t10.code COLLATE "C" = $2::text
                  LIMIT 5001) AS ids OFFSET 0) i2
              CROSS JOIN LATERAL (SELECT b8.* FROM (SELECT t4.*
                  FROM sanction t4
                  WHERE cardinality(i2.ids) <= 5000
                  AND t4.id = ANY (i2.ids)
                  AND EXISTS (SELECT
                    FROM sanction_in_program p
                    JOIN sanction_program t5 ON t5.id = p.program_id
                    WHERE p.sanction_id = t4.id
                    AND t5.code COLLATE "C" = $2::text)
                  ORDER BY t4.listed_on_earliest DESC NULLS LAST, t4.id DESC
                  LIMIT 501) b8
                UNION ALL SELECT b9.* FROM (SELECT t6.*
                  FROM sanction t6
                  WHERE cardinality(i2.ids) > 5000
                  AND EXISTS (SELECT
                    FROM sanction_in_program p
                    JOIN sanction_program t7 ON t7.id = p.program_id
                    WHERE p.sanction_id = t6.id
                    AND t7.code COLLATE "C" = $2::text
                    OFFSET 0)
                  ORDER BY t6.listed_on_earliest DESC NULLS LAST, t6.id DESC
                  LIMIT 501) b9) t3) t1
            LIMIT $1::integer) o12) AS "nodes") o13) AS "sanctions",
    (SELECT row_to_json(o17.*)
      FROM (SELECT (SELECT count(*)::integer
          FROM sanction t14
          WHERE EXISTS (SELECT
            FROM target t15
            WHERE t15.id = t14.target_id
            AND (t15.kind = $3::text::target_kind AND NOT (EXISTS (SELECT
                  FROM target_country c
                  JOIN country t16 ON t16.id = c.country_id
                  WHERE c.target_id = t15.id
                  AND t16.iso2 COLLATE "C" = $4::text))))) AS "totalCount") o17) AS "elsewhere",
    (SELECT row_to_json(o22.*)
      FROM (SELECT (SELECT coalesce(json_agg(o21.*), '[]'::json)
          FROM (SELECT t18.slug AS "slug"
            FROM (SELECT t19.*
              FROM release t19
              WHERE NOT (EXISTS (SELECT
                  FROM release_nationality n
                  JOIN country t20 ON t20.id = n.country_id
                  WHERE n.release_id = t19.id
                  AND (t20.iso2 COLLATE "C" = ANY ($6::text[])) IS NOT TRUE))
              ORDER BY t19.released_on_earliest DESC NULLS LAST, t19.id DESC
              LIMIT 501) t18
            LIMIT $5::integer) o21) AS "nodes") o22) AS "freed",
    (SELECT row_to_json(o27.*)
      FROM (SELECT (SELECT coalesce(json_agg(o26.*), '[]'::json)
          FROM (SELECT t23.title AS "title"
            FROM (SELECT t24.*
              FROM charge t24
              WHERE EXISTS (SELECT
                FROM detention d
                JOIN detainee t25 ON t25.id = d.detainee_id
                WHERE d.id = t24.detention_id
                AND t25.slug COLLATE "C" = $8::text)
              ORDER BY t24.position ASC, t24.id ASC
              LIMIT 501) t23
            LIMIT $7::integer) o26) AS "nodes") o27) AS "accused") o28) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
