SELECT (SELECT row_to_json(o9.*)
  FROM (SELECT (SELECT row_to_json(o4.*)
      FROM (SELECT (SELECT coalesce(json_agg(o3.*), '[]'::json)
          FROM (SELECT t1.slug AS "slug"
            FROM (SELECT t2.*
              FROM sanction t2
              WHERE (coalesce(coalesce(t2.started_on_earliest, t2.listed_on_earliest) <= $2::date, true) AND coalesce(t2.ended_on_earliest > $2::date, true) AND sanction_status_on(t2.id, $2::date) IN ('ACTIVE', 'LICENSED'))
              ORDER BY t2.listed_on_earliest DESC NULLS LAST, t2.id DESC
              LIMIT 501) t1
            LIMIT $1::integer) o3) AS "nodes") o4) AS "before",
    (SELECT row_to_json(o8.*)
      FROM (SELECT (SELECT coalesce(json_agg(o7.*), '[]'::json)
          FROM (SELECT t5.slug AS "slug"
            FROM (SELECT t6.*
              FROM sanction t6
              WHERE (coalesce(coalesce(t6.started_on_earliest, t6.listed_on_earliest) <= $4::date, true) AND coalesce(t6.ended_on_earliest > $4::date, true) AND sanction_status_on(t6.id, $4::date) IN ('ACTIVE', 'LICENSED'))
              ORDER BY t6.listed_on_earliest DESC NULLS LAST, t6.id DESC
              LIMIT 501) t5
            LIMIT $3::integer) o7) AS "nodes") o8) AS "after") o9) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
