SELECT (SELECT row_to_json(o20.*)
  FROM (SELECT (SELECT coalesce(json_agg(o8.*), '[]'::json)
      FROM (SELECT (SELECT row_to_json(o7.*)
          FROM (SELECT t6.slug AS "slug"
            FROM organization t6
            WHERE t6.id = t1.authority_id) o7) AS "authority",
        t1.measure AS "measure",
        t1.year AS "year",
        t1.sanctions AS "sanctions",
        t1.targets AS "targets",
        t1.ended AS "ended"
        FROM (SELECT g2.authority_id,
          NULL::bigint AS country_id,
          NULL::bigint AS target_country_id,
          NULL::target_kind AS target_kind,
          NULL::bigint AS program_id,
          g2.measure,
          g2.year,
          NULL::text AS month,
          count(DISTINCT g2.id)::integer AS sanctions,
          count(DISTINCT c3.target_id)::integer AS targets,
          (count(DISTINCT g2.id) FILTER (WHERE c3.ended))::integer AS ended
          FROM (SELECT DISTINCT r4.id, r4.authority_id AS authority_id, m.measure AS measure, year_of(r4.listed_on) AS year
            FROM sanction r4
            LEFT JOIN LATERAL unnest(r4.measures) m (measure) ON true
            WHERE EXISTS (SELECT
              FROM target t5
              WHERE t5.id = r4.target_id
              AND t5.kind = $1::text::target_kind)) g2
          CROSS JOIN LATERAL (SELECT s.target_id, s.ended_on_earliest <= current_date AS ended FROM sanction s WHERE s.id = g2.id) c3
          GROUP BY g2.authority_id, g2.measure, g2.year) t1
        ORDER BY t1.year ASC NULLS LAST, t1.sanctions DESC NULLS LAST, t1.targets DESC NULLS LAST, t1.ended DESC NULLS LAST, t1.authority_id, t1.measure, t1.year) o8) AS "sanctionFigures",
    (SELECT coalesce(json_agg(o19.*), '[]'::json)
      FROM (SELECT (SELECT row_to_json(o14.*)
          FROM (SELECT t13.iso2 AS "iso2"
            FROM country t13
            WHERE t13.id = t9.target_country_id) o14) AS "targetCountry",
        t9.target_kind AS "targetKind",
        (SELECT row_to_json(o16.*)
          FROM (SELECT t15.code AS "code"
            FROM sanction_program t15
            WHERE t15.id = t9.program_id) o16) AS "program",
        (SELECT row_to_json(o18.*)
          FROM (SELECT t17.iso2 AS "iso2"
            FROM country t17
            WHERE t17.id = t9.country_id) o18) AS "country",
        t9.sanctions AS "sanctions"
        FROM (SELECT NULL::bigint AS authority_id,
          g10.country_id,
          g10.target_country_id,
          g10.target_kind,
          g10.program_id,
          NULL::measure AS measure,
          NULL::integer AS year,
          NULL::text AS month,
          count(DISTINCT g10.id)::integer AS sanctions,
          count(DISTINCT c11.target_id)::integer AS targets,
          (count(DISTINCT g10.id) FILTER (WHERE c11.ended))::integer AS ended
          FROM (SELECT DISTINCT r12.id, r12.country_id AS country_id, c.country_id AS target_country_id, t.kind AS target_kind, p.program_id AS program_id
            FROM sanction r12
            LEFT JOIN target_country c ON c.target_id = r12.target_id
            JOIN target t ON t.id = r12.target_id
            LEFT JOIN sanction_in_program p ON p.sanction_id = r12.id) g10
          CROSS JOIN LATERAL (SELECT s.target_id, s.ended_on_earliest <= current_date AS ended FROM sanction s WHERE s.id = g10.id) c11
          GROUP BY g10.country_id, g10.target_country_id, g10.target_kind, g10.program_id) t9
        ORDER BY t9.sanctions DESC NULLS LAST, t9.targets DESC NULLS LAST, t9.ended DESC NULLS LAST, t9.country_id, t9.target_country_id, t9.target_kind, t9.program_id) o19) AS "targets") o20) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
