SELECT (SELECT row_to_json(o11.*)
  FROM (SELECT (SELECT row_to_json(o2.*)
      FROM (SELECT t1.name AS "name"
        FROM country t1
        WHERE t1.iso2 = upper($1::text)) o2) AS "country",
    (SELECT row_to_json(o6.*)
      FROM (SELECT (SELECT coalesce(json_agg(o5.*), '[]'::json)
          FROM (SELECT t3.slug AS "slug"
            FROM (SELECT t4.*
              FROM release t4
              ORDER BY t4.released_on_earliest DESC NULLS LAST, t4.id DESC
              LIMIT 501) t3
            LIMIT $2::integer) o5) AS "nodes") o6) AS "releases",
    (SELECT row_to_json(o10.*)
      FROM (SELECT t7.revision AS "revision",
        t7.license AS "license",
        (SELECT coalesce(json_agg(o9.*), '[]'::json)
          FROM (SELECT t8.slug AS "slug",
            t8.license AS "license"
            FROM dataset_source t8
            ORDER BY t8.slug COLLATE "C" ASC) o9) AS "sources"
        FROM dataset t7) o10) AS "dataset") o11) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
