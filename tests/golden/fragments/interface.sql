SELECT (SELECT row_to_json(o24.*)
  FROM (SELECT (SELECT row_to_json(o23.*)
      FROM (SELECT (SELECT coalesce(json_agg(o22.*), '[]'::json)
          FROM (SELECT t1.statement AS "statement",
            CASE WHEN t1.detainee_id IS NOT NULL THEN (SELECT row_to_json(o3.*)
              FROM (SELECT 'Detainee'::text AS "__typename",
                EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.detainee_id = t2.id OFFSET 0) AS "contested",
                'Detainee:' || t2.id AS "id"
                FROM detainee t2
                WHERE t2.id = t1.detainee_id) o3)
            WHEN t1.detention_id IS NOT NULL THEN (SELECT row_to_json(o5.*)
              FROM (SELECT 'Detention'::text AS "__typename",
                EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.detention_id = t4.id OFFSET 0) AS "contested",
                'Detention:' || t4.id AS "id"
                FROM detention t4
                WHERE t4.id = t1.detention_id) o5)
            WHEN t1.charge_id IS NOT NULL THEN (SELECT row_to_json(o7.*)
              FROM (SELECT 'Charge'::text AS "__typename",
                EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.charge_id = t6.id OFFSET 0) AS "contested",
                'Charge:' || t6.id AS "id"
                FROM charge t6
                WHERE t6.id = t1.charge_id) o7)
            WHEN t1.agreement_id IS NOT NULL THEN (SELECT row_to_json(o9.*)
              FROM (SELECT 'Agreement'::text AS "__typename",
                EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.agreement_id = t8.id OFFSET 0) AS "contested",
                'Agreement:' || t8.id AS "id"
                FROM agreement t8
                WHERE t8.id = t1.agreement_id) o9)
            WHEN t1.exchange_id IS NOT NULL THEN (SELECT row_to_json(o11.*)
              FROM (SELECT 'Exchange'::text AS "__typename",
                EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.exchange_id = t10.id OFFSET 0) AS "contested",
                'Exchange:' || t10.id AS "id"
                FROM exchange t10
                WHERE t10.id = t1.exchange_id) o11)
            WHEN t1.release_id IS NOT NULL THEN (SELECT row_to_json(o13.*)
              FROM (SELECT 'Release'::text AS "__typename",
                EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.release_id = t12.id OFFSET 0) AS "contested",
                t12.slug AS "slug",
                'Release:' || t12.id AS "id"
                FROM release t12
                WHERE t12.id = t1.release_id) o13)
            WHEN t1.release_member_id IS NOT NULL THEN (SELECT row_to_json(o17.*)
              FROM (SELECT 'ReleaseMember'::text AS "__typename",
                EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.release_member_id = t14.id OFFSET 0) AS "contested",
                t14.outcome AS "outcome",
                (SELECT row_to_json(o16.*)
                  FROM (SELECT t15.name AS "name"
                    FROM detainee t15
                    WHERE t15.id = t14.detainee_id) o16) AS "detainee",
                'ReleaseMember:' || t14.id AS "id"
                FROM release_member t14
                WHERE t14.id = t1.release_member_id) o17)
            WHEN t1.relief_id IS NOT NULL THEN (SELECT row_to_json(o19.*)
              FROM (SELECT 'Relief'::text AS "__typename",
                EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.relief_id = t18.id OFFSET 0) AS "contested",
                'Relief:' || t18.id AS "id"
                FROM relief t18
                WHERE t18.id = t1.relief_id) o19)
            WHEN t1.sanction_id IS NOT NULL THEN (SELECT row_to_json(o21.*)
              FROM (SELECT 'Sanction'::text AS "__typename",
                EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x WHERE c.sanction_id = t20.id OFFSET 0) AS "contested",
                'Sanction:' || t20.id AS "id"
                FROM sanction t20
                WHERE t20.id = t1.sanction_id) o21) END AS "subject"
            FROM claim t1
            ORDER BY t1.position ASC, t1.id ASC
            LIMIT $1::integer) o22) AS "nodes") o23) AS "claims") o24) AS data,
(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision
