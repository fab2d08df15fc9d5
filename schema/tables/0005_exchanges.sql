-- Agreements, releases, relief, and the exchanges that tie them together.

CREATE TYPE agreement_kind AS ENUM (
    'TREATY', 'MEMORANDUM', 'UNPUBLISHED_DEAL', 'RECIPROCAL_STEPS', 'UNILATERAL_STEP', 'PRISONER_SWAP', 'CEASEFIRE',
    'SETTLEMENT', 'OTHER'
);
COMMENT ON TYPE agreement_kind IS 'What sort of understanding an agreement is.';
CREATE TYPE agreement_status AS ENUM (
    'REPORTED', 'ANNOUNCED', 'IN_FORCE', 'PARTLY_PERFORMED', 'PERFORMED', 'SUSPENDED', 'REVERSED', 'DENIED', 'UNKNOWN'
);
COMMENT ON TYPE agreement_status IS 'What became of an agreement.';

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
COMMENT ON TABLE agreement IS 'An understanding between states or others, written or not, in which people were freed.';
COMMENT ON COLUMN agreement.id IS 'Made from the slug, so it is the same in every deployment.';
COMMENT ON COLUMN agreement.slug IS 'Its readable, stable key: the name of its dossier.';
COMMENT ON COLUMN agreement.title IS 'What happened, in a line.';
COMMENT ON COLUMN agreement.kind IS 'What sort of understanding it is.';
COMMENT ON COLUMN agreement.status IS 'What became of it.';
COMMENT ON COLUMN agreement.announced_on IS 'When it became known.';
COMMENT ON COLUMN agreement.announced_on_earliest IS 'The first day that announced_on may mean; computed from it.';
COMMENT ON COLUMN agreement.announced_on_latest IS 'The last day that announced_on may mean; computed from it.';
COMMENT ON COLUMN agreement.summary IS 'What was agreed, in a few sentences.';
COMMENT ON COLUMN agreement.text_available IS 'Whether a text of it was published.';

CREATE TYPE party_role AS ENUM ('PRINCIPAL', 'MEDIATOR', 'GUARANTOR', 'HOST');
COMMENT ON TYPE party_role IS 'The part somebody plays in an agreement.';

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
COMMENT ON TABLE party IS
    'Who took part in an agreement, and how: a country, an organization, or people who spoke for nobody else.';
COMMENT ON COLUMN party.agreement_id IS 'The agreement.';
COMMENT ON COLUMN party.position IS 'Its place among the parties, from 0.';
COMMENT ON COLUMN party.role IS 'Whether it made the deal, brought the sides together, vouched for it, or hosted it.';
COMMENT ON COLUMN party.country_id IS 'The country, where the party is one.';
COMMENT ON COLUMN party.organization_id IS 'The organization, where the party is one.';
COMMENT ON COLUMN party.negotiators IS 'The people who spoke for it.';

CREATE TYPE release_mode AS ENUM (
    'PARDON', 'COMMUTATION', 'AMNESTY', 'SENTENCE_SERVED', 'PAROLE', 'CHARGES_DROPPED', 'ACQUITTAL', 'PRISONER_SWAP',
    'DEPORTATION', 'MEDICAL', 'ESCAPE', 'RANSOM', 'OTHER', 'UNKNOWN'
);
COMMENT ON TYPE release_mode IS 'The legal way in which people were let go.';
CREATE TYPE completeness AS ENUM ('EXACT', 'AT_LEAST', 'AT_MOST', 'ESTIMATE', 'UNKNOWN');
COMMENT ON TYPE completeness IS 'How well a number is known.';

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
COMMENT ON TABLE release IS
    'One occasion on which a country, or a captor, let people go. Its total is said, never summed from the people we can name.';
COMMENT ON COLUMN release.id IS 'Made from the slug, so it is the same in every deployment.';
COMMENT ON COLUMN release.slug IS 'Its readable, stable key.';
COMMENT ON COLUMN release.title IS 'What happened, in a line.';
COMMENT ON COLUMN release.released_on IS 'When the people were let go.';
COMMENT ON COLUMN release.released_on_earliest IS 'The first day that released_on may mean; computed from it.';
COMMENT ON COLUMN release.released_on_latest IS 'The last day that released_on may mean; computed from it.';
COMMENT ON COLUMN release.country_id IS 'The country that let them go, or on whose soil a captor did.';
COMMENT ON COLUMN release.captor_id IS 'Who let them go, where it was no state.';
COMMENT ON COLUMN release.authority IS 'Who decided it, such as a president or a court.';
COMMENT ON COLUMN release.mode IS 'The legal form: a pardon, an amnesty, a swap and so on.';
COMMENT ON COLUMN release.official_frame IS 'The releasing side''s own words for whom it let go, and why.';
COMMENT ON COLUMN release.total_value IS 'How many people were let go; null where no single number is known.';
COMMENT ON COLUMN release.total_min IS 'At least this many people, where a lower bound is known.';
COMMENT ON COLUMN release.total_max IS 'At most this many people, where an upper bound is known.';
COMMENT ON COLUMN release.total_completeness IS
    'How far the number can be trusted to be the whole; UNKNOWN exactly where no number is given.';
