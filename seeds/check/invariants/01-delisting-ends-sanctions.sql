-- A delisting in force ends every sanction it names, and a license ends none.
SELECT r.slug AS relief, r.kind::text AS kind, r.status::text AS status, s.slug AS sanction, s.ended_on::text AS ended_on
FROM relief r
JOIN relief_sanction rs ON rs.relief_id = r.id
JOIN sanction s ON s.id = rs.sanction_id
WHERE (r.kind = 'DELISTING' AND r.status IN ('ISSUED', 'IN_FORCE') AND s.ending IS DISTINCT FROM 'DELISTED')
   OR (
       r.kind IN ('GENERAL_LICENSE', 'SPECIFIC_LICENSE', 'WAIVER')
       AND s.ending = 'DELISTED'
       AND NOT EXISTS (
           SELECT FROM relief_sanction other
           JOIN relief d ON d.id = other.relief_id
           WHERE other.sanction_id = s.id AND d.kind IN ('DELISTING', 'PROGRAM_TERMINATION')
       )
       -- The official list itself may say that the target is gone, whatever the license meant.
       AND NOT EXISTS (SELECT FROM sanction_listing l WHERE l.sanction_id = s.id AND l.gone_on IS NOT NULL)
   )
ORDER BY relief, sanction
