SELECT (SELECT row_to_json(o10.*)
  FROM (SELECT (SELECT row_to_json(o9.*)
      FROM (SELECT (SELECT coalesce(json_agg(o8.*), '[]'::json)
          FROM (SELECT t1.slug AS "slug",
            t1.mode AS "mode"
            FROM (SELECT b5.* FROM (SELECT t2.*
                FROM release t2
                WHERE t2.mode = $2::text::release_mode
                AND t2.released_on_earliest IS NOT NULL
                AND (t2.released_on_earliest, t2.id) > ($3::date, $4::bigint)
                ORDER BY t2.released_on_earliest ASC NULLS LAST, t2.id ASC
                LIMIT 501) b5
              UNION ALL SELECT b6.* FROM (SELECT t3.*
                FROM release t3
                WHERE t3.mode = $2::text::release_mode
                AND t3.released_on_earliest IS NULL
                ORDER BY t3.id ASC
                LIMIT 501) b6
              UNION ALL SELECT b7.* FROM (SELECT t4.*
                FROM release t4
                WHERE t4.mode > $2::text::release_mode
                ORDER BY t4.mode ASC, t4.released_on_earliest ASC NULLS LAST, t4.id ASC
                LIMIT 501) b7) t1
            LIMIT $1::integer) o8) AS "nodes") o9) AS "releases") o10) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
