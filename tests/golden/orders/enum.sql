SELECT (SELECT row_to_json(o5.*)
  FROM (SELECT (SELECT row_to_json(o4.*)
      FROM (SELECT (SELECT coalesce(json_agg(o3.*), '[]'::json)
          FROM (SELECT t1.mode AS "mode",
            t1.slug AS "slug"
            FROM (SELECT t2.*
              FROM release t2
              ORDER BY t2.mode DESC, t2.slug COLLATE "C" ASC, t2.id ASC
              LIMIT 501) t1
            LIMIT $1::integer) o3) AS "nodes") o4) AS "releases") o5) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
