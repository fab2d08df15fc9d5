-- The same texts, words and keys as before, in less time. Of a function in SQL that calls what is not immutable, each
-- call is planned anew where plans are custom; and the view folded each text three times: to filter, to sort, to show.

CREATE OR REPLACE FUNCTION folded(text text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
BEGIN
    RETURN lower(public.unaccent('public.unaccent'::regdictionary, text));
END
$$;

CREATE OR REPLACE FUNCTION search_folded(text text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
BEGIN
    -- Most texts are plain letters.
    IF octet_length(text) = length(text) THEN
        RETURN btrim(regexp_replace(translate(lower(left(text, 500) COLLATE pg_c_utf8), '''`', ''), '[^a-z0-9]+', ' ', 'g'));
    END IF;
    RETURN rtrim(left(btrim(regexp_replace(
        translate(lower(public.unaccent('public.unaccent'::regdictionary, normalize(left(text, 500), NFKC)) COLLATE pg_c_utf8), '''ʼʹʻ`´', ''),
        '[^[:alnum:]]+', ' ', 'g'
    )), 500));
END
$$;

CREATE OR REPLACE VIEW search_text AS
SELECT DISTINCT ON (t.subject_type, t.subject_id, f.folded) t.subject_type, t.subject_id, t.text, f.folded,
    CASE WHEN t.subject_type = 'COUNTRY' AND t.text ~ '^[A-Z]{2,3}$' THEN '{}' ELSE search_words(t.text) END COLLATE "C" AS words
FROM (
    SELECT 'COUNTRY'::search_type AS subject_type, c.id AS subject_id, form.text
    FROM country c CROSS JOIN LATERAL unnest(ARRAY[c.name, c.official_name, c.iso2, c.iso3]) AS form (text)
    UNION ALL SELECT 'DETAINEE', id, name FROM detainee
    UNION ALL SELECT 'DETAINEE', detainee_id, text FROM detainee_name
    UNION ALL SELECT 'TARGET', id, name FROM target
    UNION ALL SELECT 'TARGET', target_id, text FROM target_name
    UNION ALL SELECT 'ORGANIZATION', id, name FROM organization
    UNION ALL
    SELECT 'SANCTION_PROGRAM', p.id, form.text
    FROM sanction_program p CROSS JOIN LATERAL unnest(ARRAY[p.code, p.name] || p.aliases) AS form (text)
    UNION ALL SELECT 'AGREEMENT', id, title FROM agreement
    UNION ALL SELECT 'RELEASE', id, title FROM release
    UNION ALL SELECT 'RELIEF', id, title FROM relief
) t
CROSS JOIN LATERAL (SELECT search_folded(t.text) COLLATE "C" AS folded OFFSET 0) f
WHERE f.folded <> ''
ORDER BY t.subject_type, t.subject_id, f.folded, t.text COLLATE "C";
