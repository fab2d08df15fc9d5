-- Programs, targets and sanctions: who is bound, by whom, under what.

CREATE TYPE measure AS ENUM (
    'AID_SUSPENSION', 'ARMS_EMBARGO', 'ARMS_RESTRICTIONS', 'ASSET_FREEZE', 'DEBARMENT', 'EXPORT_CONTROL',
    'FINANCIAL_RESTRICTIONS', 'IMPORT_RESTRICTIONS', 'INVESTMENT_BAN', 'SERVICES_BAN', 'PROHIBITION_TO_SATISFY_CLAIMS',
    'SECTORAL_SANCTIONS', 'TRANSPORTATION_RESTRICTIONS', 'TRAVEL_BAN', 'SECONDARY_SANCTIONS', 'DEBT_RESTRICTIONS',
    'DIPLOMATIC', 'OTHER'
);
CREATE TYPE program_status AS ENUM ('ACTIVE', 'LEGACY', 'ENDED');

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
CREATE INDEX sanction_program_name ON sanction_program (name COLLATE "C", id);
CREATE INDEX sanction_program_aliases ON sanction_program USING gin (aliases);
CALL track('sanction_program', 'SanctionProgram', 'id');

CREATE TABLE sanction_program_target_country (
    program_id bigint NOT NULL REFERENCES sanction_program (id) ON DELETE CASCADE,
    country_id bigint NOT NULL REFERENCES country (id),
    PRIMARY KEY (program_id, country_id)
);
CREATE INDEX sanction_program_target_country_country ON sanction_program_target_country (country_id);
CALL track('sanction_program_target_country', 'SanctionProgram', 'program_id', 'targetCountries');

CREATE TYPE target_kind AS ENUM ('PERSON', 'ORGANIZATION', 'VESSEL', 'AIRCRAFT', 'SECTOR', 'COUNTRY', 'SECURITY', 'OTHER');
CREATE TYPE name_kind AS ENUM ('PRIMARY', 'ALIAS', 'TRANSLITERATION', 'FORMER', 'ORIGINAL_SCRIPT');
CREATE TYPE identifier_scheme AS ENUM (
    'OFAC_UID', 'EU_REF', 'EU_LOGICAL_ID', 'UN_REF', 'UN_DATAID', 'UK_ID', 'OFSI_GROUP_ID', 'OPENSANCTIONS', 'WIKIDATA',
    'LEI', 'IMO', 'ICAO_REGISTRATION', 'PASSPORT', 'NATIONAL_ID', 'TAX_ID', 'REGISTRATION', 'VIASNA_ID', 'OTHER'
);

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
CREATE INDEX target_name_order ON target (name COLLATE "C", id);
CREATE INDEX target_dataset ON target (dataset_id);
CALL track('target', 'Target', 'id');

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

CREATE TABLE target_identifier (
    target_id bigint NOT NULL REFERENCES target (id) ON DELETE CASCADE,
    scheme identifier_scheme NOT NULL,
    value text NOT NULL CHECK (value <> ''),
    url text CHECK (url ~ '^https?://'),
    PRIMARY KEY (target_id, scheme, value)
);
CREATE INDEX target_identifier_value ON target_identifier (scheme, value);
CALL track('target_identifier', 'Target', 'target_id', 'identifiers');

CREATE TABLE target_country (
    target_id bigint NOT NULL REFERENCES target (id) ON DELETE CASCADE,
    country_id bigint NOT NULL REFERENCES country (id),
    PRIMARY KEY (target_id, country_id)
);
CREATE INDEX target_country_country ON target_country (country_id, target_id);
CALL track('target_country', 'Target', 'target_id', 'countries');

CREATE TYPE sanction_status AS ENUM ('ACTIVE', 'SUSPENDED', 'LICENSED', 'DELISTED', 'EXPIRED');
CREATE TYPE sanction_ending AS ENUM ('DELISTED', 'EXPIRED');

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

CREATE TABLE sanction_in_program (
    sanction_id bigint NOT NULL REFERENCES sanction (id) ON DELETE CASCADE,
    program_id bigint NOT NULL REFERENCES sanction_program (id),
    PRIMARY KEY (sanction_id, program_id)
);
CREATE INDEX sanction_in_program_program ON sanction_in_program (program_id, sanction_id);
CALL track('sanction_in_program', 'Sanction', 'sanction_id', 'programs');

CREATE TABLE sanction_identifier (
    sanction_id bigint NOT NULL REFERENCES sanction (id) ON DELETE CASCADE,
    scheme identifier_scheme NOT NULL,
    value text NOT NULL CHECK (value <> ''),
    url text CHECK (url ~ '^https?://'),
    PRIMARY KEY (sanction_id, scheme, value)
);
CREATE INDEX sanction_identifier_value ON sanction_identifier (scheme, value);
CALL track('sanction_identifier', 'Sanction', 'sanction_id', 'identifiers');
