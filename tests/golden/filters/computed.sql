SELECT (SELECT row_to_json(o13.*)
  FROM (SELECT (SELECT row_to_json(o6.*)
      FROM (SELECT (SELECT row_to_json(o5.*)
          FROM (SELECT (SELECT coalesce(json_agg(o4.*), '[]'::json)
              FROM (SELECT t2.outcome AS "outcome"
                FROM (SELECT t3.*
                  FROM release_member t3
                  WHERE t3.release_id = t1.id
                  AND EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.release_member_id = t3.id OFFSET 0)
                  ORDER BY t3.position ASC, t3.id ASC
                  LIMIT 501) t2
                LIMIT $2::integer) o4) AS "nodes") o5) AS "members"
        FROM release t1
        WHERE t1.slug = $1::text) o6) AS "members",
    (SELECT row_to_json(o10.*)
      FROM (SELECT (SELECT coalesce(json_agg(o9.*), '[]'::json)
          FROM (SELECT (
              SELECT other_side.day - r.released_on_earliest
              FROM release r
              LEFT JOIN relief f ON f.id = t7.relief_id
              LEFT JOIN release c ON c.id = t7.counter_release_id
              LEFT JOIN term t ON t.id = t7.concession_id
              CROSS JOIN LATERAL (
                SELECT coalesce(
                  CASE WHEN f.issued_on_earliest = f.issued_on_latest THEN f.issued_on_earliest
                  WHEN f.issued_on IS NULL AND f.effective_on_earliest = f.effective_on_latest
                  THEN f.effective_on_earliest END,
                  CASE WHEN c.released_on_earliest = c.released_on_latest THEN c.released_on_earliest END,
                  CASE WHEN t.performed_on_earliest = t.performed_on_latest THEN t.performed_on_earliest END
                  ) AS day
                ) other_side
              WHERE r.id = t7.release_id AND r.released_on_earliest = r.released_on_latest
              ) AS "lagDays"
            FROM (SELECT t8.*
              FROM exchange t8
              WHERE (
                SELECT other_side.day - r.released_on_earliest
                FROM release r
                LEFT JOIN relief f ON f.id = t8.relief_id
                LEFT JOIN release c ON c.id = t8.counter_release_id
                LEFT JOIN term t ON t.id = t8.concession_id
                CROSS JOIN LATERAL (
                  SELECT coalesce(
                    CASE WHEN f.issued_on_earliest = f.issued_on_latest THEN f.issued_on_earliest
                    WHEN f.issued_on IS NULL AND f.effective_on_earliest = f.effective_on_latest
                    THEN f.effective_on_earliest END,
                    CASE WHEN c.released_on_earliest = c.released_on_latest THEN c.released_on_earliest END,
                    CASE WHEN t.performed_on_earliest = t.performed_on_latest THEN t.performed_on_earliest END
                    ) AS day
                  ) other_side
                WHERE r.id = t8.release_id AND r.released_on_earliest = r.released_on_latest
                ) >= $4::integer
              ORDER BY t8.position ASC, t8.id ASC
              LIMIT 501) t7
            LIMIT $3::integer) o9) AS "nodes") o10) AS "exchanges",
    (SELECT row_to_json(o12.*)
      FROM (SELECT (SELECT count(*)::integer
          FROM relief t11
          WHERE NOT (EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.relief_id = t11.id OFFSET 0))) AS "totalCount") o12) AS "uncontested") o13) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
