SELECT (SELECT row_to_json(o17.*)
  FROM (SELECT (SELECT row_to_json(o4.*)
      FROM (SELECT (SELECT coalesce(json_agg(o3.*), '[]'::json)
          FROM (SELECT t1.slug AS "slug"
            FROM release t1
            WHERE EXISTS (SELECT
              FROM release_member t2
              WHERE t2.release_id = t1.id
              AND t2.outcome = $2::text::release_outcome)
            ORDER BY t1.released_on_earliest DESC NULLS LAST, t1.id DESC
            LIMIT $1::integer) o3) AS "nodes") o4) AS "some",
    (SELECT row_to_json(o8.*)
      FROM (SELECT (SELECT coalesce(json_agg(o7.*), '[]'::json)
          FROM (SELECT t5.slug AS "slug"
            FROM release t5
            WHERE NOT (EXISTS (SELECT
                FROM release_member t6
                WHERE t6.release_id = t5.id
                AND (t6.outcome = $4::text::release_outcome) IS NOT TRUE))
            ORDER BY t5.released_on_earliest DESC NULLS LAST, t5.id DESC
            LIMIT $3::integer) o7) AS "nodes") o8) AS "every",
    (SELECT row_to_json(o11.*)
      FROM (SELECT (SELECT count(*)::integer
          FROM release t9
          WHERE NOT (EXISTS (SELECT
              FROM release_member t10
              WHERE t10.release_id = t9.id))) AS "totalCount") o11) AS "none",
    (SELECT row_to_json(o14.*)
      FROM (SELECT (SELECT count(*)::integer
          FROM release t12
          WHERE EXISTS (SELECT
            FROM release_member t13
            WHERE t13.release_id = t12.id)) AS "totalCount") o14) AS "anybody",
    (SELECT row_to_json(o16.*)
      FROM (SELECT (SELECT count(*)::integer
          FROM release t15) AS "totalCount") o16) AS "nothing_asked") o17) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
