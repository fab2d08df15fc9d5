SELECT (SELECT row_to_json(o9.*)
  FROM (SELECT (SELECT row_to_json(o8.*)
      FROM (SELECT (SELECT coalesce(json_agg(o3.*), '[]'::json)
          FROM (SELECT t2.text AS "text",
            t2.language AS "language",
            t2.kind AS "kind"
            FROM target_name t2
            WHERE t2.target_id = t1.id
            ORDER BY t2.position ASC, t2.dataset_id ASC) o3) AS "names",
        (SELECT coalesce(json_agg(o5.*), '[]'::json)
          FROM (SELECT t4.scheme AS "scheme",
            t4.value AS "value"
            FROM target_identifier t4
            WHERE t4.target_id = t1.id
            ORDER BY t4.scheme ASC, t4.value COLLATE "C" ASC) o5) AS "identifiers",
        (SELECT coalesce(json_agg(o7.*), '[]'::json)
          FROM (SELECT t6.iso2 AS "iso2"
            FROM country t6
            WHERE t6.id IN (SELECT c.country_id FROM target_country c WHERE c.target_id = t1.id)
            ORDER BY t6.name COLLATE "C" ASC, t6.id ASC) o7) AS "countries"
        FROM target t1
        WHERE t1.slug = $1::text) o8) AS "target") o9) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
