SELECT (SELECT row_to_json(o7.*)
  FROM (SELECT (SELECT row_to_json(o2.*)
      FROM (SELECT 
        FROM country t1
        WHERE t1.iso2 = upper($1::text)) o2) AS "country",
    (SELECT row_to_json(o6.*)
      FROM (SELECT (SELECT coalesce(json_agg(o5.*), '[]'::json)
          FROM (SELECT 
            FROM (SELECT t4.*
              FROM release t4
              ORDER BY t4.released_on_earliest DESC NULLS LAST, t4.id DESC
              LIMIT 501) t3
            LIMIT $2::integer) o5) AS "nodes") o6) AS "releases") o7) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
