-- Detainees, their time in custody and their charges.

CREATE TYPE publication_policy AS ENUM ('NAMED', 'INITIALS', 'WITHHELD');
CREATE TYPE sex AS ENUM ('FEMALE', 'MALE', 'OTHER');
CREATE TYPE detainee_status AS ENUM ('DETAINED', 'RELEASED', 'DIED', 'UNKNOWN');

-- A withheld name is not in this table at all: it stands in confidential.detainee_name, and the
-- constraints keep everything that would identify the person out of what the reader can see.
CREATE TABLE detainee (
    id bigint PRIMARY KEY,
    slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name text CHECK (name <> ''),
    publication publication_policy NOT NULL,
    sex sex,
    born_on fuzzy_date,
    born_on_earliest date GENERATED ALWAYS AS (edtf_earliest(born_on)) STORED,
    born_on_latest date GENERATED ALWAYS AS (edtf_latest(born_on)) STORED,
    died_on fuzzy_date,
    died_on_earliest date GENERATED ALWAYS AS (edtf_earliest(died_on)) STORED,
    died_on_latest date GENERATED ALWAYS AS (edtf_latest(died_on)) STORED,
    occupation text CHECK (occupation <> ''),
    status detainee_status NOT NULL,
    target_id bigint UNIQUE REFERENCES target (id),
    UNIQUE (id, publication),
    CONSTRAINT named_has_a_name CHECK (publication <> 'NAMED' OR name IS NOT NULL),
    CONSTRAINT initials_are_initials CHECK (publication <> 'INITIALS' OR name ~ '^(\w{1,2}\.[ -]?){1,4}$'),
    CONSTRAINT withheld_is_withheld CHECK (
        publication <> 'WITHHELD'
        OR (slug LIKE 'withheld-%' AND num_nonnulls(name, born_on, died_on, occupation) = 0)
    ),
    CONSTRAINT only_the_named_are_listed CHECK (publication = 'NAMED' OR target_id IS NULL)
);
CREATE INDEX detainee_name_order ON detainee (name COLLATE "C", id);
CALL track('detainee', 'Detainee', 'id');

CREATE TABLE confidential.detainee_name (
    detainee_id bigint PRIMARY KEY REFERENCES public.detainee (id) ON DELETE CASCADE,
    name text NOT NULL CHECK (name <> '')
);

