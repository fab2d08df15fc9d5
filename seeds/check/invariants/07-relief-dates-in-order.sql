-- Relief is announced, then issued, then takes effect, unless it says that it is retroactive.
SELECT slug AS relief, announced_on::text AS announced_on, issued_on::text AS issued_on, effective_on::text AS effective_on
FROM relief
WHERE NOT retroactive
  AND (announced_on_earliest > issued_on_latest
       OR issued_on_earliest > effective_on_latest
       OR announced_on_earliest > effective_on_latest)
ORDER BY relief
