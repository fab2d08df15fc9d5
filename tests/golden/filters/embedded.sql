SELECT (SELECT row_to_json(o4.*)
  FROM (SELECT (SELECT row_to_json(o3.*)
      FROM (SELECT (SELECT coalesce(json_agg(o2.*), '[]'::json)
          FROM (SELECT t1.slug AS "slug"
            FROM release t1
            WHERE (t1.total_value >= $2::integer AND t1.total_completeness = $3::text::completeness)
            ORDER BY t1.released_on_earliest DESC NULLS LAST, t1.id DESC
            LIMIT $1::integer) o2) AS "nodes") o3) AS "releases") o4) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
