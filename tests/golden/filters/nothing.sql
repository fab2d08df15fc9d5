SELECT (SELECT row_to_json(o11.*)
  FROM (SELECT (SELECT row_to_json(o2.*)
      FROM (SELECT (SELECT t1.count FROM row_count t1 WHERE t1.table_name = 'release') AS "totalCount") o2) AS "absent",
    (SELECT row_to_json(o4.*)
      FROM (SELECT (SELECT t3.count FROM row_count t3 WHERE t3.table_name = 'release') AS "totalCount") o4) AS "null",
    (SELECT row_to_json(o6.*)
      FROM (SELECT (SELECT t5.count FROM row_count t5 WHERE t5.table_name = 'release') AS "totalCount") o6) AS "empty",
    (SELECT row_to_json(o8.*)
      FROM (SELECT (SELECT t7.count FROM row_count t7 WHERE t7.table_name = 'release') AS "totalCount") o8) AS "variable",
    (SELECT row_to_json(o10.*)
      FROM (SELECT (SELECT t9.count FROM row_count t9 WHERE t9.table_name = 'release') AS "totalCount") o10) AS "inner") o11) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
