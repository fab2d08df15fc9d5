-- How many rows there are, kept: counting a large table reads all of it.

-- A statement adds a row here and updates none: a row that one transaction updates again and again gets slower with
-- each time, and two transactions would wait for one another.
CREATE TABLE row_count_part (
    table_name text NOT NULL,
    rows bigint NOT NULL
);
COMMENT ON TABLE row_count_part IS
    'Numbers that add up to how many rows a table has: one for all that was, one for each statement since. Triggers keep them; nobody need write here, and their changes are no revision.';
COMMENT ON COLUMN row_count_part.table_name IS 'The table, or the view that readers know it by.';
COMMENT ON COLUMN row_count_part.rows IS 'How many rows came, less those that went.';

CREATE VIEW row_count AS
SELECT table_name, sum(rows)::integer AS count FROM row_count_part GROUP BY table_name;
COMMENT ON VIEW row_count IS 'How many rows a table has, as this snapshot of the data sees it.';
COMMENT ON COLUMN row_count.table_name IS 'The table, or the view that readers know it by.';
COMMENT ON COLUMN row_count.count IS 'How many rows it has.';

CREATE FUNCTION count_rows() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO row_count_part SELECT TG_ARGV[0], count(*) FROM new_rows HAVING count(*) > 0;
    ELSE
        INSERT INTO row_count_part SELECT TG_ARGV[0], -count(*) FROM old_rows HAVING count(*) > 0;
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION count_rows() IS 'Trigger: notes how many rows a statement added or took away.';

CREATE PROCEDURE keep_counted(table_name text, known_as text DEFAULT NULL)
LANGUAGE plpgsql
AS $$
BEGIN
    EXECUTE format('CREATE TRIGGER row_count_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows
                    FOR EACH STATEMENT EXECUTE FUNCTION count_rows(%L)', table_name, coalesce(known_as, table_name));
    EXECUTE format('CREATE TRIGGER row_count_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows
                    FOR EACH STATEMENT EXECUTE FUNCTION count_rows(%L)', table_name, coalesce(known_as, table_name));
    EXECUTE format('INSERT INTO row_count_part SELECT %L, count(*) FROM %I', coalesce(known_as, table_name), table_name);
END
$$;
COMMENT ON PROCEDURE keep_counted(text, text) IS
    'Has the rows of a table counted from now on, under its own name or that of the view that readers know it by.';

CALL keep_counted('country');
CALL keep_counted('organization');
CALL keep_counted('source');
CALL keep_counted('instrument');
CALL keep_counted('detainee');
CALL keep_counted('detention');
CALL keep_counted('charge');
CALL keep_counted('agreement');
CALL keep_counted('term');
CALL keep_counted('exchange');
CALL keep_counted('release');
CALL keep_counted('release_member');
CALL keep_counted('relief');
CALL keep_counted('sanction_program');
CALL keep_counted('sanction');
CALL keep_counted('target');
CALL keep_counted('claim');
CALL keep_counted('change', 'published_change');

CREATE FUNCTION add_row_counts_up() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    WITH part AS (DELETE FROM row_count_part RETURNING table_name, rows)
    INSERT INTO row_count_part SELECT p.table_name, sum(p.rows) FROM part p GROUP BY p.table_name;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION add_row_counts_up() IS
    'Trigger: a new revision adds up what the ones before left in row_count_part. One writer at a time opens a revision.';
CREATE TRIGGER add_row_counts_up AFTER INSERT ON revision FOR EACH STATEMENT EXECUTE FUNCTION add_row_counts_up();

CREATE OR REPLACE VIEW type_count AS
SELECT t.type, c.count
FROM row_count c
JOIN (
    VALUES ('Country', 'country'), ('Organization', 'organization'), ('Source', 'source'), ('Instrument', 'instrument'),
        ('Detainee', 'detainee'), ('Detention', 'detention'), ('Charge', 'charge'), ('Agreement', 'agreement'),
        ('Term', 'term'), ('Exchange', 'exchange'), ('Release', 'release'), ('ReleaseMember', 'release_member'),
        ('Relief', 'relief'), ('SanctionProgram', 'sanction_program'), ('Sanction', 'sanction'), ('Target', 'target'),
        ('Claim', 'claim')
) AS t (type, table_name) USING (table_name);
