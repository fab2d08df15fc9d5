SELECT (SELECT row_to_json(o23.*)
  FROM (SELECT (SELECT row_to_json(o10.*)
      FROM (SELECT (SELECT coalesce(json_agg(o3.*), '[]'::json)
          FROM (SELECT t2.relation AS "relation"
            FROM exchange t2
            WHERE (t2.release_id = t1.id OR t2.counter_release_id = t1.id)
            ORDER BY t2.position ASC, t2.id ASC) o3) AS "exchanges",
        (SELECT coalesce(json_agg(o5.*), '[]'::json)
          FROM (SELECT t4.slug AS "slug"
            FROM relief t4
            WHERE t4.id IN (SELECT e.relief_id FROM exchange e WHERE e.release_id = t1.id AND e.relation <> 'DENIED')
            ORDER BY t4.announced_on_earliest DESC NULLS LAST, t4.id DESC) o5) AS "inExchangeFor",
        (SELECT coalesce(json_agg(o7.*), '[]'::json)
          FROM (SELECT t6.slug AS "slug"
            FROM release t6
            WHERE t6.id IN (SELECT e.counter_release_id FROM exchange e WHERE e.release_id = t1.id AND e.relation <> 'DENIED' UNION ALL SELECT e.release_id FROM exchange e WHERE e.counter_release_id = t1.id AND e.relation <> 'DENIED')
            ORDER BY t6.released_on_earliest DESC NULLS LAST, t6.id DESC) o7) AS "swappedFor",
        (SELECT coalesce(json_agg(o9.*), '[]'::json)
          FROM (SELECT t8.text AS "text"
            FROM term t8
            WHERE t8.id IN (SELECT e.concession_id FROM exchange e WHERE e.release_id = t1.id AND e.relation <> 'DENIED')
            ORDER BY t8.position ASC, t8.id ASC) o9) AS "concessions"
        FROM release t1
        WHERE t1.slug = $1::text) o10) AS "release",
    (SELECT row_to_json(o16.*)
      FROM (SELECT (SELECT coalesce(json_agg(o13.*), '[]'::json)
          FROM (SELECT t12.relation AS "relation"
            FROM exchange t12
            WHERE (t12.release_id = t11.id OR t12.counter_release_id = t11.id)
            ORDER BY t12.position ASC, t12.id ASC) o13) AS "exchanges",
        (SELECT coalesce(json_agg(o15.*), '[]'::json)
          FROM (SELECT t14.slug AS "slug"
            FROM release t14
            WHERE t14.id IN (SELECT e.counter_release_id FROM exchange e WHERE e.release_id = t11.id AND e.relation <> 'DENIED' UNION ALL SELECT e.release_id FROM exchange e WHERE e.counter_release_id = t11.id AND e.relation <> 'DENIED')
            ORDER BY t14.released_on_earliest DESC NULLS LAST, t14.id DESC) o15) AS "swappedFor"
        FROM release t11
        WHERE t11.slug = $2::text) o16) AS "other",
    (SELECT row_to_json(o22.*)
      FROM (SELECT (SELECT coalesce(json_agg(o19.*), '[]'::json)
          FROM (SELECT t18.slug AS "slug"
            FROM release t18
            WHERE t18.id IN (SELECT e.release_id FROM exchange e WHERE e.relief_id = t17.id AND e.relation <> 'DENIED')
            ORDER BY t18.released_on_earliest DESC NULLS LAST, t18.id DESC) o19) AS "inReturnFor",
        (SELECT coalesce(json_agg(o21.*), '[]'::json)
          FROM (SELECT (
              SELECT other_side.day - r.released_on_earliest
              FROM release r
              LEFT JOIN relief f ON f.id = t20.relief_id
              LEFT JOIN release c ON c.id = t20.counter_release_id
              LEFT JOIN term t ON t.id = t20.concession_id
              CROSS JOIN LATERAL (
                SELECT coalesce(
                  CASE WHEN f.issued_on_earliest = f.issued_on_latest THEN f.issued_on_earliest
                  WHEN f.issued_on IS NULL AND f.effective_on_earliest = f.effective_on_latest
                  THEN f.effective_on_earliest END,
                  CASE WHEN c.released_on_earliest = c.released_on_latest THEN c.released_on_earliest END,
                  CASE WHEN t.performed_on_earliest = t.performed_on_latest THEN t.performed_on_earliest END
                  ) AS day
                ) other_side
              WHERE r.id = t20.release_id AND r.released_on_earliest = r.released_on_latest
              ) AS "lagDays"
            FROM exchange t20
            WHERE t20.relief_id = t17.id
            ORDER BY t20.position ASC, t20.id ASC) o21) AS "exchanges"
        FROM relief t17
        WHERE t17.slug = $3::text) o22) AS "relief") o23) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
