-- Detainees, their time in custody and their charges.

CREATE TYPE publication_policy AS ENUM ('NAMED', 'INITIALS', 'WITHHELD');
COMMENT ON TYPE publication_policy IS 'How much of a detainee''s name may be published.';
CREATE TYPE sex AS ENUM ('FEMALE', 'MALE', 'OTHER');
COMMENT ON TYPE sex IS 'A detainee''s sex, where it is known.';
CREATE TYPE detainee_status AS ENUM ('DETAINED', 'RELEASED', 'DIED', 'UNKNOWN');
COMMENT ON TYPE detainee_status IS 'Where a detainee is now, as far as is known.';

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
CALL track('detainee', 'Detainee', 'id');
COMMENT ON TABLE detainee IS
    'A person who is or was detained. A withheld name does not stand here, and the person still counts.';
COMMENT ON COLUMN detainee.id IS 'Made from the slug, so it is the same in every deployment.';
COMMENT ON COLUMN detainee.slug IS 'A readable, stable key; it says nothing of a withheld name.';
COMMENT ON COLUMN detainee.name IS 'The name most used in English; initials, or null, where the policy says so.';
COMMENT ON COLUMN detainee.publication IS 'Whether we publish the name, its initials, or nothing.';
COMMENT ON COLUMN detainee.sex IS 'The person''s sex, where known.';
COMMENT ON COLUMN detainee.born_on IS 'The date of birth, as well as it is known; never given for a withheld person.';
COMMENT ON COLUMN detainee.born_on_earliest IS 'The first day that born_on may mean; computed from it.';
COMMENT ON COLUMN detainee.born_on_latest IS 'The last day that born_on may mean; computed from it.';
COMMENT ON COLUMN detainee.died_on IS
    'The date of death, where the person has died; never given for a withheld person.';
COMMENT ON COLUMN detainee.died_on_earliest IS 'The first day that died_on may mean; computed from it.';
COMMENT ON COLUMN detainee.died_on_latest IS 'The last day that died_on may mean; computed from it.';
COMMENT ON COLUMN detainee.occupation IS
    'What the person does or did for a living, or is known for; never given for a withheld person.';
COMMENT ON COLUMN detainee.status IS 'Where the person is now, as far as we know.';
COMMENT ON COLUMN detainee.target_id IS 'The same person on a sanctions list, where there is one.';

CREATE TABLE confidential.detainee_name (
    detainee_id bigint PRIMARY KEY REFERENCES public.detainee (id) ON DELETE CASCADE,
    name text NOT NULL CHECK (name <> '')
);
COMMENT ON TABLE confidential.detainee_name IS
    'Names that must not be published, kept so that they can be found and removed wherever they show. The reader has no right to look in here, and changes are not recorded.';
COMMENT ON COLUMN confidential.detainee_name.detainee_id IS 'Whose name it is.';
COMMENT ON COLUMN confidential.detainee_name.name IS 'The name that must not be published.';

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
COMMENT ON TABLE detainee_name IS
    'Other forms of a detainee''s name: original script, other spellings, aliases, former names.';
COMMENT ON COLUMN detainee_name.detainee_id IS 'Whose name it is.';
COMMENT ON COLUMN detainee_name.publication IS
    'Always NAMED: the key to detainee holds the policy, so nobody else can have a name here.';
COMMENT ON COLUMN detainee_name.position IS 'Its place among the names, from 0.';
COMMENT ON COLUMN detainee_name.text IS 'The name as it is written.';
COMMENT ON COLUMN detainee_name.language IS 'The language of this form, as a code such as be or ru.';
COMMENT ON COLUMN detainee_name.script IS 'The script of this form, as a code such as Cyrl or Arab.';
COMMENT ON COLUMN detainee_name.kind IS 'What sort of form it is.';

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
COMMENT ON TABLE detainee_identifier IS 'Numbers and codes under which others know a detainee.';
COMMENT ON COLUMN detainee_identifier.detainee_id IS 'Whose number it is.';
COMMENT ON COLUMN detainee_identifier.publication IS
    'Always NAMED: the key to detainee holds the policy, so nobody else can have a number here.';
COMMENT ON COLUMN detainee_identifier.scheme IS 'Who gives out identifiers of this kind.';
COMMENT ON COLUMN detainee_identifier.value IS 'The identifier itself.';
COMMENT ON COLUMN detainee_identifier.url IS 'A page about it.';

CREATE TYPE nationality_kind AS ENUM ('CITIZEN', 'DUAL', 'RESIDENT', 'CLAIMED');
COMMENT ON TYPE nationality_kind IS 'How a detainee belongs to a country.';

CREATE TABLE nationality (
    detainee_id bigint NOT NULL REFERENCES detainee (id) ON DELETE CASCADE,
    country_id bigint NOT NULL REFERENCES country (id),
    kind nationality_kind NOT NULL,
    PRIMARY KEY (detainee_id, country_id)
);
CREATE INDEX nationality_country ON nationality (country_id, detainee_id);
CALL track('nationality', 'Detainee', 'detainee_id', 'nationalities');
COMMENT ON TABLE nationality IS 'How a person belongs to a country.';
COMMENT ON COLUMN nationality.detainee_id IS 'The person.';
COMMENT ON COLUMN nationality.country_id IS 'The country.';
COMMENT ON COLUMN nationality.kind IS 'Whether the person is a citizen, one of several, a resident, or said to be one.';

