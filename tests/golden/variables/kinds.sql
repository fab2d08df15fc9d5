SELECT (SELECT row_to_json(o13.*)
  FROM (SELECT (SELECT row_to_json(o7.*)
      FROM (SELECT (SELECT row_to_json(o6.*)
          FROM (SELECT (SELECT coalesce(json_agg(o5.*), '[]'::json)
              FROM (SELECT t2.slug AS "slug",
                (SELECT coalesce(json_agg(o4.*), '[]'::json)
                  FROM (SELECT t3.label AS "label"
                    FROM release_count t3
                    WHERE t3.release_id = t2.id
                    AND t3.dimension = $3::text::count_dimension
                    ORDER BY t3.position ASC) o4) AS "counts"
                FROM release t2
                WHERE t2.country_id = t1.id
                ORDER BY t2.released_on_earliest DESC NULLS LAST, t2.id DESC
                LIMIT $2::integer) o5) AS "nodes") o6) AS "releases"
        FROM country t1
        WHERE t1.iso2 = upper($1::text)) o7) AS "country",
    (SELECT row_to_json(o9.*)
      FROM (SELECT sanction_status_on(t8.id, coalesce($5::date, current_date)) AS "status"
        FROM sanction t8
        WHERE t8.slug = $4::text) o9) AS "sanction",
    (SELECT coalesce(json_agg(CASE WHEN n10.type = 'Country' THEN (SELECT row_to_json(o12.*)
            FROM (SELECT 'Country:' || t11.id AS "id"
              FROM country t11
              WHERE t11.id = n10.id) o12) END ORDER BY n10.place), '[]'::json)
      FROM unnest($6::text[], $7::bigint[]) WITH ORDINALITY AS n10 (type, id, place)) AS "nodes") o13) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
