-- The parts of a record that is added are no changes of their own: a load of a million entries would write ten each.

CREATE OR REPLACE FUNCTION record_change() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
    subject_type constant text := TG_ARGV[0];
    subject_column constant text := TG_ARGV[1];
    part constant text := TG_ARGV[2];
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF part IS NOT NULL AND current_setting('detente.parts', true) = 'new' THEN RETURN NULL; END IF;
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
    'Trigger: writes a row of change for each row that an insert, update or delete touched, and opens the revision where this is its first change. With detente.parts = new it leaves out parts that are inserted: they belong to records that the same transaction added.';
