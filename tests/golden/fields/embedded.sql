SELECT (SELECT row_to_json(o4.*)
  FROM (SELECT (SELECT row_to_json(o3.*)
      FROM (SELECT (SELECT row_to_json(o2.*)
          FROM (SELECT t1.total_value AS "value",
            t1.total_min AS "min",
            t1.total_max AS "max",
            t1.total_completeness AS "completeness") o2) AS "total"
        FROM release t1
        WHERE t1.slug = $1::text) o3) AS "release") o4) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
