SELECT (SELECT row_to_json(o13.*)
  FROM (SELECT (SELECT row_to_json(o3.*)
      FROM (SELECT (SELECT coalesce(json_agg(o2.*), '[]'::json)
          FROM (SELECT t1.slug AS "slug"
            FROM release t1
            WHERE (t1.released_on_earliest >= edtf_earliest($2::text) AND t1.released_on_earliest <= edtf_latest($2::text) AND t1.released_on_latest <= edtf_latest($2::text))
            ORDER BY t1.released_on_earliest DESC NULLS LAST, t1.id DESC
            LIMIT $1::integer) o2) AS "nodes") o3) AS "during",
    (SELECT row_to_json(o6.*)
      FROM (SELECT (SELECT coalesce(json_agg(o5.*), '[]'::json)
          FROM (SELECT t4.slug AS "slug"
            FROM release t4
            WHERE t4.released_on_earliest < edtf_earliest($4::text)
            ORDER BY t4.released_on_earliest DESC NULLS LAST, t4.id DESC
            LIMIT $3::integer) o5) AS "nodes") o6) AS "before",
    (SELECT row_to_json(o9.*)
      FROM (SELECT (SELECT coalesce(json_agg(o8.*), '[]'::json)
          FROM (SELECT t7.slug AS "slug"
            FROM release t7
            WHERE t7.released_on_earliest = ANY (edtf_earliest_of($6::text[]))
            ORDER BY t7.released_on_earliest DESC NULLS LAST, t7.id DESC
            LIMIT $5::integer) o8) AS "nodes") o9) AS "among",
    (SELECT row_to_json(o12.*)
      FROM (SELECT (SELECT coalesce(json_agg(o11.*), '[]'::json)
          FROM (SELECT t10.slug AS "slug"
            FROM release t10
            WHERE t10.released_on_earliest IS NULL
            ORDER BY t10.released_on_earliest DESC NULLS LAST, t10.id DESC
            LIMIT $7::integer) o11) AS "nodes") o12) AS "undated") o13) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
