SELECT (SELECT row_to_json(o25.*)
  FROM (SELECT (SELECT row_to_json(o4.*)
      FROM (SELECT (SELECT coalesce(json_agg(o3.*), '[]'::json)
          FROM (SELECT t1.slug AS "slug"
            FROM (SELECT t2.*
              FROM release t2
              WHERE (t2.released_on_earliest >= edtf_earliest($2::text) AND t2.released_on_earliest <= edtf_latest($2::text) AND t2.released_on_latest <= edtf_latest($2::text))
              ORDER BY t2.released_on_earliest DESC NULLS LAST, t2.id DESC
              LIMIT 501) t1
            LIMIT $1::integer) o3) AS "nodes") o4) AS "during",
    (SELECT row_to_json(o8.*)
      FROM (SELECT (SELECT coalesce(json_agg(o7.*), '[]'::json)
          FROM (SELECT t5.slug AS "slug"
            FROM (SELECT t6.*
              FROM release t6
              WHERE t6.released_on_earliest < edtf_earliest($4::text)
              ORDER BY t6.released_on_earliest DESC NULLS LAST, t6.id DESC
              LIMIT 501) t5
            LIMIT $3::integer) o7) AS "nodes") o8) AS "before",
    (SELECT row_to_json(o12.*)
      FROM (SELECT (SELECT coalesce(json_agg(o11.*), '[]'::json)
          FROM (SELECT t9.slug AS "slug"
            FROM (SELECT t10.*
              FROM release t10
              WHERE (t10.released_on_earliest <= edtf_latest($6::text) AND t10.released_on_earliest >= edtf_earliest($7::text))
              ORDER BY t10.released_on_earliest DESC NULLS LAST, t10.id DESC
              LIMIT 501) t9
            LIMIT $5::integer) o11) AS "nodes") o12) AS "byTheEnd",
    (SELECT row_to_json(o16.*)
      FROM (SELECT (SELECT coalesce(json_agg(o15.*), '[]'::json)
          FROM (SELECT t13.slug AS "slug"
            FROM (SELECT t14.*
              FROM release t14
              WHERE t14.released_on_earliest > edtf_latest($9::text)
              ORDER BY t14.released_on_earliest DESC NULLS LAST, t14.id DESC
              LIMIT 501) t13
            LIMIT $8::integer) o15) AS "nodes") o16) AS "after",
    (SELECT row_to_json(o20.*)
      FROM (SELECT (SELECT coalesce(json_agg(o19.*), '[]'::json)
          FROM (SELECT t17.slug AS "slug"
            FROM (SELECT t18.*
              FROM release t18
              WHERE t18.released_on_earliest = ANY (edtf_earliest_of($11::text[]))
              ORDER BY t18.released_on_earliest DESC NULLS LAST, t18.id DESC
              LIMIT 501) t17
            LIMIT $10::integer) o19) AS "nodes") o20) AS "among",
    (SELECT row_to_json(o24.*)
      FROM (SELECT (SELECT coalesce(json_agg(o23.*), '[]'::json)
          FROM (SELECT t21.slug AS "slug"
            FROM (SELECT t22.*
              FROM release t22
              WHERE t22.released_on_earliest IS NULL
              ORDER BY t22.released_on_earliest DESC NULLS LAST, t22.id DESC
              LIMIT 501) t21
            LIMIT $12::integer) o23) AS "nodes") o24) AS "undated") o25) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
