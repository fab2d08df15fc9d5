SELECT (SELECT row_to_json(o13.*)
  FROM (SELECT 'Query'::text AS "__typename",
    (SELECT row_to_json(o12.*)
      FROM (SELECT 'Country'::text AS "__typename",
        (SELECT row_to_json(o11.*)
          FROM (SELECT 'ReleaseConnection'::text AS "__typename",
            a3.v0 AS "edges",
            (SELECT row_to_json(o10.*)
              FROM (SELECT 'PageInfo'::text AS "__typename") o10) AS "pageInfo"
            FROM (SELECT coalesce(json_agg(p2.v0) FILTER (WHERE p2.place <= $2::integer), '[]'::json) AS v0,
              count(*) AS rows
              FROM (SELECT CASE WHEN t5.place <= $2::integer THEN (SELECT row_to_json(o8.*)
                  FROM (SELECT 'ReleaseEdge'::text AS "__typename",
                    (SELECT row_to_json(o7.*)
                      FROM (SELECT 'Release'::text AS "__typename",
                        (SELECT row_to_json(o6.*)
                          FROM (SELECT 'Count'::text AS "__typename") o6) AS "total") o7) AS "node") o8) END AS v0,
                t5.place
                FROM (SELECT s4.*, row_number() OVER () AS place
                  FROM (SELECT t9.*
                    FROM release t9
                    WHERE t9.country_id = t1.id
                    ORDER BY t9.released_on_earliest DESC NULLS LAST, t9.id DESC
                    LIMIT 501) s4
                  LIMIT $2::integer + 1) t5) p2) a3) o11) AS "releases"
        FROM country t1
        WHERE t1.iso2 = upper($1::text)) o12) AS "country") o13) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
