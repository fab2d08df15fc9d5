SELECT (SELECT row_to_json(o13.*)
  FROM (SELECT (SELECT row_to_json(o4.*)
      FROM (SELECT (SELECT coalesce(json_agg(o3.*), '[]'::json)
          FROM (SELECT t1.slug AS "slug"
            FROM (SELECT t2.*
              FROM release t2
              WHERE t2.slug COLLATE "C" = $2::text
              ORDER BY t2.released_on_earliest DESC NULLS LAST, t2.id DESC
              LIMIT 501) t1
            LIMIT $1::integer) o3) AS "nodes") o4) AS "eq",
    (SELECT row_to_json(o8.*)
      FROM (SELECT (SELECT coalesce(json_agg(o7.*), '[]'::json)
          FROM (SELECT t5.title AS "title"
            FROM (SELECT t6.*
              FROM charge t6
              WHERE (t6.category = ANY ($4::text[]::charge_category[]) AND (t6.stage IS NOT NULL AND t6.stage <> ALL ($5::text[]::charge_stage[])) AND (t6.sentence_months <= $6::integer AND t6.sentence_months > $7::integer))
              ORDER BY t6.position ASC, t6.id ASC
              LIMIT 501) t5
            LIMIT $3::integer) o7) AS "nodes") o8) AS "many",
    (SELECT row_to_json(o12.*)
      FROM (SELECT (SELECT coalesce(json_agg(o11.*), '[]'::json)
          FROM (SELECT t9.slug AS "slug"
            FROM (SELECT t10.*
              FROM release t10
              WHERE t10.id = ANY ($9::bigint[])
              ORDER BY t10.released_on_earliest DESC NULLS LAST, t10.id DESC
              LIMIT 501) t9
            LIMIT $8::integer) o11) AS "nodes") o12) AS "ids") o13) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
