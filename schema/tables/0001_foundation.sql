-- Extensions, roles, fuzzy dates and the revision log that everything else stands on.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;

DO $$
DECLARE
    role_name text;
BEGIN
    FOREACH role_name IN ARRAY ARRAY['detente_writer', 'detente_reader'] LOOP
        -- Looked up first: an owner who may not create roles can still migrate where they exist.
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
            BEGIN
                EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT', role_name);
            EXCEPTION WHEN duplicate_object OR unique_violation THEN
                NULL;
            END;
        END IF;
    END LOOP;
END
$$;

DO $$
BEGIN
    EXECUTE format('REVOKE CREATE, TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO detente_writer, detente_reader', current_database());
    EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO detente_writer', current_database());
    EXECUTE format('ALTER ROLE detente_reader IN DATABASE %I SET default_transaction_read_only = on', current_database());
    EXECUTE format('ALTER ROLE detente_reader IN DATABASE %I SET statement_timeout = %L', current_database(), '10s');
    EXECUTE format('ALTER ROLE detente_reader IN DATABASE %I SET idle_in_transaction_session_timeout = %L', current_database(), '10s');
    EXECUTE format('ALTER ROLE detente_reader IN DATABASE %I SET lock_timeout = %L', current_database(), '2s');
    EXECUTE format('ALTER ROLE detente_reader IN DATABASE %I SET jit = off', current_database());
    -- Where a statement puts one reading behind another, workers must not mix them.
    EXECUTE format('ALTER ROLE detente_reader IN DATABASE %I SET max_parallel_workers_per_gather = 0', current_database());
END
$$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO detente_writer, detente_reader;

CREATE SCHEMA confidential;
COMMENT ON SCHEMA confidential IS 'What must never be published: the reader role has no privilege here.';
REVOKE ALL ON SCHEMA confidential FROM PUBLIC;
GRANT USAGE ON SCHEMA confidential TO detente_writer;

-- Rights follow the schema: the writer loads (and may ANALYZE what it loaded), the reader reads, and neither owns
-- anything.
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO detente_reader;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE, MAINTAIN ON TABLES TO detente_writer;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO detente_writer;
ALTER DEFAULT PRIVILEGES IN SCHEMA confidential GRANT SELECT, INSERT, UPDATE, DELETE, MAINTAIN ON TABLES TO detente_writer;

-- Fuzzy dates -------------------------------------------------------------------------------

-- Neither STRICT nor with a subquery: so they are inlined where they are used, which makes loads ten times faster.
-- edtf_day('2025-12', false) → 2025-12-01, edtf_day('2025-12', true) → 2025-12-31
CREATE FUNCTION edtf_day(part text, latest boolean) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN part !~ '^\d{4}(-\d{2}(-\d{2})?)?[~?%]?$' THEN NULL
    WHEN substr(part, 8, 1) = '-'
        THEN make_date(left(part, 4)::int, substr(part, 6, 2)::int, substr(part, 9, 2)::int)
    WHEN NOT latest
        THEN make_date(left(part, 4)::int, CASE substr(part, 5, 1) WHEN '-' THEN substr(part, 6, 2)::int ELSE 1 END, 1)
    ELSE (
        make_date(left(part, 4)::int, CASE substr(part, 5, 1) WHEN '-' THEN substr(part, 6, 2)::int ELSE 12 END, 1)
        + interval '1 month' - interval '1 day'
    )::date
END;
COMMENT ON FUNCTION edtf_day(text, boolean) IS
    'The first day (or, with latest, the last) that one EDTF date such as 2025-12 covers; null where it is no date. A mark such as ~ for "about" widens nothing.';

CREATE FUNCTION edtf_earliest(edtf text) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN edtf LIKE '../%' THEN '-infinity'::date
    ELSE edtf_day(split_part(edtf, '/', 1), false)
END;
COMMENT ON FUNCTION edtf_earliest(text) IS
    'The first day that an EDTF text covers: 2025-12 gives 1 December 2025, ../2016 gives -infinity; null where it is no EDTF.';

