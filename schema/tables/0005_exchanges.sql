-- Agreements, releases, relief, and the exchanges that tie them together.

CREATE TYPE agreement_kind AS ENUM (
    'TREATY', 'MEMORANDUM', 'UNPUBLISHED_DEAL', 'RECIPROCAL_STEPS', 'UNILATERAL_STEP', 'PRISONER_SWAP', 'CEASEFIRE',
    'SETTLEMENT', 'OTHER'
);
CREATE TYPE agreement_status AS ENUM (
    'REPORTED', 'ANNOUNCED', 'IN_FORCE', 'PARTLY_PERFORMED', 'PERFORMED', 'SUSPENDED', 'REVERSED', 'DENIED', 'UNKNOWN'
);

CREATE TABLE agreement (
    id bigint PRIMARY KEY,
    slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    title text NOT NULL CHECK (title <> ''),
    kind agreement_kind NOT NULL,
    status agreement_status NOT NULL,
    announced_on fuzzy_date,
    announced_on_earliest date GENERATED ALWAYS AS (edtf_earliest(announced_on)) STORED,
    announced_on_latest date GENERATED ALWAYS AS (edtf_latest(announced_on)) STORED,
    summary text CHECK (summary <> ''),
    text_available boolean NOT NULL
);
CREATE INDEX agreement_announced ON agreement (announced_on_earliest DESC NULLS LAST, id DESC);
CALL track('agreement', 'Agreement', 'id');

CREATE TYPE party_role AS ENUM ('PRINCIPAL', 'MEDIATOR', 'GUARANTOR', 'HOST');

CREATE TABLE party (
    agreement_id bigint NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
    position integer NOT NULL CHECK (position >= 0),
    role party_role NOT NULL,
    country_id bigint REFERENCES country (id),
    organization_id bigint REFERENCES organization (id),
    negotiators text[] NOT NULL DEFAULT '{}' CHECK (array_position(negotiators, NULL) IS NULL),
    PRIMARY KEY (agreement_id, position),
    CONSTRAINT party_is_somebody CHECK (
        num_nonnulls(country_id, organization_id) <= 1
        AND (num_nonnulls(country_id, organization_id) = 1 OR cardinality(negotiators) > 0)
    )
);
CREATE INDEX party_country ON party (country_id, agreement_id);
CREATE INDEX party_organization ON party (organization_id);
CALL track('party', 'Agreement', 'agreement_id', 'parties');

CREATE TYPE release_mode AS ENUM (
    'PARDON', 'COMMUTATION', 'AMNESTY', 'SENTENCE_SERVED', 'PAROLE', 'CHARGES_DROPPED', 'ACQUITTAL', 'PRISONER_SWAP',
    'DEPORTATION', 'MEDICAL', 'ESCAPE', 'RANSOM', 'OTHER', 'UNKNOWN'
);
CREATE TYPE completeness AS ENUM ('EXACT', 'AT_LEAST', 'AT_MOST', 'ESTIMATE', 'UNKNOWN');

CREATE TABLE release (
    id bigint PRIMARY KEY,
    slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    title text NOT NULL CHECK (title <> ''),
    released_on fuzzy_date,
    released_on_earliest date GENERATED ALWAYS AS (edtf_earliest(released_on)) STORED,
    released_on_latest date GENERATED ALWAYS AS (edtf_latest(released_on)) STORED,
    country_id bigint NOT NULL REFERENCES country (id),
    captor_id bigint REFERENCES organization (id),
    authority text CHECK (authority <> ''),
    mode release_mode NOT NULL,
    official_frame text CHECK (official_frame <> ''),
    total_value integer CHECK (total_value >= 0),
    total_min integer CHECK (total_min >= 0),
    total_max integer CHECK (total_max >= total_min),
    total_completeness completeness NOT NULL,
    part_of_id bigint REFERENCES release (id) CHECK (part_of_id <> id),
    CONSTRAINT release_total_is_known_unless_unknown CHECK (
        (total_completeness = 'UNKNOWN') = (num_nonnulls(total_value, total_min, total_max) = 0)
    )
);
CREATE INDEX release_country ON release (country_id, released_on_earliest DESC NULLS LAST, id DESC);
CREATE INDEX release_captor ON release (captor_id);
CREATE INDEX release_part_of ON release (part_of_id, released_on_earliest DESC NULLS LAST, id DESC);
CREATE INDEX release_released ON release (released_on_earliest DESC NULLS LAST, id DESC);
CALL track('release', 'Release', 'id');

