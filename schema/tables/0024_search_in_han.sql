-- Names of China, Japan and Korea are read as their speakers read them, given in one word or in several.

-- Where a name in Chinese characters is cut: behind the surname, which is one character unless it is one of some with two, or
-- a Japanese one. Writers who set a space have cut it themselves.
CREATE FUNCTION search_parted(line text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
    doubles constant text := '欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|夏侯|东方|東方|皇甫|尉迟|尉遲|公孙|公孫|慕容|令狐|司徒|司空|南宫|南宮|端木|百里|西门|西門|独孤|獨孤|宇文|长孙|長孫|鲜于|鮮于|申屠|轩辕|軒轅|呼延|赫连|赫連|闻人|聞人|钟离|鍾離|澹台|澹臺';
    parted text := line;
BEGIN
    parted := regexp_replace(parted, '([\u3400-\u9fff])々', '\1\1', 'g');
    parted := regexp_replace(parted, '([\u3400-\u9fff]+)', ' \1 ', 'g');
    IF parted ~ '^[^\u3400-\u9fff]*[\u3400-\u9fff]{2,4}[^\u3400-\u9fff]*$' THEN
        parted := CASE
            WHEN parted ~ (' (' || doubles || ')[\u3400-\u9fff]') OR parted ~ ' [\u3400-\u9fff]{4} '
                THEN regexp_replace(parted, ' ([\u3400-\u9fff]{2})([\u3400-\u9fff]+) ', ' \1 \2 ')
            ELSE regexp_replace(parted, ' ([\u3400-\u9fff])([\u3400-\u9fff]+) ', ' \1 \2 ')
        END;
    END IF;
    RETURN regexp_replace(parted, ' +', ' ', 'g');
END
$$;
COMMENT ON FUNCTION search_parted(text) IS 'A text with spaces where its Chinese characters begin, end, and go on from a surname to a given name.';

CREATE OR REPLACE FUNCTION search_words(text text) RETURNS text[]
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
        IF line ~ '[\u3040-\u30ff\u3400-\u9fff]' THEN
            line := search_parted(line);
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
    -- Ben is a name too, but not between two others.
    IF cardinality(words) > 2 AND words[2:cardinality(words) - 1] && '{ben,ould,wuld,ولد}' THEN
        words := ARRAY(
            SELECT w.word FROM unnest(words) WITH ORDINALITY AS w (word, place)
            WHERE w.place IN (1, cardinality(words)) OR w.word NOT IN ('ben', 'ould', 'wuld', 'ولد') ORDER BY w.place
        );
    END IF;
    RETURN words[:16];
END
$$;

CREATE OR REPLACE FUNCTION search_readings(word text) RETURNS text[]
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
    IF position('j' IN plain) > 0 AND plain !~ '^j(ia?n?g?|iao|ie|iong|iu|un?g?|uan|ue|[eo]o?ng|ang|oo|ae)$' THEN
        readings := readings || replace(plain, 'j', 'y');
    END IF;
    -- The x and q of Pinyin, in words that are all of its syllables, and what Wade and Giles write for x.
    IF plain ~ '[xq][iu]|hs[iu]' AND plain ~ '^((?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh|hs|ts|tz)?(?:ai?|ang?|ao|ei?|eng?|eh|er|i[aeu]?|i[ae]ng?|iao|ing?|i[ou]ng|ong?|ou|u|u[aeio]|uai|uang?|ung?|üe?))+$' THEN
        readings := readings || replace(replace(replace(replace(replace(plain, 'hs', 'S'), 'xi', 'Si'), 'xu', 'Su'), 'qi', 'Ci'), 'qu', 'Cu');
    END IF;
    IF position('c' IN plain) > 0 THEN
        readings := readings || replace(replace(
            replace(replace(replace(replace(plain, 'tsch', 'C'), 'sch', 'S'), 'cz', 'C'), 'ch', 'H'), 'c', 'T'), 'j', 'y');
    END IF;
    IF length(word) > 5 AND word ~ '^([ae]l|ben)[^aeiouyj]' THEN
        readings := readings || regexp_replace(plain, '^([ae]l|ben)', '');
    END IF;
    RETURN readings;
END
$$;

-- Surnames have spellings of their own. Korea's south leaves out the l or r (n) at the beginning of a word.
CREATE FUNCTION search_hangul(word text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
    plain text := translate(
        normalize(word, NFD),
        U&'\1100\1101\1102\1103\1104\1105\1106\1107\1108\1109\110A\110C\110D\110E\110F\1110\1111\1112\1161\1162\1165\1166\1169\116C\116E\1171\1173\1174\1175\11A8\11AB\11AE\11AF\11B7\11B8\11BA\110B',
        'KKNDDRMPPSSJJCKTPHAAAAAAUIUIIKNTLMPT'
    );
BEGIN
    plain := regexp_replace(plain, U&'[\1163\1164\1167\1168\116D]', 'IA');
    plain := replace(replace(regexp_replace(plain, U&'[\116A\116B\116F\1170]', 'UA'), U&'\1172', 'IU'), U&'\11BC', 'NH');
    RETURN ARRAY[plain] || CASE
        WHEN word = '박' THEN '{PARK}'
        WHEN word = '최' THEN '{CAI}'
        WHEN plain ~ '^R' THEN ARRAY['L' || substr(plain, 2)]
        WHEN left(word, 1) BETWEEN '아' AND '잏' AND plain ~ '^I' THEN ARRAY['L' || plain, 'R' || plain]
        WHEN word IN ('나', '노') THEN ARRAY['R' || substr(plain, 2)]
        WHEN plain ~ '^J' THEN ARRAY['C' || substr(plain, 2)]
        ELSE '{}'
    END::text[];
END
$$;
COMMENT ON FUNCTION search_hangul(text) IS 'The ways to read a word in Hangul, in Latin letters.';

-- As a Chinese, a Korean and a Japanese would read it. A single character may be a surname; a word of more than four is not a
-- person's name, and has one reading.
CREATE FUNCTION search_spoken(word text) RETURNS text[]
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE
AS $$
DECLARE
    letters constant text[] := string_to_array(left(word, 16), NULL);
    every search_reading[];
    readings text[] := '{}';
    number integer;
    kana boolean;
BEGIN
    every := ARRAY(SELECT r FROM unnest(letters) WITH ORDINALITY AS l (letter, place) JOIN search_reading r USING (letter) ORDER BY l.place);
    number := cardinality(every);
    IF number = 0 THEN
        RETURN '{}';
    END IF;
    kana := word ~ '[\u3040-\u30ff]';
    IF NOT kana AND number = cardinality(letters) THEN
        SELECT ARRAY[string_agg(r.mandarin, ''), string_agg(r.wade, ''), string_agg(r.cantonese, '')] INTO readings
        FROM unnest(every) AS r HAVING count(r.mandarin) = number;
        IF number = 1 THEN
            readings := every[1].surname || readings;
        END IF;
        readings := ARRAY(SELECT regexp_replace(r, 'c(?!h)', 'T', 'g') FROM unnest(readings) AS r WHERE r IS NOT NULL);
        IF number <= 2 THEN
            readings := readings || ARRAY(
                SELECT s.reading FROM unnest(every[1].korean) AS a (first)
                CROSS JOIN LATERAL unnest(CASE WHEN number = 1 THEN '{""}' ELSE every[2].korean END) AS b (second)
                CROSS JOIN LATERAL unnest(search_hangul(a.first || b.second)) AS s (reading)
            ) || search_japanese(every);
        END IF;
    ELSE
        -- What the small letters of kana do to those before them.
        SELECT ARRAY[replace(replace(replace(string_agg(coalesce(r.kun[1], r.mandarin), ''), 'shiy', 'sh'), 'chiy', 'ch'), 'jiy', 'j')] INTO readings
        FROM unnest(every) AS r;
    END IF;
    RETURN readings;
END
$$;
COMMENT ON FUNCTION search_spoken(text) IS 'The ways to read a word in Chinese characters or kana, in Latin letters.';

-- By native words, whose second begins softer at times (Yama-da); or both from China.
CREATE FUNCTION search_japanese(letters search_reading[]) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE cardinality(letters)
    WHEN 1 THEN ARRAY(SELECT r.reading FROM unnest(letters[1].kun || letters[1]."on") AS r (reading) WHERE length(r.reading) > 1)
    WHEN 2 THEN ARRAY(
        SELECT a.first || b.second
        FROM unnest(letters[1].kun) AS a (first) CROSS JOIN LATERAL (
            SELECT k.second FROM unnest(letters[2].kun) AS k (second)
            UNION ALL SELECT translate(left(k.second, 1), 'kst', 'gzd') || substr(k.second, 2)
            FROM unnest(letters[2].kun) AS k (second) WHERE k.second ~ '^(k|s|t[^s])'
        ) b
        UNION ALL
        SELECT a.first || b.second FROM unnest(letters[1]."on") AS a (first) CROSS JOIN unnest(letters[2]."on") AS b (second)
    )
    ELSE '{}'
END;
COMMENT ON FUNCTION search_japanese(search_reading[]) IS 'How a Japanese would read one or two characters.';

CREATE OR REPLACE FUNCTION search_romanized(word text) RETURNS text[]
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE
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
            -- Within a word, the l of the article becomes the letter behind it (Salah ad-Din), and it is none in Khalid.
            plain := translate(
                regexp_replace(word, '(?<=..)ال([تثدذرزسشصضطظن])(?=..)', 'ا\1'),
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
            RETURN search_hangul(word);
        WHEN word ~ '[\u3040-\u30ff\u3400-\u9fff]' THEN
            RETURN search_spoken(word);
        ELSE
            RETURN search_readings(word);
    END CASE;
END
$$;

CREATE OR REPLACE FUNCTION search_forms(word text) RETURNS text[]
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE
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
    RETURN CASE WHEN forms = '{}' THEN ARRAY[left(word, 40)] ELSE forms END;
END
$$;
