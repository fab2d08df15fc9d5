SELECT (SELECT row_to_json(o5.*)
  FROM (SELECT (SELECT row_to_json(o2.*)
      FROM (SELECT t1.name AS "title",
        t1.name AS "again"
        FROM country t1
        WHERE t1.iso2 = upper($1::text)) o2) AS "minsk",
    (SELECT row_to_json(o4.*)
      FROM (SELECT t3.name AS "name"
        FROM country t3
        WHERE t3.iso2 = upper($2::text)) o4) AS "vilnius") o5) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
