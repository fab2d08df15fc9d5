-- Names are compared by how they sound, whatever script and spelling they come in. Words are folded once each: there
-- are far fewer words than names. Triggers keep all of it, as before.

DROP FUNCTION search_hits(text, search_type[]);
DROP FUNCTION search_found(search_key[]);
DROP FUNCTION search_near(text[]);
DROP FUNCTION search_keys(tsquery, search_type[], integer, integer);
DROP FUNCTION search_score(text, text);
DROP TABLE search_key;
DROP TABLE search_word;

-- The same as before; most texts are plain letters, which take a tenth of the time.
CREATE OR REPLACE FUNCTION search_folded(text text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN octet_length(text) = length(text) THEN
    btrim(regexp_replace(translate(lower(left(text, 500) COLLATE pg_c_utf8), '''`', ''), '[^a-z0-9]+', ' ', 'g'))
ELSE
    rtrim(left(btrim(regexp_replace(
        translate(lower(unaccent('public.unaccent'::regdictionary, normalize(left(text, 500), NFKC)) COLLATE pg_c_utf8), '''ʼʹʻ`´', ''),
        '[^[:alnum:]]+', ' ', 'g'
    )), 500))
END;

-- search_words('Abdul-Rahman bin ʿUmar, S.A.') → {abd,rahman,umar,sa}
CREATE FUNCTION search_words(text text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
    particles constant text[] := '{al,el,ad,ar,as,ash,az,ul,ur,bin,ibn,bint,de,del,la,las,los,da,das,do,dos,di,du,des,le,les,van,von,der,den,y,e,et,und,of,the,and,for,ال,آل,بن,ابن,بنت,аль,эль,бин,ибн,оглы,кызы,и}';
    plain constant boolean := octet_length(text) = length(text);
    line text := CASE WHEN plain THEN lower(left(text, 500) COLLATE pg_c_utf8) ELSE lower(normalize(left(text, 500), NFKC) COLLATE pg_c_utf8) END;
    words text[];
    telling text[];
BEGIN
    IF position('.' IN line) > 0 THEN
        line := regexp_replace(line, '(?<=\m[[:alpha:]])\.(?=[[:alpha:]]\M)', '', 'g');
    END IF;
    IF plain THEN
        line := regexp_replace(translate(line, '''`', ''), '[^a-z0-9]+', ' ', 'g');
    ELSE
        -- Apostrophes, and marks that stand above and below letters: stress, the vowels of Arabic, its lengthening stroke.
        line := translate(line, U&'\0027\2018\2019\02B9\02BB\02BC\02BE\02BF\0060\00B4\0300\0301\0302\0303\0304\0306\0307\0308\030C\0323\0327\0331\0335\0640\064B\064C\064D\064E\064F\0650\0651\0652\0670', '');
        line := regexp_replace(line, '[^[:alnum:]]+', ' ', 'g');
        IF position('عبد' IN line) > 0 THEN
            line := replace(line, 'عبد الله', 'عبدالله');
            line := regexp_replace(line, '\mعبدال(?!له)(?=[[:alnum:]]{2})', 'عبد ', 'g');
        END IF;
        -- A Korean name is one word in its own script and three in ours.
        IF line ~ '[가-힣]' THEN
            line := regexp_replace(line, '([가-힣])', '\1 ', 'g');
        END IF;
    END IF;
    IF position('abd' IN line) > 0 THEN
        line := regexp_replace(line, '\mabd ?[aeou]l ?lah\M', 'abdullah', 'g');
        line := regexp_replace(
            line, '\mabd[aeou](?:l|r(?=r)|s(?=s)|n(?=n)|z(?=z)|d(?=d)|t(?=t))(?!la[eijyh]|l?a[ijy]?ev)(?=[[:alnum:]]{4})', 'abd ', 'g'
        );
        line := regexp_replace(line, '\mabd[aeou]l\M', 'abd', 'g');
    END IF;
    words := string_to_array(btrim(line), ' ');
    IF words && particles THEN
        telling := ARRAY(SELECT w.word FROM unnest(words) WITH ORDINALITY AS w (word, place) WHERE w.word <> ALL (particles) ORDER BY w.place);
        words := CASE WHEN telling = '{}' THEN words ELSE telling END;
    END IF;
    RETURN words[:16];
END
$$;
COMMENT ON FUNCTION search_words(text) IS
    'The words of a text that tell it from others, in small letters: without articles and particles, initials joined, Abdul- apart from the name behind it.';

-- The letters of the fold: a (also e, o), i (also y), u, b, c (as in church), d, f, h (also g, kh), j (also zh), k, l, m,
-- n, p, r, s (also sh), t (also ts), v (also w), z. In capitals come those whose sound is settled already.
CREATE FUNCTION search_sound(reading text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
    line text := reading;
BEGIN
    IF line ~ '[a-z]' THEN
        line := replace(replace(replace(replace(replace(replace(replace(replace(replace(
            replace(replace(replace(replace(replace(replace(replace(replace(replace(
            replace(replace(replace(replace(replace(replace(replace(replace(replace(line,
                'tsch', 'C'), 'shch', 'S'), 'dsch', 'J'), 'tch', 'C'), 'sch', 'S'), 'dzh', 'J'), 'sh', 'S'), 'sz', 'S'), 'zh', 'J'),
                'kh', 'H'), 'gh', 'H'), 'cz', 'C'), 'ch', 'C'), 'ph', 'F'), 'th', 'T'), 'dh', 'D'), 'dj', 'J'), 'dz', 'D'),
                'tz', 'T'), 'ts', 'T'), 'ck', 'K'), 'qu', 'K'), 'ou', 'U'), 'oo', 'U'), 'ee', 'I'), 'ye', 'A'), 'x', 'KS');
        IF position('c' IN line) > 0 THEN
            line := replace(replace(replace(replace(replace(line, 'ce', 'se'), 'ci', 'si'), 'cy', 'sy'), 'cI', 'sI'), 'cA', 'sA');
        END IF;
        line := translate(CASE WHEN right(line, 1) = 'h' THEN left(line, -1) ELSE line END, 'cgqweoy', 'khkvaai');
    END IF;
    line := lower(line COLLATE "C");
    -- Before a consonant, and at the end, v is spoken u.
    line := translate(replace(replace(replace(line, 'va', 'Va'), 'vi', 'Vi'), 'vu', 'Vu'), 'vVw', 'uvv');
    RETURN left(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
        replace(replace(replace(replace(replace(replace(replace(replace(replace(line,
            'aa', 'a'), 'aa', 'a'), 'ii', 'i'), 'ii', 'i'), 'uu', 'u'), 'bb', 'b'), 'cc', 'c'), 'dd', 'd'), 'ff', 'f'),
            'hh', 'h'), 'kk', 'k'), 'll', 'l'), 'mm', 'm'), 'nn', 'n'), 'pp', 'p'), 'rr', 'r'), 'ss', 's'), 'tt', 't'), 'zz', 'z'), 40);
