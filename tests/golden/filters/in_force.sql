SELECT (SELECT row_to_json(o7.*)
  FROM (SELECT (SELECT row_to_json(o3.*)
      FROM (SELECT (SELECT coalesce(json_agg(o2.*), '[]'::json)
          FROM (SELECT t1.slug AS "slug"
            FROM sanction t1
            WHERE (coalesce(coalesce(t1.started_on_earliest, t1.listed_on_earliest) <= $2::date, true) AND coalesce(t1.ended_on_earliest > $2::date, true) AND sanction_status_on(t1.id, $2::date) IN ('ACTIVE', 'LICENSED'))
            ORDER BY t1.listed_on_earliest DESC NULLS LAST, t1.id DESC
            LIMIT $1::integer) o2) AS "nodes") o3) AS "before",
    (SELECT row_to_json(o6.*)
      FROM (SELECT (SELECT coalesce(json_agg(o5.*), '[]'::json)
          FROM (SELECT t4.slug AS "slug"
            FROM sanction t4
            WHERE (coalesce(coalesce(t4.started_on_earliest, t4.listed_on_earliest) <= $4::date, true) AND coalesce(t4.ended_on_earliest > $4::date, true) AND sanction_status_on(t4.id, $4::date) IN ('ACTIVE', 'LICENSED'))
            ORDER BY t4.listed_on_earliest DESC NULLS LAST, t4.id DESC
            LIMIT $3::integer) o5) AS "nodes") o6) AS "after") o7) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
