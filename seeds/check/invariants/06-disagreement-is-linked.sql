-- Two live claims that disagree about one field of one record are linked (CONTRADICTS, REFINES or SAME_ORIGIN), so that it shows as contested.
WITH spoken AS (
    SELECT c.id, c.field, c.value, c.stance, c.statement, s.slug AS source,
           coalesce(c.detainee_id, c.detention_id, c.charge_id, c.agreement_id, c.exchange_id, c.release_id,
                    c.release_member_id, c.relief_id, c.sanction_id) AS subject
    FROM claim c
    JOIN source s ON s.id = c.source_id
    WHERE c.live AND c.value IS NOT NULL
), stands_for AS (
    SELECT id AS claim_id, id AS other_id FROM spoken
    UNION ALL
    SELECT r.claim_id, r.other_id
    FROM claim_relation r
    JOIN spoken a ON a.id = r.claim_id
    JOIN spoken b ON b.id = r.other_id AND b.value = a.value
    WHERE r.kind = 'SUPPORTS'
), linked AS (
    SELECT a.claim_id AS one, b.claim_id AS other
    FROM claim_relation r
    JOIN stands_for a ON a.other_id = r.claim_id
    JOIN stands_for b ON b.other_id = r.other_id
    WHERE r.kind IN ('CONTRADICTS', 'REFINES', 'SAME_ORIGIN')
)
SELECT a.subject, a.field, a.value AS value, a.source AS source, b.value AS other_value, b.source AS other_source,
       a.statement, b.statement AS other_statement
FROM spoken a
JOIN spoken b ON b.subject = a.subject AND b.field = a.field AND b.id > a.id
WHERE ((a.value <> b.value AND a.stance <> 'DENIES' AND b.stance <> 'DENIES')
       OR (a.value = b.value AND (a.stance = 'DENIES') <> (b.stance = 'DENIES')))
  AND NOT EXISTS (SELECT FROM linked l WHERE (l.one, l.other) IN ((a.id, b.id), (b.id, a.id)))
ORDER BY a.subject, a.field, source, other_source
