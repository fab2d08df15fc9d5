SELECT (SELECT row_to_json(o3.*)
  FROM (SELECT (SELECT row_to_json(o2.*)
      FROM (SELECT t1.slug AS "slug",
        t1.title AS "title",
        'Release:' || t1.id AS "id",
        EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.release_id = t1.id OFFSET 0) AS "contested"
        FROM release t1
        WHERE t1.slug = $1::text) o2) AS "release") o3) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
