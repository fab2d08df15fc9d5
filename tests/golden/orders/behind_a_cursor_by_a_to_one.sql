SELECT (SELECT row_to_json(o15.*)
  FROM (SELECT (SELECT row_to_json(o14.*)
      FROM (SELECT (SELECT coalesce(json_agg(o13.*), '[]'::json)
          FROM (SELECT t1.slug AS "slug",
            t1.listed_on AS "listedOn",
            (SELECT row_to_json(o12.*)
              FROM (SELECT t11.name AS "name"
                FROM organization t11
                WHERE t11.id = t1.authority_id) o12) AS "authority"
            FROM (SELECT b8.* FROM (SELECT t2.*, j3.name COLLATE "C" AS ordered_0
                FROM organization j3
                CROSS JOIN LATERAL (SELECT t2.*
                  FROM sanction t2
                  WHERE t2.authority_id = j3.id
                  AND t2.listed_on_earliest IS NOT NULL
                  AND (t2.listed_on_earliest, t2.id) < ($3::date, $4::bigint)
                  ORDER BY t2.listed_on_earliest DESC NULLS LAST, t2.id DESC
                  LIMIT 501) t2
                WHERE j3.name COLLATE "C" = $2::text
                ORDER BY t2.listed_on_earliest DESC NULLS LAST, t2.id DESC
                LIMIT 501) b8
              UNION ALL SELECT b9.* FROM (SELECT t4.*, j5.name COLLATE "C" AS ordered_0
                FROM organization j5
                CROSS JOIN LATERAL (SELECT t4.*
                  FROM sanction t4
                  WHERE t4.authority_id = j5.id
                  AND t4.listed_on_earliest IS NULL
                  ORDER BY t4.id DESC
                  LIMIT 501) t4
                WHERE j5.name COLLATE "C" = $2::text
                ORDER BY t4.id DESC
                LIMIT 501) b9
              UNION ALL SELECT b10.* FROM (SELECT t6.*, j7.name COLLATE "C" AS ordered_0
                FROM sanction t6
                JOIN organization j7 ON j7.id = t6.authority_id
                WHERE j7.name COLLATE "C" < $2::text
                ORDER BY j7.name COLLATE "C" DESC, t6.listed_on_earliest DESC NULLS LAST, t6.id DESC
                LIMIT 501) b10) t1
            LIMIT $1::integer) o13) AS "nodes") o14) AS "sanctions") o15) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
