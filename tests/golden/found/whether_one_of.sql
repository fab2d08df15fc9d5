SELECT (SELECT row_to_json(o3.*)
  FROM (SELECT (SELECT row_to_json(o2.*)
      FROM (SELECT t1.license AS "license"
        FROM dataset t1) o2) AS "dataset",
    $1::text::json AS "__type",
    $2::text::json AS "input") o3) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
