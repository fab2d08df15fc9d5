SELECT (SELECT row_to_json(o10.*)
  FROM (SELECT (SELECT row_to_json(o2.*)
      FROM (SELECT t1.name AS "name"
        FROM country t1
        WHERE t1.iso2 = upper($1::text)) o2) AS "country",
    (SELECT row_to_json(o5.*)
      FROM (SELECT (SELECT coalesce(json_agg(o4.*), '[]'::json)
          FROM (SELECT t3.slug AS "slug"
            FROM release t3
            ORDER BY t3.released_on_earliest DESC NULLS LAST, t3.id DESC
            LIMIT $2::integer) o4) AS "nodes") o5) AS "releases",
    (SELECT row_to_json(o9.*)
      FROM (SELECT t6.revision AS "revision",
        t6.license AS "license",
        (SELECT coalesce(json_agg(o8.*), '[]'::json)
          FROM (SELECT t7.slug AS "slug",
            t7.license AS "license"
            FROM dataset_source t7
            ORDER BY t7.slug COLLATE "C" ASC) o8) AS "sources"
        FROM dataset t6) o9) AS "dataset") o10) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
