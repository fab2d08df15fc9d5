SELECT (SELECT row_to_json(o17.*)
  FROM (SELECT (SELECT row_to_json(o16.*)
      FROM (SELECT (SELECT coalesce(json_agg(o5.*), '[]'::json)
          FROM (SELECT t2.role AS "role",
            (SELECT row_to_json(o4.*)
              FROM (SELECT t3.iso2 AS "iso2"
                FROM country t3
                WHERE t3.id = t2.country_id) o4) AS "country",
            t2.negotiators AS "negotiators"
            FROM party t2
            WHERE t2.agreement_id = t1.id
            ORDER BY t2.position ASC) o5) AS "parties",
        (SELECT coalesce(json_agg(o11.*), '[]'::json)
          FROM (SELECT t6.kind AS "kind",
            t6.text AS "text",
            t6.performance AS "performance",
            (SELECT row_to_json(o8.*)
              FROM (SELECT t7.slug AS "slug"
                FROM release t7
                WHERE t7.id = t6.release_id) o8) AS "release",
            (SELECT row_to_json(o10.*)
              FROM (SELECT t9.slug AS "slug"
                FROM relief t9
                WHERE t9.id = t6.relief_id) o10) AS "relief"
            FROM term t6
            WHERE t6.agreement_id = t1.id
            ORDER BY t6.position ASC, t6.id ASC) o11) AS "terms",
        (SELECT row_to_json(o15.*)
          FROM (SELECT (SELECT coalesce(json_agg(o14.*), '[]'::json)
              FROM (SELECT t12.slug AS "slug"
                FROM (SELECT t13.*
                  FROM agreement t13
                  WHERE t13.id <> t1.id AND t13.id IN (SELECT theirs.agreement_id FROM party ours JOIN party theirs USING (country_id, role) WHERE ours.agreement_id = t1.id AND ours.role = 'PRINCIPAL' GROUP BY theirs.agreement_id HAVING count(DISTINCT country_id) >= 2)
                  ORDER BY t13.announced_on_earliest DESC NULLS LAST, t13.id DESC
                  LIMIT 501) t12
                LIMIT $2::integer) o14) AS "nodes") o15) AS "related"
        FROM agreement t1
        WHERE t1.slug = $1::text) o16) AS "agreement") o17) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
