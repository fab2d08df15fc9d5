SELECT (SELECT row_to_json(o5.*)
  FROM (SELECT (SELECT row_to_json(o4.*)
      FROM (SELECT (SELECT coalesce(json_agg(o3.*), '[]'::json)
          FROM (SELECT t1.slug AS "slug"
            FROM (SELECT t2.*
              FROM release t2
              WHERE (t2.total_value >= $2::integer AND t2.total_completeness = $3::text::completeness)
              ORDER BY t2.released_on_earliest DESC NULLS LAST, t2.id DESC
              LIMIT 501) t1
            LIMIT $1::integer) o3) AS "nodes") o4) AS "releases") o5) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
