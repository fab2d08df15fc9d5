-- Names, numbers, addresses and sanctions name a target, a country, an authority: looked up row by row by foreign keys, that
-- was a fifth of the time of a load. They are checked once for each statement too, and what belongs to a row goes with it as
-- before.

-- What this transaction itself has written cannot go before it ends: it needs no lock. Nothing is named by null.
CREATE OR REPLACE FUNCTION refers_to_what_is() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
    missing bigint;
BEGIN
    EXECUTE format(
        'WITH named AS MATERIALIZED (
            SELECT d.key, p.xmin = pg_current_xact_id()::xid AS own
            FROM (SELECT DISTINCT n.%1$I AS key FROM new_rows n WHERE n.%1$I IS NOT NULL) d LEFT JOIN %2$I p ON p.%3$I = d.key
         ), held AS MATERIALIZED (
            SELECT p.%3$I AS key FROM %2$I p WHERE p.%3$I IN (SELECT n.key FROM named n WHERE NOT n.own) FOR KEY SHARE
         )
         SELECT n.key FROM named n WHERE n.own IS NOT TRUE AND n.key NOT IN (SELECT h.key FROM held h) LIMIT 1',
        TG_ARGV[0], TG_ARGV[1], TG_ARGV[2]
    ) INTO missing;
    IF missing IS NOT NULL THEN
        RAISE foreign_key_violation USING
            MESSAGE = format('insert or update on table "%s" names a row of "%s" that is not there', TG_TABLE_NAME, TG_ARGV[1]),
            DETAIL = format('Key (%s)=(%s) is not present in table "%s".', TG_ARGV[0], missing, TG_ARGV[1]),
            SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, COLUMN = TG_ARGV[0];
    END IF;
    RETURN NULL;
END
$$;

-- A transaction with a snapshot of its own does not see who has come to name a row since: foreign keys look past it.
CREATE PROCEDURE sees_who_names_rows()
LANGUAGE plpgsql
AS $$
BEGIN
    IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
        RAISE feature_not_supported USING
            MESSAGE = 'rows that others may name are removed or get another key in transactions of READ COMMITTED alone',
            HINT = 'BEGIN ISOLATION LEVEL READ COMMITTED';
    END IF;
END
$$;
COMMENT ON PROCEDURE sees_who_names_rows() IS 'Refuses a transaction that cannot see who names rows by now.';

CREATE OR REPLACE FUNCTION stays_while_named() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
    lost bigint[];
    child text;
    named boolean;
BEGIN
    IF TG_OP <> 'TRUNCATE' THEN
        EXECUTE format(CASE TG_OP
            WHEN 'DELETE' THEN 'SELECT array_agg(o.%1$I) FROM old_rows o'
            ELSE 'SELECT array_agg(o.%1$I) FROM old_rows o WHERE o.%1$I NOT IN (SELECT n.%1$I FROM new_rows n)'
        END, TG_ARGV[0]) INTO lost;
        IF lost IS NULL THEN
            RETURN NULL;
        END IF;
    END IF;
    CALL sees_who_names_rows();
    FOREACH child IN ARRAY TG_ARGV[2:] LOOP
        EXECUTE format('SELECT EXISTS (SELECT FROM %I c WHERE $1 IS NULL OR c.%I = ANY ($1))', child, TG_ARGV[1]) INTO named USING lost;
        IF named THEN
            RAISE foreign_key_violation USING
                MESSAGE = format('rows of table "%s" are still named by table "%s"', TG_TABLE_NAME, child),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = child, COLUMN = TG_ARGV[1];
        END IF;
    END LOOP;
    RETURN NULL;
END
$$;

CREATE FUNCTION goes_with_what_is_named() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
    child text;
BEGIN
    IF NOT EXISTS (SELECT FROM old_rows) THEN
        RETURN NULL;
    END IF;
    CALL sees_who_names_rows();
    FOREACH child IN ARRAY TG_ARGV[2:] LOOP
        EXECUTE format('DELETE FROM %I c WHERE c.%I IN (SELECT o.%I FROM old_rows o)', child, TG_ARGV[1], TG_ARGV[0]);
    END LOOP;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION goes_with_what_is_named() IS
    'Trigger: with rows whose key, the first argument, is named in a column, the second, of other tables, the third and all others, go the rows that name them.';

