SELECT (SELECT row_to_json(o3.*)
  FROM (SELECT $1::text::json AS "before",
    (SELECT row_to_json(o2.*)
      FROM (SELECT t1.name AS "name"
        FROM country t1
        WHERE t1.iso2 = upper($2::text)) o2) AS "country",
    $3::text::json AS "__schema") o3) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
