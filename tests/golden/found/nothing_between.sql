SELECT (SELECT row_to_json(o17.*)
  FROM (SELECT (SELECT row_to_json(o4.*)
      FROM (SELECT (SELECT coalesce(json_agg(o3.*), '[]'::json)
          FROM (SELECT t1.slug AS "slug"
            FROM (SELECT t2.*
              FROM release t2
              WHERE false) t1
            LIMIT $1::integer) o3) AS "nodes") o4) AS "nodes",
    (SELECT row_to_json(o16.*)
      FROM (SELECT a6.v0 AS "edges",
        (SELECT row_to_json(o15.*)
          FROM (SELECT EXISTS (SELECT
              FROM release t11
              WHERE t11.released_on_earliest = $3::date
              AND t11.id = $4::bigint) OR EXISTS (SELECT
              FROM release t12
              WHERE ((t12.released_on_earliest < $3::date OR t12.released_on_earliest IS NULL) OR t12.released_on_earliest = $3::date AND t12.id < $4::bigint)) AS "hasNextPage",
            a6.rows > $2::integer OR EXISTS (SELECT
              FROM release t13
              WHERE t13.released_on_earliest IS NULL
              AND t13.id = $5::bigint) OR EXISTS (SELECT
              FROM release t14
              WHERE (t14.released_on_earliest IS NOT NULL OR t14.released_on_earliest IS NULL AND t14.id > $5::bigint)) AS "hasPreviousPage") o15) AS "pageInfo"
        FROM (SELECT coalesce(json_agg(p5.v0 ORDER BY p5.place DESC) FILTER (WHERE p5.place <= $2::integer), '[]'::json) AS v0,
          count(*) AS rows
          FROM (SELECT CASE WHEN t8.place <= $2::integer THEN (SELECT row_to_json(o9.*)
              FROM (SELECT translate(encode(convert_to(json_build_array('28bed6c2', t8.released_on_earliest, t8.id)::text, 'UTF8'), 'base64'), E'\n', '') AS "cursor") o9) END AS v0,
            t8.place
            FROM (SELECT s7.*, row_number() OVER () AS place
              FROM (SELECT t10.*
                FROM release t10
                WHERE false) s7
              LIMIT $2::integer + 1) t8) p5) a6) o16) AS "pages") o17) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
