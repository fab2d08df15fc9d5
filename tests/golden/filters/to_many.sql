SELECT (SELECT row_to_json(o19.*)
  FROM (SELECT (SELECT row_to_json(o5.*)
      FROM (SELECT (SELECT coalesce(json_agg(o4.*), '[]'::json)
          FROM (SELECT t1.slug AS "slug"
            FROM (SELECT t2.*
              FROM release t2
              WHERE EXISTS (SELECT
                FROM release_member t3
                WHERE t3.release_id = t2.id
                AND t3.outcome = $2::text::release_outcome)
              ORDER BY t2.released_on_earliest DESC NULLS LAST, t2.id DESC
              LIMIT 501) t1
            LIMIT $1::integer) o4) AS "nodes") o5) AS "some",
    (SELECT row_to_json(o10.*)
      FROM (SELECT (SELECT coalesce(json_agg(o9.*), '[]'::json)
          FROM (SELECT t6.slug AS "slug"
            FROM (SELECT t7.*
              FROM release t7
              WHERE NOT (EXISTS (SELECT
                  FROM release_member t8
                  WHERE t8.release_id = t7.id
                  AND (t8.outcome = $4::text::release_outcome) IS NOT TRUE))
              ORDER BY t7.released_on_earliest DESC NULLS LAST, t7.id DESC
              LIMIT 501) t6
            LIMIT $3::integer) o9) AS "nodes") o10) AS "every",
    (SELECT row_to_json(o13.*)
      FROM (SELECT (SELECT count(*)::integer
          FROM release t11
          WHERE NOT (EXISTS (SELECT
              FROM release_member t12
              WHERE t12.release_id = t11.id))) AS "totalCount") o13) AS "none",
    (SELECT row_to_json(o16.*)
      FROM (SELECT (SELECT count(*)::integer
          FROM release t14
          WHERE EXISTS (SELECT
            FROM release_member t15
            WHERE t15.release_id = t14.id)) AS "totalCount") o16) AS "anybody",
    (SELECT row_to_json(o18.*)
      FROM (SELECT (SELECT t17.count FROM row_count t17 WHERE t17.table_name = 'release') AS "totalCount") o18) AS "nothing_asked") o19) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