CREATE FUNCTION edtf_latest(edtf text) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN edtf LIKE '%/..' THEN 'infinity'::date
    WHEN edtf LIKE '%/%' THEN edtf_day(split_part(edtf, '/', 2), true)
    ELSE edtf_day(edtf, true)
END;
COMMENT ON FUNCTION edtf_latest(text) IS
    'The last day that an EDTF text covers: 2025-12 gives 31 December 2025, 2025/.. gives infinity; null where it is no EDTF.';

CREATE FUNCTION edtf_earliest_of(dates text[]) RETURNS date[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN ARRAY(SELECT edtf_earliest(each) FROM unnest(dates) AS each);
COMMENT ON FUNCTION edtf_earliest_of(text[]) IS 'The earliest day of each of several EDTF texts.';

CREATE DOMAIN fuzzy_date AS text
    CONSTRAINT fuzzy_date_is_edtf CHECK (
        VALUE IS NULL
        OR (VALUE ~ '^[^/]+(/[^/]+)?$' AND coalesce(edtf_earliest(VALUE) <= edtf_latest(VALUE), false))
    );
COMMENT ON DOMAIN fuzzy_date IS
    'A date as well as it is known, in EDTF: 2025-12-13, 2025-12, 2025, 1962~, 1962/1964, ../2016, 2025/..';

-- "country_id" → "country", "released_on" → "releasedOn", "total_value" → "total"; null for a column that no
-- field shows.
CREATE FUNCTION graphql_name(column_name text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
    SELECT CASE
        WHEN column_name ~ '_(earliest|latest)$' OR column_name IN ('position', 'live', 'ending', 'dataset_id') THEN NULL
        WHEN column_name LIKE 'total\_%' THEN 'total'
        ELSE lower(left(words, 1)) || substr(words, 2)
    END
    FROM replace(initcap(replace(regexp_replace(column_name, '_id$', ''), '_', ' ')), ' ', '') AS words
);
COMMENT ON FUNCTION graphql_name(text) IS
    'How GraphQL spells the name of a column, for change.fields: released_on becomes releasedOn, country_id becomes country.';

-- Text ---------------------------------------------------------------------------------------

-- folded('Ľubomír ŽIŽKA') → 'lubomir zizka'. The dictionary is named in full, so that the result is the same
-- in every session and an index may hold it.
CREATE FUNCTION folded(text text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lower(unaccent('public.unaccent'::regdictionary, text));
COMMENT ON FUNCTION folded(text) IS 'Text without case and accents: what `contains` and `startsWith` compare.';

-- pattern_within('50%') → '%50\%%'
CREATE FUNCTION pattern_within(text text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN '%' || regexp_replace(folded(text), '([\\%_])', '\\\1', 'g') || '%';
COMMENT ON FUNCTION pattern_within(text) IS 'The LIKE pattern of any folded text that contains this one.';

CREATE FUNCTION pattern_at_start(text text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN regexp_replace(folded(text), '([\\%_])', '\\\1', 'g') || '%';
COMMENT ON FUNCTION pattern_at_start(text) IS 'The LIKE pattern of any folded text that starts with this one.';

-- Revisions and changes ---------------------------------------------------------------------

CREATE TABLE revision (
    number integer PRIMARY KEY CHECK (number > 0),
    at timestamptz NOT NULL DEFAULT now(),
    reason text,
    actor text NOT NULL DEFAULT session_user
);
COMMENT ON TABLE revision IS
    'One transaction that changed the data: a load or an edit. Numbers count up by one, without gaps, in the order of the commits.';
COMMENT ON COLUMN revision.number IS 'Counts up by one; every answer of the API names the last one it was read at.';
COMMENT ON COLUMN revision.at IS 'When the transaction that made it began.';
COMMENT ON COLUMN revision.reason IS 'Why the data changed, as the load said in the setting detente.reason.';
COMMENT ON COLUMN revision.actor IS 'The database role that changed the data.';

CREATE TYPE change_operation AS ENUM ('ADD', 'MODIFY', 'DELETE', 'MERGE');
COMMENT ON TYPE change_operation IS 'What happened to a row between two revisions.';

CREATE TABLE change (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    revision integer NOT NULL REFERENCES revision (number),
    operation change_operation NOT NULL,
    subject_type text NOT NULL,
    subject_id bigint NOT NULL,
    fields text[] NOT NULL,
    before jsonb,
    after jsonb
);
CREATE INDEX change_revision ON change (revision, id);
CREATE INDEX change_subject ON change (subject_id, id);
COMMENT ON TABLE change IS
    'What each revision did to which record, written by triggers. The reader may not look in here: old rows may hold what was withdrawn since. It reads published_change.';
COMMENT ON COLUMN change.id IS 'Counts up; changes of one revision stand in the order in which they were made.';
COMMENT ON COLUMN change.revision IS 'The revision that brought it.';
COMMENT ON COLUMN change.operation IS
    'What happened. A change to a part, such as a name, is a MODIFY of the record it belongs to.';
COMMENT ON COLUMN change.subject_type IS 'The GraphQL type of what changed, such as Detainee.';
COMMENT ON COLUMN change.subject_id IS 'The id of what changed, in its own table; the row may be gone by now.';
COMMENT ON COLUMN change.fields IS
    'What changed, as graphql_name spells columns, or the part that did; empty where the whole record was added or deleted.';
COMMENT ON COLUMN change.before IS 'The row as it was; for a part, the part''s row, kept only where it was deleted.';
COMMENT ON COLUMN change.after IS 'The row as it became; null where it was deleted.';

-- The rows as they were may hold what was withdrawn since, so the reader sees only that they changed.
REVOKE SELECT ON change FROM detente_reader;
CREATE VIEW published_change AS
SELECT c.id, c.revision, r.at, c.operation, c.subject_type, c.subject_id, c.fields, r.reason
FROM change c
JOIN revision r ON r.number = c.revision;
COMMENT ON VIEW published_change IS 'What changed, for readers: changes without the rows as they were.';
COMMENT ON COLUMN published_change.id IS 'The change''s id.';
COMMENT ON COLUMN published_change.revision IS 'The revision that brought it.';
COMMENT ON COLUMN published_change.at IS 'When that revision began.';
COMMENT ON COLUMN published_change.operation IS 'What happened.';
COMMENT ON COLUMN published_change.subject_type IS 'The GraphQL type of what changed.';
COMMENT ON COLUMN published_change.subject_id IS 'The id of what changed, in its own table.';
COMMENT ON COLUMN published_change.fields IS 'What changed; empty where the whole record was added or deleted.';
COMMENT ON COLUMN published_change.reason IS 'Why, as the revision says.';

-- The revision of this transaction; the first change in a transaction opens it. The lock makes
-- revisions commit in the order of their numbers, with no gaps.
CREATE FUNCTION open_revision() RETURNS integer
LANGUAGE plpgsql
AS $$
DECLARE
    opened text := current_setting('detente.revision', true);
    number integer;
BEGIN
    IF opened <> '' THEN
        RETURN opened::integer;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('detente.revision'));
    INSERT INTO revision (number, reason)
    SELECT coalesce(max(r.number), 0) + 1, nullif(current_setting('detente.reason', true), '')
    FROM revision r
    RETURNING revision.number INTO number;
    PERFORM set_config('detente.revision', number::text, true);
    PERFORM pg_notify('detente_revision', number::text);
    RETURN number;
END
$$;
COMMENT ON FUNCTION open_revision() IS
    'The number of this transaction''s revision; the first call in a transaction makes it and notifies the channel detente_revision.';

-- Statement triggers call this with the subject's type, the column that holds its id and, for a
-- table that is a part of its subject, the field it stands for.
CREATE FUNCTION record_change() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
    subject_type constant text := TG_ARGV[0];
    subject_column constant text := TG_ARGV[1];
    part constant text := TG_ARGV[2];
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NOT EXISTS (SELECT FROM new_rows) THEN RETURN NULL; END IF;
        EXECUTE format(
            'INSERT INTO change (revision, operation, subject_type, subject_id, fields, after)
             SELECT $1, $2::change_operation, $3, n.%1$I, $4, to_jsonb(n)
             FROM new_rows n WHERE n.%1$I IS NOT NULL', subject_column)
        USING open_revision(), CASE WHEN part IS NULL THEN 'ADD' ELSE 'MODIFY' END, subject_type,
            array_remove(ARRAY[part], NULL);
    ELSIF TG_OP = 'DELETE' THEN
        IF NOT EXISTS (SELECT FROM old_rows) THEN RETURN NULL; END IF;
        EXECUTE format(
            'INSERT INTO change (revision, operation, subject_type, subject_id, fields, before)
             SELECT $1, $2::change_operation, $3, o.%1$I, $4, to_jsonb(o)
             FROM old_rows o WHERE o.%1$I IS NOT NULL', subject_column)
        USING open_revision(), CASE WHEN part IS NULL THEN 'DELETE' ELSE 'MODIFY' END, subject_type,
            array_remove(ARRAY[part], NULL);
    ELSE
        IF NOT EXISTS (SELECT FROM (TABLE new_rows EXCEPT TABLE old_rows)) THEN RETURN NULL; END IF;
        IF part IS NULL THEN
            EXECUTE format(
                'INSERT INTO change (revision, operation, subject_type, subject_id, fields, before, after)
                 SELECT $1, ''MODIFY'', $2, n.%1$I, d.fields, to_jsonb(o), to_jsonb(n)
                 FROM new_rows n JOIN old_rows o USING (%1$I)
                 CROSS JOIN LATERAL (
                     SELECT coalesce(array_agg(DISTINCT f.name) FILTER (WHERE f.name IS NOT NULL), ''{}'') AS fields
                     FROM jsonb_each(to_jsonb(n)) a
                     CROSS JOIN LATERAL (
                         SELECT CASE WHEN $2 = ''Detainee'' AND a.key = ''target_id'' THEN ''listedAs''
                                ELSE graphql_name(a.key) END AS name
                     ) f
                     WHERE a.value IS DISTINCT FROM to_jsonb(o) -> a.key
                 ) d
                 WHERE to_jsonb(n) <> to_jsonb(o)', subject_column)
            USING open_revision(), subject_type;
        ELSE
            EXECUTE format(
                'INSERT INTO change (revision, operation, subject_type, subject_id, fields, after)
                 SELECT $1, ''MODIFY'', $2, n.%1$I, $3, to_jsonb(n)
                 FROM (TABLE new_rows EXCEPT TABLE old_rows) n WHERE n.%1$I IS NOT NULL', subject_column)
            USING open_revision(), subject_type, ARRAY[part];
        END IF;
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION record_change() IS
    'Trigger: writes a row of change for each row that an insert, update or delete touched, and opens the revision where this is its first change.';

-- track('detainee', 'Detainee', 'id') or, for a part, track('nationality', 'Detainee', 'detainee_id', 'nationalities')
CREATE PROCEDURE track(table_name text, subject_type text, subject_column text, part text DEFAULT NULL)
LANGUAGE plpgsql
AS $$
DECLARE
    arguments constant text := concat_ws(', ', quote_literal(subject_type), quote_literal(subject_column), quote_literal(part));
BEGIN
    EXECUTE format('CREATE TRIGGER record_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows
                    FOR EACH STATEMENT EXECUTE FUNCTION record_change(%s)', table_name, arguments);
    EXECUTE format('CREATE TRIGGER record_update AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
                    FOR EACH STATEMENT EXECUTE FUNCTION record_change(%s)', table_name, arguments);
    EXECUTE format('CREATE TRIGGER record_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows
                    FOR EACH STATEMENT EXECUTE FUNCTION record_change(%s)', table_name, arguments);
END
$$;
COMMENT ON PROCEDURE track(text, text, text, text) IS
    'Has a table''s inserts, updates and deletes recorded as changes of a type of record; with a part, as a change to that field of the record in subject_column.';
