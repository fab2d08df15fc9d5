SELECT (SELECT row_to_json(o20.*)
  FROM (SELECT (SELECT row_to_json(o12.*)
      FROM (SELECT EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.release_id = t1.id OFFSET 0) AS "contested",
        (SELECT row_to_json(o11.*)
          FROM (SELECT (SELECT coalesce(json_agg(o10.*), '[]'::json)
              FROM (SELECT t2.outcome AS "outcome",
                EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.release_member_id = t2.id OFFSET 0) AS "contested",
                (SELECT row_to_json(o7.*)
                  FROM (SELECT (SELECT coalesce(json_agg(o6.*), '[]'::json)
                      FROM (SELECT t3.speaker AS "speaker",
                        t3.value AS "value",
                        t3.verification AS "verification",
                        (SELECT coalesce(json_agg(o5.*), '[]'::json)
                          FROM (SELECT t4.speaker AS "speaker",
                            t4.value AS "value"
                            FROM claim t4
                            WHERE t4.id IN (SELECT x.other_id FROM contradicting x WHERE x.claim_id = t3.id)
                            ORDER BY t4.position ASC, t4.id ASC) o5) AS "contradicts"
                        FROM claim t3
                        WHERE t3.release_member_id = t2.id
                        ORDER BY t3.position ASC, t3.id ASC
                        LIMIT $3::integer) o6) AS "nodes") o7) AS "claims",
                (SELECT coalesce(json_agg(o9.*), '[]'::json)
                  FROM (SELECT t8.slug AS "slug"
                    FROM source t8
                    WHERE t8.id IN (SELECT c.source_id FROM claim c WHERE c.release_member_id = t2.id)
                    ORDER BY t8.published_on_earliest DESC NULLS LAST, t8.id DESC) o9) AS "sources"
                FROM release_member t2
                WHERE t2.release_id = t1.id
                ORDER BY t2.position ASC, t2.id ASC
                LIMIT $2::integer) o10) AS "nodes") o11) AS "members"
        FROM release t1
        WHERE t1.slug = $1::text) o12) AS "release",
    (SELECT row_to_json(o19.*)
      FROM (SELECT EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.relief_id = t13.id OFFSET 0) AS "contested",
        (SELECT row_to_json(o18.*)
          FROM (SELECT (SELECT coalesce(json_agg(o17.*), '[]'::json)
              FROM (SELECT t14.statement AS "statement",
                t14.verification AS "verification",
                (SELECT coalesce(json_agg(o16.*), '[]'::json)
                  FROM (SELECT t15.statement AS "statement"
                    FROM claim t15
                    WHERE t15.id IN (SELECT x.other_id FROM contradicting x WHERE x.claim_id = t14.id)
                    ORDER BY t15.position ASC, t15.id ASC) o16) AS "contradicts"
                FROM claim t14
                WHERE t14.relief_id = t13.id
                ORDER BY t14.position ASC, t14.id ASC
                LIMIT $5::integer) o17) AS "nodes") o18) AS "claims"
        FROM relief t13
        WHERE t13.slug = $4::text) o19) AS "relief") o20) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
