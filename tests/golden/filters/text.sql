SELECT (SELECT row_to_json(o11.*)
  FROM (SELECT (SELECT row_to_json(o4.*)
      FROM (SELECT (SELECT coalesce(json_agg(o3.*), '[]'::json)
          FROM (SELECT t1.slug AS "slug"
            FROM (SELECT t2.*
              FROM release t2
              WHERE folded(t2.title) LIKE pattern_within($2::text)
              ORDER BY t2.released_on_earliest DESC NULLS LAST, t2.id DESC
              LIMIT 501) t1
            LIMIT $1::integer) o3) AS "nodes") o4) AS "contains",
    (SELECT row_to_json(o8.*)
      FROM (SELECT (SELECT coalesce(json_agg(o7.*), '[]'::json)
          FROM (SELECT t5.slug AS "slug"
            FROM (SELECT t6.*
              FROM release t6
              WHERE folded(t6.title) LIKE pattern_at_start($4::text)
              ORDER BY t6.released_on_earliest DESC NULLS LAST, t6.id DESC
              LIMIT 501) t5
            LIMIT $3::integer) o7) AS "nodes") o8) AS "starts",
    (SELECT row_to_json(o10.*)
      FROM (SELECT (SELECT count(*)::integer
          FROM release t9
          WHERE folded(t9.title) LIKE pattern_within($5::text)) AS "totalCount") o10) AS "literally") o11) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
