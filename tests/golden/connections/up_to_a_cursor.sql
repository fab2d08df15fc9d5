SELECT (SELECT row_to_json(o11.*)
  FROM (SELECT (SELECT row_to_json(o10.*)
      FROM (SELECT a2.v0 AS "nodes",
        (SELECT row_to_json(o9.*)
          FROM (SELECT a2.rows > $1::integer OR EXISTS (SELECT
              FROM release t7
              WHERE t7.released_on_earliest = $2::date
              AND t7.id = $3::bigint) OR EXISTS (SELECT
              FROM release t8
              WHERE ((t8.released_on_earliest < $2::date OR t8.released_on_earliest IS NULL) OR t8.released_on_earliest = $2::date AND t8.id < $3::bigint)) AS "hasNextPage",
            false AS "hasPreviousPage") o9) AS "pageInfo"
        FROM (SELECT coalesce(json_agg(p1.v0) FILTER (WHERE p1.place <= $1::integer), '[]'::json) AS v0,
          count(*) AS rows
          FROM (SELECT CASE WHEN t4.place <= $1::integer THEN (SELECT row_to_json(o5.*)
              FROM (SELECT t4.slug AS "slug") o5) END AS v0,
            t4.place
            FROM (SELECT s3.*, row_number() OVER () AS place
              FROM (SELECT t6.*
                FROM release t6
                WHERE t6.released_on_earliest IS NOT NULL
                AND (t6.released_on_earliest, t6.id) > ($2::date, $3::bigint)
                ORDER BY t6.released_on_earliest DESC NULLS LAST, t6.id DESC
                LIMIT 501) s3
              LIMIT $1::integer + 1) t4) p1) a2) o10) AS "releases") o11) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
