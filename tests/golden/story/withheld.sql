SELECT (SELECT row_to_json(o34.*)
  FROM (SELECT (SELECT row_to_json(o21.*)
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
        (SELECT row_to_json(o20.*)
          FROM (SELECT (SELECT coalesce(json_agg(o19.*), '[]'::json)
              FROM (SELECT (SELECT row_to_json(o18.*)
                  FROM (SELECT t10.slug AS "slug",
                    (SELECT row_to_json(o17.*)
                      FROM (SELECT (SELECT count(*)::integer
                          FROM release_member t11
                          WHERE t11.release_id = t10.id) AS "totalCount",
                        (SELECT coalesce(json_agg(o16.*), '[]'::json)
                          FROM (SELECT (SELECT row_to_json(o15.*)
                              FROM (SELECT t14.slug AS "slug",
                                t14.name AS "name"
                                FROM detainee t14
                                WHERE t14.id = t12.detainee_id) o15) AS "detainee"
                            FROM (SELECT t13.*
                              FROM release_member t13
                              WHERE t13.release_id = t10.id
                              ORDER BY t13.position ASC, t13.id ASC
                              LIMIT 501) t12
                            LIMIT $3::integer) o16) AS "nodes") o17) AS "members"
                    FROM release t10
                    WHERE t10.id = t8.release_id) o18) AS "release"
                FROM (SELECT t9.*
                  FROM release_member t9
                  WHERE t9.detainee_id = t1.id
                  ORDER BY t9.position ASC, t9.id ASC
                  LIMIT 501) t8
                LIMIT $2::integer) o19) AS "nodes") o20) AS "releases"
        FROM detainee t1
        WHERE t1.slug = $1::text) o21) AS "detainee",
    (SELECT row_to_json(o33.*)
      FROM (SELECT (SELECT row_to_json(o32.*)
          FROM (SELECT (SELECT count(*)::integer
              FROM detainee t23
              WHERE t23.id IN (SELECT n.detainee_id FROM nationality n WHERE n.country_id = t22.id AND n.kind IN ('CITIZEN', 'DUAL'))) AS "totalCount",
            (SELECT coalesce(json_agg(o31.*), '[]'::json)
              FROM (SELECT t24.slug AS "slug",
                t24.name AS "name"
                FROM (SELECT t26.*
                  FROM (SELECT ARRAY(SELECT n.detainee_id FROM nationality n WHERE n.country_id = t22.id AND n.kind IN ('CITIZEN', 'DUAL') LIMIT 5001) AS ids OFFSET 0) i25
                  CROSS JOIN LATERAL (SELECT b29.* FROM (SELECT t27.*
                      FROM detainee t27
                      WHERE cardinality(i25.ids) <= 5000
                      AND t27.id = ANY (i25.ids)
                      ORDER BY t27.name COLLATE "C" ASC NULLS LAST, t27.id ASC
                      LIMIT 501) b29
                    UNION ALL SELECT b30.* FROM (SELECT t28.*
                      FROM detainee t28
                      WHERE cardinality(i25.ids) > 5000
                      AND EXISTS (SELECT FROM (SELECT n.detainee_id FROM nationality n WHERE n.country_id = t22.id AND n.kind IN ('CITIZEN', 'DUAL')) link (id) WHERE link.id = t28.id OFFSET 0)
                      ORDER BY t28.name COLLATE "C" ASC NULLS LAST, t28.id ASC
                      LIMIT 501) b30) t26) t24
                LIMIT $5::integer) o31) AS "nodes") o32) AS "nationals"
        FROM country t22
        WHERE t22.iso2 = upper($4::text)) o33) AS "country") o34) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
