SELECT (SELECT row_to_json(o9.*)
  FROM (SELECT (SELECT row_to_json(o8.*)
      FROM (SELECT (SELECT row_to_json(o5.*)
          FROM (SELECT t2.name AS "name",
            (SELECT row_to_json(o4.*)
              FROM (SELECT t3.iso2 AS "iso2"
                FROM country t3
                WHERE t3.id = t2.country_id) o4) AS "country"
            FROM organization t2
            WHERE t2.id = t1.authority_id) o5) AS "authority",
        (SELECT row_to_json(o7.*)
          FROM (SELECT t6.title AS "title"
            FROM instrument t6
            WHERE t6.id = t1.instrument_id) o7) AS "instrument"
        FROM relief t1
        WHERE t1.slug = $1::text) o8) AS "relief") o9) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
