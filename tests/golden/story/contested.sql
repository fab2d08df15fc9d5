SELECT (SELECT row_to_json(o23.*)
  FROM (SELECT (SELECT row_to_json(o14.*)
      FROM (SELECT EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.release_id = t1.id OFFSET 0) AS "contested",
        (SELECT row_to_json(o13.*)
          FROM (SELECT (SELECT coalesce(json_agg(o12.*), '[]'::json)
              FROM (SELECT t2.outcome AS "outcome",
                EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.release_member_id = t2.id OFFSET 0) AS "contested",
                (SELECT row_to_json(o9.*)
                  FROM (SELECT (SELECT coalesce(json_agg(o8.*), '[]'::json)
                      FROM (SELECT t4.speaker AS "speaker",
                        t4.value AS "value",
                        t4.verification AS "verification",
                        (SELECT coalesce(json_agg(o7.*), '[]'::json)
                          FROM (SELECT t6.speaker AS "speaker",
                            t6.value AS "value"
                            FROM claim t6
                            WHERE t6.id IN (SELECT x.other_id FROM contradicting x WHERE x.claim_id = t4.id)
                            ORDER BY t6.position ASC, t6.id ASC) o7) AS "contradicts"
                        FROM (SELECT t5.*
                          FROM claim t5
                          WHERE t5.release_member_id = t2.id
                          ORDER BY t5.position ASC, t5.id ASC
                          LIMIT 501) t4
                        LIMIT $3::integer) o8) AS "nodes") o9) AS "claims",
                (SELECT coalesce(json_agg(o11.*), '[]'::json)
                  FROM (SELECT t10.slug AS "slug"
                    FROM source t10
                    WHERE t10.id IN (SELECT c.source_id FROM claim c WHERE c.release_member_id = t2.id)
                    ORDER BY t10.published_on_earliest DESC NULLS LAST, t10.id DESC) o11) AS "sources"
                FROM (SELECT t3.*
                  FROM release_member t3
                  WHERE t3.release_id = t1.id
                  ORDER BY t3.position ASC, t3.id ASC
                  LIMIT 501) t2
                LIMIT $2::integer) o12) AS "nodes") o13) AS "members"
        FROM release t1
        WHERE t1.slug = $1::text) o14) AS "release",
    (SELECT row_to_json(o22.*)
      FROM (SELECT EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.relief_id = t15.id OFFSET 0) AS "contested",
        (SELECT row_to_json(o21.*)
          FROM (SELECT (SELECT coalesce(json_agg(o20.*), '[]'::json)
              FROM (SELECT t16.statement AS "statement",
                t16.verification AS "verification",
                (SELECT coalesce(json_agg(o19.*), '[]'::json)
                  FROM (SELECT t18.statement AS "statement"
                    FROM claim t18
                    WHERE t18.id IN (SELECT x.other_id FROM contradicting x WHERE x.claim_id = t16.id)
                    ORDER BY t18.position ASC, t18.id ASC) o19) AS "contradicts"
                FROM (SELECT t17.*
                  FROM claim t17
                  WHERE t17.relief_id = t15.id
                  ORDER BY t17.position ASC, t17.id ASC
                  LIMIT 501) t16
                LIMIT $5::integer) o20) AS "nodes") o21) AS "claims"
        FROM relief t15
        WHERE t15.slug = $4::text) o22) AS "relief") o23) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
