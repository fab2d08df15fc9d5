SELECT (SELECT row_to_json(o11.*)
  FROM (SELECT (SELECT row_to_json(o2.*)
      FROM (SELECT (SELECT count(*)::integer
          FROM sanction t1
          WHERE t1.measures @> ARRAY[$1::text::measure]) AS "totalCount") o2) AS "has",
    (SELECT row_to_json(o6.*)
      FROM (SELECT (SELECT coalesce(json_agg(o5.*), '[]'::json)
          FROM (SELECT t3.code AS "code"
            FROM (SELECT t4.*
              FROM sanction_program t4
              WHERE t4.measures && $3::text[]::measure[]
              ORDER BY t4.name COLLATE "C" ASC, t4.id ASC
              LIMIT 501) t3
            LIMIT $2::integer) o5) AS "nodes") o6) AS "any",
    (SELECT row_to_json(o10.*)
      FROM (SELECT (SELECT coalesce(json_agg(o9.*), '[]'::json)
          FROM (SELECT t7.code AS "code"
            FROM (SELECT t8.*
              FROM sanction_program t8
              WHERE NOT t8.aliases && $5::text[]
              ORDER BY t8.name COLLATE "C" ASC, t8.id ASC
              LIMIT 501) t7
            LIMIT $4::integer) o9) AS "nodes") o10) AS "none") o11) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