COMMENT ON COLUMN release.part_of_id IS 'The larger release that this is a stage of; its people are counted there.';

CREATE TABLE agreement_release (
    agreement_id bigint NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
    release_id bigint NOT NULL REFERENCES release (id) ON DELETE CASCADE,
    PRIMARY KEY (agreement_id, release_id)
);
CREATE INDEX agreement_release_release ON agreement_release (release_id, agreement_id);
CALL track('agreement_release', 'Agreement', 'agreement_id', 'releases');
COMMENT ON TABLE agreement_release IS 'The releases under an agreement.';
COMMENT ON COLUMN agreement_release.agreement_id IS 'The agreement.';
COMMENT ON COLUMN agreement_release.release_id IS 'A release under it.';

CREATE TYPE count_dimension AS ENUM ('NATIONALITY', 'DESTINATION', 'SEX', 'CHARGE', 'STATUS');
COMMENT ON TYPE count_dimension IS 'What a count of released people is broken down by.';
CREATE TYPE count_scope AS ENUM ('THIS_RELEASE', 'RUNNING_TOTAL');
COMMENT ON TYPE count_scope IS 'Whom a count covers: this release alone, or a running total.';

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
COMMENT ON TABLE release_count IS
    'How many of those released were of one kind: of a nationality, to a destination and so on.';
COMMENT ON COLUMN release_count.release_id IS 'The release that the count was given with.';
COMMENT ON COLUMN release_count.position IS 'Its place among the counts, from 0.';
COMMENT ON COLUMN release_count.dimension IS 'What the people are counted by.';
COMMENT ON COLUMN release_count.country_id IS 'The country, where they are counted by one.';
COMMENT ON COLUMN release_count.label IS 'The kind of people counted, in words.';
COMMENT ON COLUMN release_count.value IS
    'How many people; null where people are known to be there and the number is not.';
COMMENT ON COLUMN release_count.min IS 'At least this many people, where a lower bound is known.';
COMMENT ON COLUMN release_count.max IS 'At most this many people, where an upper bound is known.';
COMMENT ON COLUMN release_count.completeness IS
    'How far the number can be trusted to be the whole; UNKNOWN exactly where no number is given.';
COMMENT ON COLUMN release_count.scope IS
    'What the number counts: this release, or a running total that includes others. Only THIS_RELEASE adds up.';
COMMENT ON COLUMN release_count.scope_note IS 'The scope in words: for a running total, of what and since when.';
COMMENT ON COLUMN release_count.source_id IS 'Where the number comes from.';

CREATE TYPE release_outcome AS ENUM (
    'FREED', 'DEPORTED', 'TRANSFERRED', 'REFUSED_TO_LEAVE', 'RE_DETAINED', 'DIED', 'DISPUTED', 'UNKNOWN'
);
COMMENT ON TYPE release_outcome IS 'What happened to one person in a release.';

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
COMMENT ON TABLE release_member IS
    'One person in a release, and what became of them. Members are often fewer than the total.';
COMMENT ON COLUMN release_member.id IS
    'Made from the slugs of release and person, so it is the same in every deployment.';
COMMENT ON COLUMN release_member.release_id IS 'The release.';
COMMENT ON COLUMN release_member.detainee_id IS 'The person.';
COMMENT ON COLUMN release_member.position IS 'Its place among the members, from 0.';
COMMENT ON COLUMN release_member.outcome IS 'What became of the person: not everybody reported free was freed.';
COMMENT ON COLUMN release_member.destination_id IS 'The country the person was taken to.';

-- Whose nationals were freed, with or without a number: what is counted, and whom we can name.
CREATE VIEW release_nationality AS
SELECT release_id, country_id
FROM release_count
WHERE dimension = 'NATIONALITY' AND scope = 'THIS_RELEASE' AND value IS DISTINCT FROM 0
UNION
SELECT m.release_id, n.country_id
FROM release_member m
JOIN nationality n USING (detainee_id)
WHERE m.outcome NOT IN ('DISPUTED', 'DIED') AND n.kind IN ('CITIZEN', 'DUAL');
COMMENT ON VIEW release_nationality IS
    'Countries whose nationals are among those released, with or without a number: from the counts of this release that are not zero, and from the members who are not disputed and did not die.';
COMMENT ON COLUMN release_nationality.release_id IS 'The release.';
COMMENT ON COLUMN release_nationality.country_id IS 'A country whose nationals are among those released.';

