SELECT (SELECT row_to_json(o5.*)
  FROM (SELECT (SELECT row_to_json(o4.*)
      FROM (SELECT (SELECT coalesce(json_agg(o3.*), '[]'::json)
          FROM (SELECT translate(encode(convert_to(json_build_array('28bed6c2', t1.released_on_earliest, t1.id)::text, 'UTF8'), 'base64'), E'\n', '') AS "cursor",
            (SELECT row_to_json(o2.*)
              FROM (SELECT t1.slug AS "slug") o2) AS "node"
            FROM release t1
            ORDER BY t1.released_on_earliest DESC NULLS LAST, t1.id DESC
            LIMIT $1::integer) o3) AS "edges") o4) AS "releases") o5) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
