SELECT (SELECT row_to_json(o4.*)
  FROM (SELECT (SELECT row_to_json(o3.*)
      FROM (SELECT (SELECT coalesce(json_agg(o2.*), '[]'::json)
          FROM (SELECT t1.mode AS "mode",
            t1.slug AS "slug"
            FROM release t1
            ORDER BY t1.mode DESC, t1.slug COLLATE "C" ASC, t1.id ASC
            LIMIT $1::integer) o2) AS "nodes") o3) AS "releases") o4) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
