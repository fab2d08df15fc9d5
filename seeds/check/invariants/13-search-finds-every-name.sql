-- Search finds every name, title and code there is, and nothing that is gone.
WITH word AS (
    SELECT DISTINCT w.word COLLATE "C" AS word FROM search_key k CROSS JOIN LATERAL string_to_table(k.folded, ' ') AS w (word)
)
SELECT 'search_key' AS "table", subject_type::text AS subject_type, subject_id, k.folded IS NULL AS missing
FROM search_text t FULL JOIN search_key k USING (subject_type, subject_id, text, folded)
WHERE t.folded IS NULL OR k.folded IS NULL
UNION ALL
SELECT 'search_word', NULL, NULL, s.word IS NULL
FROM word FULL JOIN search_word s USING (word)
WHERE word.word IS NULL OR s.word IS NULL
ORDER BY 1, 2, 3
