-- The link between a release and what was given for it is itself a claim: no exchange stands without one.
SELECT a.slug AS agreement, e.id AS exchange, r.slug AS release, e.relation::text AS relation
FROM exchange e
JOIN agreement a ON a.id = e.agreement_id
JOIN release r ON r.id = e.release_id
WHERE NOT EXISTS (SELECT FROM claim c WHERE c.exchange_id = e.id)
ORDER BY agreement, exchange
