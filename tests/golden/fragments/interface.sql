SELECT (SELECT row_to_json(o25.*)
  FROM (SELECT (SELECT row_to_json(o24.*)
      FROM (SELECT (SELECT coalesce(json_agg(o23.*), '[]'::json)
          FROM (SELECT t1.statement AS "statement",
            CASE WHEN t1.detainee_id IS NOT NULL THEN (SELECT row_to_json(o4.*)
              FROM (SELECT 'Detainee'::text AS "__typename",
                EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.detainee_id = t3.id OFFSET 0) AS "contested",
                'Detainee:' || t3.id AS "id"
                FROM detainee t3
                WHERE t3.id = t1.detainee_id) o4)
            WHEN t1.detention_id IS NOT NULL THEN (SELECT row_to_json(o6.*)
              FROM (SELECT 'Detention'::text AS "__typename",
                EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.detention_id = t5.id OFFSET 0) AS "contested",
                'Detention:' || t5.id AS "id"
                FROM detention t5
                WHERE t5.id = t1.detention_id) o6)
            WHEN t1.charge_id IS NOT NULL THEN (SELECT row_to_json(o8.*)
              FROM (SELECT 'Charge'::text AS "__typename",
                EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.charge_id = t7.id OFFSET 0) AS "contested",
                'Charge:' || t7.id AS "id"
                FROM charge t7
                WHERE t7.id = t1.charge_id) o8)
            WHEN t1.agreement_id IS NOT NULL THEN (SELECT row_to_json(o10.*)
              FROM (SELECT 'Agreement'::text AS "__typename",
                EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.agreement_id = t9.id OFFSET 0) AS "contested",
                'Agreement:' || t9.id AS "id"
                FROM agreement t9
                WHERE t9.id = t1.agreement_id) o10)
            WHEN t1.exchange_id IS NOT NULL THEN (SELECT row_to_json(o12.*)
              FROM (SELECT 'Exchange'::text AS "__typename",
                EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.exchange_id = t11.id OFFSET 0) AS "contested",
                'Exchange:' || t11.id AS "id"
                FROM exchange t11
                WHERE t11.id = t1.exchange_id) o12)
            WHEN t1.release_id IS NOT NULL THEN (SELECT row_to_json(o14.*)
              FROM (SELECT 'Release'::text AS "__typename",
                EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.release_id = t13.id OFFSET 0) AS "contested",
                t13.slug AS "slug",
                'Release:' || t13.id AS "id"
                FROM release t13
                WHERE t13.id = t1.release_id) o14)
            WHEN t1.release_member_id IS NOT NULL THEN (SELECT row_to_json(o18.*)
              FROM (SELECT 'ReleaseMember'::text AS "__typename",
                EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.release_member_id = t15.id OFFSET 0) AS "contested",
                t15.outcome AS "outcome",
                (SELECT row_to_json(o17.*)
                  FROM (SELECT t16.name AS "name"
                    FROM detainee t16
                    WHERE t16.id = t15.detainee_id) o17) AS "detainee",
                'ReleaseMember:' || t15.id AS "id"
                FROM release_member t15
                WHERE t15.id = t1.release_member_id) o18)
            WHEN t1.relief_id IS NOT NULL THEN (SELECT row_to_json(o20.*)
              FROM (SELECT 'Relief'::text AS "__typename",
                EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.relief_id = t19.id OFFSET 0) AS "contested",
                'Relief:' || t19.id AS "id"
                FROM relief t19
                WHERE t19.id = t1.relief_id) o20)
            WHEN t1.sanction_id IS NOT NULL THEN (SELECT row_to_json(o22.*)
              FROM (SELECT 'Sanction'::text AS "__typename",
                EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.sanction_id = t21.id OFFSET 0) AS "contested",
                'Sanction:' || t21.id AS "id"
                FROM sanction t21
                WHERE t21.id = t1.sanction_id) o22) END AS "subject"
            FROM (SELECT t2.*
              FROM claim t2
              ORDER BY t2.position ASC, t2.id ASC
              LIMIT 501) t1
            LIMIT $1::integer) o23) AS "nodes") o24) AS "claims") o25) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
