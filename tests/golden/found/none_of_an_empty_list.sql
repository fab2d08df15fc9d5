SELECT (SELECT row_to_json(o8.*)
  FROM (SELECT (SELECT row_to_json(o5.*)
      FROM (SELECT (SELECT coalesce(json_agg(o3.*), '[]'::json)
          FROM (SELECT t1.slug AS "slug",
            t1.sex AS "sex"
            FROM (SELECT t2.*
              FROM detainee t2
              WHERE (t2.sex IS NOT NULL AND t2.sex <> ALL ($2::text[]::sex[]))
              ORDER BY t2.name COLLATE "C" ASC NULLS LAST, t2.id ASC
              LIMIT 501) t1
            LIMIT $1::integer) o3) AS "nodes",
        (SELECT count(*)::integer
          FROM detainee t4
          WHERE (t4.sex IS NOT NULL AND t4.sex <> ALL ($2::text[]::sex[]))) AS "totalCount") o5) AS "detainees",
    (SELECT row_to_json(o7.*)
      FROM (SELECT (SELECT count(*)::integer
          FROM release t6
          WHERE (t6.released_on_earliest IS NOT NULL AND t6.released_on_earliest <> ALL (edtf_earliest_of($3::text[])))) AS "totalCount") o7) AS "releases") o8) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
