-- A score says more: what is spelled the same comes before what only sounds so, a record's other names count, and what is
-- missing counts for more where the words of a query are those that many bear.

CREATE OR REPLACE FUNCTION search_alike_voiceless(asked text, form text, mine text, theirs text) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE
-- Letters of either that the other lacks; the vowels that are not written cost nothing.
RETURN CASE
    WHEN mine = theirs AND length(mine) = 1 THEN 0.6
    WHEN mine = theirs AND length(mine) = 2 THEN 0.9
    WHEN mine = theirs THEN 0.96
    WHEN length(mine) > 2 THEN 0.96 * (1 - levenshtein(mine, theirs) / greatest(length(mine), length(theirs))::double precision)
END - CASE WHEN mine = theirs AND length(mine) = 1 THEN 0
    ELSE 0.06 * least(levenshtein(asked, form, 0, 1, 1), levenshtein(form, asked, 0, 1, 1)) END;

CREATE OR REPLACE FUNCTION search_alike(asked text, form text, voiceless boolean) RETURNS double precision
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
    size constant integer := greatest(length(asked), length(form));
    mine text;
    theirs text;
    mistakes integer;
    alike double precision;
BEGIN
    IF asked = form THEN
        RETURN 1;
    ELSIF translate(asked || form, '0123456789=', '') <> asked || form THEN
        RETURN 0;
    END IF;
    mistakes := levenshtein(asked, form);
    -- Two letters that changed places are one mistake.
    IF mistakes = 2 AND size > 3 AND length(asked) = length(form) AND translate(asked, form, '') = '' AND translate(form, asked, '') = ''
        AND (SELECT string_agg(l, '' ORDER BY l) FROM string_to_table(asked, NULL) AS l)
            = (SELECT string_agg(l, '' ORDER BY l) FROM string_to_table(form, NULL) AS l)
    THEN
        mistakes := 1;
    END IF;
    alike := 1 - mistakes / size::double precision;
    -- Of few mistakes, one letter for another that is formed alike (b and p, d and t, any two vowels) is two thirds of one.
    IF 5 * mistakes <= 2 * size THEN
        alike := 1 - (2 * mistakes + least(mistakes, levenshtein(
            translate(asked, 'iubdhzjvl', 'aaptkscfr'), translate(form, 'iubdhzjvl', 'aaptkscfr')
        ))) / (3.0 * size)::double precision;
    END IF;
    mine := translate(asked, 'aiu', '');
    theirs := translate(form, 'aiu', '');
    IF voiceless AND mine <> '' THEN
        alike := greatest(alike, search_alike_voiceless(asked, form, mine, theirs));
    ELSIF mine = theirs AND length(mine) > 1 THEN
        alike := greatest(alike, CASE WHEN length(mine) > 2 THEN 0.4 + 0.6 * alike ELSE 0.3 + 0.65 * alike END);
    END IF;
    IF length(asked) > 2 AND starts_with(form, asked) THEN
        alike := greatest(alike, CASE WHEN length(asked) > 4 THEN 0.65 + 0.35 * length(asked) / size ELSE 0.5 + 0.4 * length(asked) / size END);
    END IF;
    RETURN alike;
END
$$;

CREATE FUNCTION search_spelled(asked text, found text) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN asked = found OR octet_length(asked) > length(asked) OR octet_length(found) > length(found) THEN 1
    ELSE 1 - 0.1 * levenshtein(left(asked, 40), left(found, 40)) / greatest(length(asked), length(found))::double precision
END;
COMMENT ON FUNCTION search_spelled(text, text) IS
    'What a word that sounds like another keeps of its likeness, from 0.9 to 1: the more, the more of their letters are the same. Between scripts it keeps all.';

