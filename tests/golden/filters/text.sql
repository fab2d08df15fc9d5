SELECT (SELECT row_to_json(o9.*)
  FROM (SELECT (SELECT row_to_json(o3.*)
      FROM (SELECT (SELECT coalesce(json_agg(o2.*), '[]'::json)
          FROM (SELECT t1.slug AS "slug"
            FROM release t1
            WHERE folded(t1.title) LIKE pattern_within($2::text)
            ORDER BY t1.released_on_earliest DESC NULLS LAST, t1.id DESC
            LIMIT $1::integer) o2) AS "nodes") o3) AS "contains",
    (SELECT row_to_json(o6.*)
      FROM (SELECT (SELECT coalesce(json_agg(o5.*), '[]'::json)
          FROM (SELECT t4.slug AS "slug"
            FROM release t4
            WHERE folded(t4.title) LIKE pattern_at_start($4::text)
            ORDER BY t4.released_on_earliest DESC NULLS LAST, t4.id DESC
            LIMIT $3::integer) o5) AS "nodes") o6) AS "starts",
    (SELECT row_to_json(o8.*)
      FROM (SELECT (SELECT count(*)::integer
          FROM release t7
          WHERE folded(t7.title) LIKE pattern_within($5::text)) AS "totalCount") o8) AS "literally") o9) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
