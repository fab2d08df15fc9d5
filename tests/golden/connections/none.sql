SELECT (SELECT row_to_json(o10.*)
  FROM (SELECT (SELECT row_to_json(o9.*)
      FROM (SELECT a2.v0 AS "nodes",
        (SELECT t7.count FROM row_count t7 WHERE t7.table_name = 'release') AS "totalCount",
        (SELECT row_to_json(o8.*)
          FROM (SELECT a2.rows > $1::integer AS "hasNextPage",
            a2.head AS "startCursor") o8) AS "pageInfo"
        FROM (SELECT coalesce(json_agg(p1.v0) FILTER (WHERE p1.place <= $1::integer), '[]'::json) AS v0,
          count(*) AS rows,
          (array_agg(p1.cursor ORDER BY p1.place) FILTER (WHERE p1.place <= $1::integer))[1] AS head,
          (array_agg(p1.cursor ORDER BY p1.place DESC) FILTER (WHERE p1.place <= $1::integer))[1] AS tail
          FROM (SELECT CASE WHEN t4.place <= $1::integer THEN (SELECT row_to_json(o5.*)
              FROM (SELECT t4.slug AS "slug") o5) END AS v0,
            translate(encode(convert_to(json_build_array('28bed6c2', t4.released_on_earliest, t4.id)::text, 'UTF8'), 'base64'), E'\n', '') AS cursor,
            t4.place
            FROM (SELECT s3.*, row_number() OVER () AS place
              FROM (SELECT t6.*
                FROM release t6
                ORDER BY t6.released_on_earliest DESC NULLS LAST, t6.id DESC
                LIMIT 501) s3
              LIMIT $1::integer + 1) t4) p1) a2) o9) AS "releases") o10) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
