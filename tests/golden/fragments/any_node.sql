SELECT (SELECT row_to_json(o44.*)
  FROM (SELECT (SELECT row_to_json(o43.*)
      FROM (SELECT a2.v0 AS "nodes"
        FROM (SELECT coalesce(json_agg(p1.v0 ORDER BY p1.place DESC) FILTER (WHERE p1.place <= $1::integer), '[]'::json) AS v0,
          count(*) AS rows
          FROM (SELECT CASE WHEN t4.place <= $1::integer THEN (SELECT row_to_json(o41.*)
              FROM (SELECT t4.operation AS "operation",
                t4.subject_type AS "subjectType",
                t4.fields AS "fields",
                CASE WHEN t4.subject_type = 'Country' THEN (SELECT row_to_json(o6.*)
                  FROM (SELECT 'Country'::text AS "__typename",
                    'Country:' || t5.id AS "id"
                    FROM country t5
                    WHERE t5.id = t4.subject_id) o6)
                WHEN t4.subject_type = 'Detainee' THEN (SELECT row_to_json(o8.*)
                  FROM (SELECT 'Detainee'::text AS "__typename",
                    'Detainee:' || t7.id AS "id"
                    FROM detainee t7
                    WHERE t7.id = t4.subject_id) o8)
                WHEN t4.subject_type = 'Claim' THEN (SELECT row_to_json(o10.*)
                  FROM (SELECT 'Claim'::text AS "__typename",
                    'Claim:' || t9.id AS "id"
                    FROM claim t9
                    WHERE t9.id = t4.subject_id) o10)
                WHEN t4.subject_type = 'Organization' THEN (SELECT row_to_json(o12.*)
                  FROM (SELECT 'Organization'::text AS "__typename",
                    'Organization:' || t11.id AS "id"
                    FROM organization t11
                    WHERE t11.id = t4.subject_id) o12)
                WHEN t4.subject_type = 'Source' THEN (SELECT row_to_json(o14.*)
                  FROM (SELECT 'Source'::text AS "__typename",
                    'Source:' || t13.id AS "id"
                    FROM source t13
                    WHERE t13.id = t4.subject_id) o14)
                WHEN t4.subject_type = 'Detention' THEN (SELECT row_to_json(o16.*)
                  FROM (SELECT 'Detention'::text AS "__typename",
                    'Detention:' || t15.id AS "id"
                    FROM detention t15
                    WHERE t15.id = t4.subject_id) o16)
                WHEN t4.subject_type = 'Charge' THEN (SELECT row_to_json(o18.*)
                  FROM (SELECT 'Charge'::text AS "__typename",
                    'Charge:' || t17.id AS "id"
                    FROM charge t17
                    WHERE t17.id = t4.subject_id) o18)
                WHEN t4.subject_type = 'ReleaseMember' THEN (SELECT row_to_json(o20.*)
                  FROM (SELECT 'ReleaseMember'::text AS "__typename",
                    'ReleaseMember:' || t19.id AS "id"
                    FROM release_member t19
                    WHERE t19.id = t4.subject_id) o20)
                WHEN t4.subject_type = 'Release' THEN (SELECT row_to_json(o22.*)
                  FROM (SELECT 'Release'::text AS "__typename",
                    'Release:' || t21.id AS "id"
                    FROM release t21
                    WHERE t21.id = t4.subject_id) o22)
                WHEN t4.subject_type = 'Agreement' THEN (SELECT row_to_json(o24.*)
                  FROM (SELECT 'Agreement'::text AS "__typename",
                    'Agreement:' || t23.id AS "id"
                    FROM agreement t23
                    WHERE t23.id = t4.subject_id) o24)
                WHEN t4.subject_type = 'Term' THEN (SELECT row_to_json(o26.*)
                  FROM (SELECT 'Term'::text AS "__typename",
                    'Term:' || t25.id AS "id"
                    FROM term t25
                    WHERE t25.id = t4.subject_id) o26)
                WHEN t4.subject_type = 'Relief' THEN (SELECT row_to_json(o28.*)
                  FROM (SELECT 'Relief'::text AS "__typename",
                    'Relief:' || t27.id AS "id"
                    FROM relief t27
                    WHERE t27.id = t4.subject_id) o28)
                WHEN t4.subject_type = 'Instrument' THEN (SELECT row_to_json(o30.*)
                  FROM (SELECT 'Instrument'::text AS "__typename",
                    'Instrument:' || t29.id AS "id"
                    FROM instrument t29
                    WHERE t29.id = t4.subject_id) o30)
                WHEN t4.subject_type = 'SanctionProgram' THEN (SELECT row_to_json(o32.*)
                  FROM (SELECT 'SanctionProgram'::text AS "__typename",
                    'SanctionProgram:' || t31.id AS "id"
                    FROM sanction_program t31
                    WHERE t31.id = t4.subject_id) o32)
                WHEN t4.subject_type = 'Sanction' THEN (SELECT row_to_json(o34.*)
                  FROM (SELECT 'Sanction'::text AS "__typename",
                    'Sanction:' || t33.id AS "id"
                    FROM sanction t33
                    WHERE t33.id = t4.subject_id) o34)
                WHEN t4.subject_type = 'Target' THEN (SELECT row_to_json(o36.*)
                  FROM (SELECT 'Target'::text AS "__typename",
                    'Target:' || t35.id AS "id"
                    FROM target t35
                    WHERE t35.id = t4.subject_id) o36)
                WHEN t4.subject_type = 'Exchange' THEN (SELECT row_to_json(o38.*)
                  FROM (SELECT 'Exchange'::text AS "__typename",
                    'Exchange:' || t37.id AS "id"
                    FROM exchange t37
                    WHERE t37.id = t4.subject_id) o38)
                WHEN t4.subject_type = 'Change' THEN (SELECT row_to_json(o40.*)
                  FROM (SELECT 'Change'::text AS "__typename",
                    'Change:' || t39.id AS "id"
                    FROM published_change t39
                    WHERE t39.id = t4.subject_id) o40) END AS "subject") o41) END AS v0,
            t4.place
            FROM (SELECT s3.*, row_number() OVER () AS place
              FROM (SELECT t42.*
                FROM published_change t42
                ORDER BY t42.revision DESC, t42.id DESC
                LIMIT 501) s3
              LIMIT $1::integer + 1) t4) p1) a2) o43) AS "changes") o44) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
