SELECT (SELECT row_to_json(o9.*)
  FROM (SELECT (SELECT coalesce(json_agg(o8.*), '[]'::json)
      FROM (SELECT (SELECT row_to_json(o7.*)
          FROM (SELECT t6.iso2 AS "iso2"
            FROM country t6
            WHERE t6.id = t1.nationality_id) o7) AS "nationality",
        t1.events AS "events",
        t1.people_min AS "peopleMin",
        t1.people_max AS "peopleMax",
        t1.named AS "named",
        t1.uncounted AS "uncounted"
        FROM (SELECT g2.nationality_id,
          NULL::bigint AS country_id,
          NULL::bigint AS counterpart_id,
          NULL::integer AS year,
          NULL::text AS month,
          NULL::release_mode AS mode,
          NULL::charge_category AS charge_category,
          NULL::relief_kind AS relief_kind,
          NULL::bigint AS program_id,
          NULL::bigint AS authority_id,
          CASE WHEN sum(c3.low) > 2147483647 THEN 2147483647 ELSE sum(c3.low)::integer END AS people_min,
          CASE WHEN bool_and(c3.high IS NOT NULL) AND sum(c3.high) <= 2147483647 THEN sum(c3.high)::integer END AS people_max,
          coalesce(sum(c3.named), 0)::integer AS named,
          count(DISTINCT g2.id)::integer AS events,
          (count(DISTINCT g2.id) FILTER (WHERE c3.low IS NULL))::integer AS uncounted
          FROM (SELECT DISTINCT r4.id, n.country_id AS nationality_id
            FROM release r4
            LEFT JOIN release_nationality n ON n.release_id = r4.id
            WHERE r4.part_of_id IS NULL
            AND EXISTS (SELECT
              FROM exchange e
              JOIN relief t5 ON t5.id = e.relief_id
              WHERE e.release_id = r4.id AND e.relation <> 'DENIED')) g2
          CROSS JOIN LATERAL (SELECT coalesce(k.low, nullif(m.named, 0)) AS low, k.high, m.named FROM (SELECT count(DISTINCT m.detainee_id)::integer AS named FROM release_member m LEFT JOIN nationality n ON n.detainee_id = m.detainee_id AND n.kind IN ('CITIZEN', 'DUAL') WHERE m.release_id = g2.id AND m.outcome <> 'DISPUTED' AND n.country_id IS NOT DISTINCT FROM g2.nationality_id) m LEFT JOIN LATERAL (SELECT sum(least_of(c.value, c.min, c.completeness)) AS low, CASE WHEN bool_and(most_of(c.value, c.max, c.completeness) IS NOT NULL) THEN sum(most_of(c.value, c.max, c.completeness)) END AS high FROM release_count c WHERE c.release_id = g2.id AND c.dimension = 'NATIONALITY' AND c.scope = 'THIS_RELEASE' AND c.country_id = g2.nationality_id) k ON true) c3
          GROUP BY g2.nationality_id) t1
        ORDER BY t1.people_min DESC NULLS LAST, t1.people_max DESC NULLS LAST, t1.named DESC NULLS LAST, t1.events DESC NULLS LAST, t1.uncounted DESC NULLS LAST, t1.nationality_id) o8) AS "releaseFigures") o9) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
