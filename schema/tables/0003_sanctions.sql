-- Programs, targets and sanctions: who is bound, by whom, under what.

CREATE TYPE measure AS ENUM (
    'AID_SUSPENSION', 'ARMS_EMBARGO', 'ARMS_RESTRICTIONS', 'ASSET_FREEZE', 'DEBARMENT', 'EXPORT_CONTROL',
    'FINANCIAL_RESTRICTIONS', 'IMPORT_RESTRICTIONS', 'INVESTMENT_BAN', 'SERVICES_BAN', 'PROHIBITION_TO_SATISFY_CLAIMS',
    'SECTORAL_SANCTIONS', 'TRANSPORTATION_RESTRICTIONS', 'TRAVEL_BAN', 'SECONDARY_SANCTIONS', 'DEBT_RESTRICTIONS',
    'DIPLOMATIC', 'OTHER'
);
COMMENT ON TYPE measure IS 'What a sanction forbids or restricts.';
CREATE TYPE program_status AS ENUM ('ACTIVE', 'LEGACY', 'ENDED');
COMMENT ON TYPE program_status IS 'Whether a sanctions program is still used.';

CREATE TABLE sanction_program (
    id bigint PRIMARY KEY,
    code text NOT NULL UNIQUE CHECK (code <> ''),
    name text NOT NULL CHECK (name <> ''),
    aliases text[] NOT NULL DEFAULT '{}' CHECK (array_position(aliases, NULL) IS NULL),
    authority_id bigint NOT NULL REFERENCES organization (id),
    country_id bigint REFERENCES country (id),
    legal_basis text CHECK (legal_basis <> ''),
    measures measure[] NOT NULL DEFAULT '{}' CHECK (array_position(measures, NULL) IS NULL),
    status program_status NOT NULL
);
CREATE INDEX sanction_program_authority ON sanction_program (authority_id);
CREATE INDEX sanction_program_country ON sanction_program (country_id);
CREATE INDEX sanction_program_aliases ON sanction_program USING gin (aliases);
CALL track('sanction_program', 'SanctionProgram', 'id');
COMMENT ON TABLE sanction_program IS 'The law or policy under which an authority imposes sanctions.';
COMMENT ON COLUMN sanction_program.id IS 'Made from the code, so it is the same in every deployment.';
COMMENT ON COLUMN sanction_program.code IS 'Its code, such as BELARUS-EO14038.';
COMMENT ON COLUMN sanction_program.name IS 'Its name.';
COMMENT ON COLUMN sanction_program.aliases IS 'Other codes for it that official lists use.';
COMMENT ON COLUMN sanction_program.authority_id IS 'Who runs it.';
COMMENT ON COLUMN sanction_program.country_id IS 'The country or union behind the authority.';
COMMENT ON COLUMN sanction_program.legal_basis IS 'The acts it rests on.';
COMMENT ON COLUMN sanction_program.measures IS 'What it forbids or restricts.';
COMMENT ON COLUMN sanction_program.status IS 'Whether it is still used.';

CREATE TABLE sanction_program_target_country (
    program_id bigint NOT NULL REFERENCES sanction_program (id) ON DELETE CASCADE,
    country_id bigint NOT NULL REFERENCES country (id),
    PRIMARY KEY (program_id, country_id)
);
CREATE INDEX sanction_program_target_country_country ON sanction_program_target_country (country_id);
CALL track('sanction_program_target_country', 'SanctionProgram', 'program_id', 'targetCountries');
COMMENT ON TABLE sanction_program_target_country IS 'The countries that a program is about.';
COMMENT ON COLUMN sanction_program_target_country.program_id IS 'The program.';
COMMENT ON COLUMN sanction_program_target_country.country_id IS 'A country it is about.';

CREATE TYPE target_kind AS ENUM ('PERSON', 'ORGANIZATION', 'VESSEL', 'AIRCRAFT', 'SECTOR', 'COUNTRY', 'SECURITY', 'OTHER');
COMMENT ON TYPE target_kind IS 'Whom or what a sanction is aimed at.';
CREATE TYPE name_kind AS ENUM ('PRIMARY', 'ALIAS', 'TRANSLITERATION', 'FORMER', 'ORIGINAL_SCRIPT');
COMMENT ON TYPE name_kind IS 'How one spelling of a name relates to the person or body.';
CREATE TYPE identifier_scheme AS ENUM (
    'OFAC_UID', 'EU_REF', 'EU_LOGICAL_ID', 'UN_REF', 'UN_DATAID', 'UK_ID', 'OFSI_GROUP_ID', 'OPENSANCTIONS', 'WIKIDATA',
    'LEI', 'IMO', 'ICAO_REGISTRATION', 'PASSPORT', 'NATIONAL_ID', 'TAX_ID', 'REGISTRATION', 'VIASNA_ID', 'OTHER'
);
COMMENT ON TYPE identifier_scheme IS 'Whose numbering an identifier belongs to.';

