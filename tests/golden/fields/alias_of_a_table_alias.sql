SELECT (SELECT row_to_json(o6.*)
  FROM (SELECT (SELECT row_to_json(o5.*)
      FROM (SELECT t1.name AS "t1",
        t1.iso2 AS "o2",
        (SELECT row_to_json(o4.*)
          FROM (SELECT (SELECT coalesce(json_agg(o3.*), '[]'::json)
              FROM (SELECT t2.slug AS "place"
                FROM release t2
                WHERE t2.country_id = t1.id
                ORDER BY t2.released_on_earliest DESC NULLS LAST, t2.id DESC
                LIMIT $2::integer) o3) AS "p2") o4) AS "releases"
        FROM country t1
        WHERE t1.iso2 = upper($1::text)) o5) AS "o1") o6) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
