SELECT (SELECT row_to_json(o3.*)
  FROM (SELECT (SELECT row_to_json(o2.*)
      FROM (SELECT sanction_status_on(t1.id, coalesce($2::date, current_date)) AS "status",
        sanction_status_on(t1.id, coalesce($3::date, current_date)) AS "before",
        sanction_status_on(t1.id, coalesce($4::date, current_date)) AS "after",
        EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.sanction_id = t1.id OFFSET 0) AS "contested"
        FROM sanction t1
        WHERE t1.slug = $1::text) o2) AS "sanction") o3) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
