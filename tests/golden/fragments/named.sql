SELECT (SELECT row_to_json(o9.*)
  FROM (SELECT (SELECT row_to_json(o4.*)
      FROM (SELECT t1.slug AS "slug",
        (SELECT row_to_json(o3.*)
          FROM (SELECT t2.iso2 AS "iso2"
            FROM country t2
            WHERE t2.id = t1.country_id) o3) AS "country"
        FROM release t1
        WHERE t1.slug = $1::text) o4) AS "first",
    (SELECT row_to_json(o8.*)
      FROM (SELECT t5.slug AS "slug",
        (SELECT row_to_json(o7.*)
          FROM (SELECT t6.iso2 AS "iso2"
            FROM country t6
            WHERE t6.id = t5.country_id) o7) AS "country",
        t5.mode AS "mode"
        FROM release t5
        WHERE t5.slug = $2::text) o8) AS "second") o9) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