CREATE TABLE agreement_release (
    agreement_id bigint NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
    release_id bigint NOT NULL REFERENCES release (id) ON DELETE CASCADE,
    PRIMARY KEY (agreement_id, release_id)
);
CREATE INDEX agreement_release_release ON agreement_release (release_id, agreement_id);
CALL track('agreement_release', 'Agreement', 'agreement_id', 'releases');

CREATE TYPE count_dimension AS ENUM ('NATIONALITY', 'DESTINATION', 'SEX', 'CHARGE', 'STATUS');
CREATE TYPE count_scope AS ENUM ('THIS_RELEASE', 'RUNNING_TOTAL');

CREATE TABLE release_count (
    release_id bigint NOT NULL REFERENCES release (id) ON DELETE CASCADE,
    position integer NOT NULL CHECK (position >= 0),
    dimension count_dimension NOT NULL,
    country_id bigint REFERENCES country (id),
    label text NOT NULL CHECK (label <> ''),
    value integer CHECK (value >= 0),
    min integer CHECK (min >= 0),
    max integer CHECK (max >= min),
    completeness completeness NOT NULL,
    scope count_scope NOT NULL,
    scope_note text CHECK (scope_note <> ''),
    source_id bigint REFERENCES source (id),
    PRIMARY KEY (release_id, position),
    CONSTRAINT count_of_a_place_names_it CHECK (dimension NOT IN ('NATIONALITY', 'DESTINATION') OR country_id IS NOT NULL),
    CONSTRAINT count_is_known_unless_unknown CHECK ((completeness = 'UNKNOWN') = (num_nonnulls(value, min, max) = 0)),
    CONSTRAINT running_total_says_of_what CHECK (scope = 'THIS_RELEASE' OR scope_note IS NOT NULL)
);
CREATE INDEX release_count_country ON release_count (country_id, dimension, release_id);
CREATE INDEX release_count_source ON release_count (source_id);
CALL track('release_count', 'Release', 'release_id', 'counts');

CREATE TYPE release_outcome AS ENUM (
    'FREED', 'DEPORTED', 'TRANSFERRED', 'REFUSED_TO_LEAVE', 'RE_DETAINED', 'DIED', 'DISPUTED', 'UNKNOWN'
);

CREATE TABLE release_member (
    id bigint PRIMARY KEY,
    release_id bigint NOT NULL REFERENCES release (id) ON DELETE CASCADE,
    detainee_id bigint NOT NULL REFERENCES detainee (id),
    position integer NOT NULL CHECK (position >= 0),
    outcome release_outcome NOT NULL,
    destination_id bigint REFERENCES country (id),
    UNIQUE (release_id, detainee_id)
);
CREATE INDEX release_member_release ON release_member (release_id, position, id);
CREATE INDEX release_member_detainee ON release_member (detainee_id, position, id);
CREATE INDEX release_member_destination ON release_member (destination_id);
CALL track('release_member', 'ReleaseMember', 'id');

-- Whose nationals were freed, with or without a number: what is counted, and whom we can name.
CREATE VIEW release_nationality AS
SELECT release_id, country_id
FROM release_count
WHERE dimension = 'NATIONALITY' AND scope = 'THIS_RELEASE' AND value IS DISTINCT FROM 0
UNION
SELECT m.release_id, n.country_id
FROM release_member m
JOIN nationality n USING (detainee_id)
WHERE m.outcome NOT IN ('DISPUTED', 'DIED');

