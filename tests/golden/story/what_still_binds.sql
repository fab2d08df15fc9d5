SELECT (SELECT row_to_json(o18.*)
  FROM (SELECT (SELECT row_to_json(o10.*)
      FROM (SELECT (SELECT row_to_json(o6.*)
          FROM (SELECT (SELECT coalesce(json_agg(o5.*), '[]'::json)
              FROM (SELECT t2.slug AS "slug",
                sanction_status_on(t2.id, coalesce($4::date, current_date)) AS "status",
                (SELECT row_to_json(o4.*)
                  FROM (SELECT t3.name AS "name"
                    FROM organization t3
                    WHERE t3.id = t2.authority_id) o4) AS "authority"
                FROM sanction t2
                WHERE t2.target_id IN (SELECT t.target_id FROM relief_target t WHERE t.relief_id = t1.id)
                AND sanction_status_on(t2.id, coalesce($3::date, current_date)) IN ('ACTIVE', 'LICENSED')
                ORDER BY t2.listed_on_earliest DESC NULLS LAST, t2.id DESC
                LIMIT $2::integer) o5) AS "nodes") o6) AS "residualSanctions",
        (SELECT row_to_json(o9.*)
          FROM (SELECT (SELECT coalesce(json_agg(o8.*), '[]'::json)
              FROM (SELECT t7.slug AS "slug"
                FROM sanction t7
                WHERE t7.target_id IN (SELECT t.target_id FROM relief_target t WHERE t.relief_id = t1.id)
                AND sanction_status_on(t7.id, coalesce($6::date, current_date)) IN ('ACTIVE', 'LICENSED')
                ORDER BY t7.listed_on_earliest DESC NULLS LAST, t7.id DESC
                LIMIT $5::integer) o8) AS "nodes") o9) AS "long_ago"
        FROM relief t1
        WHERE t1.slug = $1::text) o10) AS "relief",
    (SELECT row_to_json(o17.*)
      FROM (SELECT (SELECT row_to_json(o13.*)
          FROM (SELECT (SELECT count(*)::integer
              FROM sanction t12
              WHERE t12.target_id IN (SELECT t.target_id FROM relief_target t WHERE t.relief_id = t11.id)
              AND sanction_status_on(t12.id, coalesce($8::date, current_date)) IN ('ACTIVE', 'LICENSED')) AS "totalCount") o13) AS "residualSanctions",
        (SELECT row_to_json(o16.*)
          FROM (SELECT (SELECT coalesce(json_agg(o15.*), '[]'::json)
              FROM (SELECT t14.slug AS "slug",
                sanction_status_on(t14.id, coalesce($10::date, current_date)) AS "status"
                FROM sanction t14
                WHERE t14.id = ANY (ARRAY(SELECT s.sanction_id FROM relief_sanction s WHERE s.relief_id = t11.id))
                ORDER BY t14.listed_on_earliest DESC NULLS LAST, t14.id DESC
                LIMIT $9::integer) o15) AS "nodes") o16) AS "sanctions"
        FROM relief t11
        WHERE t11.slug = $7::text) o17) AS "delisting") o18) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
