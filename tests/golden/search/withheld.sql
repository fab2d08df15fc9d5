SELECT (SELECT row_to_json(o6.*)
  FROM (SELECT (SELECT row_to_json(o5.*)
      FROM (SELECT (SELECT count(*)::integer
          FROM search_hits($1::text, $2::text[]::search_type[], $3::text[]::target_kind[], $4::text[], $5::integer, $6::text[]) t1) AS "totalCount",
        (SELECT coalesce(json_agg(o4.*), '[]'::json)
          FROM (SELECT t2.matched AS "matched"
            FROM (SELECT t3.*
              FROM search_hits($1::text, $2::text[]::search_type[], $3::text[]::target_kind[], $4::text[], $5::integer, $6::text[]) t3
              ORDER BY t3.distance ASC, t3.type ASC, t3.id ASC
              LIMIT 501) t2
            LIMIT $7::integer) o4) AS "nodes") o5) AS "search") o6) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
