SELECT (SELECT row_to_json(o11.*)
  FROM (SELECT (SELECT row_to_json(o2.*)
      FROM (SELECT (SELECT count(*)::integer
          FROM release t1) AS "totalCount") o2) AS "absent",
    (SELECT row_to_json(o4.*)
      FROM (SELECT (SELECT count(*)::integer
          FROM release t3) AS "totalCount") o4) AS "null",
    (SELECT row_to_json(o6.*)
      FROM (SELECT (SELECT count(*)::integer
          FROM release t5) AS "totalCount") o6) AS "empty",
    (SELECT row_to_json(o8.*)
      FROM (SELECT (SELECT count(*)::integer
          FROM release t7) AS "totalCount") o8) AS "variable",
    (SELECT row_to_json(o10.*)
      FROM (SELECT (SELECT count(*)::integer
          FROM release t9) AS "totalCount") o10) AS "inner") o11) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
