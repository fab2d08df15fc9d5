SELECT (SELECT row_to_json(o10.*)
  FROM (SELECT (SELECT row_to_json(o9.*)
      FROM (SELECT (SELECT coalesce(json_agg(o8.*), '[]'::json)
          FROM (SELECT t1.slug AS "slug"
            FROM (SELECT b6.* FROM (SELECT t2.*
                FROM release t2
                WHERE (EXISTS (SELECT
                    FROM country t3
                    WHERE t3.id = t2.country_id
                    AND t3.iso2 COLLATE "C" = $2::text) AND t2.mode = ANY ($3::text[]::release_mode[]))
                AND t2.released_on_earliest IS NOT NULL
                ORDER BY t2.released_on_earliest ASC, t2.id ASC
                LIMIT 501) b6
              UNION ALL SELECT b7.* FROM (SELECT t4.*
                FROM release t4
                WHERE (EXISTS (SELECT
                    FROM country t5
                    WHERE t5.id = t4.country_id
                    AND t5.iso2 COLLATE "C" = $2::text) AND t4.mode = ANY ($3::text[]::release_mode[]))
                AND t4.released_on_earliest IS NULL
                ORDER BY t4.id ASC
                LIMIT 501) b7) t1
            LIMIT $1::integer) o8) AS "nodes") o9) AS "releases") o10) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
