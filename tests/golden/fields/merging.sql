SELECT (SELECT row_to_json(o7.*)
  FROM (SELECT (SELECT row_to_json(o6.*)
      FROM (SELECT t1.name AS "name",
        t1.iso2 AS "iso2",
        (SELECT row_to_json(o5.*)
          FROM (SELECT (SELECT coalesce(json_agg(o3.*), '[]'::json)
              FROM (SELECT t2.slug AS "slug",
                t2.title AS "title"
                FROM release t2
                WHERE t2.country_id = t1.id
                ORDER BY t2.released_on_earliest DESC NULLS LAST, t2.id DESC
                LIMIT $2::integer) o3) AS "nodes",
            (SELECT count(*)::integer
              FROM release t4
              WHERE t4.country_id = t1.id) AS "totalCount") o5) AS "releases"
        FROM country t1
        WHERE t1.iso2 = upper($1::text)) o6) AS "country") o7) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