-- As the foreign keys said that it replaces: rows keep what they name from going, or they go along.
CREATE OR REPLACE PROCEDURE check_once(parent text, key text, child_column text, VARIADIC children text[])
LANGUAGE plpgsql
AS $$
DECLARE
    child text;
    action text;
    words text[];
    keeping text[] := '{}';
    going text[] := '{}';
BEGIN
    FOREACH child IN ARRAY children LOOP
        SELECT c.confdeltype::text INTO STRICT action FROM pg_constraint c
        WHERE c.conrelid = child::regclass AND c.conname = child || '_' || child_column || '_fkey' AND c.confdeltype IN ('a', 'c');
        keeping := keeping || CASE action WHEN 'a' THEN ARRAY[child] END;
        going := going || CASE action WHEN 'c' THEN ARRAY[child] END;
        EXECUTE format('ALTER TABLE %I DROP CONSTRAINT %I', child, child || '_' || child_column || '_fkey');
        words := ARRAY[child_column, parent, key];
        CALL check_statement(child, 'INSERT', 'refers', child_column, 'refers_to_what_is', words);
        CALL check_statement(child, 'UPDATE', 'refers', child_column, 'refers_to_what_is', words);
    END LOOP;
    words := ARRAY[key, child_column];
    -- In the order of their names: what goes along is gone before anything is asked of what was left.
    IF going <> '{}' THEN
        CALL check_statement(parent, 'DELETE', 'go', child_column, 'goes_with_what_is_named', words || going);
    END IF;
    IF keeping <> '{}' THEN
        CALL check_statement(parent, 'DELETE', 'stays', child_column, 'stays_while_named', words || keeping);
    END IF;
    CALL check_statement(parent, 'UPDATE', 'stays', child_column, 'stays_while_named', words || children);
    CALL check_statement(parent, 'TRUNCATE', 'stays', child_column, 'stays_while_named', words || children);
END
$$;

CREATE PROCEDURE check_statement(checked text, event text, how text, child_column text, check_function text, arguments text[])
LANGUAGE plpgsql
AS $$
BEGIN
    EXECUTE format(
        'CREATE TRIGGER %I %s ON %I %s FOR EACH STATEMENT EXECUTE FUNCTION %I(%s)',
        format('%s_on_%s_by_%s', how, lower(event), child_column),
        CASE event WHEN 'TRUNCATE' THEN 'BEFORE ' ELSE 'AFTER ' END || event,
        checked,
        CASE event
            WHEN 'INSERT' THEN 'REFERENCING NEW TABLE AS new_rows'
            WHEN 'DELETE' THEN 'REFERENCING OLD TABLE AS old_rows'
            WHEN 'UPDATE' THEN CASE how
                WHEN 'refers' THEN 'REFERENCING NEW TABLE AS new_rows' ELSE 'REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows'
            END
        END,
        check_function,
        (SELECT string_agg(quote_literal(a.word), ', ' ORDER BY a.place) FROM unnest(arguments) WITH ORDINALITY AS a (word, place))
    );
END
$$;
COMMENT ON PROCEDURE check_statement(text, text, text, text, text, text[]) IS 'Has a function look at the rows of every statement of a sort on a table.';

CALL check_once('target', 'id', 'target_id',
    'target_name', 'target_identifier', 'target_country', 'target_address', 'target_detail', 'list_entry', 'sanction');
CALL check_once('country', 'id', 'country_id',
    'target_identifier', 'target_country', 'target_address', 'sanction', 'sanction_identifier');
CALL check_once('organization', 'id', 'authority_id', 'sanction');
CALL check_once('sanction', 'id', 'sanction_id', 'sanction_in_program', 'sanction_identifier', 'sanction_listing');
CALL check_once('sanction_program', 'id', 'program_id', 'sanction_in_program');