CREATE TABLE target (
    id bigint PRIMARY KEY,
    slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    kind target_kind NOT NULL,
    name text NOT NULL CHECK (name <> ''),
    born_on fuzzy_date,
    born_on_earliest date GENERATED ALWAYS AS (edtf_earliest(born_on)) STORED,
    born_on_latest date GENERATED ALWAYS AS (edtf_latest(born_on)) STORED,
    dataset_id bigint NOT NULL REFERENCES dataset_source (id)
);
CREATE INDEX target_dataset ON target (dataset_id);
CALL track('target', 'Target', 'id');
COMMENT ON TABLE target IS 'Whom or what a sanction is aimed at: a person, an organization, a ship, a sector.';
COMMENT ON COLUMN target.id IS 'Made from the slug, so it is the same in every deployment.';
COMMENT ON COLUMN target.slug IS 'Its readable, stable key.';
COMMENT ON COLUMN target.kind IS 'Whether it is a person, an organization, a ship, a sector and so on.';
COMMENT ON COLUMN target.name IS 'Its name, as the lists have it.';
COMMENT ON COLUMN target.born_on IS 'The date of birth, for a person.';
COMMENT ON COLUMN target.born_on_earliest IS 'The first day that born_on may mean; computed from it.';
COMMENT ON COLUMN target.born_on_latest IS 'The last day that born_on may mean; computed from it.';
COMMENT ON COLUMN target.dataset_id IS 'The data set that the row comes from.';

CREATE TABLE target_name (
    target_id bigint NOT NULL REFERENCES target (id) ON DELETE CASCADE,
    position integer NOT NULL CHECK (position >= 0),
    text text NOT NULL CHECK (text <> ''),
    language text CHECK (language <> ''),
    script text CHECK (script <> ''),
    kind name_kind NOT NULL,
    PRIMARY KEY (target_id, position)
);
CALL track('target_name', 'Target', 'target_id', 'names');
COMMENT ON TABLE target_name IS 'Other forms of a target''s name.';
COMMENT ON COLUMN target_name.target_id IS 'Whose name it is.';
COMMENT ON COLUMN target_name.position IS 'Its place among the names, from 0.';
COMMENT ON COLUMN target_name.text IS 'The name as it is written.';
COMMENT ON COLUMN target_name.language IS 'The language of this form, as a code such as be or ru.';
COMMENT ON COLUMN target_name.script IS 'The script of this form, as a code such as Cyrl or Arab.';
COMMENT ON COLUMN target_name.kind IS 'What sort of form it is.';

CREATE TABLE target_identifier (
    target_id bigint NOT NULL REFERENCES target (id) ON DELETE CASCADE,
    scheme identifier_scheme NOT NULL,
    value text NOT NULL CHECK (value <> ''),
    url text CHECK (url ~ '^https?://'),
    PRIMARY KEY (target_id, scheme, value)
);
CREATE INDEX target_identifier_value ON target_identifier (scheme, value);
CALL track('target_identifier', 'Target', 'target_id', 'identifiers');
COMMENT ON TABLE target_identifier IS 'Numbers and codes under which lists and registers know a target.';
COMMENT ON COLUMN target_identifier.target_id IS 'Whose number it is.';
COMMENT ON COLUMN target_identifier.scheme IS 'Who gives out identifiers of this kind.';
COMMENT ON COLUMN target_identifier.value IS 'The identifier itself.';
COMMENT ON COLUMN target_identifier.url IS 'A page about it.';

CREATE TABLE target_country (
    target_id bigint NOT NULL REFERENCES target (id) ON DELETE CASCADE,
    country_id bigint NOT NULL REFERENCES country (id),
    PRIMARY KEY (target_id, country_id)
);
CREATE INDEX target_country_country ON target_country (country_id, target_id);
CALL track('target_country', 'Target', 'target_id', 'countries');
COMMENT ON TABLE target_country IS 'The countries that a target belongs to.';
COMMENT ON COLUMN target_country.target_id IS 'The target.';
COMMENT ON COLUMN target_country.country_id IS 'A country it belongs to.';

CREATE TYPE sanction_status AS ENUM ('NOT_YET', 'ACTIVE', 'SUSPENDED', 'LICENSED', 'DELISTED', 'EXPIRED');
COMMENT ON TYPE sanction_status IS
    'How a sanction stands on a given day; computed by sanction_status_on, never stored.';
CREATE TYPE sanction_ending AS ENUM ('DELISTED', 'EXPIRED');
COMMENT ON TYPE sanction_ending IS 'How a sanction ended.';

