SELECT (SELECT row_to_json(o42.*)
  FROM (SELECT (SELECT row_to_json(o41.*)
      FROM (SELECT (SELECT row_to_json(o40.*)
          FROM (SELECT (SELECT count(*)::integer
              FROM release t2
              WHERE t2.id IN (SELECT n.release_id FROM release_nationality n WHERE n.country_id = t1.id)) AS "totalCount",
            (SELECT coalesce(json_agg(o39.*), '[]'::json)
              FROM (SELECT t3.slug AS "slug",
                t3.title AS "title",
                t3.released_on AS "releasedOn",
                (SELECT row_to_json(o4.*)
                  FROM (SELECT t3.total_value AS "value",
                    t3.total_completeness AS "completeness") o4) AS "total",
                (SELECT coalesce(json_agg(o9.*), '[]'::json)
                  FROM (SELECT (SELECT row_to_json(o7.*)
                      FROM (SELECT t6.iso2 AS "iso2"
                        FROM country t6
                        WHERE t6.id = t5.country_id) o7) AS "country",
                    (SELECT row_to_json(o8.*)
                      FROM (SELECT t5.value AS "value") o8) AS "count",
                    t5.scope AS "scope"
                    FROM release_count t5
                    WHERE t5.release_id = t3.id
                    AND t5.dimension = $3::text::count_dimension
                    ORDER BY t5.position ASC) o9) AS "counts",
                (SELECT coalesce(json_agg(o15.*), '[]'::json)
                  FROM (SELECT t10.slug AS "slug",
                    t10.kind AS "kind",
                    t10.status AS "status",
                    t10.announced_on AS "announcedOn",
                    t10.issued_on AS "issuedOn",
                    t10.unblocks_property AS "unblocksProperty",
                    (SELECT row_to_json(o12.*)
                      FROM (SELECT t11.number AS "number"
                        FROM instrument t11
                        WHERE t11.id = t10.instrument_id) o12) AS "instrument",
                    (SELECT coalesce(json_agg(o14.*), '[]'::json)
                      FROM (SELECT t13.name AS "name"
                        FROM target t13
                        WHERE t13.id IN (SELECT t.target_id FROM relief_target t WHERE t.relief_id = t10.id)
                        ORDER BY t13.name COLLATE "C" ASC, t13.id ASC) o14) AS "targets"
                    FROM relief t10
                    WHERE t10.id IN (SELECT e.relief_id FROM exchange e WHERE e.release_id = t3.id AND e.relation <> 'DENIED')
                    ORDER BY t10.announced_on_earliest DESC NULLS LAST, t10.id DESC) o15) AS "inExchangeFor",
                (SELECT coalesce(json_agg(o26.*), '[]'::json)
                  FROM (SELECT t16.relation AS "relation",
                    (
                      SELECT other_side.day - r.released_on_earliest
                      FROM release r
                      LEFT JOIN relief f ON f.id = t16.relief_id
                      LEFT JOIN release c ON c.id = t16.counter_release_id
                      LEFT JOIN term t ON t.id = t16.concession_id
                      CROSS JOIN LATERAL (
                        SELECT coalesce(
                          CASE WHEN f.issued_on_earliest = f.issued_on_latest THEN f.issued_on_earliest
                          WHEN f.issued_on IS NULL AND f.effective_on_earliest = f.effective_on_latest
                          THEN f.effective_on_earliest END,
                          CASE WHEN c.released_on_earliest = c.released_on_latest THEN c.released_on_earliest END,
                          CASE WHEN t.performed_on_earliest = t.performed_on_latest THEN t.performed_on_earliest END
                          ) AS day
                        ) other_side
                      WHERE r.id = t16.release_id AND r.released_on_earliest = r.released_on_latest
                      ) AS "lagDays",
                    EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.exchange_id = t16.id OFFSET 0) AS "contested",
                    (SELECT row_to_json(o18.*)
                      FROM (SELECT t17.slug AS "slug"
                        FROM relief t17
                        WHERE t17.id = t16.relief_id) o18) AS "relief",
                    (SELECT row_to_json(o25.*)
                      FROM (SELECT (SELECT coalesce(json_agg(o24.*), '[]'::json)
                          FROM (SELECT t19.speaker AS "speaker",
                            t19.stance AS "stance",
                            t19.verification AS "verification",
                            (SELECT row_to_json(o23.*)
                              FROM (SELECT (SELECT row_to_json(o22.*)
                                  FROM (SELECT t21.name AS "name"
                                    FROM organization t21
                                    WHERE t21.id = t20.publisher_id) o22) AS "publisher",
                                t20.url AS "url"
                                FROM source t20
                                WHERE t20.id = t19.source_id) o23) AS "source"
                            FROM claim t19
                            WHERE t19.exchange_id = t16.id
                            ORDER BY t19.position ASC, t19.id ASC
                            LIMIT $4::integer) o24) AS "nodes") o25) AS "claims"
                    FROM exchange t16
                    WHERE (t16.release_id = t3.id OR t16.counter_release_id = t3.id)
                    ORDER BY t16.position ASC, t16.id ASC) o26) AS "exchanges",
                (SELECT row_to_json(o38.*)
                  FROM (SELECT (SELECT coalesce(json_agg(o37.*), '[]'::json)
                      FROM (SELECT t27.outcome AS "outcome",
                        EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.release_member_id = t27.id OFFSET 0) AS "contested",
                        (SELECT row_to_json(o36.*)
                          FROM (SELECT t28.name AS "name",
                            (SELECT row_to_json(o31.*)
                              FROM (SELECT (SELECT coalesce(json_agg(o30.*), '[]'::json)
                                  FROM (SELECT t29.category AS "category",
                                    t29.title AS "title",
                                    t29.stage AS "stage"
                                    FROM charge t29
                                    WHERE t29.detention_id = ANY (ARRAY(SELECT d.id FROM detention d WHERE d.detainee_id = t28.id))
                                    ORDER BY t29.position ASC, t29.id ASC
                                    LIMIT $6::integer) o30) AS "nodes") o31) AS "charges",
                            (SELECT coalesce(json_agg(o35.*), '[]'::json)
                              FROM (SELECT (SELECT row_to_json(o34.*)
                                  FROM (SELECT t33.name AS "name"
                                    FROM country t33
                                    WHERE t33.id = t32.country_id) o34) AS "country"
                                FROM nationality t32
                                WHERE t32.detainee_id = t28.id
                                ORDER BY t32.kind ASC, t32.country_id ASC) o35) AS "nationalities"
                            FROM detainee t28
                            WHERE t28.id = t27.detainee_id) o36) AS "detainee"
                        FROM release_member t27
                        WHERE t27.release_id = t3.id
                        ORDER BY t27.position ASC, t27.id ASC
                        LIMIT $5::integer) o37) AS "nodes") o38) AS "members"
                FROM release t3
                WHERE t3.id IN (SELECT n.release_id FROM release_nationality n WHERE n.country_id = t1.id)
                ORDER BY t3.released_on_earliest DESC NULLS LAST, t3.id DESC
                LIMIT $2::integer) o39) AS "nodes") o40) AS "nationalsReleased"
        FROM country t1
        WHERE t1.iso2 = upper($1::text)) o41) AS "country") o42) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
