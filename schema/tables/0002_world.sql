-- Countries, organizations, sources and legal instruments: what every story refers to.

CREATE TYPE country_kind AS ENUM ('STATE', 'TERRITORY', 'UNION', 'HISTORICAL');
COMMENT ON TYPE country_kind IS 'What a country code stands for.';

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
CALL track('country', 'Country', 'id');
COMMENT ON TABLE country IS 'A country, territory or union of countries, or one that no longer exists.';
COMMENT ON COLUMN country.id IS 'Made from the country''s code, so it is the same in every deployment.';
COMMENT ON COLUMN country.iso2 IS 'The two-letter code of ISO 3166-1, such as BY; EU for the European Union.';
COMMENT ON COLUMN country.iso3 IS 'The three-letter code of ISO 3166-1, such as BLR.';
COMMENT ON COLUMN country.name IS 'The common English name.';
COMMENT ON COLUMN country.official_name IS 'The official English name.';
COMMENT ON COLUMN country.kind IS 'Whether it is a state, a territory, a union or a country of the past.';
COMMENT ON COLUMN country.region IS 'The part of the world by the United Nations'' M49 list, such as Europe.';
COMMENT ON COLUMN country.subregion IS 'The smaller region by M49, such as Eastern Europe.';

CREATE TYPE organization_kind AS ENUM (
    'STATE_BODY', 'COMPANY', 'BANK', 'INTERGOVERNMENTAL', 'NGO', 'MEDIA', 'LAW_FIRM', 'ARMED_GROUP', 'RELIGIOUS', 'OTHER'
);
COMMENT ON TYPE organization_kind IS 'What sort of body an organization is.';

CREATE TABLE organization (
    id bigint PRIMARY KEY,
    slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name text NOT NULL CHECK (name <> ''),
    kind organization_kind NOT NULL,
    country_id bigint REFERENCES country (id),
    url text CHECK (url ~ '^https?://')
);
CREATE INDEX organization_country ON organization (country_id);
CALL track('organization', 'Organization', 'id');
COMMENT ON TABLE organization IS
    'A state body, company, bank, international organization, NGO, news outlet or armed group.';
COMMENT ON COLUMN organization.id IS 'Made from the slug, so it is the same in every deployment.';
COMMENT ON COLUMN organization.slug IS 'Its readable, stable key.';
COMMENT ON COLUMN organization.name IS 'The common English name.';
COMMENT ON COLUMN organization.kind IS 'What sort of body it is.';
COMMENT ON COLUMN organization.country_id IS 'The country it belongs to, where there is one.';
COMMENT ON COLUMN organization.url IS 'Its own site.';

CREATE TYPE source_kind AS ENUM (
    'NEWS', 'AGENCY', 'STATE_MEDIA', 'OFFICIAL', 'NGO', 'LAW_FIRM', 'AGGREGATOR', 'WIKI', 'DATASET'
);
COMMENT ON TYPE source_kind IS 'What sort of publication a source is.';
CREATE TYPE title_basis AS ENUM ('TEXT', 'ADDRESS', 'NONE');
COMMENT ON TYPE title_basis IS 'Where a source''s title was read.';

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
COMMENT ON TABLE source IS 'A page, document or broadcast in which we read what a claim says.';
COMMENT ON COLUMN source.id IS 'Made from the slug, so it is the same in every deployment.';
COMMENT ON COLUMN source.slug IS 'Its readable, stable key.';
COMMENT ON COLUMN source.publisher_id IS 'Who published it.';
COMMENT ON COLUMN source.kind IS 'What sort of publication it is.';
COMMENT ON COLUMN source.title IS 'Its title, or the best description where none was seen.';
COMMENT ON COLUMN source.title_basis IS 'Where we have the title from.';
COMMENT ON COLUMN source.url IS 'Its address.';
COMMENT ON COLUMN source.published_on IS 'When it was published, as far as it says.';
COMMENT ON COLUMN source.published_on_earliest IS 'The first day that published_on may mean; computed from it.';
COMMENT ON COLUMN source.published_on_latest IS 'The last day that published_on may mean; computed from it.';
COMMENT ON COLUMN source.retrieved_on IS 'The day on which we read it.';
COMMENT ON COLUMN source.language IS 'The language it is written in, as a code such as en or ru.';
COMMENT ON COLUMN source.license IS 'The terms under which it may be reused, where it states them.';
COMMENT ON COLUMN source.state_controlled IS 'Whether a state controls the publisher.';

CREATE TYPE instrument_kind AS ENUM (
    'STATUTE', 'EXECUTIVE_ORDER', 'REGULATION', 'DECISION', 'DIRECTIVE', 'GENERAL_LICENSE', 'SPECIFIC_LICENSE',
    'WAIVER', 'DELISTING_NOTICE', 'DESIGNATION_NOTICE', 'DECREE', 'FAQ', 'COURT_RULING', 'TREATY', 'STATEMENT', 'OTHER'
);
COMMENT ON TYPE instrument_kind IS 'The legal form of an act.';

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
COMMENT ON TABLE instrument IS 'A law, order, license, decree or notice.';
COMMENT ON COLUMN instrument.id IS 'Made from the slug, so it is the same in every deployment.';
COMMENT ON COLUMN instrument.slug IS 'Its readable, stable key.';
COMMENT ON COLUMN instrument.kind IS 'What sort of legal act it is.';
COMMENT ON COLUMN instrument.number IS 'Its number, such as 13 for General License 13.';
COMMENT ON COLUMN instrument.title IS 'Its title.';
COMMENT ON COLUMN instrument.issuer_id IS 'Who issued it.';
COMMENT ON COLUMN instrument.issued_on IS 'When it was issued.';
COMMENT ON COLUMN instrument.issued_on_earliest IS 'The first day that issued_on may mean; computed from it.';
COMMENT ON COLUMN instrument.issued_on_latest IS 'The last day that issued_on may mean; computed from it.';
COMMENT ON COLUMN instrument.effective_on IS 'When it took effect.';
COMMENT ON COLUMN instrument.effective_on_earliest IS 'The first day that effective_on may mean; computed from it.';
COMMENT ON COLUMN instrument.effective_on_latest IS 'The last day that effective_on may mean; computed from it.';
COMMENT ON COLUMN instrument.expires_on IS 'When it expires, where it says so.';
COMMENT ON COLUMN instrument.expires_on_earliest IS 'The first day that expires_on may mean; computed from it.';
COMMENT ON COLUMN instrument.expires_on_latest IS 'The last day that expires_on may mean; computed from it.';
COMMENT ON COLUMN instrument.citation IS 'Where it is printed, such as 31 CFR part 548.';
COMMENT ON COLUMN instrument.url IS 'Its text, where it stands on the web.';

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
COMMENT ON TABLE dataset_source IS 'Where rows come from: our own dossiers or an official list, each with its license.';
COMMENT ON COLUMN dataset_source.id IS 'Made from the slug, so it is the same in every deployment.';
COMMENT ON COLUMN dataset_source.slug IS 'Its readable, stable key.';
COMMENT ON COLUMN dataset_source.title IS 'Its title.';
COMMENT ON COLUMN dataset_source.publisher_id IS 'Who publishes it.';
COMMENT ON COLUMN dataset_source.url IS 'Where it is published.';
COMMENT ON COLUMN dataset_source.license IS 'The terms under which its rows may be reused.';
COMMENT ON COLUMN dataset_source.retrieved_on IS 'The day on which we took it last.';
