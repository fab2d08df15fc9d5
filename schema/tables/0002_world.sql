-- Countries, organizations, sources and legal instruments: what every story refers to.

CREATE TYPE country_kind AS ENUM ('STATE', 'TERRITORY', 'UNION', 'HISTORICAL');

CREATE TABLE country (
    id bigint PRIMARY KEY,
    iso2 text NOT NULL UNIQUE CHECK (iso2 ~ '^[A-Z]{2}$'),
    iso3 text UNIQUE CHECK (iso3 ~ '^[A-Z]{3}$'),
    name text NOT NULL UNIQUE CHECK (name <> ''),
    official_name text CHECK (official_name <> ''),
    kind country_kind NOT NULL,
    region text CHECK (region <> ''),
    subregion text CHECK (subregion <> '')
);
CREATE INDEX country_name ON country (name COLLATE "C", id);
CALL track('country', 'Country', 'id');

CREATE TYPE organization_kind AS ENUM (
    'STATE_BODY', 'COMPANY', 'BANK', 'INTERGOVERNMENTAL', 'NGO', 'MEDIA', 'LAW_FIRM', 'ARMED_GROUP', 'RELIGIOUS', 'OTHER'
);

CREATE TABLE organization (
    id bigint PRIMARY KEY,
    slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name text NOT NULL CHECK (name <> ''),
    kind organization_kind NOT NULL,
    country_id bigint REFERENCES country (id),
    url text CHECK (url ~ '^https?://')
);
CREATE INDEX organization_name ON organization (name COLLATE "C", id);
CREATE INDEX organization_country ON organization (country_id);
CALL track('organization', 'Organization', 'id');

CREATE TYPE source_kind AS ENUM (
    'NEWS', 'AGENCY', 'STATE_MEDIA', 'OFFICIAL', 'NGO', 'LAW_FIRM', 'AGGREGATOR', 'WIKI', 'DATASET'
);
CREATE TYPE title_basis AS ENUM ('TEXT', 'ADDRESS', 'NONE');

CREATE TABLE source (
    id bigint PRIMARY KEY,
    slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    publisher_id bigint NOT NULL REFERENCES organization (id),
    kind source_kind NOT NULL,
    title text NOT NULL CHECK (title <> ''),
    title_basis title_basis NOT NULL DEFAULT 'TEXT',
    url text CHECK (url ~ '^https?://'),
    published_on fuzzy_date,
    published_on_earliest date GENERATED ALWAYS AS (edtf_earliest(published_on)) STORED,
    published_on_latest date GENERATED ALWAYS AS (edtf_latest(published_on)) STORED,
    retrieved_on date,
    language text CHECK (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]+)*$'),
    license text CHECK (license <> ''),
    state_controlled boolean NOT NULL
);
CREATE INDEX source_published ON source (published_on_earliest DESC NULLS LAST, id DESC);
CREATE INDEX source_publisher ON source (publisher_id);
CALL track('source', 'Source', 'id');

CREATE TYPE instrument_kind AS ENUM (
    'STATUTE', 'EXECUTIVE_ORDER', 'REGULATION', 'DECISION', 'DIRECTIVE', 'GENERAL_LICENSE', 'SPECIFIC_LICENSE',
    'WAIVER', 'DELISTING_NOTICE', 'DESIGNATION_NOTICE', 'DECREE', 'FAQ', 'COURT_RULING', 'TREATY', 'STATEMENT', 'OTHER'
);

CREATE TABLE instrument (
    id bigint PRIMARY KEY,
    slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    kind instrument_kind NOT NULL,
    number text CHECK (number <> ''),
    title text NOT NULL CHECK (title <> ''),
    issuer_id bigint REFERENCES organization (id),
    issued_on fuzzy_date,
    issued_on_earliest date GENERATED ALWAYS AS (edtf_earliest(issued_on)) STORED,
    issued_on_latest date GENERATED ALWAYS AS (edtf_latest(issued_on)) STORED,
    effective_on fuzzy_date,
    effective_on_earliest date GENERATED ALWAYS AS (edtf_earliest(effective_on)) STORED,
    effective_on_latest date GENERATED ALWAYS AS (edtf_latest(effective_on)) STORED,
    expires_on fuzzy_date,
    expires_on_earliest date GENERATED ALWAYS AS (edtf_earliest(expires_on)) STORED,
    expires_on_latest date GENERATED ALWAYS AS (edtf_latest(expires_on)) STORED,
    citation text CHECK (citation <> ''),
    url text CHECK (url ~ '^https?://')
);
CREATE INDEX instrument_issuer ON instrument (issuer_id);
CALL track('instrument', 'Instrument', 'id');

-- Where the rows come from: our own dossiers, or an official list, each with its licence.
CREATE TABLE dataset_source (
    id bigint PRIMARY KEY,
    slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    title text NOT NULL CHECK (title <> ''),
    publisher_id bigint NOT NULL REFERENCES organization (id),
    url text CHECK (url ~ '^https?://'),
    license text NOT NULL CHECK (license <> ''),
    retrieved_on date
);
CREATE INDEX dataset_source_publisher ON dataset_source (publisher_id);
CALL track('dataset_source', 'DatasetSource', 'id');
