SELECT (SELECT row_to_json(o12.*)
  FROM (SELECT (SELECT row_to_json(o11.*)
      FROM (SELECT a2.v0 AS "edges",
        (SELECT row_to_json(o10.*)
          FROM (SELECT a2.rows > $1::integer AS "hasNextPage",
            EXISTS (SELECT
              FROM search_hits($5::text, $6::text[]::search_type[], $7::text[]::target_kind[], $8::text[], $9::integer, $10::text[]) t8
              WHERE t8.distance = $2::integer
              AND t8.type = $3::text::search_type
              AND t8.id = $4::bigint) OR EXISTS (SELECT
              FROM search_hits($5::text, $6::text[]::search_type[], $7::text[]::target_kind[], $8::text[], $9::integer, $10::text[]) t9
              WHERE (t9.distance, t9.type, t9.id) < ($2::integer, $3::text::search_type, $4::bigint)) AS "hasPreviousPage") o10) AS "pageInfo"
        FROM (SELECT coalesce(json_agg(p1.v0) FILTER (WHERE p1.place <= $1::integer), '[]'::json) AS v0,
          count(*) AS rows
          FROM (SELECT CASE WHEN t4.place <= $1::integer THEN (SELECT row_to_json(o6.*)
              FROM (SELECT translate(encode(convert_to(json_build_array('6ae8f73f', t4.distance, t4.type, t4.id)::text, 'UTF8'), 'base64'), E'\n', '') AS "cursor",
                (SELECT row_to_json(o5.*)
                  FROM (SELECT t4.score AS "score",
                    t4.matched AS "matched") o5) AS "node") o6) END AS v0,
            t4.place
            FROM (SELECT s3.*, row_number() OVER () AS place
              FROM (SELECT t7.*
                FROM search_hits($5::text, $6::text[]::search_type[], $7::text[]::target_kind[], $8::text[], $9::integer, $10::text[]) t7
                WHERE (t7.distance, t7.type, t7.id) > ($2::integer, $3::text::search_type, $4::bigint)
                ORDER BY t7.distance ASC, t7.type ASC, t7.id ASC
                LIMIT 501) s3
              LIMIT $1::integer + 1) t4) p1) a2) o11) AS "search") o12) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
