-- Counts of this release never exceed its total: each alone, and those by nationality, destination or sex that are certain together, so a dual national counts once. Running totals never add.
WITH total AS (
    SELECT id, slug, coalesce(total_max, total_value) AS most
    FROM release
    WHERE total_max IS NOT NULL OR total_completeness IN ('EXACT', 'AT_MOST')
), counted AS (
    SELECT release_id, dimension, label, coalesce(value, min) AS least, completeness IN ('EXACT', 'AT_LEAST') AS certain
    FROM release_count
    WHERE scope = 'THIS_RELEASE' AND completeness <> 'AT_MOST'
)
SELECT t.slug AS release, c.dimension::text AS dimension, c.label, c.least, t.most
FROM total t
JOIN counted c ON c.release_id = t.id
WHERE c.least > t.most
UNION ALL
SELECT t.slug, c.dimension::text, 'all together', sum(c.least), t.most
FROM total t
JOIN counted c ON c.release_id = t.id
WHERE c.dimension IN ('NATIONALITY', 'DESTINATION', 'SEX') AND c.certain
GROUP BY t.slug, c.dimension, t.most
HAVING sum(c.least) > t.most AND max(c.least) <= t.most
ORDER BY 1, 2, 3
