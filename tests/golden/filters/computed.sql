SELECT (SELECT row_to_json(o11.*)
  FROM (SELECT (SELECT row_to_json(o5.*)
      FROM (SELECT (SELECT row_to_json(o4.*)
          FROM (SELECT (SELECT coalesce(json_agg(o3.*), '[]'::json)
              FROM (SELECT t2.outcome AS "outcome"
                FROM release_member t2
                WHERE t2.release_id = t1.id
                AND EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.release_member_id = t2.id OFFSET 0)
                ORDER BY t2.position ASC, t2.id ASC
                LIMIT $2::integer) o3) AS "nodes") o4) AS "members"
        FROM release t1
        WHERE t1.slug = $1::text) o5) AS "members",
    (SELECT row_to_json(o8.*)
      FROM (SELECT (SELECT coalesce(json_agg(o7.*), '[]'::json)
          FROM (SELECT (
              SELECT other_side.day - r.released_on_earliest
              FROM release r
              LEFT JOIN relief f ON f.id = t6.relief_id
              LEFT JOIN release c ON c.id = t6.counter_release_id
              LEFT JOIN term t ON t.id = t6.concession_id
              CROSS JOIN LATERAL (
                SELECT coalesce(
                  CASE WHEN f.issued_on_earliest = f.issued_on_latest THEN f.issued_on_earliest
                  WHEN f.issued_on IS NULL AND f.effective_on_earliest = f.effective_on_latest
                  THEN f.effective_on_earliest END,
                  CASE WHEN c.released_on_earliest = c.released_on_latest THEN c.released_on_earliest END,
                  CASE WHEN t.performed_on_earliest = t.performed_on_latest THEN t.performed_on_earliest END
                  ) AS day
                ) other_side
              WHERE r.id = t6.release_id AND r.released_on_earliest = r.released_on_latest
              ) AS "lagDays"
            FROM exchange t6
            WHERE (
              SELECT other_side.day - r.released_on_earliest
              FROM release r
              LEFT JOIN relief f ON f.id = t6.relief_id
              LEFT JOIN release c ON c.id = t6.counter_release_id
              LEFT JOIN term t ON t.id = t6.concession_id
              CROSS JOIN LATERAL (
                SELECT coalesce(
                  CASE WHEN f.issued_on_earliest = f.issued_on_latest THEN f.issued_on_earliest
                  WHEN f.issued_on IS NULL AND f.effective_on_earliest = f.effective_on_latest
                  THEN f.effective_on_earliest END,
                  CASE WHEN c.released_on_earliest = c.released_on_latest THEN c.released_on_earliest END,
                  CASE WHEN t.performed_on_earliest = t.performed_on_latest THEN t.performed_on_earliest END
                  ) AS day
                ) other_side
              WHERE r.id = t6.release_id AND r.released_on_earliest = r.released_on_latest
              ) >= $4::integer
            ORDER BY t6.position ASC, t6.id ASC
            LIMIT $3::integer) o7) AS "nodes") o8) AS "exchanges",
    (SELECT row_to_json(o10.*)
      FROM (SELECT (SELECT count(*)::integer
          FROM relief t9
          WHERE NOT (EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.relief_id = t9.id OFFSET 0))) AS "totalCount") o10) AS "uncontested") o11) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