CREATE TYPE relief_kind AS ENUM (
    'GENERAL_LICENSE', 'SPECIFIC_LICENSE', 'WAIVER', 'SUSPENSION', 'DELISTING', 'PROGRAM_TERMINATION', 'NON_RENEWAL',
    'FUNDS_RELEASE', 'EXPORT_AUTHORIZATION', 'SECTOR_EASING', 'ANNOUNCEMENT_ONLY', 'OTHER'
);
CREATE TYPE relief_status AS ENUM ('ANNOUNCED', 'ISSUED', 'IN_FORCE', 'EXPIRED', 'SUPERSEDED', 'REVOKED', 'DENIED');

CREATE TABLE relief (
    id bigint PRIMARY KEY,
    slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    title text NOT NULL CHECK (title <> ''),
    kind relief_kind NOT NULL,
    status relief_status NOT NULL,
    country_id bigint REFERENCES country (id),
    authority_id bigint REFERENCES organization (id),
    announced_on fuzzy_date,
    announced_on_earliest date GENERATED ALWAYS AS (edtf_earliest(announced_on)) STORED,
    announced_on_latest date GENERATED ALWAYS AS (edtf_latest(announced_on)) STORED,
    issued_on fuzzy_date,
    issued_on_earliest date GENERATED ALWAYS AS (edtf_earliest(issued_on)) STORED,
    issued_on_latest date GENERATED ALWAYS AS (edtf_latest(issued_on)) STORED,
    effective_on fuzzy_date,
    effective_on_earliest date GENERATED ALWAYS AS (edtf_earliest(effective_on)) STORED,
    effective_on_latest date GENERATED ALWAYS AS (edtf_latest(effective_on)) STORED,
    expires_on fuzzy_date,
    expires_on_earliest date GENERATED ALWAYS AS (edtf_earliest(expires_on)) STORED,
    expires_on_latest date GENERATED ALWAYS AS (edtf_latest(expires_on)) STORED,
    revoked_on fuzzy_date,
    revoked_on_earliest date GENERATED ALWAYS AS (edtf_earliest(revoked_on)) STORED,
    revoked_on_latest date GENERATED ALWAYS AS (edtf_latest(revoked_on)) STORED,
    unblocks_property boolean,
    retroactive boolean NOT NULL DEFAULT false,
    scope text CHECK (scope <> ''),
    instrument_id bigint REFERENCES instrument (id),
    superseded_by_id bigint REFERENCES relief (id) CHECK (superseded_by_id <> id),
    CONSTRAINT announced_relief_has_no_act CHECK (status <> 'ANNOUNCED' OR issued_on IS NULL)
);
CREATE INDEX relief_country ON relief (country_id, announced_on_earliest DESC NULLS LAST, id DESC);
CREATE INDEX relief_authority ON relief (authority_id);
CREATE INDEX relief_instrument ON relief (instrument_id);
CREATE INDEX relief_superseded_by ON relief (superseded_by_id);
CREATE INDEX relief_announced ON relief (announced_on_earliest DESC NULLS LAST, id DESC);
CALL track('relief', 'Relief', 'id');

CREATE TABLE agreement_relief (
    agreement_id bigint NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
    relief_id bigint NOT NULL REFERENCES relief (id) ON DELETE CASCADE,
    PRIMARY KEY (agreement_id, relief_id)
);
CREATE INDEX agreement_relief_relief ON agreement_relief (relief_id, agreement_id);
CALL track('agreement_relief', 'Agreement', 'agreement_id', 'reliefs');

CREATE TABLE relief_program (
    relief_id bigint NOT NULL REFERENCES relief (id) ON DELETE CASCADE,
    program_id bigint NOT NULL REFERENCES sanction_program (id),
    PRIMARY KEY (relief_id, program_id)
);
CREATE INDEX relief_program_program ON relief_program (program_id, relief_id);
CALL track('relief_program', 'Relief', 'relief_id', 'programs');

