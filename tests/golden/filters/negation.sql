SELECT (SELECT row_to_json(o7.*)
  FROM (SELECT (SELECT row_to_json(o2.*)
      FROM (SELECT (SELECT count(*)::integer
          FROM release t1
          WHERE t1.authority COLLATE "C" = $1::text) AS "totalCount") o2) AS "holds",
    (SELECT row_to_json(o4.*)
      FROM (SELECT (SELECT count(*)::integer
          FROM release t3
          WHERE (t3.authority COLLATE "C" = $2::text) IS NOT TRUE) AS "totalCount") o4) AS "does_not",
    (SELECT row_to_json(o6.*)
      FROM (SELECT (SELECT count(*)::integer
          FROM release t5
          WHERE t5.authority COLLATE "C" <> $3::text) AS "totalCount") o6) AS "another") o7) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
