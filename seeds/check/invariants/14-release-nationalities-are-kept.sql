-- The nationalities kept of each release are those that its counts and its members say.
SELECT release_id, country_id, k.kept IS NULL AS missing
FROM (SELECT *, true AS derived FROM derived_release_nationality) d
FULL JOIN (SELECT *, true AS kept FROM release_nationality) k USING (release_id, country_id)
WHERE d.derived IS NULL OR k.kept IS NULL
ORDER BY release_id, country_id