-- The composite key holds the policy: a person with names here cannot become withheld, and a
-- withheld one cannot be given any.
CREATE TABLE detainee_name (
    detainee_id bigint NOT NULL,
    publication publication_policy NOT NULL DEFAULT 'NAMED' CHECK (publication = 'NAMED'),
    position integer NOT NULL CHECK (position >= 0),
    text text NOT NULL CHECK (text <> ''),
    language text CHECK (language <> ''),
    script text CHECK (script <> ''),
    kind name_kind NOT NULL,
    PRIMARY KEY (detainee_id, position),
    CONSTRAINT only_the_named_have_names FOREIGN KEY (detainee_id, publication)
        REFERENCES detainee (id, publication) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CALL track('detainee_name', 'Detainee', 'detainee_id', 'names');

CREATE TABLE detainee_identifier (
    detainee_id bigint NOT NULL,
    publication publication_policy NOT NULL DEFAULT 'NAMED' CHECK (publication = 'NAMED'),
    scheme identifier_scheme NOT NULL,
    value text NOT NULL CHECK (value <> ''),
    url text CHECK (url ~ '^https?://'),
    PRIMARY KEY (detainee_id, scheme, value),
    CONSTRAINT only_the_named_have_identifiers FOREIGN KEY (detainee_id, publication)
        REFERENCES detainee (id, publication) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX detainee_identifier_value ON detainee_identifier (scheme, value);
CALL track('detainee_identifier', 'Detainee', 'detainee_id', 'identifiers');

CREATE TYPE nationality_kind AS ENUM ('CITIZEN', 'DUAL', 'RESIDENT', 'CLAIMED');

CREATE TABLE nationality (
    detainee_id bigint NOT NULL REFERENCES detainee (id) ON DELETE CASCADE,
    country_id bigint NOT NULL REFERENCES country (id),
    kind nationality_kind NOT NULL,
    PRIMARY KEY (detainee_id, country_id)
);
CREATE INDEX nationality_country ON nationality (country_id, detainee_id);
CALL track('nationality', 'Detainee', 'detainee_id', 'nationalities');

CREATE TYPE recognition_label AS ENUM (
    'POLITICAL_PRISONER', 'PRISONER_OF_CONSCIENCE', 'WRONGFULLY_DETAINED', 'ARBITRARILY_DETAINED', 'HOSTAGE',
    'CRIMINAL_PER_STATE', 'PRISONER_OF_WAR'
);

CREATE TABLE recognition (
    detainee_id bigint NOT NULL REFERENCES detainee (id) ON DELETE CASCADE,
    organization_id bigint NOT NULL REFERENCES organization (id),
    label recognition_label NOT NULL,
    recognized_on fuzzy_date,
    recognized_on_earliest date GENERATED ALWAYS AS (edtf_earliest(recognized_on)) STORED,
    recognized_on_latest date GENERATED ALWAYS AS (edtf_latest(recognized_on)) STORED,
    withdrawn_on fuzzy_date,
    withdrawn_on_earliest date GENERATED ALWAYS AS (edtf_earliest(withdrawn_on)) STORED,
    withdrawn_on_latest date GENERATED ALWAYS AS (edtf_latest(withdrawn_on)) STORED,
    source_id bigint REFERENCES source (id),
    PRIMARY KEY (detainee_id, organization_id, label)
);
CREATE INDEX recognition_organization ON recognition (organization_id);
CREATE INDEX recognition_source ON recognition (source_id);
CALL track('recognition', 'Detainee', 'detainee_id', 'recognitions');

CREATE TYPE legal_status AS ENUM (
    'SUSPECT', 'PRETRIAL', 'CONVICTED', 'ADMINISTRATIVE', 'INCOMMUNICADO', 'HOUSE_ARREST', 'HOSTAGE', 'UNKNOWN'
);

CREATE TABLE detention (
    id bigint PRIMARY KEY,
    detainee_id bigint NOT NULL REFERENCES detainee (id) ON DELETE CASCADE,
    country_id bigint NOT NULL REFERENCES country (id),
    captor_id bigint REFERENCES organization (id),
    authority text CHECK (authority <> ''),
    facility text CHECK (facility <> ''),
    started_on fuzzy_date,
    started_on_earliest date GENERATED ALWAYS AS (edtf_earliest(started_on)) STORED,
    started_on_latest date GENERATED ALWAYS AS (edtf_latest(started_on)) STORED,
    ended_on fuzzy_date,
    ended_on_earliest date GENERATED ALWAYS AS (edtf_earliest(ended_on)) STORED,
    ended_on_latest date GENERATED ALWAYS AS (edtf_latest(ended_on)) STORED,
    legal_status legal_status NOT NULL,
    CONSTRAINT detention_ends_after_it_starts CHECK (ended_on_latest >= started_on_earliest)
);
CREATE INDEX detention_detainee ON detention (detainee_id, started_on_earliest DESC NULLS LAST, id DESC);
CREATE INDEX detention_country ON detention (country_id, started_on_earliest DESC NULLS LAST, id DESC);
CREATE INDEX detention_captor ON detention (captor_id);
CREATE INDEX detention_started ON detention (started_on_earliest DESC NULLS LAST, id DESC);
CALL track('detention', 'Detention', 'id');

CREATE TYPE charge_category AS ENUM (
    'ESPIONAGE', 'TERRORISM', 'EXTREMISM', 'TREASON', 'SABOTAGE', 'MASS_UNREST', 'FINANCIAL', 'DRUGS', 'IMMIGRATION',
    'DEFAMATION', 'VIOLENCE', 'WEAPONS', 'SANCTIONS_EVASION', 'CYBERCRIME', 'OTHER', 'UNKNOWN'
);
CREATE TYPE charge_stage AS ENUM ('ALLEGED', 'INDICTED', 'CONVICTED', 'ACQUITTED', 'DROPPED', 'OVERTURNED');

CREATE TABLE charge (
    id bigint PRIMARY KEY,
    detention_id bigint NOT NULL REFERENCES detention (id) ON DELETE CASCADE,
    position integer NOT NULL CHECK (position >= 0),
    category charge_category NOT NULL,
    title text NOT NULL CHECK (title <> ''),
    statute text CHECK (statute <> ''),
    stage charge_stage NOT NULL,
    decided_on fuzzy_date,
    decided_on_earliest date GENERATED ALWAYS AS (edtf_earliest(decided_on)) STORED,
    decided_on_latest date GENERATED ALWAYS AS (edtf_latest(decided_on)) STORED,
    court text CHECK (court <> ''),
    sentence_months integer CHECK (sentence_months > 0),
    sentence text CHECK (sentence <> '')
);
CREATE INDEX charge_detention ON charge (detention_id, position, id);
CREATE INDEX charge_order ON charge (position, id);
CALL track('charge', 'Charge', 'id');
