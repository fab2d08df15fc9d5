-- Whose nationals were freed, kept: filters, figures and the main question look it up in both directions, and
-- working it out reads every member of every release.

ALTER VIEW release_nationality RENAME TO derived_release_nationality;
COMMENT ON VIEW derived_release_nationality IS
    'What release_nationality holds, worked out: from the counts of this release that are not zero, and from the members who are not disputed and did not die.';

-- No foreign keys: the rows go with the counts and members they come from, which hold the keys.
CREATE TABLE release_nationality (
    release_id bigint NOT NULL,
    country_id bigint NOT NULL,
    PRIMARY KEY (release_id, country_id)
);
CREATE INDEX release_nationality_country ON release_nationality (country_id, release_id);
COMMENT ON TABLE release_nationality IS
    'Countries whose nationals are among those released, with or without a number: what derived_release_nationality says. Triggers keep it; nobody need write here, and its changes are no revision.';
COMMENT ON COLUMN release_nationality.release_id IS 'The release.';
COMMENT ON COLUMN release_nationality.country_id IS 'A country whose nationals are among those released.';

-- Statement triggers call this with the column that leads to releases: theirs, or that of a person in them. What is
-- inserted can only add nationalities, what is deleted only take some away.
CREATE FUNCTION refresh_release_nationality() RETURNS trigger
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
    EXECUTE format('SELECT array_agg(DISTINCT t.%I) FROM (%s) t', TG_ARGV[0], touched) INTO ids;
    IF TG_ARGV[0] = 'detainee_id' THEN
        ids := (SELECT array_agg(DISTINCT m.release_id) FROM release_member m WHERE m.detainee_id = ANY (ids));
    END IF;
    IF ids IS NULL THEN
        RETURN NULL;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        DELETE FROM release_nationality k
        WHERE k.release_id = ANY (ids) AND (k.release_id, k.country_id) NOT IN (
            SELECT d.release_id, d.country_id FROM derived_release_nationality d WHERE d.release_id = ANY (ids)
        );
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO release_nationality (release_id, country_id)
        SELECT d.release_id, d.country_id FROM derived_release_nationality d WHERE d.release_id = ANY (ids)
        ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION refresh_release_nationality() IS
    'Trigger: brings release_nationality in line for the releases that a statement touched.';

DO $$
DECLARE
    each record;
BEGIN
    FOR each IN
        SELECT * FROM (VALUES ('release_count', 'release_id'), ('release_member', 'release_id'), ('nationality', 'detainee_id'))
            AS input (table_name, column_name)
    LOOP
        -- By their names they come after record_…, whose lock lets one writer at a time in.
        EXECUTE format('CREATE TRIGGER release_nationality_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows
                        FOR EACH STATEMENT EXECUTE FUNCTION refresh_release_nationality(%L)', each.table_name, each.column_name);
        EXECUTE format('CREATE TRIGGER release_nationality_update AFTER UPDATE ON %I
                        REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
                        FOR EACH STATEMENT EXECUTE FUNCTION refresh_release_nationality(%L)', each.table_name, each.column_name);
        EXECUTE format('CREATE TRIGGER release_nationality_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows
                        FOR EACH STATEMENT EXECUTE FUNCTION refresh_release_nationality(%L)', each.table_name, each.column_name);
    END LOOP;
END
$$;

-- What stood here before this migration.
INSERT INTO release_nationality (release_id, country_id)
SELECT release_id, country_id FROM derived_release_nationality;
