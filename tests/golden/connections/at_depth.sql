SELECT (SELECT row_to_json(o24.*)
  FROM (SELECT (SELECT row_to_json(o23.*)
      FROM (SELECT (SELECT coalesce(json_agg(o22.*), '[]'::json)
          FROM (SELECT t1.slug AS "slug",
            (SELECT row_to_json(o21.*)
              FROM (SELECT (SELECT count(*)::integer
                  FROM release t19
                  WHERE t19.id = ANY (ARRAY(SELECT r.release_id FROM agreement_release r WHERE r.agreement_id = t1.id))) AS "totalCount",
                (SELECT row_to_json(o20.*)
                  FROM (SELECT a4.rows > $2::integer AS "hasNextPage") o20) AS "pageInfo",
                a4.v0 AS "nodes"
                FROM (SELECT coalesce(json_agg(p3.v0) FILTER (WHERE p3.place <= $2::integer), '[]'::json) AS v0,
                  count(*) AS rows
                  FROM (SELECT CASE WHEN t6.place <= $2::integer THEN (SELECT row_to_json(o17.*)
                      FROM (SELECT t6.slug AS "slug",
                        (SELECT row_to_json(o16.*)
                          FROM (SELECT a8.v0 AS "nodes",
                            (SELECT row_to_json(o15.*)
                              FROM (SELECT a8.rows > $3::integer AS "hasNextPage",
                                a8.tail AS "endCursor") o15) AS "pageInfo"
                            FROM (SELECT coalesce(json_agg(p7.v0) FILTER (WHERE p7.place <= $3::integer), '[]'::json) AS v0,
                              count(*) AS rows,
                              (array_agg(p7.cursor ORDER BY p7.place) FILTER (WHERE p7.place <= $3::integer))[1] AS head,
                              (array_agg(p7.cursor ORDER BY p7.place DESC) FILTER (WHERE p7.place <= $3::integer))[1] AS tail
                              FROM (SELECT CASE WHEN t10.place <= $3::integer THEN (SELECT row_to_json(o13.*)
                                  FROM (SELECT t10.outcome AS "outcome",
                                    (SELECT row_to_json(o12.*)
                                      FROM (SELECT t11.slug AS "slug"
                                        FROM detainee t11
                                        WHERE t11.id = t10.detainee_id) o12) AS "detainee") o13) END AS v0,
                                translate(encode(convert_to(json_build_array('73f19f68', t10.position, t10.id)::text, 'UTF8'), 'base64'), E'\n', '') AS cursor,
                                t10.place
                                FROM (SELECT s9.*, row_number() OVER () AS place
                                  FROM (SELECT t14.*
                                    FROM release_member t14
                                    WHERE t14.release_id = t6.id
                                    ORDER BY t14.position ASC, t14.id ASC
                                    LIMIT 501) s9
                                  LIMIT $3::integer + 1) t10) p7) a8) o16) AS "members") o17) END AS v0,
                    t6.place
                    FROM (SELECT s5.*, row_number() OVER () AS place
                      FROM (SELECT t18.*
                        FROM release t18
                        WHERE t18.id = ANY (ARRAY(SELECT r.release_id FROM agreement_release r WHERE r.agreement_id = t1.id))
                        ORDER BY t18.released_on_earliest DESC NULLS LAST, t18.id DESC
                        LIMIT 501) s5
                      LIMIT $2::integer + 1) t6) p3) a4) o21) AS "releases"
            FROM (SELECT t2.*
              FROM agreement t2
              ORDER BY t2.announced_on_earliest DESC NULLS LAST, t2.id DESC
              LIMIT 501) t1
            LIMIT $1::integer) o22) AS "nodes") o23) AS "agreements") o24) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
