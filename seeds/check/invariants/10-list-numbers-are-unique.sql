-- A list's number names one target, and one sanction of that list at a time.
SELECT 'target' AS kind, i.scheme::text AS scheme, i.value, string_agg(t.slug, ', ' ORDER BY t.slug) AS records
FROM target_identifier i
JOIN target t ON t.id = i.target_id
WHERE i.scheme IN ('OFAC_UID', 'EU_REF', 'EU_LOGICAL_ID', 'UN_REF', 'UN_DATAID', 'UK_ID', 'OFSI_GROUP_ID')
GROUP BY i.scheme, i.value, i.dataset_id
HAVING count(*) > 1
UNION ALL
SELECT 'sanction', i.scheme::text, i.value, a.slug || ', ' || b.slug
FROM sanction_identifier i
JOIN sanction_identifier j ON (j.scheme, j.value) = (i.scheme, i.value) AND j.sanction_id > i.sanction_id
JOIN sanction a ON a.id = i.sanction_id
JOIN sanction b ON b.id = j.sanction_id
WHERE (a.authority_id, a.dataset_id) = (b.authority_id, b.dataset_id)
  AND a.list IS NOT DISTINCT FROM b.list
  AND coalesce(a.started_on_earliest, a.listed_on_earliest, '-infinity') < coalesce(b.ended_on_earliest, 'infinity')
  AND coalesce(b.started_on_earliest, b.listed_on_earliest, '-infinity') < coalesce(a.ended_on_earliest, 'infinity')
ORDER BY 1, 2, 3
