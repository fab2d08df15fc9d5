SELECT (SELECT row_to_json(o3.*)
  FROM (SELECT (SELECT row_to_json(o2.*)
      FROM (SELECT t1.name AS "name",
        t1.iso3 AS "iso3",
        t1.kind AS "kind",
        t1.iso2 AS "iso2",
        t1.official_name AS "officialName"
        FROM country t1
        WHERE t1.iso2 = upper($1::text)) o2) AS "country") o3) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
