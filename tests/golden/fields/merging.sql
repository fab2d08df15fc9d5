SELECT (SELECT row_to_json(o8.*)
  FROM (SELECT (SELECT row_to_json(o7.*)
      FROM (SELECT t1.name AS "name",
        t1.iso2 AS "iso2",
        (SELECT row_to_json(o6.*)
          FROM (SELECT (SELECT coalesce(json_agg(o4.*), '[]'::json)
              FROM (SELECT t2.slug AS "slug",
                t2.title AS "title"
                FROM (SELECT t3.*
                  FROM release t3
                  WHERE t3.country_id = t1.id
                  ORDER BY t3.released_on_earliest DESC NULLS LAST, t3.id DESC
                  LIMIT 501) t2
                LIMIT $2::integer) o4) AS "nodes",
            (SELECT count(*)::integer
              FROM release t5
              WHERE t5.country_id = t1.id) AS "totalCount") o6) AS "releases"
        FROM country t1
        WHERE t1.iso2 = upper($1::text)) o7) AS "country") o8) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
