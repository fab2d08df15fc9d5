SELECT (SELECT row_to_json(o6.*)
  FROM (SELECT (SELECT row_to_json(o5.*)
      FROM (SELECT (SELECT coalesce(json_agg(o4.*), '[]'::json)
          FROM (SELECT translate(encode(convert_to(json_build_array('28bed6c2', t1.released_on_earliest, t1.id)::text, 'UTF8'), 'base64'), E'\n', '') AS "cursor",
            (SELECT row_to_json(o3.*)
              FROM (SELECT t1.slug AS "slug") o3) AS "node"
            FROM (SELECT t2.*
              FROM release t2
              ORDER BY t2.released_on_earliest DESC NULLS LAST, t2.id DESC
              LIMIT 501) t1
            LIMIT $1::integer) o4) AS "edges") o5) AS "releases") o6) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