END
$$;
COMMENT ON FUNCTION search_sound(text) IS
    'A word as it sounds, roughly, from one reading of it in Latin letters; letters that romanizations disagree about are one.';

-- The ways to read a word in Latin letters: j as in English and as in German; c and ch as in English and as in the Latin
-- alphabets of Belarus and Poland; with the Arabic article and without.
CREATE FUNCTION search_readings(word text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
    plain text := word;
    readings text[];
BEGIN
    IF octet_length(word) > length(word) THEN
        plain := unaccent('public.unaccent'::regdictionary, translate(word, 'čćçšśşșźžżţțğıəłđðþøßæœŋħ', 'CCCSSSSZJZTTHialddTasaanH'));
    END IF;
    readings := ARRAY[plain];
    IF position('j' IN plain) > 0 THEN
        readings := readings || replace(plain, 'j', 'y');
    END IF;
    IF position('c' IN plain) > 0 THEN
        readings := readings || replace(replace(
            replace(replace(replace(replace(plain, 'tsch', 'C'), 'sch', 'S'), 'cz', 'C'), 'ch', 'H'), 'c', 'T'), 'j', 'y');
    END IF;
    IF word ~ '^[ae]l[^aeiouy]' AND length(word) > 5 THEN
        readings := readings || substr(plain, 3);
    END IF;
    RETURN readings;
END
$$;
COMMENT ON FUNCTION search_readings(text) IS 'The ways to read a word that is written in Latin letters.';

-- The same of a word in another script. Arabic letters that Persian and Urdu read otherwise, and its w, which may be a
-- vowel, are read both ways.
CREATE FUNCTION search_romanized(word text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
    plain text;
    readings text[];
BEGIN
    CASE
        WHEN word ~ '[\u0400-\u052f]' THEN
            plain := translate(
                replace(word, 'дж', 'ж'),
                'абвгдежзийклмнопрстуфхцчшщыэіїєґўѣәђѓјљњћќџѕҷҳӣӯғқңөұүһҹъь',
                'ABVHDAJZIIKLMNAPRSTUFHTCSSIAIIAHUAADHILNCKJZCHIUHKNAUUHC'
            );
            plain := replace(replace(replace(plain, 'ё', 'IA'), 'ю', 'IU'), 'я', 'IA');
            RETURN ARRAY[replace(replace(replace(plain, 'TS', 'T'), 'DZ', 'D'), 'SC', 'S')];
        WHEN word ~ '[\u0600-\u06ff]' THEN
            -- Within a word, the l of the article becomes the letter behind it: Salah ad-Din.
            plain := translate(
                regexp_replace(word, '(?<=.)ال([تثدذرزسشصضطظن])', 'ا\1'),
                'اأإآىبتجحخدرزسشصطغفقكلمنؤيئةعپچژگکیےٹڈڑںہھۀەهء',
                'AAIAABTJHHDRZSSSTHFKKLMNUIIAAPCJHKIITDRNhhAAh'
            );
            plain := regexp_replace(regexp_replace(plain, '^و', 'W'), 'h$', '');
            readings := ARRAY[translate(plain, 'ثذضظو', 'TDDZU'), translate(plain, 'ثذضظو', 'SZZZW')];
            IF position('و' IN plain) > 0 THEN
                readings := readings || ARRAY[translate(plain, 'ثذضظو', 'TDDZW'), translate(plain, 'ثذضظو', 'SZZZU')];
            END IF;
            IF starts_with(word, 'ال') AND length(word) > 4 THEN
                readings := readings || ARRAY(SELECT substr(r, 3) FROM unnest(readings) AS r);
            END IF;
            RETURN readings;
        WHEN word ~ '[\u0370-\u03ff]' THEN
            plain := replace(replace(replace(replace(word, 'ου', 'U'), 'μπ', 'B'), 'ντ', 'D'), 'γκ', 'H');
            RETURN ARRAY[replace(replace(translate(
                plain, 'αβγδεζηθικλμνοπρσςτυφχωάέήίόύώϊϋΐΰ', 'AVHDAZITIKLMNAPRSSTIFHAAAIIAIAIIII'
            ), 'ξ', 'KS'), 'ψ', 'PS')];
        WHEN word ~ '[\u10d0-\u10ff]' THEN
            RETURN ARRAY[translate(word, 'აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ', 'ABHDAVZTIKLMNAPJRSTUPKHKSCTDTCHJH')];
        WHEN word ~ '[\u0561-\u0587]' THEN
            RETURN ARRAY[translate(word, 'աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև', 'ABHDAZAATJILHTKHDHCMINSACPJRSVTRTUPKAFA')];
        WHEN word ~ '[\u05d0-\u05ea]' THEN
            RETURN ARRAY[translate(word, 'אבגדהוזחטיכךלמםנןספףצץקרשת', 'ABHDhUZHTIKKLMMNNSPPTTKRST')];
        WHEN word ~ '[가-힣]' THEN
            plain := translate(
                normalize(word, NFD),
                U&'\1100\1101\1102\1103\1104\1105\1106\1107\1108\1109\110A\110C\110D\110E\110F\1110\1111\1112\1161\1162\1165\1166\1169\116C\116E\1171\1173\1174\1175\11A8\11AB\11AE\11AF\11B7\11B8\11BA\110B',
                'KKNDDRMPPSSJJCKTPHAAAAAAUIUIIKNTLMPT'
            );
            plain := regexp_replace(plain, U&'[\1163\1164\1167\1168\116D]', 'IA');
            RETURN ARRAY[replace(replace(regexp_replace(plain, U&'[\116A\116B\116F\1170]', 'UA'), U&'\1172', 'IU'), U&'\11BC', 'NH')];
        ELSE
            RETURN search_readings(word);
    END CASE;
END
$$;
COMMENT ON FUNCTION search_romanized(text) IS 'The ways to read a word, in Latin letters, whatever it is written in.';

CREATE FUNCTION search_forms(word text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
    kind text;
    reading text;
    form text;
    forms text[] := '{}';
BEGIN
    -- A company's legal form, in any language, says little: those of a sort are one.
    kind := CASE
        WHEN word IN ('ltd', 'limited', 'ltda', 'limitada') THEN 'ltd'
        WHEN word IN ('co', 'company', 'compania', 'compañia', 'compañía', 'compagnie', 'cia', 'cie', 'компания', 'شركة', 'شرکت') THEN 'co'
        WHEN word IN ('corp', 'corporation', 'inc', 'incorporated', 'корпорация') THEN 'inc'
        WHEN word IN ('llc', 'ооо', 'ooo', 'тов', 'тоо', 'gmbh', 'sarl', 'srl') THEN 'llc'
        WHEN word IN ('jsc', 'ojsc', 'cjsc', 'pjsc', 'pao', 'oao', 'zao', 'aat', 'оао', 'пао', 'зао', 'ао', 'аат', 'пат', 'ag', 'plc', 'pjs') THEN 'jsc'
        WHEN word IN ('sa', 'cv', 'sas') THEN word
    END;
    IF kind IS NOT NULL THEN
        RETURN ARRAY['=' || kind];
    ELSIF word ~ '^[0-9]+$' THEN
        RETURN ARRAY[left(word, 40)];
    END IF;
    FOREACH reading IN ARRAY CASE WHEN octet_length(word) = length(word) THEN search_readings(word) ELSE search_romanized(word) END LOOP
        form := search_sound(reading);
        IF form <> '' AND form <> ALL (forms) THEN
            forms := forms || form;
        END IF;
    END LOOP;
    RETURN forms;
END
$$;
COMMENT ON FUNCTION search_forms(text) IS
    'How a word may sound: one form for each way in which it can be read. Of a legal form such as Ltd, its sort.';

-- Two or three letters that stand for a country are a code, not a word: nothing sounds like it.
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
CROSS JOIN LATERAL (SELECT search_folded(t.text) COLLATE "C" AS folded) f
WHERE f.folded <> ''
ORDER BY t.subject_type, t.subject_id, f.folded, t.text COLLATE "C";
COMMENT ON COLUMN search_text.words IS 'The same as search_words has it; none of a country''s code.';

CREATE TABLE search_key (
    subject_type search_type NOT NULL,
    subject_id bigint NOT NULL,
    text text NOT NULL,
    folded text COLLATE "C" NOT NULL CHECK (folded <> ''),
    words text[] COLLATE "C" NOT NULL,
    PRIMARY KEY (subject_type, subject_id, folded)
);
CREATE INDEX search_key_start ON search_key (subject_type, folded, subject_id);
-- What is not yet sorted into an index is read through by every search, so that is kept short.
CREATE INDEX search_key_words ON search_key USING gin (array_to_tsvector(words)) WITH (gin_pending_list_limit = 512);
COMMENT ON TABLE search_key IS
    'What search_text says, indexed. Triggers keep it; nobody need write here, and its changes are no revision.';
COMMENT ON COLUMN search_key.subject_type IS 'What sort of record it leads to.';
COMMENT ON COLUMN search_key.subject_id IS 'The record''s id in its own table.';
COMMENT ON COLUMN search_key.text IS 'A name, title or code of it, as it is written.';
COMMENT ON COLUMN search_key.folded IS 'The same as search_folded has it.';
COMMENT ON COLUMN search_key.words IS 'The same as search_text has it.';

CREATE TABLE search_word (
    word text COLLATE "C" PRIMARY KEY,
    frequency integer NOT NULL CHECK (frequency > 0)
) WITH (fillfactor = 80);
COMMENT ON TABLE search_word IS
    'Every word of search_key, once. Triggers keep it: a word that no key holds any more goes.';
COMMENT ON COLUMN search_word.word IS 'A word as search_words has it.';
COMMENT ON COLUMN search_word.frequency IS 'How many keys hold it: the rarer a word, the more it says.';

CREATE TABLE search_form (
    word text COLLATE "C" NOT NULL,
    form text COLLATE "C" NOT NULL,
    skeleton text COLLATE "C" NOT NULL GENERATED ALWAYS AS (translate(form, 'aiu', '')) STORED,
    PRIMARY KEY (word, form)
);
CREATE INDEX search_form_same ON search_form (form);
CREATE INDEX search_form_skeleton ON search_form (skeleton);
CREATE INDEX search_form_near ON search_form USING gin (form gin_trgm_ops, skeleton gin_trgm_ops) WITH (gin_pending_list_limit = 1024);
COMMENT ON TABLE search_form IS 'How the words sound, so that they are found in other scripts and spellings.';
COMMENT ON COLUMN search_form.word IS 'The word.';
COMMENT ON COLUMN search_form.form IS 'A form of it that search_forms gives.';
COMMENT ON COLUMN search_form.skeleton IS 'Its consonants.';

-- A plan for few records is none for a million.
CREATE OR REPLACE PROCEDURE refresh_search(subject_type search_type, ids bigint[])
LANGUAGE plpgsql
SET plan_cache_mode = force_custom_plan
AS $$
DECLARE
    lost text[];
    times integer[];
BEGIN
    IF EXISTS (SELECT FROM search_key k WHERE k.subject_type = refresh_search.subject_type AND k.subject_id = ANY (ids)) THEN
        WITH removed AS (
            DELETE FROM search_key k
            WHERE k.subject_type = refresh_search.subject_type AND k.subject_id = ANY (ids) AND NOT EXISTS (
                SELECT FROM search_text t
                WHERE t.subject_type = refresh_search.subject_type AND t.subject_id = ANY (ids)
                    AND t.subject_id = k.subject_id AND t.text = k.text
            )
            RETURNING k.words
        ), gone AS (
            SELECT w.word, count(*)::integer AS times FROM removed r CROSS JOIN LATERAL unnest(r.words) AS w (word) GROUP BY w.word
        )
        SELECT array_agg(g.word ORDER BY g.word), array_agg(g.times ORDER BY g.word) INTO lost, times FROM gone g;
    END IF;
    WITH made AS (
        INSERT INTO search_key (subject_type, subject_id, text, folded, words)
        SELECT t.subject_type, t.subject_id, t.text, t.folded, t.words FROM search_text t
        WHERE t.subject_type = refresh_search.subject_type AND t.subject_id = ANY (ids)
        ON CONFLICT DO NOTHING
        RETURNING search_key.words
    ), counted AS (
        INSERT INTO search_word AS s (word, frequency)
        SELECT w.word, count(*) FROM made m CROSS JOIN LATERAL unnest(m.words) AS w (word) GROUP BY w.word ORDER BY w.word
        ON CONFLICT (word) DO UPDATE SET frequency = s.frequency + excluded.frequency
        RETURNING new.word, old.word IS NULL AS fresh
    )
    INSERT INTO search_form (word, form)
    SELECT c.word, f.form FROM counted c CROSS JOIN LATERAL unnest(search_forms(c.word)) AS f (form) WHERE c.fresh;
    IF lost IS NOT NULL THEN
        WITH gone AS (
            DELETE FROM search_word s USING unnest(lost, times) AS g (word, times)
            WHERE s.word = g.word AND s.frequency = g.times
            RETURNING s.word
        )
        DELETE FROM search_form f USING gone g WHERE f.word = g.word;
        UPDATE search_word s SET frequency = s.frequency - g.times
        FROM unnest(lost, times) AS g (word, times) WHERE s.word = g.word AND s.frequency > g.times;
    END IF;
END
$$;
COMMENT ON PROCEDURE refresh_search(search_type, bigint[]) IS
    'Brings the keys of these records, and the words of all keys, in line with search_text. A load that has triggers stand aside calls it once, at its end.';

CREATE OR REPLACE FUNCTION refresh_search_keys() RETURNS trigger
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
    IF current_setting('detente.search', true) = 'later' THEN
        RETURN NULL;
    END IF;
    EXECUTE format('SELECT array_agg(DISTINCT t.%I) FROM (%s) t', TG_ARGV[1], touched) INTO ids;
    IF ids IS NOT NULL THEN
        CALL refresh_search(TG_ARGV[0]::search_type, ids);
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION refresh_search_keys() IS
    'Trigger: refreshes the keys of the records that a statement touched, unless detente.search is set to later: then the transaction calls refresh_search itself.';

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
