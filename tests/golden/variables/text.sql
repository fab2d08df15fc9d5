SELECT (SELECT row_to_json(o7.*)
  FROM (SELECT (SELECT row_to_json(o2.*)
      FROM (SELECT t1.slug AS "slug"
        FROM release t1
        WHERE t1.slug = $1::text) o2) AS "release",
    (SELECT row_to_json(o4.*)
      FROM (SELECT t3.name AS "name"
        FROM country t3
        WHERE t3.iso2 = upper($2::text)) o4) AS "quoted",
    (SELECT row_to_json(o6.*)
      FROM (SELECT t5.name AS "name"
        FROM country t5
        WHERE t5.iso2 = upper($3::text)) o6) AS "braces") o7) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
