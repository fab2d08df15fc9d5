-- No release has more members than people released; a member whose release is disputed is shown and not counted.
SELECT r.slug AS release, count(*) AS members, coalesce(r.total_max, r.total_value) AS most
FROM release r
JOIN release_member m ON m.release_id = r.id AND m.outcome <> 'DISPUTED'
WHERE r.total_max IS NOT NULL OR r.total_completeness IN ('EXACT', 'AT_MOST')
GROUP BY r.id
HAVING count(*) > coalesce(r.total_max, r.total_value)
ORDER BY release