CREATE OR REPLACE FUNCTION search_weight(word text, frequency integer, several boolean) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN greatest(0.3, 1 - 0.075 * ln(greatest(1, frequency))) * CASE
    WHEN length(word) = 1 AND word < U&'\1100' THEN 0.4
    WHEN word IN ('ltd', 'limited', 'co', 'company', 'corp', 'corporation', 'inc', 'llc', 'ooo', 'ооо', 'jsc', 'oao', 'оао', 'gmbh', 'sa', 'cv') THEN 0.5
    WHEN several AND word ~ '([oeyiаоеіи](vich|vych|vi[čc]|vitch|witsch|wicz|vna|wna|ўна|вна|вич|віч)|ичн[аы]|ічна|[iy]chna)$' THEN 0.5
    ELSE 1
END;

CREATE OR REPLACE FUNCTION search_words_near(words text[]) RETURNS search_near[]
LANGUAGE plpgsql STABLE PARALLEL SAFE
SET pg_trgm.similarity_threshold = 0.4
AS $$
BEGIN
    RETURN ARRAY(
        WITH asked AS MATERIALIZED (
            SELECT w.place::integer AS place, w.place::integer AS last, w.word, f.form, translate(f.form, 'aiu', '') AS skeleton,
                w.word ~ '[\u0590-\u06ff]' AS voiceless, w.word !~ '[\u3040-\uffff]' AS spelled
            FROM unnest(words) WITH ORDINALITY AS w (word, place) CROSS JOIN LATERAL unnest(search_forms(w.word)) AS f (form)
            UNION ALL
            SELECT g.place, g.place + 1, words[g.place] || words[g.place + 1], f.form, translate(f.form, 'aiu', ''), words[g.place] ~ '[\u0590-\u06ff]', false
            FROM generate_series(1, cardinality(words) - 1) AS g (place)
            CROSS JOIN LATERAL unnest(search_forms(words[g.place] || words[g.place + 1])) AS f (form)
        ), found AS (
            SELECT a.place, a.last, f.word, search_alike(a.form, f.form, a.voiceless OR f.word ~ '[\u0590-\u06ff]') * search_spelled(a.word, f.word) AS likeness, false AS part
            FROM asked a CROSS JOIN LATERAL (
                (SELECT s.word, s.form FROM search_form s WHERE s.form = a.form LIMIT 200)
                UNION ALL
                (SELECT s.word, s.form FROM search_form s
                 WHERE s.skeleton = a.skeleton AND (
                    CASE WHEN a.place = a.last THEN length(a.skeleton) > 1 OR a.voiceless
                    ELSE length(a.skeleton) > CASE WHEN a.voiceless THEN 2 ELSE 3 END AND (a.voiceless OR levenshtein(s.form, a.form) < 3) END)
                 ORDER BY abs(length(s.form) - length(a.form)), s.form, s.word LIMIT 100)
                UNION ALL
                (SELECT s.word, s.form FROM search_form s
                 WHERE s.form % a.form AND a.spelled AND length(a.form) > 2
                 ORDER BY similarity(s.form, a.form) DESC, s.form, s.word LIMIT 40)
                UNION ALL
                (SELECT s.word, s.form FROM search_form s
                 WHERE s.skeleton % a.skeleton AND a.spelled AND length(a.skeleton) > 3
                 ORDER BY similarity(s.skeleton, a.skeleton) DESC, s.form, s.word LIMIT 20)
                UNION ALL
                (SELECT s.word, s.form FROM search_form s
                 WHERE s.form >= a.form AND s.form < a.form || '~' AND a.spelled AND length(a.form) > 2
                 ORDER BY s.form, s.word LIMIT 20)
            ) f
            UNION ALL
            SELECT a.place, a.last, each.word, length(each.form) / length(a.form)::double precision, true
            FROM asked a
            CROSS JOIN LATERAL generate_series(3, length(a.form) - 3) AS cut
            CROSS JOIN LATERAL (SELECT s.word, s.form FROM search_form s WHERE s.form = left(a.form, cut) LIMIT 20) head
            CROSS JOIN LATERAL (SELECT s.word, s.form FROM search_form s WHERE s.form = substr(a.form, cut + 1) LIMIT 20) tail
            CROSS JOIN LATERAL (VALUES (head.word, head.form), (tail.word, tail.form)) AS each (word, form)
            WHERE a.place = a.last AND a.form !~ '[0-9=]'
        ), near AS (
            SELECT p.place, f.word, max(f.likeness) AS likeness, f.part
            FROM found f CROSS JOIN LATERAL generate_series(f.place, f.last) AS p (place)
            WHERE f.likeness >= 0.55 OR f.part
            GROUP BY p.place, f.word, f.part
        )
        SELECT (n.place, n.word, n.likeness, (SELECT s.frequency FROM search_word s WHERE s.word = n.word), n.part)::search_near
        FROM near n
        ORDER BY n.place, n.likeness DESC, n.word
    );
