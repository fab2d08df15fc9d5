SELECT (SELECT row_to_json(o13.*)
  FROM (SELECT (SELECT row_to_json(o12.*)
      FROM (SELECT (SELECT t10.count FROM row_count t10 WHERE t10.table_name = 'release') AS "totalCount",
        (SELECT row_to_json(o11.*)
          FROM (SELECT a2.rows > $1::integer AS "hasNextPage",
            false AS "hasPreviousPage",
            a2.head AS "startCursor",
            a2.tail AS "endCursor") o11) AS "pageInfo",
        a2.v0 AS "nodes",
        a2.v1 AS "edges",
        a2.v2 AS "others"
        FROM (SELECT coalesce(json_agg(p1.v0) FILTER (WHERE p1.place <= $1::integer), '[]'::json) AS v0,
          coalesce(json_agg(p1.v1) FILTER (WHERE p1.place <= $1::integer), '[]'::json) AS v1,
          coalesce(json_agg(p1.v2) FILTER (WHERE p1.place <= $1::integer), '[]'::json) AS v2,
          count(*) AS rows,
          (array_agg(p1.cursor ORDER BY p1.place) FILTER (WHERE p1.place <= $1::integer))[1] AS head,
          (array_agg(p1.cursor ORDER BY p1.place DESC) FILTER (WHERE p1.place <= $1::integer))[1] AS tail
          FROM (SELECT CASE WHEN t4.place <= $1::integer THEN (SELECT row_to_json(o5.*)
              FROM (SELECT t4.slug AS "slug") o5) END AS v0,
            CASE WHEN t4.place <= $1::integer THEN (SELECT row_to_json(o7.*)
              FROM (SELECT (SELECT row_to_json(o6.*)
                  FROM (SELECT t4.title AS "title") o6) AS "node") o7) END AS v1,
            CASE WHEN t4.place <= $1::integer THEN (SELECT row_to_json(o8.*)
              FROM (SELECT 'Release:' || t4.id AS "id") o8) END AS v2,
            translate(encode(convert_to(json_build_array('28bed6c2', t4.released_on_earliest, t4.id)::text, 'UTF8'), 'base64'), E'\n', '') AS cursor,
            t4.place
            FROM (SELECT s3.*, row_number() OVER () AS place
              FROM (SELECT t9.*
                FROM release t9
                ORDER BY t9.released_on_earliest DESC NULLS LAST, t9.id DESC
                LIMIT 501) s3
              LIMIT $1::integer + 1) t4) p1) a2) o12) AS "releases") o13) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
