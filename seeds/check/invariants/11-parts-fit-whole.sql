-- A release in stages counts its people once: no stage is larger than the whole.
SELECT whole.slug AS release, part.slug AS stage, coalesce(part.total_value, part.total_min) AS least,
       coalesce(whole.total_max, whole.total_value) AS most
FROM release part
JOIN release whole ON whole.id = part.part_of_id
WHERE coalesce(part.total_value, part.total_min) > coalesce(whole.total_max, whole.total_value)
  AND (whole.total_max IS NOT NULL OR whole.total_completeness IN ('EXACT', 'AT_MOST'))
ORDER BY release, stage
