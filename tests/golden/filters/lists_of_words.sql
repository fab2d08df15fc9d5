SELECT (SELECT row_to_json(o9.*)
  FROM (SELECT (SELECT row_to_json(o2.*)
      FROM (SELECT (SELECT count(*)::integer
          FROM sanction t1
          WHERE t1.measures @> ARRAY[$1::text::measure]) AS "totalCount") o2) AS "has",
    (SELECT row_to_json(o5.*)
      FROM (SELECT (SELECT coalesce(json_agg(o4.*), '[]'::json)
          FROM (SELECT t3.code AS "code"
            FROM sanction_program t3
            WHERE t3.measures && $3::text[]::measure[]
            ORDER BY t3.name COLLATE "C" ASC, t3.id ASC
            LIMIT $2::integer) o4) AS "nodes") o5) AS "any",
    (SELECT row_to_json(o8.*)
      FROM (SELECT (SELECT coalesce(json_agg(o7.*), '[]'::json)
          FROM (SELECT t6.code AS "code"
            FROM sanction_program t6
            WHERE NOT t6.aliases && $5::text[]
            ORDER BY t6.name COLLATE "C" ASC, t6.id ASC
            LIMIT $4::integer) o7) AS "nodes") o8) AS "none") o9) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
