SELECT (SELECT row_to_json(o7.*)
  FROM (SELECT (SELECT row_to_json(o6.*)
      FROM (SELECT (SELECT coalesce(json_agg(o5.*), '[]'::json)
          FROM (SELECT translate(encode(convert_to(json_build_array('50ce424a', t1.ordered_0, t1.released_on_earliest, t1.id)::text, 'UTF8'), 'base64'), E'\n', '') AS "cursor",
            (SELECT row_to_json(o4.*)
              FROM (SELECT t1.slug AS "slug") o4) AS "node"
            FROM (SELECT t2.*, j3.name COLLATE "C" AS ordered_0
              FROM release t2
              JOIN country j3 ON j3.id = t2.country_id
              ORDER BY j3.name COLLATE "C" ASC, t2.released_on_earliest DESC NULLS LAST, t2.id DESC
              LIMIT 501) t1
            LIMIT $1::integer) o5) AS "edges") o6) AS "releases") o7) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