END
$$;

CREATE OR REPLACE FUNCTION search_hits(
    query text, types search_type[] DEFAULT NULL, kinds target_kind[] DEFAULT NULL, countries text[] DEFAULT NULL,
    born integer DEFAULT NULL, programs text[] DEFAULT NULL, shown integer DEFAULT 500
)
RETURNS TABLE (type search_type, id bigint, matched text, score double precision, distance integer, words search_match[])
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 100
SET enable_nestloop = off
AS $$
#variable_conflict use_column
DECLARE
    -- In ten-thousandths: what has a word much like one asked for, or that begins so, and what only resembles the whole.
    least_close constant integer := 4000;
    least_alike constant integer := 6000;
    looked_at_closely constant integer := 60;
    most constant integer := 500;
    enough constant integer := 25;
    asked constant text COLLATE "C" := search_folded(query);
    said constant text[] := (search_words(query))[:10];
    wanted constant search_type[] := ARRAY(SELECT DISTINCT t FROM unnest(coalesce(types, enum_range(NULL::search_type))) AS t);
    filter search_filter;
    hits search_key[];
    found search_key[];
    near search_near[];
    looked_for tsquery[];
BEGIN
    IF asked = '' THEN
        RETURN;
    END IF;
    IF num_nonnulls(kinds, countries, born, programs) > 0 THEN
        filter := (
            kinds,
            CASE WHEN countries IS NOT NULL THEN ARRAY(SELECT c.id FROM country c WHERE c.iso2 IN (SELECT upper(i) FROM unnest(countries) AS i)) END,
            born,
            CASE WHEN programs IS NOT NULL THEN ARRAY(SELECT p.id FROM sanction_program p WHERE p.code = ANY (programs) OR p.aliases && programs) END
        );
    END IF;
    hits := ARRAY(
        SELECT k FROM unnest(wanted) AS t (type) CROSS JOIN LATERAL (
            SELECT * FROM search_key k
            WHERE k.subject_type = t.type AND k.folded >= asked AND k.folded < asked || U&'\+10FFFF'
                AND (filter IS NULL OR search_admits(k.subject_type, k.subject_id, filter.kinds, filter.countries, filter.born, filter.programs))
            ORDER BY k.folded, k.subject_id LIMIT most
        ) k
    );
    -- One or two letters stand in too many words, and are looked for at the start of texts alone. Chinese characters say more.
    IF length(asked) > 2 OR asked >= U&'\1100' THEN
        near := search_words_near(said);
        looked_for := search_wanted(near);
        hits := hits || search_keys(looked_for[1], wanted, filter, cardinality(said), most);
        found := search_keys(looked_for[2], wanted, filter, cardinality(said), most);
        IF cardinality(found) < enough THEN
            found := found || search_keys(looked_for[3], wanted, filter, cardinality(said), most);
        END IF;
        hits := hits || found;
    END IF;
    RETURN QUERY
    WITH answer AS MATERIALIZED (
        SELECT n.place, n.word, n.likeness, n.part FROM unnest(near) AS n
    ), place AS MATERIALIZED (
        SELECT w.place::integer AS place, w.word, search_forms(w.word) AS forms, w.word ~ '[\u0590-\u06ff]' AS voiceless, search_weight(
            w.word, coalesce((SELECT sum(n.frequency)::integer FROM unnest(near) AS n WHERE n.place = w.place AND n.likeness > 0.9 AND NOT n.part), 1),
            cardinality(said) > 2
        ) AS weight
        FROM unnest(said) WITH ORDINALITY AS w (word, place)
    ), asking AS MATERIALIZED (
        -- What is missing counts for more where all words of the query say little: many are called Muhammad Ali.
        SELECT sum(p.weight) AS weight, CASE count(*) WHEN 1 THEN 1 ELSE 1 + 1.5 * greatest(0, 1 - sum(p.weight) / 1.6) END AS strictness
        FROM place p
    ), key AS MATERIALIZED (
        SELECT row_number() OVER () AS number, k.* FROM (
            SELECT DISTINCT ON (h.subject_type, h.subject_id, h.folded) h.* FROM unnest(hits) AS h
        ) k
    ), known AS MATERIALIZED (
        SELECT k.number, w.slot, w.word, a.place, a.likeness, a.part
        FROM key k CROSS JOIN LATERAL unnest(k.words) WITH ORDINALITY AS w (word, slot) JOIN answer a ON a.word = w.word
    ), likely AS MATERIALIZED (
        SELECT k.*, row_number() OVER (
            ORDER BY coalesce(q.alike, 0) DESC, starts_with(k.folded, asked) DESC, abs(length(k.folded) - length(asked)), k.subject_type, k.subject_id, k.folded
        ) AS rank
        FROM key k LEFT JOIN (
            SELECT each.number, sum(each.likeness * p.weight) AS alike FROM (
                SELECT o.number, o.place, max(o.likeness) AS likeness FROM known o GROUP BY o.number, o.place
            ) each JOIN place p USING (place) GROUP BY each.number
        ) q USING (number)
        ORDER BY rank LIMIT most
    ), slot AS MATERIALIZED (
        SELECT l.number, l.rank, w.slot, w.word, cardinality(l.words) > 2 AS several
        FROM likely l CROSS JOIN LATERAL unnest(l.words) WITH ORDINALITY AS w (word, slot)
    ), word AS MATERIALIZED (
        SELECT w.number, w.slot, w.word, w.place, CASE WHEN w.likeness >= 0.8 OR w.part THEN w.likeness ELSE greatest(0, 0.8 - 1.6 * (0.8 - w.likeness)) END AS likeness, w.part
        FROM (
        SELECT w.number, w.slot, w.word, w.place, w.likeness, w.part FROM known w
        UNION ALL
        SELECT s.number, s.slot, s.word, p.place, max(search_alike(mine.form, theirs.form, p.voiceless OR s.word ~ '[\u0590-\u06ff]')) * search_spelled(p.word, s.word), false
        FROM slot s CROSS JOIN place p
        CROSS JOIN LATERAL unnest(p.forms) AS mine (form)
        CROSS JOIN LATERAL (SELECT f.form FROM search_form f WHERE f.word = s.word OFFSET 0) AS theirs
        WHERE s.rank <= looked_at_closely
            AND NOT EXISTS (SELECT FROM known w WHERE w.number = s.number AND w.slot = s.slot AND w.likeness > 0.7)
            AND NOT EXISTS (SELECT FROM known w WHERE w.number = s.number AND w.place = p.place AND w.likeness > 0.7)
        GROUP BY s.number, s.slot, s.word, p.place, p.word
        ) w
    ), of_query AS MATERIALIZED (
        SELECT w.number, w.place, greatest(max(w.likeness) FILTER (WHERE NOT w.part), least(0.95, coalesce(sum(w.likeness) FILTER (WHERE w.part), 0))) AS likeness,
            (array_agg(w.word ORDER BY w.part, w.likeness DESC, w.slot))[1] AS found
        FROM word w GROUP BY w.number, w.place
    ), of_record AS (
        -- A record's other names may answer words that this one leaves open.
        SELECT l.number, sum(o.likeness * p.weight) / (SELECT weight FROM asking) AS alike
        FROM likely l JOIN (
            SELECT k.subject_type, k.subject_id, o.place, max(o.likeness) AS likeness
            FROM of_query o JOIN likely k USING (number) GROUP BY k.subject_type, k.subject_id, o.place
        ) o USING (subject_type, subject_id) JOIN place p USING (place)
        GROUP BY l.number
    ), of_name AS (
        SELECT s.number, s.slot, best.likeness, coalesce(best.weight, search_weight(
            s.word, (SELECT f.frequency FROM search_word f WHERE f.word = s.word), s.several
        )) AS weight
        FROM slot s
        LEFT JOIN (
            SELECT DISTINCT ON (w.number, w.slot) w.number, w.slot, CASE WHEN w.part THEN 0.95 ELSE w.likeness END AS likeness, p.weight
            FROM word w JOIN place p USING (place) ORDER BY w.number, w.slot, w.part, w.likeness DESC
        ) best USING (number, slot)
    ), scored AS (
        SELECT l.*, (coalesce(q.close, false) OR starts_with(l.folded, asked)) AS close, round(10000 * CASE
            WHEN l.folded = asked THEN 1
            ELSE greatest(
                0.95 * (1 - (1 - 0.6 * coalesce(q.alike, 0) - 0.4 * coalesce(n.alike, 0)) * (SELECT strictness FROM asking)) + 0.02 * similarity(l.folded, asked)
                    + 0.2 * (coalesce(r.alike, 0) - coalesce(q.alike, 0))
                    + CASE WHEN starts_with(l.folded, asked || ' ') THEN 0.02 ELSE 0 END,
                CASE WHEN starts_with(l.folded, asked) THEN 0.55 + 0.3 * length(asked) / length(l.folded) END
            )
        END)::integer AS score
        FROM likely l
        LEFT JOIN (
            SELECT o.number, sum(o.likeness * p.weight) / (SELECT weight FROM asking) AS alike,
                bool_or(o.likeness >= 0.8 OR length(p.word) > 2 AND starts_with(o.found, p.word)) AS close
            FROM of_query o JOIN place p USING (place) GROUP BY o.number
        ) q USING (number)
        LEFT JOIN of_record r USING (number)
        LEFT JOIN (SELECT o.number, coalesce(sum(o.likeness * o.weight), 0) / sum(o.weight) AS alike FROM of_name o GROUP BY o.number) n USING (number)
    ), best AS (
        SELECT DISTINCT ON (s.subject_type, s.subject_id) s.*
        FROM scored s WHERE s.score >= CASE WHEN s.close THEN least_close ELSE least_alike END
        ORDER BY s.subject_type, s.subject_id, s.score DESC, s.folded
    )
    SELECT b.subject_type, b.subject_id, b.text, b.score / 10000.0::double precision, 10000 - b.score,
        ARRAY(
            SELECT (p.place, p.word, o.found, coalesce(o.likeness, 0), p.weight)::search_match
            FROM place p LEFT JOIN of_query o ON o.place = p.place AND o.number = b.number ORDER BY p.place
        )
    FROM best b
    ORDER BY b.score DESC, b.subject_type, b.subject_id
    LIMIT shown;
END
$$;

COMMENT ON FUNCTION search_alike(text, text, boolean) IS
    'How alike two forms of words are, from 0 to 1: by the letters to change, less where these are formed alike; more where only vowels differ, most of all where one of the two is voiceless: of a script that writes few vowels.';
COMMENT ON FUNCTION search_weight(text, integer, boolean) IS
    'How much a word says, from 0 to 1: less the more names hold it; less for an initial (a letter, no Chinese or Korean character), a legal form and, where a name has several words, what looks like a patronymic.';

-- All keys anew.
TRUNCATE search_key, search_word, search_form;
DO $$
DECLARE
    each record;
BEGIN
    FOR each IN SELECT subject_type, array_agg(DISTINCT subject_id) AS ids FROM search_text GROUP BY subject_type LOOP
        CALL refresh_search(each.subject_type, each.ids);
    END LOOP;
END
$$;
