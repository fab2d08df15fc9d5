-- Official lists: their entries, what each list says of a target, and which data set brought which row.

CREATE TYPE name_quality AS ENUM ('STRONG', 'WEAK');
COMMENT ON TYPE name_quality IS 'How surely a list holds that a name belongs to whom it stands under.';
CREATE TYPE detail_kind AS ENUM (
    'TITLE', 'POSITION', 'GENDER', 'BIRTH_DATE', 'BIRTH_PLACE', 'DEATH_DATE', 'NATIONALITY', 'CITIZENSHIP', 'PHONE', 'EMAIL',
    'WEBSITE', 'FOUNDED_ON', 'COMPANY_TYPE', 'VESSEL_TYPE', 'FLAG', 'FORMER_FLAG', 'CALL_SIGN', 'TONNAGE', 'GROSS_TONNAGE',
    'OWNER', 'OPERATOR', 'MODEL', 'BUILT_ON', 'SECONDARY_SANCTIONS', 'DIRECTIVE', 'TOPIC', 'OTHER'
);
COMMENT ON TYPE detail_kind IS 'What one detail of a list''s entry is about.';
CREATE TYPE link_kind AS ENUM ('LINKED', 'OWNER', 'DIRECTOR', 'FAMILY', 'ASSOCIATE');
COMMENT ON TYPE link_kind IS 'How two targets are tied, as a list has it.';
ALTER TYPE identifier_scheme ADD VALUE 'IMO_COMPANY' AFTER 'IMO';
ALTER TYPE identifier_scheme ADD VALUE 'MMSI' AFTER 'IMO_COMPANY';
ALTER TYPE identifier_scheme ADD VALUE 'BIC' AFTER 'MMSI';
ALTER TYPE identifier_scheme ADD VALUE 'ISIN' AFTER 'BIC';
ALTER TYPE identifier_scheme ADD VALUE 'DUNS' AFTER 'ISIN';
ALTER TYPE identifier_scheme ADD VALUE 'SERIAL' AFTER 'DUNS';

-- A list is a source too: what a sanction of its rests on where nobody made a claim.
ALTER TABLE dataset_source
    ADD COLUMN source_id bigint REFERENCES source (id),
    ADD COLUMN published_on date,
    ADD COLUMN checksum text CHECK (checksum ~ '^[0-9a-f]{64}$');
CREATE INDEX dataset_source_source ON dataset_source (source_id);
COMMENT ON COLUMN dataset_source.source_id IS 'The list as a source; null for our own dossiers, where every record has sources of its own.';
COMMENT ON COLUMN dataset_source.published_on IS 'The day as of which we took it last: the one that the list itself bears, where it bears one.';
COMMENT ON COLUMN dataset_source.checksum IS 'SHA-256 of the files that we took last.';

ALTER TABLE detainee_name ADD COLUMN quality name_quality;
ALTER TABLE target_name ADD COLUMN quality name_quality;
COMMENT ON COLUMN detainee_name.quality IS 'How surely it is this person''s, where somebody says so.';
COMMENT ON COLUMN target_name.quality IS 'How surely it is this target''s, where the list says so.';

ALTER TABLE detainee_identifier ADD COLUMN country_id bigint REFERENCES country (id), ADD COLUMN note text CHECK (note <> '');
ALTER TABLE target_identifier ADD COLUMN country_id bigint REFERENCES country (id), ADD COLUMN note text CHECK (note <> '');
ALTER TABLE sanction_identifier ADD COLUMN country_id bigint REFERENCES country (id), ADD COLUMN note text CHECK (note <> '');
CREATE INDEX detainee_identifier_country ON detainee_identifier (country_id) WHERE country_id IS NOT NULL;
CREATE INDEX target_identifier_country ON target_identifier (country_id) WHERE country_id IS NOT NULL;
CREATE INDEX sanction_identifier_country ON sanction_identifier (country_id) WHERE country_id IS NOT NULL;
COMMENT ON COLUMN detainee_identifier.country_id IS 'The country that issued it.';
COMMENT ON COLUMN detainee_identifier.note IS 'What sort of number it is and what else is said of it, in the source''s words.';
COMMENT ON COLUMN target_identifier.country_id IS 'The country that issued it.';
COMMENT ON COLUMN target_identifier.note IS 'What sort of number it is and what else is said of it, in the list''s words.';
COMMENT ON COLUMN sanction_identifier.country_id IS 'The country that issued it.';
COMMENT ON COLUMN sanction_identifier.note IS 'What sort of number it is and what else is said of it, in the list''s words.';

