SELECT (SELECT row_to_json(o7.*)
  FROM (SELECT (SELECT row_to_json(o4.*)
      FROM (SELECT (SELECT coalesce(json_agg(o2.*), '[]'::json)
          FROM (SELECT t1.slug AS "slug",
            t1.sex AS "sex"
            FROM detainee t1
            WHERE (t1.sex IS NOT NULL AND t1.sex <> ALL ($2::text[]::sex[]))
            ORDER BY t1.name COLLATE "C" ASC NULLS LAST, t1.id ASC
            LIMIT $1::integer) o2) AS "nodes",
        (SELECT count(*)::integer
          FROM detainee t3
          WHERE (t3.sex IS NOT NULL AND t3.sex <> ALL ($2::text[]::sex[]))) AS "totalCount") o4) AS "detainees",
    (SELECT row_to_json(o6.*)
      FROM (SELECT (SELECT count(*)::integer
          FROM release t5
          WHERE (t5.released_on_earliest IS NOT NULL AND t5.released_on_earliest <> ALL (edtf_earliest_of($3::text[])))) AS "totalCount") o6) AS "releases") o7) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