CREATE TYPE relief_kind AS ENUM (
    'GENERAL_LICENSE', 'SPECIFIC_LICENSE', 'WAIVER', 'SUSPENSION', 'DELISTING', 'PROGRAM_TERMINATION', 'NON_RENEWAL',
    'FUNDS_RELEASE', 'EXPORT_AUTHORIZATION', 'SECTOR_EASING', 'ANNOUNCEMENT_ONLY', 'OTHER'
);
COMMENT ON TYPE relief_kind IS 'The form in which sanctions were eased.';
CREATE TYPE relief_status AS ENUM ('ANNOUNCED', 'ISSUED', 'IN_FORCE', 'EXPIRED', 'SUPERSEDED', 'REVOKED', 'DENIED');
COMMENT ON TYPE relief_status IS 'How far relief went.';

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
COMMENT ON TABLE relief IS
    'A step by which an authority eased sanctions, or said that it would. Its announcement, its legal act and its effect are three dates, and relief is not delisting.';
COMMENT ON COLUMN relief.id IS 'Made from the slug, so it is the same in every deployment.';
COMMENT ON COLUMN relief.slug IS 'Its readable, stable key.';
COMMENT ON COLUMN relief.title IS 'What was eased, in a line.';
COMMENT ON COLUMN relief.kind IS 'The legal form: a license, a waiver, a delisting, or only an announcement.';
COMMENT ON COLUMN relief.status IS 'How it stands.';
COMMENT ON COLUMN relief.country_id IS 'The country or union that granted it.';
COMMENT ON COLUMN relief.authority_id IS 'The body that granted it.';
COMMENT ON COLUMN relief.announced_on IS 'When it was announced.';
COMMENT ON COLUMN relief.announced_on_earliest IS 'The first day that announced_on may mean; computed from it.';
COMMENT ON COLUMN relief.announced_on_latest IS 'The last day that announced_on may mean; computed from it.';
COMMENT ON COLUMN relief.issued_on IS 'When the legal act was issued; null while there is none.';
COMMENT ON COLUMN relief.issued_on_earliest IS 'The first day that issued_on may mean; computed from it.';
COMMENT ON COLUMN relief.issued_on_latest IS 'The last day that issued_on may mean; computed from it.';
COMMENT ON COLUMN relief.effective_on IS 'When the act took effect.';
COMMENT ON COLUMN relief.effective_on_earliest IS 'The first day that effective_on may mean; computed from it.';
COMMENT ON COLUMN relief.effective_on_latest IS 'The last day that effective_on may mean; computed from it.';
COMMENT ON COLUMN relief.expires_on IS 'When it expires, where it says so.';
COMMENT ON COLUMN relief.expires_on_earliest IS 'The first day that expires_on may mean; computed from it.';
COMMENT ON COLUMN relief.expires_on_latest IS 'The last day that expires_on may mean; computed from it.';
COMMENT ON COLUMN relief.revoked_on IS 'When it was taken back, if it was.';
COMMENT ON COLUMN relief.revoked_on_earliest IS 'The first day that revoked_on may mean; computed from it.';
COMMENT ON COLUMN relief.revoked_on_latest IS 'The last day that revoked_on may mean; computed from it.';
COMMENT ON COLUMN relief.unblocks_property IS 'Whether frozen property is freed; null where that is not known.';
COMMENT ON COLUMN relief.retroactive IS 'Whether it took effect before it was issued.';
COMMENT ON COLUMN relief.scope IS 'What it permits and what it leaves, in words.';
COMMENT ON COLUMN relief.instrument_id IS 'The legal act.';
COMMENT ON COLUMN relief.superseded_by_id IS 'The relief that replaced it.';

CREATE TABLE agreement_relief (
    agreement_id bigint NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
    relief_id bigint NOT NULL REFERENCES relief (id) ON DELETE CASCADE,
    PRIMARY KEY (agreement_id, relief_id)
);
CREATE INDEX agreement_relief_relief ON agreement_relief (relief_id, agreement_id);
CALL track('agreement_relief', 'Agreement', 'agreement_id', 'reliefs');
COMMENT ON TABLE agreement_relief IS 'The relief from sanctions under an agreement.';
COMMENT ON COLUMN agreement_relief.agreement_id IS 'The agreement.';
COMMENT ON COLUMN agreement_relief.relief_id IS 'A relief under it.';

CREATE TABLE relief_program (
    relief_id bigint NOT NULL REFERENCES relief (id) ON DELETE CASCADE,
    program_id bigint NOT NULL REFERENCES sanction_program (id),
    PRIMARY KEY (relief_id, program_id)
);
CREATE INDEX relief_program_program ON relief_program (program_id, relief_id);
CALL track('relief_program', 'Relief', 'relief_id', 'programs');
COMMENT ON TABLE relief_program IS 'The sanctions programs that a relief eases.';
COMMENT ON COLUMN relief_program.relief_id IS 'The relief.';
COMMENT ON COLUMN relief_program.program_id IS 'A program it eases.';

