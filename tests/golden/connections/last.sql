SELECT (SELECT row_to_json(o9.*)
  FROM (SELECT (SELECT row_to_json(o8.*)
      FROM (SELECT a2.v0 AS "nodes",
        (SELECT row_to_json(o7.*)
          FROM (SELECT false AS "hasNextPage",
            a2.rows > $1::integer AS "hasPreviousPage") o7) AS "pageInfo"
        FROM (SELECT coalesce(json_agg(p1.v0 ORDER BY p1.place DESC) FILTER (WHERE p1.place <= $1::integer), '[]'::json) AS v0,
          count(*) AS rows
          FROM (SELECT CASE WHEN t4.place <= $1::integer THEN (SELECT row_to_json(o5.*)
              FROM (SELECT t4.slug AS "slug") o5) END AS v0,
            t4.place
            FROM (SELECT s3.*, row_number() OVER () AS place
              FROM (SELECT t6.*
                FROM release t6
                ORDER BY t6.released_on_earliest ASC NULLS FIRST, t6.id ASC
                LIMIT 501) s3
              LIMIT $1::integer + 1) t4) p1) a2) o8) AS "releases") o9) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
