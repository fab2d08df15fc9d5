-- Each row of a list names its data set, and each change its revision. A foreign key looks that up row by row: a tenth of
-- the time of a load, for one and the same data set. Here a statement looks up what its rows name, each once, and locks it
-- as a foreign key would; what is named can neither go nor get another key.

CREATE FUNCTION refers_to_what_is() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
    missing bigint;
BEGIN
    EXECUTE format(
        'WITH named AS MATERIALIZED (SELECT DISTINCT n.%1$I AS key FROM new_rows n),
            held AS MATERIALIZED (SELECT p.%3$I AS key FROM %2$I p WHERE p.%3$I IN (SELECT d.key FROM named d) FOR KEY SHARE)
         SELECT d.key FROM named d WHERE d.key NOT IN (SELECT h.key FROM held h) LIMIT 1',
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
COMMENT ON FUNCTION refers_to_what_is() IS
    'Trigger: what the rows of a statement name in a column, the first argument, are rows of another table, the second, by its key, the third.';

CREATE FUNCTION stays_while_named() RETURNS trigger
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
COMMENT ON FUNCTION stays_while_named() IS
    'Trigger: rows whose key, the first argument, is named in a column, the second, of other tables, the third and all others, neither go nor change their key.';

CREATE PROCEDURE check_once(parent text, key text, child_column text, VARIADIC children text[])
LANGUAGE plpgsql
AS $$
DECLARE
    child text;
    arguments text;
BEGIN
    FOREACH child IN ARRAY children LOOP
        arguments := concat_ws(', ', quote_literal(child_column), quote_literal(parent), quote_literal(key));
        EXECUTE format('ALTER TABLE %I DROP CONSTRAINT %I', child, child || '_' || child_column || '_fkey');
        EXECUTE format('CREATE TRIGGER refers_on_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows
                        FOR EACH STATEMENT EXECUTE FUNCTION refers_to_what_is(%s)', child, arguments);
        EXECUTE format('CREATE TRIGGER refers_on_update AFTER UPDATE ON %I REFERENCING NEW TABLE AS new_rows
                        FOR EACH STATEMENT EXECUTE FUNCTION refers_to_what_is(%s)', child, arguments);
    END LOOP;
    SELECT string_agg(quote_literal(a.word), ', ' ORDER BY a.place) INTO arguments
    FROM unnest(ARRAY[key, child_column] || children) WITH ORDINALITY AS a (word, place);
    EXECUTE format('CREATE TRIGGER stays_on_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows
                    FOR EACH STATEMENT EXECUTE FUNCTION stays_while_named(%s)', parent, arguments);
    EXECUTE format('CREATE TRIGGER stays_on_update AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
                    FOR EACH STATEMENT EXECUTE FUNCTION stays_while_named(%s)', parent, arguments);
    EXECUTE format('CREATE TRIGGER stays_on_truncate BEFORE TRUNCATE ON %I
                    FOR EACH STATEMENT EXECUTE FUNCTION stays_while_named(%s)', parent, arguments);
END
$$;
COMMENT ON PROCEDURE check_once(text, text, text, text[]) IS
    'Has the references of these tables to a parent checked once for each statement, in place of their foreign keys.';

CALL check_once('dataset_source', 'id', 'dataset_id',
    'target', 'target_name', 'target_identifier', 'target_country', 'target_address', 'target_detail', 'target_link',
    'list_entry', 'sanction', 'sanction_listing', 'sanction_in_program', 'sanction_identifier');
CALL check_once('revision', 'number', 'revision', 'change');
