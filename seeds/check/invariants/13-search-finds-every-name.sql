-- Search finds every name, title and code there is, in every spelling, and nothing that is gone.
WITH word AS (
    SELECT w.word, count(*)::integer AS frequency FROM search_key k CROSS JOIN LATERAL unnest(k.words) AS w (word) GROUP BY w.word
), form AS (
    SELECT w.word, f.form FROM word w CROSS JOIN LATERAL unnest(search_forms(w.word)) AS f (form)
)
SELECT 'search_key' AS "table", subject_type::text AS subject_type, subject_id, k.folded IS NULL AS missing
FROM search_text t FULL JOIN search_key k USING (subject_type, subject_id, text, folded, words)
WHERE t.folded IS NULL OR k.folded IS NULL
UNION ALL
SELECT 'search_word', NULL, NULL, s.word IS NULL
FROM word FULL JOIN search_word s USING (word, frequency)
WHERE word.word IS NULL OR s.word IS NULL
UNION ALL
SELECT 'search_form', NULL, NULL, s.word IS NULL
FROM form FULL JOIN search_form s USING (word, form)
WHERE form.word IS NULL OR s.word IS NULL
ORDER BY 1, 2, 3
