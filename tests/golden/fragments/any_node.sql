SELECT (SELECT row_to_json(o44.*)
  FROM (SELECT (SELECT row_to_json(o43.*)
      FROM (SELECT a2.v0 AS "nodes"
        FROM (SELECT coalesce(json_agg(p1.v0 ORDER BY p1.place DESC) FILTER (WHERE p1.place <= $1::integer), '[]'::json) AS v0,
          count(*) AS rows
          FROM (SELECT CASE WHEN t4.place <= $1::integer THEN (SELECT row_to_json(o42.*)
              FROM (SELECT t4.operation AS "operation",
                t4.subject_type AS "subjectType",
                t4.fields AS "fields",
                CASE WHEN t4.subject_type = 'Country' THEN (SELECT row_to_json(o7.*)
                  FROM (SELECT 'Country'::text AS "__typename",
                    'Country:' || t6.id AS "id"
                    FROM country t6
                    WHERE t6.id = t4.subject_id) o7)
                WHEN t4.subject_type = 'Detainee' THEN (SELECT row_to_json(o9.*)
                  FROM (SELECT 'Detainee'::text AS "__typename",
                    'Detainee:' || t8.id AS "id"
                    FROM detainee t8
                    WHERE t8.id = t4.subject_id) o9)
                WHEN t4.subject_type = 'Claim' THEN (SELECT row_to_json(o11.*)
                  FROM (SELECT 'Claim'::text AS "__typename",
                    'Claim:' || t10.id AS "id"
                    FROM claim t10
                    WHERE t10.id = t4.subject_id) o11)
                WHEN t4.subject_type = 'Organization' THEN (SELECT row_to_json(o13.*)
                  FROM (SELECT 'Organization'::text AS "__typename",
                    'Organization:' || t12.id AS "id"
                    FROM organization t12
                    WHERE t12.id = t4.subject_id) o13)
                WHEN t4.subject_type = 'Source' THEN (SELECT row_to_json(o15.*)
                  FROM (SELECT 'Source'::text AS "__typename",
                    'Source:' || t14.id AS "id"
                    FROM source t14
                    WHERE t14.id = t4.subject_id) o15)
                WHEN t4.subject_type = 'Detention' THEN (SELECT row_to_json(o17.*)
                  FROM (SELECT 'Detention'::text AS "__typename",
                    'Detention:' || t16.id AS "id"
                    FROM detention t16
                    WHERE t16.id = t4.subject_id) o17)
                WHEN t4.subject_type = 'Charge' THEN (SELECT row_to_json(o19.*)
                  FROM (SELECT 'Charge'::text AS "__typename",
                    'Charge:' || t18.id AS "id"
                    FROM charge t18
                    WHERE t18.id = t4.subject_id) o19)
                WHEN t4.subject_type = 'ReleaseMember' THEN (SELECT row_to_json(o21.*)
                  FROM (SELECT 'ReleaseMember'::text AS "__typename",
                    'ReleaseMember:' || t20.id AS "id"
                    FROM release_member t20
                    WHERE t20.id = t4.subject_id) o21)
                WHEN t4.subject_type = 'Release' THEN (SELECT row_to_json(o23.*)
                  FROM (SELECT 'Release'::text AS "__typename",
                    'Release:' || t22.id AS "id"
                    FROM release t22
                    WHERE t22.id = t4.subject_id) o23)
                WHEN t4.subject_type = 'Agreement' THEN (SELECT row_to_json(o25.*)
                  FROM (SELECT 'Agreement'::text AS "__typename",
                    'Agreement:' || t24.id AS "id"
                    FROM agreement t24
                    WHERE t24.id = t4.subject_id) o25)
                WHEN t4.subject_type = 'Term' THEN (SELECT row_to_json(o27.*)
                  FROM (SELECT 'Term'::text AS "__typename",
                    'Term:' || t26.id AS "id"
                    FROM term t26
                    WHERE t26.id = t4.subject_id) o27)
                WHEN t4.subject_type = 'Relief' THEN (SELECT row_to_json(o29.*)
                  FROM (SELECT 'Relief'::text AS "__typename",
                    'Relief:' || t28.id AS "id"
                    FROM relief t28
                    WHERE t28.id = t4.subject_id) o29)
                WHEN t4.subject_type = 'Instrument' THEN (SELECT row_to_json(o31.*)
                  FROM (SELECT 'Instrument'::text AS "__typename",
                    'Instrument:' || t30.id AS "id"
                    FROM instrument t30
                    WHERE t30.id = t4.subject_id) o31)
                WHEN t4.subject_type = 'SanctionProgram' THEN (SELECT row_to_json(o33.*)
                  FROM (SELECT 'SanctionProgram'::text AS "__typename",
                    'SanctionProgram:' || t32.id AS "id"
                    FROM sanction_program t32
                    WHERE t32.id = t4.subject_id) o33)
                WHEN t4.subject_type = 'Sanction' THEN (SELECT row_to_json(o35.*)
                  FROM (SELECT 'Sanction'::text AS "__typename",
                    'Sanction:' || t34.id AS "id"
                    FROM sanction t34
                    WHERE t34.id = t4.subject_id) o35)
                WHEN t4.subject_type = 'Target' THEN (SELECT row_to_json(o37.*)
                  FROM (SELECT 'Target'::text AS "__typename",
                    'Target:' || t36.id AS "id"
                    FROM target t36
                    WHERE t36.id = t4.subject_id) o37)
                WHEN t4.subject_type = 'Exchange' THEN (SELECT row_to_json(o39.*)
                  FROM (SELECT 'Exchange'::text AS "__typename",
                    'Exchange:' || t38.id AS "id"
                    FROM exchange t38
                    WHERE t38.id = t4.subject_id) o39)
                WHEN t4.subject_type = 'Change' THEN (SELECT row_to_json(o41.*)
                  FROM (SELECT 'Change'::text AS "__typename",
                    'Change:' || t40.id AS "id"
                    FROM published_change t40
                    WHERE t40.id = t4.subject_id) o41) END AS "subject") o42) END AS v0,
            t4.place
            FROM (SELECT s3.*, row_number() OVER () AS place
              FROM (SELECT t5.*
                FROM published_change t5
                ORDER BY t5.revision DESC, t5.id DESC
                LIMIT $1::integer + 1) s3) t4) p1) a2) o43) AS "changes") o44) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
