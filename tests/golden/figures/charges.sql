SELECT (SELECT row_to_json(o13.*)
  FROM (SELECT (SELECT coalesce(json_agg(o5.*), '[]'::json)
      FROM (SELECT t1.charge_category AS "chargeCategory",
        t1.people_min AS "peopleMin",
        t1.people_max AS "peopleMax",
        t1.named AS "named"
        FROM (SELECT NULL::bigint AS nationality_id,
          NULL::bigint AS country_id,
          NULL::bigint AS counterpart_id,
          NULL::integer AS year,
          NULL::text AS month,
          NULL::release_mode AS mode,
          g2.charge_category,
          NULL::relief_kind AS relief_kind,
          NULL::bigint AS program_id,
          NULL::bigint AS authority_id,
          CASE WHEN sum(c3.low) > 2147483647 THEN 2147483647 ELSE sum(c3.low)::integer END AS people_min,
          CASE WHEN bool_and(c3.high IS NOT NULL) AND sum(c3.high) <= 2147483647 THEN sum(c3.high)::integer END AS people_max,
          coalesce(sum(c3.named), 0)::integer AS named,
          count(DISTINCT g2.id)::integer AS events,
          (count(DISTINCT g2.id) FILTER (WHERE c3.low IS NULL))::integer AS uncounted
          FROM (SELECT DISTINCT r4.id, h.category AS charge_category
            FROM release r4
            LEFT JOIN release_charge h ON h.release_id = r4.id
            WHERE r4.part_of_id IS NULL) g2
          CROSS JOIN LATERAL (SELECT nullif(m.named, 0) AS low, NULL::integer AS high, m.named FROM (SELECT count(DISTINCT m.detainee_id)::integer AS named FROM release_member m LEFT JOIN (detention d JOIN charge h ON h.detention_id = d.id) ON d.detainee_id = m.detainee_id WHERE m.release_id = g2.id AND m.outcome <> 'DISPUTED' AND h.category IS NOT DISTINCT FROM g2.charge_category) m) c3
          GROUP BY g2.charge_category) t1
        ORDER BY t1.people_min DESC NULLS LAST, t1.people_max DESC NULLS LAST, t1.named DESC NULLS LAST, t1.events DESC NULLS LAST, t1.uncounted DESC NULLS LAST, t1.charge_category) o5) AS "releaseFigures",
    (SELECT coalesce(json_agg(o12.*), '[]'::json)
      FROM (SELECT t6.charge_category AS "chargeCategory",
        (SELECT row_to_json(o11.*)
          FROM (SELECT t10.iso2 AS "iso2"
            FROM country t10
            WHERE t10.id = t6.nationality_id) o11) AS "nationality",
        t6.named AS "named"
        FROM (SELECT g7.nationality_id,
          NULL::bigint AS country_id,
          NULL::bigint AS counterpart_id,
          NULL::integer AS year,
          NULL::text AS month,
          NULL::release_mode AS mode,
          g7.charge_category,
          NULL::relief_kind AS relief_kind,
          NULL::bigint AS program_id,
          NULL::bigint AS authority_id,
          CASE WHEN sum(c8.low) > 2147483647 THEN 2147483647 ELSE sum(c8.low)::integer END AS people_min,
          CASE WHEN bool_and(c8.high IS NOT NULL) AND sum(c8.high) <= 2147483647 THEN sum(c8.high)::integer END AS people_max,
          coalesce(sum(c8.named), 0)::integer AS named,
          count(DISTINCT g7.id)::integer AS events,
          (count(DISTINCT g7.id) FILTER (WHERE c8.low IS NULL))::integer AS uncounted
          FROM (SELECT DISTINCT r9.id, n.country_id AS nationality_id, h.category AS charge_category
            FROM release r9
            LEFT JOIN release_nationality n ON n.release_id = r9.id
            LEFT JOIN release_charge h ON h.release_id = r9.id
            WHERE r9.part_of_id IS NULL
            AND r9.slug COLLATE "C" = $1::text) g7
          CROSS JOIN LATERAL (SELECT nullif(m.named, 0) AS low, NULL::integer AS high, m.named FROM (SELECT count(DISTINCT m.detainee_id)::integer AS named FROM release_member m LEFT JOIN nationality n ON n.detainee_id = m.detainee_id AND n.kind IN ('CITIZEN', 'DUAL') LEFT JOIN (detention d JOIN charge h ON h.detention_id = d.id) ON d.detainee_id = m.detainee_id WHERE m.release_id = g7.id AND m.outcome <> 'DISPUTED' AND n.country_id IS NOT DISTINCT FROM g7.nationality_id AND h.category IS NOT DISTINCT FROM g7.charge_category) m) c8
          GROUP BY g7.nationality_id, g7.charge_category
          HAVING sum(c8.named) > 0) t6
        ORDER BY t6.people_min DESC NULLS LAST, t6.people_max DESC NULLS LAST, t6.named DESC NULLS LAST, t6.events DESC NULLS LAST, t6.uncounted DESC NULLS LAST, t6.nationality_id, t6.charge_category) o12) AS "both") o13) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
