SELECT (SELECT row_to_json(o46.*)
  FROM (SELECT (SELECT row_to_json(o45.*)
      FROM (SELECT (SELECT row_to_json(o44.*)
          FROM (SELECT (SELECT count(*)::integer
              FROM release t2
              WHERE t2.id IN (SELECT n.release_id FROM release_nationality n WHERE n.country_id = t1.id)) AS "totalCount",
            (SELECT coalesce(json_agg(o43.*), '[]'::json)
              FROM (SELECT t3.slug AS "slug",
                t3.title AS "title",
                t3.released_on AS "releasedOn",
                (SELECT row_to_json(o5.*)
                  FROM (SELECT t3.total_value AS "value",
                    t3.total_completeness AS "completeness") o5) AS "total",
                (SELECT coalesce(json_agg(o10.*), '[]'::json)
                  FROM (SELECT (SELECT row_to_json(o8.*)
                      FROM (SELECT t7.iso2 AS "iso2"
                        FROM country t7
                        WHERE t7.id = t6.country_id) o8) AS "country",
                    (SELECT row_to_json(o9.*)
                      FROM (SELECT t6.value AS "value") o9) AS "count",
                    t6.scope AS "scope"
                    FROM release_count t6
                    WHERE t6.release_id = t3.id
                    AND t6.dimension = $3::text::count_dimension
                    ORDER BY t6.position ASC) o10) AS "counts",
                (SELECT coalesce(json_agg(o16.*), '[]'::json)
                  FROM (SELECT t11.slug AS "slug",
                    t11.kind AS "kind",
                    t11.status AS "status",
                    t11.announced_on AS "announcedOn",
                    t11.issued_on AS "issuedOn",
                    t11.unblocks_property AS "unblocksProperty",
                    (SELECT row_to_json(o13.*)
                      FROM (SELECT t12.number AS "number"
                        FROM instrument t12
                        WHERE t12.id = t11.instrument_id) o13) AS "instrument",
                    (SELECT coalesce(json_agg(o15.*), '[]'::json)
                      FROM (SELECT t14.name AS "name"
                        FROM target t14
                        WHERE t14.id IN (SELECT t.target_id FROM relief_target t WHERE t.relief_id = t11.id)
                        ORDER BY t14.name COLLATE "C" ASC, t14.id ASC) o15) AS "targets"
                    FROM relief t11
                    WHERE t11.id IN (SELECT e.relief_id FROM exchange e WHERE e.release_id = t3.id AND e.relation <> 'DENIED')
                    ORDER BY t11.announced_on_earliest DESC NULLS LAST, t11.id DESC) o16) AS "inExchangeFor",
                (SELECT coalesce(json_agg(o28.*), '[]'::json)
                  FROM (SELECT t17.relation AS "relation",
                    (
                      SELECT other_side.day - r.released_on_earliest
                      FROM release r
                      LEFT JOIN relief f ON f.id = t17.relief_id
                      LEFT JOIN release c ON c.id = t17.counter_release_id
                      LEFT JOIN term t ON t.id = t17.concession_id
                      CROSS JOIN LATERAL (
                        SELECT coalesce(
                          CASE WHEN f.issued_on_earliest = f.issued_on_latest THEN f.issued_on_earliest
                          WHEN f.issued_on IS NULL AND f.effective_on_earliest = f.effective_on_latest
                          THEN f.effective_on_earliest END,
                          CASE WHEN c.released_on_earliest = c.released_on_latest THEN c.released_on_earliest END,
                          CASE WHEN t.performed_on_earliest = t.performed_on_latest THEN t.performed_on_earliest END
                          ) AS day
                        ) other_side
                      WHERE r.id = t17.release_id AND r.released_on_earliest = r.released_on_latest
                      ) AS "lagDays",
                    EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.exchange_id = t17.id OFFSET 0) AS "contested",
                    (SELECT row_to_json(o19.*)
                      FROM (SELECT t18.slug AS "slug"
                        FROM relief t18
                        WHERE t18.id = t17.relief_id) o19) AS "relief",
                    (SELECT row_to_json(o27.*)
                      FROM (SELECT (SELECT coalesce(json_agg(o26.*), '[]'::json)
                          FROM (SELECT t20.speaker AS "speaker",
                            t20.stance AS "stance",
                            t20.verification AS "verification",
                            (SELECT row_to_json(o25.*)
                              FROM (SELECT (SELECT row_to_json(o24.*)
                                  FROM (SELECT t23.name AS "name"
                                    FROM organization t23
                                    WHERE t23.id = t22.publisher_id) o24) AS "publisher",
                                t22.url AS "url"
                                FROM source t22
                                WHERE t22.id = t20.source_id) o25) AS "source"
                            FROM (SELECT t21.*
                              FROM claim t21
                              WHERE t21.exchange_id = t17.id
                              ORDER BY t21.position ASC, t21.id ASC
                              LIMIT 501) t20
                            LIMIT $4::integer) o26) AS "nodes") o27) AS "claims"
                    FROM exchange t17
                    WHERE (t17.release_id = t3.id OR t17.counter_release_id = t3.id)
                    ORDER BY t17.position ASC, t17.id ASC) o28) AS "exchanges",
                (SELECT row_to_json(o42.*)
                  FROM (SELECT (SELECT coalesce(json_agg(o41.*), '[]'::json)
                      FROM (SELECT t29.outcome AS "outcome",
                        EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.release_member_id = t29.id OFFSET 0) AS "contested",
                        (SELECT row_to_json(o40.*)
                          FROM (SELECT t31.name AS "name",
                            (SELECT row_to_json(o35.*)
                              FROM (SELECT (SELECT coalesce(json_agg(o34.*), '[]'::json)
                                  FROM (SELECT t32.category AS "category",
                                    t32.title AS "title",
                                    t32.stage AS "stage"
                                    FROM (SELECT t33.*
                                      FROM charge t33
                                      WHERE t33.detention_id = ANY (ARRAY(SELECT d.id FROM detention d WHERE d.detainee_id = t31.id))
                                      ORDER BY t33.position ASC, t33.id ASC
                                      LIMIT 501) t32
                                    LIMIT $6::integer) o34) AS "nodes") o35) AS "charges",
                            (SELECT coalesce(json_agg(o39.*), '[]'::json)
                              FROM (SELECT (SELECT row_to_json(o38.*)
                                  FROM (SELECT t37.name AS "name"
                                    FROM country t37
                                    WHERE t37.id = t36.country_id) o38) AS "country"
                                FROM nationality t36
                                WHERE t36.detainee_id = t31.id
                                ORDER BY t36.kind ASC, t36.country_id ASC) o39) AS "nationalities"
                            FROM detainee t31
                            WHERE t31.id = t29.detainee_id) o40) AS "detainee"
                        FROM (SELECT t30.*
                          FROM release_member t30
                          WHERE t30.release_id = t3.id
                          ORDER BY t30.position ASC, t30.id ASC
                          LIMIT 501) t29
                        LIMIT $5::integer) o41) AS "nodes") o42) AS "members"
                FROM (SELECT t4.*
                  FROM release t4
                  WHERE t4.id IN (SELECT n.release_id FROM release_nationality n WHERE n.country_id = t1.id)
                  ORDER BY t4.released_on_earliest DESC NULLS LAST, t4.id DESC
                  LIMIT 501) t3
                LIMIT $2::integer) o43) AS "nodes") o44) AS "nationalsReleased"
        FROM country t1
        WHERE t1.iso2 = upper($1::text)) o45) AS "country") o46) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
