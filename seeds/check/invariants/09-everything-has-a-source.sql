-- Every published record rests on at least one claim, and so on a source, or stands on an official list that is one.
SELECT 'Agreement' AS kind, a.id, a.slug AS record FROM agreement a WHERE NOT EXISTS (SELECT FROM claim c WHERE c.agreement_id = a.id)
UNION ALL
SELECT 'Release', r.id, r.slug FROM release r WHERE NOT EXISTS (SELECT FROM claim c WHERE c.release_id = r.id)
UNION ALL
SELECT 'ReleaseMember', m.id, r.slug || ' / ' || d.slug
FROM release_member m
JOIN release r ON r.id = m.release_id
JOIN detainee d ON d.id = m.detainee_id
WHERE NOT EXISTS (SELECT FROM claim c WHERE c.release_member_id = m.id)
UNION ALL
SELECT 'Detainee', d.id, d.slug FROM detainee d WHERE NOT EXISTS (SELECT FROM claim c WHERE c.detainee_id = d.id)
UNION ALL
SELECT 'Detention', n.id, d.slug
FROM detention n
JOIN detainee d ON d.id = n.detainee_id
WHERE NOT EXISTS (SELECT FROM claim c WHERE c.detention_id = n.id)
UNION ALL
SELECT 'Charge', g.id, d.slug || ' / ' || g.title
FROM charge g
JOIN detention n ON n.id = g.detention_id
JOIN detainee d ON d.id = n.detainee_id
WHERE NOT EXISTS (SELECT FROM claim c WHERE c.charge_id = g.id)
UNION ALL
SELECT 'Relief', r.id, r.slug FROM relief r WHERE NOT EXISTS (SELECT FROM claim c WHERE c.relief_id = r.id)
UNION ALL
SELECT 'Sanction', s.id, s.slug FROM sanction s WHERE NOT EXISTS (SELECT FROM claim c WHERE c.sanction_id = s.id) AND NOT EXISTS (
    SELECT FROM sanction_listing l JOIN dataset_source d ON d.id = l.dataset_id
    WHERE l.sanction_id = s.id AND d.source_id IS NOT NULL
)
ORDER BY 1, 3