CREATE TABLE sanction (
    id bigint PRIMARY KEY,
    slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    target_id bigint NOT NULL REFERENCES target (id),
    authority_id bigint NOT NULL REFERENCES organization (id),
    country_id bigint REFERENCES country (id),
    list text CHECK (list <> ''),
    measures measure[] NOT NULL DEFAULT '{}' CHECK (array_position(measures, NULL) IS NULL),
    reason text CHECK (reason <> ''),
    listed_on fuzzy_date,
    listed_on_earliest date GENERATED ALWAYS AS (edtf_earliest(listed_on)) STORED,
    listed_on_latest date GENERATED ALWAYS AS (edtf_latest(listed_on)) STORED,
    started_on fuzzy_date,
    started_on_earliest date GENERATED ALWAYS AS (edtf_earliest(started_on)) STORED,
    started_on_latest date GENERATED ALWAYS AS (edtf_latest(started_on)) STORED,
    ended_on fuzzy_date,
    ended_on_earliest date GENERATED ALWAYS AS (edtf_earliest(ended_on)) STORED,
    ended_on_latest date GENERATED ALWAYS AS (edtf_latest(ended_on)) STORED,
    ending sanction_ending,
    dataset_id bigint NOT NULL REFERENCES dataset_source (id),
    CONSTRAINT sanction_ending_has_date CHECK ((ended_on IS NULL) = (ending IS NULL))
);
CREATE INDEX sanction_target ON sanction (target_id, listed_on_earliest DESC NULLS LAST, id DESC);
CREATE INDEX sanction_authority ON sanction (authority_id);
CREATE INDEX sanction_country ON sanction (country_id, listed_on_earliest DESC NULLS LAST, id DESC);
CREATE INDEX sanction_listed ON sanction (listed_on_earliest DESC NULLS LAST, id DESC);
CREATE INDEX sanction_dataset ON sanction (dataset_id);
CALL track('sanction', 'Sanction', 'id');
COMMENT ON TABLE sanction IS
    'One target put under measures by one authority: a listing, a designation, or a measure against a sector or country. Its status on a day is computed by sanction_status_on.';
COMMENT ON COLUMN sanction.id IS 'Made from the slug, so it is the same in every deployment.';
COMMENT ON COLUMN sanction.slug IS 'Its readable, stable key.';
COMMENT ON COLUMN sanction.target_id IS 'Whom or what it is aimed at.';
COMMENT ON COLUMN sanction.authority_id IS 'Who imposed it.';
COMMENT ON COLUMN sanction.country_id IS 'The country or union behind the authority.';
COMMENT ON COLUMN sanction.list IS 'The official list it stands on, such as SDN.';
COMMENT ON COLUMN sanction.measures IS 'What it forbids or restricts.';
COMMENT ON COLUMN sanction.reason IS 'The reason the authority gave.';
COMMENT ON COLUMN sanction.listed_on IS 'When the authority listed the target.';
COMMENT ON COLUMN sanction.listed_on_earliest IS 'The first day that listed_on may mean; computed from it.';
COMMENT ON COLUMN sanction.listed_on_latest IS 'The last day that listed_on may mean; computed from it.';
COMMENT ON COLUMN sanction.started_on IS 'When it took effect, where that is another day.';
COMMENT ON COLUMN sanction.started_on_earliest IS 'The first day that started_on may mean; computed from it.';
COMMENT ON COLUMN sanction.started_on_latest IS 'The last day that started_on may mean; computed from it.';
COMMENT ON COLUMN sanction.ended_on IS 'When it ended; null while it stands.';
COMMENT ON COLUMN sanction.ended_on_earliest IS 'The first day that ended_on may mean; computed from it.';
COMMENT ON COLUMN sanction.ended_on_latest IS 'The last day that ended_on may mean; computed from it.';
COMMENT ON COLUMN sanction.ending IS 'How it ended; null while it stands.';
COMMENT ON COLUMN sanction.dataset_id IS 'The data set that the row comes from.';

CREATE TABLE sanction_in_program (
    sanction_id bigint NOT NULL REFERENCES sanction (id) ON DELETE CASCADE,
    program_id bigint NOT NULL REFERENCES sanction_program (id),
    PRIMARY KEY (sanction_id, program_id)
);
CREATE INDEX sanction_in_program_program ON sanction_in_program (program_id, sanction_id);
CALL track('sanction_in_program', 'Sanction', 'sanction_id', 'programs');
COMMENT ON TABLE sanction_in_program IS 'The programs that a sanction was imposed under; there may be several.';
COMMENT ON COLUMN sanction_in_program.sanction_id IS 'The sanction.';
COMMENT ON COLUMN sanction_in_program.program_id IS 'A program it was imposed under.';

CREATE TABLE sanction_identifier (
    sanction_id bigint NOT NULL REFERENCES sanction (id) ON DELETE CASCADE,
    scheme identifier_scheme NOT NULL,
    value text NOT NULL CHECK (value <> ''),
    url text CHECK (url ~ '^https?://'),
    PRIMARY KEY (sanction_id, scheme, value)
);
CREATE INDEX sanction_identifier_value ON sanction_identifier (scheme, value);
CALL track('sanction_identifier', 'Sanction', 'sanction_id', 'identifiers');
COMMENT ON TABLE sanction_identifier IS 'Numbers and codes of a listing.';
COMMENT ON COLUMN sanction_identifier.sanction_id IS 'Whose number it is.';
COMMENT ON COLUMN sanction_identifier.scheme IS 'Who gives out identifiers of this kind.';
COMMENT ON COLUMN sanction_identifier.value IS 'The identifier itself.';
COMMENT ON COLUMN sanction_identifier.url IS 'A page about it.';
