SELECT (SELECT row_to_json(o21.*)
  FROM (SELECT (SELECT row_to_json(o12.*)
      FROM (SELECT (SELECT row_to_json(o7.*)
          FROM (SELECT (SELECT coalesce(json_agg(o6.*), '[]'::json)
              FROM (SELECT t2.slug AS "slug",
                sanction_status_on(t2.id, coalesce($4::date, current_date)) AS "status",
                (SELECT row_to_json(o5.*)
                  FROM (SELECT t4.name AS "name"
                    FROM organization t4
                    WHERE t4.id = t2.authority_id) o5) AS "authority"
                FROM (SELECT t3.*
                  FROM sanction t3
                  WHERE t3.target_id IN (SELECT t.target_id FROM relief_target t WHERE t.relief_id = t1.id)
                  AND sanction_status_on(t3.id, coalesce($3::date, current_date)) IN ('ACTIVE', 'LICENSED')
                  ORDER BY t3.listed_on_earliest DESC NULLS LAST, t3.id DESC
                  LIMIT 501) t2
                LIMIT $2::integer) o6) AS "nodes") o7) AS "residualSanctions",
        (SELECT row_to_json(o11.*)
          FROM (SELECT (SELECT coalesce(json_agg(o10.*), '[]'::json)
              FROM (SELECT t8.slug AS "slug"
                FROM (SELECT t9.*
                  FROM sanction t9
                  WHERE t9.target_id IN (SELECT t.target_id FROM relief_target t WHERE t.relief_id = t1.id)
                  AND sanction_status_on(t9.id, coalesce($6::date, current_date)) IN ('ACTIVE', 'LICENSED')
                  ORDER BY t9.listed_on_earliest DESC NULLS LAST, t9.id DESC
                  LIMIT 501) t8
                LIMIT $5::integer) o10) AS "nodes") o11) AS "long_ago"
        FROM relief t1
        WHERE t1.slug = $1::text) o12) AS "relief",
    (SELECT row_to_json(o20.*)
      FROM (SELECT (SELECT row_to_json(o15.*)
          FROM (SELECT (SELECT count(*)::integer
              FROM sanction t14
              WHERE t14.target_id IN (SELECT t.target_id FROM relief_target t WHERE t.relief_id = t13.id)
              AND sanction_status_on(t14.id, coalesce($8::date, current_date)) IN ('ACTIVE', 'LICENSED')) AS "totalCount") o15) AS "residualSanctions",
        (SELECT row_to_json(o19.*)
          FROM (SELECT (SELECT coalesce(json_agg(o18.*), '[]'::json)
              FROM (SELECT t16.slug AS "slug",
                sanction_status_on(t16.id, coalesce($10::date, current_date)) AS "status"
                FROM (SELECT t17.*
                  FROM sanction t17
                  WHERE t17.id = ANY (ARRAY(SELECT s.sanction_id FROM relief_sanction s WHERE s.relief_id = t13.id))
                  ORDER BY t17.listed_on_earliest DESC NULLS LAST, t17.id DESC
                  LIMIT 501) t16
                LIMIT $9::integer) o18) AS "nodes") o19) AS "sanctions"
        FROM relief t13
        WHERE t13.slug = $7::text) o20) AS "delisting") o21) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
