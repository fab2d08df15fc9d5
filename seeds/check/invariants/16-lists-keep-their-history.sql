-- What left its list has ended, what stands on one leads there, and every list is named with its source and checksum.
SELECT 'ended' AS what, d.slug AS list, l.key, s.slug AS record
FROM sanction_listing l
JOIN dataset_source d ON d.id = l.dataset_id
JOIN sanction s ON s.id = l.sanction_id
WHERE l.gone_on IS NOT NULL AND s.ended_on IS NULL AND s.dataset_id = l.dataset_id
UNION ALL
SELECT 'gone with its entry', d.slug, l.key, e.key
FROM sanction_listing l
JOIN dataset_source d ON d.id = l.dataset_id
JOIN list_entry e ON (e.dataset_id, e.key) = (l.dataset_id, l.entry_key)
WHERE e.gone_on IS NOT NULL AND l.gone_on IS NULL
UNION ALL
SELECT 'on the entry''s target', d.slug, l.key, s.slug
FROM sanction_listing l
JOIN dataset_source d ON d.id = l.dataset_id
JOIN list_entry e ON (e.dataset_id, e.key) = (l.dataset_id, l.entry_key)
JOIN sanction s ON s.id = l.sanction_id
WHERE s.target_id <> e.target_id AND l.gone_on IS NULL
UNION ALL
SELECT 'named with source and checksum', d.slug, NULL, NULL
FROM dataset_source d
WHERE (d.source_id IS NULL OR d.checksum IS NULL OR d.published_on IS NULL)
    AND EXISTS (SELECT FROM list_entry e WHERE e.dataset_id = d.id)
ORDER BY 1, 2, 3, 4
