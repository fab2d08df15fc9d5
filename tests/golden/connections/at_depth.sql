SELECT (SELECT row_to_json(o23.*)
  FROM (SELECT (SELECT row_to_json(o22.*)
      FROM (SELECT (SELECT coalesce(json_agg(o21.*), '[]'::json)
          FROM (SELECT t1.slug AS "slug",
            (SELECT row_to_json(o20.*)
              FROM (SELECT (SELECT count(*)::integer
                  FROM release t18
                  WHERE t18.id = ANY (ARRAY(SELECT r.release_id FROM agreement_release r WHERE r.agreement_id = t1.id))) AS "totalCount",
                (SELECT row_to_json(o19.*)
                  FROM (SELECT a3.rows > $2::integer AS "hasNextPage") o19) AS "pageInfo",
                a3.v0 AS "nodes"
                FROM (SELECT coalesce(json_agg(p2.v0) FILTER (WHERE p2.place <= $2::integer), '[]'::json) AS v0,
                  count(*) AS rows
                  FROM (SELECT CASE WHEN t5.place <= $2::integer THEN (SELECT row_to_json(o17.*)
                      FROM (SELECT t5.slug AS "slug",
                        (SELECT row_to_json(o16.*)
                          FROM (SELECT a8.v0 AS "nodes",
                            (SELECT row_to_json(o15.*)
                              FROM (SELECT a8.rows > $3::integer AS "hasNextPage",
                                a8.tail AS "endCursor") o15) AS "pageInfo"
                            FROM (SELECT coalesce(json_agg(p7.v0) FILTER (WHERE p7.place <= $3::integer), '[]'::json) AS v0,
                              count(*) AS rows,
                              (array_agg(p7.cursor ORDER BY p7.place) FILTER (WHERE p7.place <= $3::integer))[1] AS head,
                              (array_agg(p7.cursor ORDER BY p7.place DESC) FILTER (WHERE p7.place <= $3::integer))[1] AS tail
                              FROM (SELECT CASE WHEN t10.place <= $3::integer THEN (SELECT row_to_json(o14.*)
                                  FROM (SELECT t10.outcome AS "outcome",
                                    (SELECT row_to_json(o13.*)
                                      FROM (SELECT t12.slug AS "slug"
                                        FROM detainee t12
                                        WHERE t12.id = t10.detainee_id) o13) AS "detainee") o14) END AS v0,
                                translate(encode(convert_to(json_build_array('73f19f68', t10.position, t10.id)::text, 'UTF8'), 'base64'), E'\n', '') AS cursor,
                                t10.place
                                FROM (SELECT s9.*, row_number() OVER () AS place
                                  FROM (SELECT t11.*
                                    FROM release_member t11
                                    WHERE t11.release_id = t5.id
                                    ORDER BY t11.position ASC, t11.id ASC
                                    LIMIT $3::integer + 1) s9) t10) p7) a8) o16) AS "members") o17) END AS v0,
                    t5.place
                    FROM (SELECT s4.*, row_number() OVER () AS place
                      FROM (SELECT t6.*
                        FROM release t6
                        WHERE t6.id = ANY (ARRAY(SELECT r.release_id FROM agreement_release r WHERE r.agreement_id = t1.id))
                        ORDER BY t6.released_on_earliest DESC NULLS LAST, t6.id DESC
                        LIMIT $2::integer + 1) s4) t5) p2) a3) o20) AS "releases"
            FROM agreement t1
            ORDER BY t1.announced_on_earliest DESC NULLS LAST, t1.id DESC
            LIMIT $1::integer) o21) AS "nodes") o22) AS "agreements") o23) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
