SELECT (SELECT ('{' || '"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":' || coalesce(to_json((SELECT ('{' || '"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":' || coalesce(to_json(t1.name)::text, 'null') || ',' || '"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa2":' || coalesce(to_json(t1.official_name)::text, 'null') || ',' || '"releases":' || coalesce(to_json((SELECT ('{' || '"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":' || coalesce(to_json((SELECT count(*)::integer
                          FROM release t7
                          WHERE t7.country_id = t1.id))::text, 'null') || ',' || '"nodes":' || coalesce(to_json(a3.v0)::text, 'null') || ',' || '"pageInfo":' || coalesce(to_json((SELECT ('{' || '"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":' || coalesce(to_json(a3.rows > $2::integer)::text, 'null') || '}')::json))::text, 'null') || '}')::json
                  FROM (SELECT coalesce(json_agg(p2.v0) FILTER (WHERE p2.place <= $2::integer), '[]'::json) AS v0,
                    count(*) AS rows
                    FROM (SELECT CASE WHEN t5.place <= $2::integer THEN (SELECT ('{' || '"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":' || coalesce(to_json(t5.slug)::text, 'null') || '}')::json) END AS v0,
                      t5.place
                      FROM (SELECT s4.*, row_number() OVER () AS place
                        FROM (SELECT t6.*
                          FROM release t6
                          WHERE t6.country_id = t1.id
                          ORDER BY t6.released_on_earliest DESC NULLS LAST, t6.id DESC
                          LIMIT 501) s4
                        LIMIT $2::integer + 1) t5) p2) a3))::text, 'null') || '}')::json
          FROM country t1
          WHERE t1.iso2 = upper($1::text)))::text, 'null') || '}')::json) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
