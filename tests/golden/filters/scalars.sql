SELECT (SELECT row_to_json(o10.*)
  FROM (SELECT (SELECT row_to_json(o3.*)
      FROM (SELECT (SELECT coalesce(json_agg(o2.*), '[]'::json)
          FROM (SELECT t1.slug AS "slug"
            FROM release t1
            WHERE t1.slug COLLATE "C" = $2::text
            ORDER BY t1.released_on_earliest DESC NULLS LAST, t1.id DESC
            LIMIT $1::integer) o2) AS "nodes") o3) AS "eq",
    (SELECT row_to_json(o6.*)
      FROM (SELECT (SELECT coalesce(json_agg(o5.*), '[]'::json)
          FROM (SELECT t4.title AS "title"
            FROM charge t4
            WHERE (t4.category = ANY ($4::text[]::charge_category[]) AND (t4.stage IS NOT NULL AND t4.stage <> ALL ($5::text[]::charge_stage[])) AND (t4.sentence_months <= $6::integer AND t4.sentence_months > $7::integer))
            ORDER BY t4.position ASC, t4.id ASC
            LIMIT $3::integer) o5) AS "nodes") o6) AS "many",
    (SELECT row_to_json(o9.*)
      FROM (SELECT (SELECT coalesce(json_agg(o8.*), '[]'::json)
          FROM (SELECT t7.slug AS "slug"
            FROM release t7
            WHERE t7.id = ANY ($9::bigint[])
            ORDER BY t7.released_on_earliest DESC NULLS LAST, t7.id DESC
            LIMIT $8::integer) o8) AS "nodes") o9) AS "ids") o10) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
