SELECT (SELECT row_to_json(o9.*)
  FROM (SELECT (SELECT row_to_json(o8.*)
      FROM (SELECT a2.v0 AS "nodes",
        (SELECT row_to_json(o7.*)
          FROM (SELECT a2.rows > $1::integer AS "hasNextPage",
            a2.tail AS "endCursor") o7) AS "pageInfo"
        FROM (SELECT coalesce(json_agg(p1.v0) FILTER (WHERE p1.place <= $1::integer), '[]'::json) AS v0,
          count(*) AS rows,
          (array_agg(p1.cursor ORDER BY p1.place) FILTER (WHERE p1.place <= $1::integer))[1] AS head,
          (array_agg(p1.cursor ORDER BY p1.place DESC) FILTER (WHERE p1.place <= $1::integer))[1] AS tail
          FROM (SELECT CASE WHEN t4.place <= $1::integer THEN (SELECT row_to_json(o5.*)
              FROM (SELECT t4.matched AS "matched") o5) END AS v0,
            translate(encode(convert_to(json_build_array('6ae8f73f', t4.distance, t4.type, t4.id)::text, 'UTF8'), 'base64'), E'\n', '') AS cursor,
            t4.place
            FROM (SELECT s3.*, row_number() OVER () AS place
              FROM (SELECT t6.*
                FROM search_hits($2::text, $3::text[]::search_type[], $4::text[]::target_kind[], $5::text[], $6::integer, $7::text[]) t6
                ORDER BY t6.distance ASC, t6.type ASC, t6.id ASC
                LIMIT 501) s3
              LIMIT $1::integer + 1) t4) p1) a2) o8) AS "search") o9) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