-- Several data sets may speak of one target, or of one sanction: each part knows who brought it, so that loading one
-- data set leaves the parts of the others alone.
CREATE FUNCTION own_dataset() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    IF TG_ARGV[0] = 'target' THEN
        NEW.dataset_id := (SELECT t.dataset_id FROM target t WHERE t.id = NEW.target_id);
    ELSE
        NEW.dataset_id := (SELECT s.dataset_id FROM sanction s WHERE s.id = NEW.sanction_id);
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION own_dataset() IS
    'Trigger: a part that does not say who brought it came with the target or sanction it belongs to.';

DO $$
DECLARE
    each record;
BEGIN
    FOR each IN
        SELECT * FROM (VALUES
            ('target_name', 'target'), ('target_identifier', 'target'), ('target_country', 'target'),
            ('sanction_in_program', 'sanction'), ('sanction_identifier', 'sanction')
        ) AS part (table_name, owner)
    LOOP
        EXECUTE format('ALTER TABLE %I ADD COLUMN dataset_id bigint REFERENCES dataset_source (id)', each.table_name);
        -- What stood here before is no change of anybody's.
        EXECUTE format('ALTER TABLE %I DISABLE TRIGGER USER', each.table_name);
        EXECUTE format('UPDATE %1$I p SET dataset_id = o.dataset_id FROM %2$I o WHERE o.id = p.%2$I_id', each.table_name, each.owner);
        EXECUTE format('ALTER TABLE %I ENABLE TRIGGER USER', each.table_name);
        EXECUTE format('ALTER TABLE %I ALTER COLUMN dataset_id SET NOT NULL', each.table_name);
        EXECUTE format('CREATE TRIGGER own_dataset BEFORE INSERT ON %I FOR EACH ROW WHEN (NEW.dataset_id IS NULL)
                        EXECUTE FUNCTION own_dataset(%L)', each.table_name, each.owner);
        EXECUTE format('COMMENT ON COLUMN %I.dataset_id IS %L', each.table_name, 'The data set that brought it.');
    END LOOP;
END
$$;
ALTER TABLE target_name DROP CONSTRAINT target_name_pkey, ADD PRIMARY KEY (target_id, position, dataset_id);

CREATE TABLE list_entry (
    dataset_id bigint NOT NULL REFERENCES dataset_source (id),
    key text NOT NULL CHECK (key <> ''),
    target_id bigint NOT NULL REFERENCES target (id),
    remarks text CHECK (remarks <> ''),
    url text CHECK (url ~ '^https?://'),
    first_seen_on date NOT NULL,
    gone_on date,
    PRIMARY KEY (dataset_id, key),
    CONSTRAINT list_entry_goes_after_it_came CHECK (gone_on >= first_seen_on)
);
CREATE INDEX list_entry_target ON list_entry (target_id);
CALL track('list_entry', 'Target', 'target_id', 'entries');
COMMENT ON TABLE list_entry IS
    'An entry of an official list, and the target that it is about. Entries that leave their list stay, with the day.';
COMMENT ON COLUMN list_entry.dataset_id IS 'The list.';
COMMENT ON COLUMN list_entry.key IS 'The entry''s own number on the list.';
COMMENT ON COLUMN list_entry.target_id IS 'Whom or what it is about.';
COMMENT ON COLUMN list_entry.remarks IS 'What the list remarks, word for word.';
COMMENT ON COLUMN list_entry.url IS 'A page about the entry.';
COMMENT ON COLUMN list_entry.first_seen_on IS 'The day of the first list of ours that has it; the list may have had it before.';
COMMENT ON COLUMN list_entry.gone_on IS 'The day of the first list of ours that has it no more; null while it stands.';

CREATE TABLE sanction_listing (
    dataset_id bigint NOT NULL REFERENCES dataset_source (id),
    key text NOT NULL CHECK (key <> ''),
    period integer NOT NULL DEFAULT 1 CHECK (period > 0),
    entry_key text NOT NULL,
    sanction_id bigint NOT NULL REFERENCES sanction (id),
    gives text[] NOT NULL DEFAULT '{}' CHECK (gives <@ ARRAY['list', 'listed_on', 'ended_on']),
    gone_on date,
    PRIMARY KEY (dataset_id, key, period),
    FOREIGN KEY (dataset_id, entry_key) REFERENCES list_entry (dataset_id, key) ON UPDATE CASCADE
);
CREATE INDEX sanction_listing_sanction ON sanction_listing (sanction_id);
CREATE INDEX sanction_listing_entry ON sanction_listing (dataset_id, entry_key);
CALL track('sanction_listing', 'Sanction', 'sanction_id', 'datasets');
COMMENT ON TABLE sanction_listing IS 'Which sanction an official list speaks of, whoever else speaks of it.';
COMMENT ON COLUMN sanction_listing.dataset_id IS 'The list.';
COMMENT ON COLUMN sanction_listing.key IS 'The designation''s own number on the list.';
COMMENT ON COLUMN sanction_listing.period IS 'Counts up each time the designation comes back after it left the list.';
COMMENT ON COLUMN sanction_listing.entry_key IS 'The entry that it stands under.';
COMMENT ON COLUMN sanction_listing.sanction_id IS 'The sanction.';
COMMENT ON COLUMN sanction_listing.gone_on IS 'The day of the first list of ours that has it no more; null while it stands.';
COMMENT ON COLUMN sanction_listing.gives IS
    'Columns of a sanction that another data set declares and leaves empty, and that this list fills.';

CREATE TABLE target_address (
    target_id bigint NOT NULL REFERENCES target (id) ON DELETE CASCADE,
    dataset_id bigint NOT NULL REFERENCES dataset_source (id),
    position integer NOT NULL CHECK (position >= 0),
    street text CHECK (street <> ''),
    city text CHECK (city <> ''),
    region text CHECK (region <> ''),
    postal_code text CHECK (postal_code <> ''),
    country_id bigint REFERENCES country (id),
    note text CHECK (note <> ''),
    PRIMARY KEY (target_id, position, dataset_id),
    CONSTRAINT target_address_says_something CHECK (num_nonnulls(street, city, region, postal_code, country_id, note) > 0)
);
CREATE INDEX target_address_country ON target_address (country_id, target_id);
CALL track('target_address', 'Target', 'target_id', 'addresses');
COMMENT ON TABLE target_address IS 'Places that lists give for a target.';
COMMENT ON COLUMN target_address.target_id IS 'Whose address it is.';
COMMENT ON COLUMN target_address.dataset_id IS 'The data set that brought it.';
COMMENT ON COLUMN target_address.position IS 'Its place among the addresses that the list gives, from 0.';
COMMENT ON COLUMN target_address.street IS 'Street, house, building or box.';
COMMENT ON COLUMN target_address.city IS 'The city, and whatever the list writes beside it.';
COMMENT ON COLUMN target_address.region IS 'State, province or region.';
COMMENT ON COLUMN target_address.postal_code IS 'The postal code.';
COMMENT ON COLUMN target_address.country_id IS 'The country.';
COMMENT ON COLUMN target_address.note IS 'What else the list says of it.';

CREATE TABLE target_detail (
    target_id bigint NOT NULL REFERENCES target (id) ON DELETE CASCADE,
    dataset_id bigint NOT NULL REFERENCES dataset_source (id),
    position integer NOT NULL CHECK (position >= 0),
    kind detail_kind NOT NULL,
    value text NOT NULL CHECK (value <> ''),
    PRIMARY KEY (target_id, position, dataset_id)
);
CALL track('target_detail', 'Target', 'target_id', 'details');
COMMENT ON TABLE target_detail IS 'What else lists say of a target, thing by thing.';
COMMENT ON COLUMN target_detail.target_id IS 'Of whom or what it is said.';
COMMENT ON COLUMN target_detail.dataset_id IS 'The data set that brought it.';
COMMENT ON COLUMN target_detail.position IS 'Its place among the details that the list gives, from 0.';
COMMENT ON COLUMN target_detail.kind IS 'What it is about.';
COMMENT ON COLUMN target_detail.value IS 'What the list says; dates are EDTF, countries two-letter codes where they are known.';

CREATE TABLE target_link (
    target_id bigint NOT NULL REFERENCES target (id) ON DELETE CASCADE,
    dataset_id bigint NOT NULL REFERENCES dataset_source (id),
    position integer NOT NULL CHECK (position >= 0),
    kind link_kind NOT NULL,
    name text NOT NULL CHECK (name <> ''),
    other_id bigint REFERENCES target (id) ON DELETE SET NULL,
    PRIMARY KEY (target_id, position, dataset_id)
);
CREATE INDEX target_link_other ON target_link (other_id) WHERE other_id IS NOT NULL;
CALL track('target_link', 'Target', 'target_id', 'links');
COMMENT ON TABLE target_link IS 'Ties between targets that lists name.';
COMMENT ON COLUMN target_link.target_id IS 'The target whose entry names the other.';
COMMENT ON COLUMN target_link.dataset_id IS 'The data set that brought it.';
COMMENT ON COLUMN target_link.position IS 'Its place among the ties that the list gives, from 0.';
COMMENT ON COLUMN target_link.kind IS 'How they are tied.';
COMMENT ON COLUMN target_link.name IS 'The other''s name, as the list prints it.';
COMMENT ON COLUMN target_link.other_id IS 'The other, where the list has just one entry of that name.';
