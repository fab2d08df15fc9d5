SELECT (SELECT row_to_json(o26.*)
  FROM (SELECT (SELECT row_to_json(o19.*)
      FROM (SELECT t1.name AS "name",
        (SELECT coalesce(json_agg(o3.*), '[]'::json)
          FROM (SELECT t2.text AS "text"
            FROM detainee_name t2
            WHERE t2.detainee_id = t1.id
            ORDER BY t2.position ASC) o3) AS "names",
        t1.publication AS "publication",
        t1.born_on AS "bornOn",
        (SELECT row_to_json(o5.*)
          FROM (SELECT t4.name AS "name"
            FROM target t4
            WHERE t4.id = t1.target_id) o5) AS "listedAs",
        (SELECT coalesce(json_agg(o7.*), '[]'::json)
          FROM (SELECT t6.value AS "value"
            FROM detainee_identifier t6
            WHERE t6.detainee_id = t1.id
            ORDER BY t6.scheme ASC, t6.value COLLATE "C" ASC) o7) AS "identifiers",
        (SELECT row_to_json(o18.*)
          FROM (SELECT (SELECT coalesce(json_agg(o17.*), '[]'::json)
              FROM (SELECT (SELECT row_to_json(o16.*)
                  FROM (SELECT t9.slug AS "slug",
                    (SELECT row_to_json(o15.*)
                      FROM (SELECT (SELECT count(*)::integer
                          FROM release_member t10
                          WHERE t10.release_id = t9.id) AS "totalCount",
                        (SELECT coalesce(json_agg(o14.*), '[]'::json)
                          FROM (SELECT (SELECT row_to_json(o13.*)
                              FROM (SELECT t12.slug AS "slug",
                                t12.name AS "name"
                                FROM detainee t12
                                WHERE t12.id = t11.detainee_id) o13) AS "detainee"
                            FROM release_member t11
                            WHERE t11.release_id = t9.id
                            ORDER BY t11.position ASC, t11.id ASC
                            LIMIT $3::integer) o14) AS "nodes") o15) AS "members"
                    FROM release t9
                    WHERE t9.id = t8.release_id) o16) AS "release"
                FROM release_member t8
                WHERE t8.detainee_id = t1.id
                ORDER BY t8.position ASC, t8.id ASC
                LIMIT $2::integer) o17) AS "nodes") o18) AS "releases"
        FROM detainee t1
        WHERE t1.slug = $1::text) o19) AS "detainee",
    (SELECT row_to_json(o25.*)
      FROM (SELECT (SELECT row_to_json(o24.*)
          FROM (SELECT (SELECT count(*)::integer
              FROM detainee t21
              WHERE t21.id IN (SELECT n.detainee_id FROM nationality n WHERE n.country_id = t20.id AND n.kind IN ('CITIZEN', 'DUAL'))) AS "totalCount",
            (SELECT coalesce(json_agg(o23.*), '[]'::json)
              FROM (SELECT t22.slug AS "slug",
                t22.name AS "name"
                FROM detainee t22
                WHERE t22.id IN (SELECT n.detainee_id FROM nationality n WHERE n.country_id = t20.id AND n.kind IN ('CITIZEN', 'DUAL'))
                ORDER BY t22.name COLLATE "C" ASC NULLS LAST, t22.id ASC
                LIMIT $5::integer) o23) AS "nodes") o24) AS "nationals"
        FROM country t20
        WHERE t20.iso2 = upper($4::text)) o25) AS "country") o26) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
