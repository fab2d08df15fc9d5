SELECT (SELECT row_to_json(o15.*)
  FROM (SELECT (SELECT row_to_json(o7.*)
      FROM (SELECT (SELECT coalesce(json_agg(o6.*), '[]'::json)
          FROM (SELECT t1.slug AS "slug"
            FROM (SELECT b4.* FROM (SELECT t2.*
                FROM release t2
                WHERE t2.released_on_earliest IS NOT NULL
                ORDER BY t2.released_on_earliest ASC, t2.id ASC
                LIMIT 501) b4
              UNION ALL SELECT b5.* FROM (SELECT t3.*
                FROM release t3
                WHERE t3.released_on_earliest IS NULL
                ORDER BY t3.id ASC
                LIMIT 501) b5) t1
            LIMIT $1::integer) o6) AS "nodes") o7) AS "up",
    (SELECT row_to_json(o14.*)
      FROM (SELECT (SELECT coalesce(json_agg(o13.*), '[]'::json)
          FROM (SELECT t8.slug AS "slug"
            FROM (SELECT b11.* FROM (SELECT t9.*
                FROM release t9
                WHERE t9.authority COLLATE "C" IS NOT NULL
                ORDER BY t9.authority COLLATE "C" DESC, t9.id DESC
                LIMIT 501) b11
              UNION ALL SELECT b12.* FROM (SELECT t10.*
                FROM release t10
                WHERE t10.authority COLLATE "C" IS NULL
                ORDER BY t10.id DESC
                LIMIT 501) b12) t8
            LIMIT $2::integer) o13) AS "nodes") o14) AS "down") o15) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
