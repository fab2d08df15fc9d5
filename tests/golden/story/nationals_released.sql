SELECT (SELECT row_to_json(o51.*)
  FROM (SELECT (SELECT row_to_json(o50.*)
      FROM (SELECT (SELECT row_to_json(o49.*)
          FROM (SELECT (SELECT count(*)::integer
              FROM release t2
              WHERE t2.id IN (SELECT n.release_id FROM release_nationality n WHERE n.country_id = t1.id)) AS "totalCount",
            (SELECT coalesce(json_agg(o48.*), '[]'::json)
              FROM (SELECT t3.slug AS "slug",
                t3.title AS "title",
                t3.released_on AS "releasedOn",
                (SELECT row_to_json(o10.*)
                  FROM (SELECT t3.total_value AS "value",
                    t3.total_completeness AS "completeness") o10) AS "total",
                (SELECT coalesce(json_agg(o15.*), '[]'::json)
                  FROM (SELECT (SELECT row_to_json(o13.*)
                      FROM (SELECT t12.iso2 AS "iso2"
                        FROM country t12
                        WHERE t12.id = t11.country_id) o13) AS "country",
                    (SELECT row_to_json(o14.*)
                      FROM (SELECT t11.value AS "value") o14) AS "count",
                    t11.scope AS "scope"
                    FROM release_count t11
                    WHERE t11.release_id = t3.id
                    AND t11.dimension = $3::text::count_dimension
                    ORDER BY t11.position ASC) o15) AS "counts",
                (SELECT coalesce(json_agg(o21.*), '[]'::json)
                  FROM (SELECT t16.slug AS "slug",
                    t16.kind AS "kind",
                    t16.status AS "status",
                    t16.announced_on AS "announcedOn",
                    t16.issued_on AS "issuedOn",
                    t16.unblocks_property AS "unblocksProperty",
                    (SELECT row_to_json(o18.*)
                      FROM (SELECT t17.number AS "number"
                        FROM instrument t17
                        WHERE t17.id = t16.instrument_id) o18) AS "instrument",
                    (SELECT coalesce(json_agg(o20.*), '[]'::json)
                      FROM (SELECT t19.name AS "name"
                        FROM target t19
                        WHERE t19.id IN (SELECT t.target_id FROM relief_target t WHERE t.relief_id = t16.id)
                        ORDER BY t19.name COLLATE "C" ASC, t19.id ASC) o20) AS "targets"
                    FROM relief t16
                    WHERE t16.id IN (SELECT e.relief_id FROM exchange e WHERE e.release_id = t3.id AND e.relation <> 'DENIED')
                    ORDER BY t16.announced_on_earliest DESC NULLS LAST, t16.id DESC) o21) AS "inExchangeFor",
                (SELECT coalesce(json_agg(o33.*), '[]'::json)
                  FROM (SELECT t22.relation AS "relation",
                    (
                      SELECT other_side.day - r.released_on_earliest
                      FROM release r
                      LEFT JOIN relief f ON f.id = t22.relief_id
                      LEFT JOIN release c ON c.id = t22.counter_release_id
                      LEFT JOIN term t ON t.id = t22.concession_id
                      CROSS JOIN LATERAL (
                        SELECT coalesce(
                          CASE WHEN f.issued_on_earliest = f.issued_on_latest THEN f.issued_on_earliest
                          WHEN f.issued_on IS NULL AND f.effective_on_earliest = f.effective_on_latest
                          THEN f.effective_on_earliest END,
                          CASE WHEN c.released_on_earliest = c.released_on_latest THEN c.released_on_earliest END,
                          CASE WHEN t.performed_on_earliest = t.performed_on_latest THEN t.performed_on_earliest END
                          ) AS day
                        ) other_side
                      WHERE r.id = t22.release_id AND r.released_on_earliest = r.released_on_latest
                      ) AS "lagDays",
                    EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.exchange_id = t22.id OFFSET 0) AS "contested",
                    (SELECT row_to_json(o24.*)
                      FROM (SELECT t23.slug AS "slug"
                        FROM relief t23
                        WHERE t23.id = t22.relief_id) o24) AS "relief",
                    (SELECT row_to_json(o32.*)
                      FROM (SELECT (SELECT coalesce(json_agg(o31.*), '[]'::json)
                          FROM (SELECT t25.speaker AS "speaker",
                            t25.stance AS "stance",
                            t25.verification AS "verification",
                            (SELECT row_to_json(o30.*)
                              FROM (SELECT (SELECT row_to_json(o29.*)
                                  FROM (SELECT t28.name AS "name"
                                    FROM organization t28
                                    WHERE t28.id = t27.publisher_id) o29) AS "publisher",
                                t27.url AS "url"
                                FROM source t27
                                WHERE t27.id = t25.source_id) o30) AS "source"
                            FROM (SELECT t26.*
                              FROM claim t26
                              WHERE t26.exchange_id = t22.id
                              ORDER BY t26.position ASC, t26.id ASC
                              LIMIT 501) t25
                            LIMIT $4::integer) o31) AS "nodes") o32) AS "claims"
                    FROM exchange t22
                    WHERE (t22.release_id = t3.id OR t22.counter_release_id = t3.id)
                    ORDER BY t22.position ASC, t22.id ASC) o33) AS "exchanges",
                (SELECT row_to_json(o47.*)
                  FROM (SELECT (SELECT coalesce(json_agg(o46.*), '[]'::json)
                      FROM (SELECT t34.outcome AS "outcome",
                        EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.release_member_id = t34.id OFFSET 0) AS "contested",
                        (SELECT row_to_json(o45.*)
                          FROM (SELECT t36.name AS "name",
                            (SELECT row_to_json(o40.*)
                              FROM (SELECT (SELECT coalesce(json_agg(o39.*), '[]'::json)
                                  FROM (SELECT t37.category AS "category",
                                    t37.title AS "title",
                                    t37.stage AS "stage"
                                    FROM (SELECT t38.*
                                      FROM charge t38
                                      WHERE t38.detention_id = ANY (ARRAY(SELECT d.id FROM detention d WHERE d.detainee_id = t36.id))
                                      ORDER BY t38.position ASC, t38.id ASC
                                      LIMIT 501) t37
                                    LIMIT $6::integer) o39) AS "nodes") o40) AS "charges",
                            (SELECT coalesce(json_agg(o44.*), '[]'::json)
                              FROM (SELECT (SELECT row_to_json(o43.*)
                                  FROM (SELECT t42.name AS "name"
                                    FROM country t42
                                    WHERE t42.id = t41.country_id) o43) AS "country"
                                FROM nationality t41
                                WHERE t41.detainee_id = t36.id
                                ORDER BY t41.kind ASC, t41.country_id ASC) o44) AS "nationalities"
                            FROM detainee t36
                            WHERE t36.id = t34.detainee_id) o45) AS "detainee"
                        FROM (SELECT t35.*
                          FROM release_member t35
                          WHERE t35.release_id = t3.id
                          ORDER BY t35.position ASC, t35.id ASC
                          LIMIT 501) t34
                        LIMIT $5::integer) o46) AS "nodes") o47) AS "members"
                FROM (SELECT t5.*
                  FROM (SELECT ARRAY(SELECT n.release_id FROM release_nationality n WHERE n.country_id = t1.id LIMIT 5001) AS ids OFFSET 0) i4
                  CROSS JOIN LATERAL (SELECT b8.* FROM (SELECT t6.*
                      FROM release t6
                      WHERE cardinality(i4.ids) <= 5000
                      AND t6.id = ANY (i4.ids)
                      ORDER BY t6.released_on_earliest DESC NULLS LAST, t6.id DESC
                      LIMIT 501) b8
                    UNION ALL SELECT b9.* FROM (SELECT t7.*
                      FROM release t7
                      WHERE cardinality(i4.ids) > 5000
                      AND EXISTS (SELECT FROM (SELECT n.release_id FROM release_nationality n WHERE n.country_id = t1.id) link (id) WHERE link.id = t7.id OFFSET 0)
                      ORDER BY t7.released_on_earliest DESC NULLS LAST, t7.id DESC
                      LIMIT 501) b9) t5) t3
                LIMIT $2::integer) o48) AS "nodes") o49) AS "nationalsReleased"
        FROM country t1
        WHERE t1.iso2 = upper($1::text)) o50) AS "country") o51) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
