SELECT (SELECT row_to_json(o5.*)
  FROM (SELECT (SELECT row_to_json(o4.*)
      FROM (SELECT (SELECT row_to_json(o3.*)
          FROM (SELECT (SELECT count(*)::integer
              FROM release t2
              WHERE t2.country_id = t1.id) AS "totalCount") o3) AS "releases"
        FROM country t1
        WHERE t1.iso2 = upper($1::text)) o4) AS "country") o5) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
