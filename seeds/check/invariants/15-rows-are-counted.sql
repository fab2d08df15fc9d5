-- The number kept of each table's rows is the number of its rows.
SELECT table_name, k.count AS kept, d.count AS counted
FROM row_count k
FULL JOIN (
    SELECT 'country' AS table_name, count(*) FROM country
    UNION ALL SELECT 'organization', count(*) FROM organization
    UNION ALL SELECT 'source', count(*) FROM source
    UNION ALL SELECT 'instrument', count(*) FROM instrument
    UNION ALL SELECT 'detainee', count(*) FROM detainee
    UNION ALL SELECT 'detention', count(*) FROM detention
    UNION ALL SELECT 'charge', count(*) FROM charge
    UNION ALL SELECT 'agreement', count(*) FROM agreement
    UNION ALL SELECT 'term', count(*) FROM term
    UNION ALL SELECT 'exchange', count(*) FROM exchange
    UNION ALL SELECT 'release', count(*) FROM release
    UNION ALL SELECT 'release_member', count(*) FROM release_member
    UNION ALL SELECT 'relief', count(*) FROM relief
    UNION ALL SELECT 'sanction_program', count(*) FROM sanction_program
    UNION ALL SELECT 'sanction', count(*) FROM sanction
    UNION ALL SELECT 'target', count(*) FROM target
    UNION ALL SELECT 'claim', count(*) FROM claim
    UNION ALL SELECT 'published_change', count(*) FROM change
) AS d USING (table_name)
WHERE k.count IS DISTINCT FROM d.count
ORDER BY table_name
