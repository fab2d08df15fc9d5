-- Search: every published name, title and code, folded, in one table that triggers keep.

CREATE TYPE search_type AS ENUM (
    'COUNTRY', 'DETAINEE', 'TARGET', 'ORGANIZATION', 'SANCTION_PROGRAM', 'AGREEMENT', 'RELEASE', 'RELIEF'
);
COMMENT ON TYPE search_type IS 'What search can find, in the order in which equally good hits come.';

-- search_folded('O’Brien, Zoë – «ЁЖ»') → 'obrien zoe еж'. The collation is the same on every server, and of a very
-- long text the beginning is enough.
CREATE FUNCTION search_folded(text text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN rtrim(left(btrim(regexp_replace(
    translate(lower(unaccent('public.unaccent'::regdictionary, normalize(left(text, 500), NFKC)) COLLATE pg_c_utf8), '''ʼʹʻ`´', ''),
    '[^[:alnum:]]+', ' ', 'g'
)), 500));
COMMENT ON FUNCTION search_folded(text) IS
    'The words of a text in small letters, without accents, apostrophes and punctuation, one space apart: what search compares.';

-- Nothing of a withheld person is in here, because nothing of one is in the tables below.
CREATE VIEW search_text AS
SELECT DISTINCT ON (t.subject_type, t.subject_id, f.folded) t.subject_type, t.subject_id, t.text, f.folded
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
CROSS JOIN LATERAL (SELECT search_folded(t.text) COLLATE "C" AS folded) f
WHERE f.folded <> ''
ORDER BY t.subject_type, t.subject_id, f.folded, t.text COLLATE "C";
COMMENT ON VIEW search_text IS
    'All text that search finds records by: names in every form, titles and codes; of those that compare alike, one.';
COMMENT ON COLUMN search_text.subject_type IS 'What sort of record it is.';
COMMENT ON COLUMN search_text.subject_id IS 'The record''s id in its own table.';
COMMENT ON COLUMN search_text.text IS 'A name, title or code of it, as it is written.';
COMMENT ON COLUMN search_text.folded IS 'The same as search_folded has it.';

CREATE TABLE search_key (
    subject_type search_type NOT NULL,
    subject_id bigint NOT NULL,
    text text NOT NULL,
    folded text COLLATE "C" NOT NULL CHECK (folded <> ''),
    PRIMARY KEY (subject_type, subject_id, folded)
);
CREATE INDEX search_key_start ON search_key (subject_type, folded, subject_id);
-- What is not yet sorted into an index is read through by every search, so that is kept short.
CREATE INDEX search_key_words ON search_key USING gin (array_to_tsvector(string_to_array(folded, ' ')))
    WITH (gin_pending_list_limit = 64);
COMMENT ON TABLE search_key IS
    'What search_text says, indexed. Triggers keep it; nobody need write here, and its changes are no revision.';
COMMENT ON COLUMN search_key.subject_type IS 'What sort of record it leads to.';
COMMENT ON COLUMN search_key.subject_id IS 'The record''s id in its own table.';
COMMENT ON COLUMN search_key.text IS 'A name, title or code of it, as it is written.';
COMMENT ON COLUMN search_key.folded IS 'The same as search_folded has it.';

-- Spelling is forgiven word by word: there are far fewer words than names.
CREATE TABLE search_word (
    word text COLLATE "C" PRIMARY KEY
);
CREATE INDEX search_word_near ON search_word USING gin (word gin_trgm_ops) WITH (gin_pending_list_limit = 256);
COMMENT ON TABLE search_word IS
    'Every word of search_key, once, so that words spelled a little otherwise are found. Triggers keep it: a word that no key holds any more goes.';
COMMENT ON COLUMN search_word.word IS 'A word as search_folded has it.';

CREATE PROCEDURE refresh_search(subject_type search_type, ids bigint[])
LANGUAGE plpgsql
AS $$
DECLARE
    lost text[];
BEGIN
    IF EXISTS (SELECT FROM search_key k WHERE k.subject_type = refresh_search.subject_type AND k.subject_id = ANY (ids)) THEN
        WITH removed AS (
            DELETE FROM search_key k
            WHERE k.subject_type = refresh_search.subject_type AND k.subject_id = ANY (ids)
                AND (k.subject_id, k.text) NOT IN (
                    SELECT t.subject_id, t.text FROM search_text t
                    WHERE t.subject_type = refresh_search.subject_type AND t.subject_id = ANY (ids)
                )
            RETURNING k.folded
        )
        SELECT array_agg(DISTINCT w.word) INTO lost
        FROM removed r CROSS JOIN LATERAL string_to_table(r.folded, ' ') AS w (word);
    END IF;
    WITH made AS (
        INSERT INTO search_key (subject_type, subject_id, text, folded)
        SELECT t.subject_type, t.subject_id, t.text, t.folded FROM search_text t
        WHERE t.subject_type = refresh_search.subject_type AND t.subject_id = ANY (ids)
        ON CONFLICT DO NOTHING
        RETURNING folded
    )
    INSERT INTO search_word (word)
    SELECT DISTINCT w.word FROM made m CROSS JOIN LATERAL string_to_table(m.folded, ' ') AS w (word)
    ON CONFLICT DO NOTHING;
    IF lost IS NOT NULL THEN
        DELETE FROM search_word w
        WHERE w.word = ANY (lost) AND NOT EXISTS (
            SELECT FROM search_key k
            WHERE array_to_tsvector(string_to_array(k.folded, ' ')) @@ quote_literal(w.word)::tsquery
        );
    END IF;
END
$$;
COMMENT ON PROCEDURE refresh_search(search_type, bigint[]) IS
    'Brings the keys of these records, and the words of all keys, in line with search_text.';

-- Statement triggers call this with the sort of record and the column that holds its id.
CREATE FUNCTION refresh_search_keys() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
    ids bigint[];
    touched constant text := CASE TG_OP
        WHEN 'INSERT' THEN 'TABLE new_rows'
        WHEN 'DELETE' THEN 'TABLE old_rows'
        ELSE '(TABLE new_rows EXCEPT TABLE old_rows) UNION ALL (TABLE old_rows EXCEPT TABLE new_rows)'
    END;
BEGIN
    EXECUTE format('SELECT array_agg(DISTINCT t.%I) FROM (%s) t', TG_ARGV[1], touched) INTO ids;
    IF ids IS NOT NULL THEN
        CALL refresh_search(TG_ARGV[0]::search_type, ids);
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION refresh_search_keys() IS 'Trigger: refreshes the keys of the records that a statement touched.';

CREATE PROCEDURE keep_searchable(table_name text, subject_type search_type, subject_column text)
LANGUAGE plpgsql
AS $$
DECLARE
    arguments constant text := concat_ws(', ', quote_literal(subject_type), quote_literal(subject_column));
BEGIN
    EXECUTE format('CREATE TRIGGER search_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows
                    FOR EACH STATEMENT EXECUTE FUNCTION refresh_search_keys(%s)', table_name, arguments);
    EXECUTE format('CREATE TRIGGER search_update AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
                    FOR EACH STATEMENT EXECUTE FUNCTION refresh_search_keys(%s)', table_name, arguments);
    EXECUTE format('CREATE TRIGGER search_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows
                    FOR EACH STATEMENT EXECUTE FUNCTION refresh_search_keys(%s)', table_name, arguments);
END
$$;
COMMENT ON PROCEDURE keep_searchable(text, search_type, text) IS
    'Has search follow a table''s inserts, updates and deletes; the column holds the id of the record that is found.';

CALL keep_searchable('country', 'COUNTRY', 'id');
CALL keep_searchable('detainee', 'DETAINEE', 'id');
CALL keep_searchable('detainee_name', 'DETAINEE', 'detainee_id');
CALL keep_searchable('target', 'TARGET', 'id');
CALL keep_searchable('target_name', 'TARGET', 'target_id');
CALL keep_searchable('organization', 'ORGANIZATION', 'id');
CALL keep_searchable('sanction_program', 'SANCTION_PROGRAM', 'id');
CALL keep_searchable('agreement', 'AGREEMENT', 'id');
CALL keep_searchable('release', 'RELEASE', 'id');
CALL keep_searchable('relief', 'RELIEF', 'id');

-- What stood here before this migration.
DO $$
DECLARE
    each record;
BEGIN
    FOR each IN SELECT subject_type, array_agg(DISTINCT subject_id) AS ids FROM search_text GROUP BY subject_type LOOP
        CALL refresh_search(each.subject_type, each.ids);
    END LOOP;
END
$$;

CREATE FUNCTION search_score(asked text, folded text) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN folded = asked THEN 1
    WHEN starts_with(folded, asked) THEN 0.85 + 0.1 * length(asked) / length(folded)
    WHEN position(' ' || asked IN folded) > 0 OR string_to_array(folded, ' ') @> string_to_array(asked, ' ')
        THEN 0.7 + 0.15 * least(1, length(asked) / length(folded)::numeric)
    ELSE 0.2 + 0.5 * strict_word_similarity(asked, folded)
END;
COMMENT ON FUNCTION search_score(text, text) IS
    'How well a folded text answers a folded query: 1 is the same; from 0.85 it begins with the query; from 0.7 it holds the query''s words; below, it resembles them.';

-- The closest in length come first.
CREATE FUNCTION search_keys(words tsquery, types search_type[], size integer, most integer) RETURNS search_key[]
LANGUAGE plpgsql STABLE PARALLEL SAFE
AS $$
BEGIN
    RETURN ARRAY(
        SELECT k FROM search_key k
        WHERE array_to_tsvector(string_to_array(k.folded, ' ')) @@ words AND k.subject_type = ANY (types)
        ORDER BY abs(length(k.folded) - size), k.subject_type, k.subject_id, k.folded
        LIMIT most
    );
END
$$;
COMMENT ON FUNCTION search_keys(tsquery, search_type[], integer, integer) IS
    'Keys of these types that hold these words: so many at most, those of about that length first.';

-- Of three words and more, one may be missing.
CREATE FUNCTION search_near(words text[]) RETURNS tsquery[]
LANGUAGE sql STABLE PARALLEL SAFE
RETURN (
    WITH variant AS MATERIALIZED (
        SELECT w.place, string_agg(v.quoted, '|') FILTER (WHERE v.near >= 0.6) AS close, string_agg(v.quoted, '|') AS far
        FROM unnest(words) WITH ORDINALITY AS w (word, place)
        CROSS JOIN LATERAL (
            SELECT quote_literal(u.word) AS quoted, max(u.near) AS near FROM (
                SELECT w.word, 1
                UNION ALL
                (SELECT s.word, 1 FROM search_word s
                 WHERE s.word >= w.word AND s.word < w.word || U&'\+10FFFF' AND length(w.word) >= 3
                 ORDER BY s.word LIMIT 12)
                UNION ALL
                (SELECT s.word, similarity(s.word, w.word) FROM search_word s
                 WHERE s.word % w.word AND length(w.word) >= 4 AND length(s.word) >= 3
                 ORDER BY 2 DESC, 1 LIMIT 12)
            ) u (word, near)
            GROUP BY u.word
        ) v
        GROUP BY w.place
    ), enough AS (
        SELECT string_agg('(' || v.close || ')', '&') AS close, string_agg('(' || v.far || ')', '&') AS far
        FROM generate_series(1, cardinality(words)) AS missing (place)
        JOIN variant v ON v.place <> missing.place OR cardinality(words) < 3
        GROUP BY missing.place
    )
    SELECT ARRAY[string_agg(close, '|')::tsquery, string_agg(far, '|')::tsquery] FROM enough
);
COMMENT ON FUNCTION search_near(text[]) IS
    'What to look for among the words of keys, so that these words are found where they only begin one or are spelled otherwise: first a little, then a lot.';

-- Each step looks further than the one before and is taken only where that found too little. What a step may find
-- is bounded, so that the commonest name costs no more than it must.
CREATE FUNCTION search_hits(query text, types search_type[] DEFAULT NULL)
RETURNS TABLE (type search_type, id bigint, matched text, score double precision, distance integer)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 100
AS $$
#variable_conflict use_column
DECLARE
    most constant integer := 500;
    page constant integer := 25;
    asked constant text COLLATE "C" := search_folded(query);
    wanted constant search_type[] := coalesce(types, enum_range(NULL::search_type));
    words constant text[] := ARRAY(SELECT DISTINCT w FROM string_to_table(asked, ' ') AS w ORDER BY w);
    near tsquery[];
    hits search_key[];
BEGIN
    IF asked <> '' THEN
        hits := ARRAY(
            SELECT k FROM unnest(wanted) AS t (type) CROSS JOIN LATERAL (
                SELECT * FROM search_key k
                WHERE k.subject_type = t.type AND k.folded >= asked AND k.folded < asked || U&'\+10FFFF'
                ORDER BY k.folded, k.subject_id LIMIT most
            ) k
        );
    END IF;
    -- One or two letters stand in too many words: they are looked for at the start of texts alone.
    IF cardinality(hits) < most AND length(asked) > 2 THEN
        hits := hits || search_keys(
            concat_ws('|', (SELECT string_agg(quote_literal(w), '&') FROM unnest(words) AS w), quote_literal(replace(asked, ' ', '')))::tsquery,
            wanted, length(asked), most
        );
    END IF;
    IF cardinality(hits) < most AND length(asked) > 2 THEN
        -- The longest words are the rarest.
        near := search_near((ARRAY(SELECT w FROM unnest(words) AS w ORDER BY length(w) DESC, w))[:5]);
        hits := hits || search_keys(near[1], wanted, length(asked), most);
        IF cardinality(hits) < page THEN
            hits := hits || search_keys(near[2], wanted, length(asked), most);
        END IF;
    END IF;
    RETURN QUERY
    WITH scored AS MATERIALIZED (
        SELECT h.subject_type, h.subject_id, h.text, h.folded, round(10000 * search_score(asked, h.folded))::integer AS score
        FROM unnest(hits) AS h
    ), best AS (
        SELECT DISTINCT ON (s.subject_type, s.subject_id) s.*
        FROM scored s
        WHERE s.score >= 4000
        ORDER BY s.subject_type, s.subject_id, s.score DESC, s.folded
    )
    SELECT b.subject_type, b.subject_id, b.text, b.score / 10000.0::double precision, 10000 - b.score
    FROM best b
    ORDER BY b.score DESC, b.subject_type, b.subject_id
    LIMIT most;
END
$$;
COMMENT ON FUNCTION search_hits(text, search_type[]) IS
    'The records of these types (of all, if null) whose names, titles or codes answer a query best, at most 500: each with the text that matched, a score from 0 to 1, and its distance from a perfect one in ten-thousandths, which orders them.';
