SELECT (SELECT row_to_json(o5.*)
  FROM (SELECT (SELECT row_to_json(o4.*)
      FROM (SELECT (SELECT count(*)::integer
          FROM search_hits($1::text, $2::text[]::search_type[]) t1) AS "totalCount",
        (SELECT coalesce(json_agg(o3.*), '[]'::json)
          FROM (SELECT t2.matched AS "matched"
            FROM search_hits($1::text, $2::text[]::search_type[]) t2
            ORDER BY t2.distance ASC, t2.type ASC, t2.id ASC
            LIMIT $3::integer) o3) AS "nodes") o4) AS "search") o5) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
