SELECT (SELECT row_to_json(o6.*)
  FROM (SELECT (SELECT row_to_json(o2.*)
      FROM (SELECT 
        FROM country t1
        WHERE t1.iso2 = upper($1::text)) o2) AS "country",
    (SELECT row_to_json(o5.*)
      FROM (SELECT (SELECT coalesce(json_agg(o4.*), '[]'::json)
          FROM (SELECT 
            FROM release t3
            ORDER BY t3.released_on_earliest DESC NULLS LAST, t3.id DESC
            LIMIT $2::integer) o4) AS "nodes") o5) AS "releases") o6) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