CREATE TABLE relief_target (
    relief_id bigint NOT NULL REFERENCES relief (id) ON DELETE CASCADE,
    target_id bigint NOT NULL REFERENCES target (id),
    PRIMARY KEY (relief_id, target_id)
);
CREATE INDEX relief_target_target ON relief_target (target_id, relief_id);
CALL track('relief_target', 'Relief', 'relief_id', 'targets');
COMMENT ON TABLE relief_target IS 'Whom or what a relief is for. What still binds them is asked from here.';
COMMENT ON COLUMN relief_target.relief_id IS 'The relief.';
COMMENT ON COLUMN relief_target.target_id IS 'A target it is for.';

CREATE TABLE relief_sanction (
    relief_id bigint NOT NULL REFERENCES relief (id) ON DELETE CASCADE,
    sanction_id bigint NOT NULL REFERENCES sanction (id),
    PRIMARY KEY (relief_id, sanction_id)
);
CREATE INDEX relief_sanction_sanction ON relief_sanction (sanction_id, relief_id);
CALL track('relief_sanction', 'Relief', 'relief_id', 'sanctions');
COMMENT ON TABLE relief_sanction IS 'The sanctions that a relief touches.';
COMMENT ON COLUMN relief_sanction.relief_id IS 'The relief.';
COMMENT ON COLUMN relief_sanction.sanction_id IS 'A sanction it touches.';

CREATE TYPE term_kind AS ENUM (
    'RELEASE', 'SANCTIONS_RELIEF', 'FUNDS', 'PRISONER_RETURN', 'DIPLOMATIC_STEP', 'SECURITY_STEP', 'LEGAL_STEP',
    'ECONOMIC_STEP', 'OTHER'
);
COMMENT ON TYPE term_kind IS 'What a promise in an agreement is about.';
CREATE TYPE performance AS ENUM ('PROMISED', 'PARTIAL', 'PERFORMED', 'BREACHED', 'REVERSED', 'DENIED', 'UNKNOWN');
COMMENT ON TYPE performance IS 'What became of a promise.';

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
COMMENT ON TABLE term IS 'One promise in an agreement, and what became of it.';
COMMENT ON COLUMN term.id IS
    'Made from the agreement''s slug and the term''s own key, so it is the same in every deployment.';
COMMENT ON COLUMN term.agreement_id IS 'The agreement it is part of.';
COMMENT ON COLUMN term.position IS 'Its place among the terms, from 0.';
COMMENT ON COLUMN term.kind IS 'What sort of promise it is.';
COMMENT ON COLUMN term.giver_id IS 'Who promised.';
COMMENT ON COLUMN term.receiver_id IS 'To whom.';
COMMENT ON COLUMN term.text IS 'The promise in words.';
COMMENT ON COLUMN term.performance IS 'What became of it.';
COMMENT ON COLUMN term.performed_on IS 'When it was kept, where it was.';
COMMENT ON COLUMN term.performed_on_earliest IS 'The first day that performed_on may mean; computed from it.';
COMMENT ON COLUMN term.performed_on_latest IS 'The last day that performed_on may mean; computed from it.';
COMMENT ON COLUMN term.release_id IS 'The release that kept it.';
COMMENT ON COLUMN term.relief_id IS 'The relief that kept it.';

CREATE TYPE exchange_relation AS ENUM ('IN_EXCHANGE_FOR', 'CONDITIONAL_ON', 'FOLLOWED_BY', 'GOODWILL', 'ALLEGED', 'DENIED');
COMMENT ON TYPE exchange_relation IS 'How a release is tied to the other side of an exchange.';

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
COMMENT ON TABLE exchange IS
    'A release and the one thing that somebody ties to it: a relief, the other side''s release, or another concession.';
COMMENT ON COLUMN exchange.id IS
    'Made from the agreement''s slug and the exchange''s own key, so it is the same in every deployment.';
COMMENT ON COLUMN exchange.agreement_id IS 'The agreement it is part of.';
COMMENT ON COLUMN exchange.position IS 'Its place among the exchanges of the agreement, from 0.';
COMMENT ON COLUMN exchange.release_id IS 'Those let go.';
COMMENT ON COLUMN exchange.relief_id IS 'The relief from sanctions.';
COMMENT ON COLUMN exchange.counter_release_id IS 'A prisoner swap: those freed by the other side.';
COMMENT ON COLUMN exchange.concession_id IS
    'Anything else given: funds, property, a diplomatic or security step, a lawsuit withdrawn.';
COMMENT ON COLUMN exchange.relation IS 'How the two are tied, in the editors'' reading; the claims say who says so.';
