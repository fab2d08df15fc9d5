SELECT (SELECT row_to_json(o13.*)
  FROM (SELECT (SELECT coalesce(json_agg(o7.*), '[]'::json)
      FROM (SELECT t1.year AS "year",
        (SELECT row_to_json(o6.*)
          FROM (SELECT t5.iso2 AS "iso2"
            FROM country t5
            WHERE t5.id = t1.country_id) o6) AS "country",
        t1.events AS "events",
        t1.people_min AS "peopleMin",
        t1.people_max AS "peopleMax",
        t1.named AS "named",
        t1.uncounted AS "uncounted"
        FROM (SELECT NULL::bigint AS nationality_id,
          g2.country_id,
          NULL::bigint AS counterpart_id,
          g2.year,
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
          FROM (SELECT DISTINCT r4.id, r4.country_id AS country_id, year_of(r4.released_on) AS year
            FROM release r4
            WHERE r4.part_of_id IS NULL) g2
          CROSS JOIN LATERAL (SELECT least_of(r.total_value, r.total_min, r.total_completeness) AS low, most_of(r.total_value, r.total_max, r.total_completeness) AS high, m.named FROM release r CROSS JOIN LATERAL (SELECT count(DISTINCT m.detainee_id)::integer AS named FROM release_member m WHERE m.release_id = g2.id AND m.outcome <> 'DISPUTED') m WHERE r.id = g2.id) c3
          GROUP BY g2.country_id, g2.year) t1
        ORDER BY t1.year ASC NULLS LAST, t1.people_min DESC NULLS LAST, t1.people_max DESC NULLS LAST, t1.named DESC NULLS LAST, t1.events DESC NULLS LAST, t1.uncounted DESC NULLS LAST, t1.country_id, t1.year) o7) AS "releaseFigures",
    (SELECT coalesce(json_agg(o12.*), '[]'::json)
      FROM (SELECT t8.year AS "year",
        t8.events AS "events",
        t8.people_min AS "peopleMin",
        t8.people_max AS "peopleMax",
        t8.named AS "named"
        FROM (SELECT NULL::bigint AS nationality_id,
          NULL::bigint AS country_id,
          NULL::bigint AS counterpart_id,
          NULL::integer AS year,
          NULL::text AS month,
          NULL::release_mode AS mode,
          NULL::charge_category AS charge_category,
          NULL::relief_kind AS relief_kind,
          NULL::bigint AS program_id,
          NULL::bigint AS authority_id,
          CASE WHEN sum(c10.low) > 2147483647 THEN 2147483647 ELSE sum(c10.low)::integer END AS people_min,
          CASE WHEN bool_and(c10.high IS NOT NULL) AND sum(c10.high) <= 2147483647 THEN sum(c10.high)::integer END AS people_max,
          coalesce(sum(c10.named), 0)::integer AS named,
          count(DISTINCT g9.id)::integer AS events,
          (count(DISTINCT g9.id) FILTER (WHERE c10.low IS NULL))::integer AS uncounted
          FROM (SELECT DISTINCT r11.id
            FROM release r11
            WHERE r11.part_of_id IS NULL) g9
          CROSS JOIN LATERAL (SELECT least_of(r.total_value, r.total_min, r.total_completeness) AS low, most_of(r.total_value, r.total_max, r.total_completeness) AS high, m.named FROM release r CROSS JOIN LATERAL (SELECT count(DISTINCT m.detainee_id)::integer AS named FROM release_member m WHERE m.release_id = g9.id AND m.outcome <> 'DISPUTED') m WHERE r.id = g9.id) c10
          GROUP BY ()) t8
        ORDER BY t8.people_min DESC NULLS LAST, t8.people_max DESC NULLS LAST, t8.named DESC NULLS LAST, t8.events DESC NULLS LAST, t8.uncounted DESC NULLS LAST) o12) AS "all") o13) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
