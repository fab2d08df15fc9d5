SELECT (SELECT row_to_json(o12.*)
  FROM (SELECT (SELECT row_to_json(o11.*)
      FROM (SELECT a2.v0 AS "nodes",
        (SELECT row_to_json(o10.*)
          FROM (SELECT a2.rows > $1::integer OR EXISTS (SELECT
              FROM release t9
              WHERE ((t9.released_on_earliest < $2::date OR t9.released_on_earliest IS NULL) OR t9.released_on_earliest = $2::date AND t9.id < $3::bigint OR t9.released_on_earliest = $2::date AND t9.id = $3::bigint)) AS "hasNextPage",
            false AS "hasPreviousPage") o10) AS "pageInfo"
        FROM (SELECT coalesce(json_agg(p1.v0) FILTER (WHERE p1.place <= $1::integer), '[]'::json) AS v0,
          count(*) AS rows
          FROM (SELECT CASE WHEN t4.place <= $1::integer THEN (SELECT row_to_json(o6.*)
              FROM (SELECT t4.slug AS "slug") o6) END AS v0,
            t4.place
            FROM (SELECT s3.*, row_number() OVER () AS place
              FROM (SELECT t5.*
                FROM (SELECT t7.*
                  FROM release t7
                  WHERE t7.released_on_earliest IS NOT NULL
                  AND t7.released_on_earliest >= $2::date
                  AND (t7.released_on_earliest, t7.id) > ($2::date, $3::bigint)
                  ORDER BY t7.released_on_earliest DESC, t7.id DESC
                  LIMIT $1::integer + 1) t5) s3) t4) p1) a2) o11) AS "releases") o12) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
