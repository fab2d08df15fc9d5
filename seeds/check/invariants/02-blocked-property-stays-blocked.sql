-- Where relief unblocks no property, the asset freeze still binds on the day the relief takes effect.
SELECT r.slug AS relief, s.slug AS sanction, sanction_status_on(s.id, d.day)::text AS status, d.day::text AS on_day
FROM relief r
JOIN relief_sanction rs ON rs.relief_id = r.id
JOIN sanction s ON s.id = rs.sanction_id AND 'ASSET_FREEZE' = ANY (s.measures)
CROSS JOIN LATERAL (SELECT coalesce(r.effective_on_earliest, r.issued_on_earliest) AS day) d
WHERE NOT r.unblocks_property
  AND r.kind <> 'DELISTING'
  AND sanction_status_on(s.id, d.day) IN ('LICENSED', 'DELISTED', 'EXPIRED')
  AND NOT EXISTS (
      SELECT FROM relief_sanction other
      JOIN relief o ON o.id = other.relief_id AND o.id <> r.id
      WHERE other.sanction_id = s.id AND (o.unblocks_property OR o.kind = 'DELISTING')
  )
ORDER BY relief, sanction