CREATE TYPE recognition_label AS ENUM (
    'POLITICAL_PRISONER', 'PRISONER_OF_CONSCIENCE', 'WRONGFULLY_DETAINED', 'ARBITRARILY_DETAINED', 'HOSTAGE',
    'CRIMINAL_PER_STATE', 'PRISONER_OF_WAR'
);
COMMENT ON TYPE recognition_label IS 'What a body calls a detainee.';

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
COMMENT ON TABLE recognition IS 'What a body calls a detainee. Never a property of the person: bodies differ.';
COMMENT ON COLUMN recognition.detainee_id IS 'The person.';
COMMENT ON COLUMN recognition.organization_id IS 'Who says so.';
COMMENT ON COLUMN recognition.label IS 'What the body calls the detainee.';
COMMENT ON COLUMN recognition.recognized_on IS 'Since when.';
COMMENT ON COLUMN recognition.recognized_on_earliest IS 'The first day that recognized_on may mean; computed from it.';
COMMENT ON COLUMN recognition.recognized_on_latest IS 'The last day that recognized_on may mean; computed from it.';
COMMENT ON COLUMN recognition.withdrawn_on IS 'When the body took it back, if it did.';
COMMENT ON COLUMN recognition.withdrawn_on_earliest IS 'The first day that withdrawn_on may mean; computed from it.';
COMMENT ON COLUMN recognition.withdrawn_on_latest IS 'The last day that withdrawn_on may mean; computed from it.';
COMMENT ON COLUMN recognition.source_id IS 'Where we read it.';

CREATE TYPE legal_status AS ENUM (
    'SUSPECT', 'PRETRIAL', 'CONVICTED', 'ADMINISTRATIVE', 'INCOMMUNICADO', 'HOUSE_ARREST', 'HOSTAGE', 'UNKNOWN'
);
COMMENT ON TYPE legal_status IS 'How a detained person stands before the law of the country that holds them.';

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
COMMENT ON TABLE detention IS 'One stay in custody. A re-arrest is a second detention.';
COMMENT ON COLUMN detention.id IS
    'Made from the person''s slug and the stay''s own key, so it is the same in every deployment.';
COMMENT ON COLUMN detention.detainee_id IS 'The person held.';
COMMENT ON COLUMN detention.country_id IS 'The country that held the person, or on whose soil a captor did.';
COMMENT ON COLUMN detention.captor_id IS 'Who held the person, where it was no state.';
COMMENT ON COLUMN detention.authority IS 'The service that held the person, such as a committee or a ministry.';
COMMENT ON COLUMN detention.facility IS 'Where the person was held.';
COMMENT ON COLUMN detention.started_on IS 'When custody began.';
COMMENT ON COLUMN detention.started_on_earliest IS 'The first day that started_on may mean; computed from it.';
COMMENT ON COLUMN detention.started_on_latest IS 'The last day that started_on may mean; computed from it.';
COMMENT ON COLUMN detention.ended_on IS 'When it ended.';
COMMENT ON COLUMN detention.ended_on_earliest IS 'The first day that ended_on may mean; computed from it.';
COMMENT ON COLUMN detention.ended_on_latest IS 'The last day that ended_on may mean; computed from it.';
COMMENT ON COLUMN detention.legal_status IS 'How the person stood before the law of the country that held them.';

CREATE TYPE charge_category AS ENUM (
    'ESPIONAGE', 'TERRORISM', 'EXTREMISM', 'TREASON', 'SABOTAGE', 'MASS_UNREST', 'FINANCIAL', 'DRUGS', 'IMMIGRATION',
    'DEFAMATION', 'VIOLENCE', 'WEAPONS', 'SANCTIONS_EVASION', 'CYBERCRIME', 'OTHER', 'UNKNOWN'
);
COMMENT ON TYPE charge_category IS 'What an accusation is about, by our own small list.';
CREATE TYPE charge_stage AS ENUM ('ALLEGED', 'INDICTED', 'CONVICTED', 'ACQUITTED', 'DROPPED', 'OVERTURNED');
COMMENT ON TYPE charge_stage IS 'How far a charge went.';

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
COMMENT ON TABLE charge IS
    'What a person was accused of, in the words of whoever accused them; the claims say who that was.';
COMMENT ON COLUMN charge.id IS
    'Made from the detention''s key and the charge''s own, so it is the same in every deployment.';
COMMENT ON COLUMN charge.detention_id IS 'The stay in custody it belongs to.';
COMMENT ON COLUMN charge.position IS 'Its place among the charges of that stay, from 0.';
COMMENT ON COLUMN charge.category IS 'The sort of charge, by our own small list.';
COMMENT ON COLUMN charge.title IS 'The charge in words.';
COMMENT ON COLUMN charge.statute IS 'The article of law.';
COMMENT ON COLUMN charge.stage IS 'How far it went.';
COMMENT ON COLUMN charge.decided_on IS 'When the court decided.';
COMMENT ON COLUMN charge.decided_on_earliest IS 'The first day that decided_on may mean; computed from it.';
COMMENT ON COLUMN charge.decided_on_latest IS 'The last day that decided_on may mean; computed from it.';
COMMENT ON COLUMN charge.court IS 'Which court.';
COMMENT ON COLUMN charge.sentence_months IS 'The prison term in months; null for life, death, or none known.';
COMMENT ON COLUMN charge.sentence IS 'The sentence in words.';