CREATE TABLE relief_target (
    relief_id bigint NOT NULL REFERENCES relief (id) ON DELETE CASCADE,
    target_id bigint NOT NULL REFERENCES target (id),
    PRIMARY KEY (relief_id, target_id)
);
CREATE INDEX relief_target_target ON relief_target (target_id, relief_id);
CALL track('relief_target', 'Relief', 'relief_id', 'targets');

CREATE TABLE relief_sanction (
    relief_id bigint NOT NULL REFERENCES relief (id) ON DELETE CASCADE,
    sanction_id bigint NOT NULL REFERENCES sanction (id),
    PRIMARY KEY (relief_id, sanction_id)
);
CREATE INDEX relief_sanction_sanction ON relief_sanction (sanction_id, relief_id);
CALL track('relief_sanction', 'Relief', 'relief_id', 'sanctions');

CREATE TYPE term_kind AS ENUM (
    'RELEASE', 'SANCTIONS_RELIEF', 'FUNDS', 'PRISONER_RETURN', 'DIPLOMATIC_STEP', 'SECURITY_STEP', 'LEGAL_STEP',
    'ECONOMIC_STEP', 'OTHER'
);
CREATE TYPE performance AS ENUM ('PROMISED', 'PARTIAL', 'PERFORMED', 'BREACHED', 'REVERSED', 'DENIED', 'UNKNOWN');

CREATE TABLE term (
    id bigint PRIMARY KEY,
    agreement_id bigint NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
    position integer NOT NULL CHECK (position >= 0),
    kind term_kind NOT NULL,
    giver_id bigint REFERENCES country (id),
    receiver_id bigint REFERENCES country (id),
    text text NOT NULL CHECK (text <> ''),
    performance performance NOT NULL,
    performed_on fuzzy_date,
    performed_on_earliest date GENERATED ALWAYS AS (edtf_earliest(performed_on)) STORED,
    performed_on_latest date GENERATED ALWAYS AS (edtf_latest(performed_on)) STORED,
    release_id bigint REFERENCES release (id),
    relief_id bigint REFERENCES relief (id),
    CONSTRAINT term_is_fulfilled_by_one CHECK (num_nonnulls(release_id, relief_id) <= 1)
);
CREATE INDEX term_agreement ON term (agreement_id, position, id);
CREATE INDEX term_giver ON term (giver_id);
CREATE INDEX term_receiver ON term (receiver_id);
CREATE INDEX term_release ON term (release_id);
CREATE INDEX term_relief ON term (relief_id);
CALL track('term', 'Term', 'id');

CREATE TYPE exchange_relation AS ENUM ('IN_EXCHANGE_FOR', 'CONDITIONAL_ON', 'FOLLOWED_BY', 'GOODWILL', 'ALLEGED', 'DENIED');

CREATE TABLE exchange (
    id bigint PRIMARY KEY,
    agreement_id bigint NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
    position integer NOT NULL CHECK (position >= 0),
    release_id bigint NOT NULL REFERENCES release (id),
    relief_id bigint REFERENCES relief (id),
    counter_release_id bigint REFERENCES release (id) CHECK (counter_release_id <> release_id),
    concession_id bigint REFERENCES term (id),
    relation exchange_relation NOT NULL,
    CONSTRAINT exchange_has_one_other_side CHECK (num_nonnulls(relief_id, counter_release_id, concession_id) = 1)
);
CREATE INDEX exchange_agreement ON exchange (agreement_id, position, id);
CREATE INDEX exchange_release ON exchange (release_id, position, id);
CREATE INDEX exchange_relief ON exchange (relief_id, position, id);
CREATE INDEX exchange_counter_release ON exchange (counter_release_id, position, id);
CREATE INDEX exchange_concession ON exchange (concession_id);
CREATE INDEX exchange_order ON exchange (position, id);
CALL track('exchange', 'Exchange', 'id');
