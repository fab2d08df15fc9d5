SELECT (SELECT row_to_json(o12.*)
  FROM (SELECT (SELECT coalesce(json_agg(o11.*), '[]'::json)
      FROM (SELECT (SELECT row_to_json(o6.*)
          FROM (SELECT t5.iso2 AS "iso2"
            FROM country t5
            WHERE t5.id = t1.counterpart_id) o6) AS "counterpart",
        t1.relief_kind AS "reliefKind",
        (SELECT row_to_json(o8.*)
          FROM (SELECT t7.code AS "code"
            FROM sanction_program t7
            WHERE t7.id = t1.program_id) o8) AS "program",
        (SELECT row_to_json(o10.*)
          FROM (SELECT t9.slug AS "slug"
            FROM organization t9
            WHERE t9.id = t1.authority_id) o10) AS "authority",
        t1.mode AS "mode",
        t1.month AS "month",
        t1.events AS "events"
        FROM (SELECT NULL::bigint AS nationality_id,
          NULL::bigint AS country_id,
          g2.counterpart_id,
          NULL::integer AS year,
          g2.month,
          g2.mode,
          NULL::charge_category AS charge_category,
          g2.relief_kind,
          g2.program_id,
          g2.authority_id,
          CASE WHEN sum(c3.low) > 2147483647 THEN 2147483647 ELSE sum(c3.low)::integer END AS people_min,
          CASE WHEN bool_and(c3.high IS NOT NULL) AND sum(c3.high) <= 2147483647 THEN sum(c3.high)::integer END AS people_max,
          coalesce(sum(c3.named), 0)::integer AS named,
          count(DISTINCT g2.id)::integer AS events,
          (count(DISTINCT g2.id) FILTER (WHERE c3.low IS NULL))::integer AS uncounted
          FROM (SELECT DISTINCT r4.id, c.country_id AS counterpart_id, month_of(r4.released_on) AS month, r4.mode AS mode, k.kind AS relief_kind, g.program_id AS program_id, u.authority_id AS authority_id
            FROM release r4
            LEFT JOIN (SELECT a.release_id, p.country_id FROM agreement_release a JOIN party p USING (agreement_id) WHERE p.role = 'PRINCIPAL') c ON c.release_id = r4.id AND c.country_id <> r4.country_id
            LEFT JOIN (SELECT e.release_id, f.kind FROM exchange e JOIN relief f ON f.id = e.relief_id WHERE e.relation <> 'DENIED') k ON k.release_id = r4.id
            LEFT JOIN (SELECT e.release_id, r.program_id FROM exchange e JOIN relief_program r USING (relief_id) WHERE e.relation <> 'DENIED') g ON g.release_id = r4.id
            LEFT JOIN (SELECT e.release_id, f.authority_id FROM exchange e JOIN relief f ON f.id = e.relief_id WHERE e.relation <> 'DENIED') u ON u.release_id = r4.id
            WHERE r4.part_of_id IS NULL) g2
          CROSS JOIN LATERAL (SELECT least_of(r.total_value, r.total_min, r.total_completeness) AS low, most_of(r.total_value, r.total_max, r.total_completeness) AS high, m.named FROM release r CROSS JOIN LATERAL (SELECT count(DISTINCT m.detainee_id)::integer AS named FROM release_member m WHERE m.release_id = g2.id AND m.outcome <> 'DISPUTED') m WHERE r.id = g2.id) c3
          GROUP BY g2.counterpart_id, g2.month, g2.mode, g2.relief_kind, g2.program_id, g2.authority_id) t1
        ORDER BY t1.month ASC NULLS LAST, t1.people_min DESC NULLS LAST, t1.people_max DESC NULLS LAST, t1.named DESC NULLS LAST, t1.events DESC NULLS LAST, t1.uncounted DESC NULLS LAST, t1.counterpart_id, t1.month, t1.mode, t1.relief_kind, t1.program_id, t1.authority_id) o11) AS "releaseFigures") o12) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
