-- Claims: who said what about which field, where we read it, and how it stands.

CREATE TYPE stance AS ENUM ('ASSERTS', 'DENIES', 'QUALIFIES', 'RETRACTS', 'REPORTS');
COMMENT ON TYPE stance IS 'How a speaker stands to a statement.';
CREATE TYPE verification AS ENUM (
    'UNVERIFIED', 'SINGLE_SOURCE', 'CORROBORATED', 'DOCUMENTED', 'DISPUTED', 'REFUTED', 'RETRACTED'
);
COMMENT ON TYPE verification IS 'How well a claim has been checked.';

CREATE TABLE claim (
    id bigint PRIMARY KEY,
    position integer NOT NULL CHECK (position >= 0),
    detainee_id bigint REFERENCES detainee (id) ON DELETE CASCADE,
    detention_id bigint REFERENCES detention (id) ON DELETE CASCADE,
    charge_id bigint REFERENCES charge (id) ON DELETE CASCADE,
    agreement_id bigint REFERENCES agreement (id) ON DELETE CASCADE,
    exchange_id bigint REFERENCES exchange (id) ON DELETE CASCADE,
    release_id bigint REFERENCES release (id) ON DELETE CASCADE,
    release_member_id bigint REFERENCES release_member (id) ON DELETE CASCADE,
    relief_id bigint REFERENCES relief (id) ON DELETE CASCADE,
    sanction_id bigint REFERENCES sanction (id) ON DELETE CASCADE,
    field text NOT NULL CHECK (field ~ '^[a-z][A-Za-z0-9]*(\.[A-Za-z0-9_]+)*$'),
    value text CHECK (value <> ''),
    statement text NOT NULL CHECK (statement <> ''),
    speaker text NOT NULL CHECK (speaker <> ''),
    speaker_organization_id bigint REFERENCES organization (id),
    attribution text CHECK (attribution <> ''),
    stance stance NOT NULL,
    verification verification NOT NULL,
    live boolean NOT NULL GENERATED ALWAYS AS (verification NOT IN ('REFUTED', 'RETRACTED') AND stance <> 'RETRACTS') STORED,
    stated_on fuzzy_date,
    stated_on_earliest date GENERATED ALWAYS AS (edtf_earliest(stated_on)) STORED,
    stated_on_latest date GENERATED ALWAYS AS (edtf_latest(stated_on)) STORED,
    quote text CHECK (quote <> ''),
    source_id bigint NOT NULL REFERENCES source (id),
    CONSTRAINT claim_has_one_subject CHECK (
        num_nonnulls(detainee_id, detention_id, charge_id, agreement_id, exchange_id, release_id, release_member_id,
                     relief_id, sanction_id) = 1
    )
);
CREATE INDEX claim_detainee ON claim (detainee_id, position, id) WHERE detainee_id IS NOT NULL;
CREATE INDEX claim_detention ON claim (detention_id, position, id) WHERE detention_id IS NOT NULL;
CREATE INDEX claim_charge ON claim (charge_id, position, id) WHERE charge_id IS NOT NULL;
CREATE INDEX claim_agreement ON claim (agreement_id, position, id) WHERE agreement_id IS NOT NULL;
CREATE INDEX claim_exchange ON claim (exchange_id, position, id) WHERE exchange_id IS NOT NULL;
CREATE INDEX claim_release ON claim (release_id, position, id) WHERE release_id IS NOT NULL;
CREATE INDEX claim_release_member ON claim (release_member_id, position, id) WHERE release_member_id IS NOT NULL;
CREATE INDEX claim_relief ON claim (relief_id, position, id) WHERE relief_id IS NOT NULL;
CREATE INDEX claim_sanction ON claim (sanction_id, position, id) WHERE sanction_id IS NOT NULL;
CREATE INDEX claim_source ON claim (source_id, position, id);
CREATE INDEX claim_speaker_organization ON claim (speaker_organization_id) WHERE speaker_organization_id IS NOT NULL;
CREATE INDEX claim_order ON claim (position, id);
CALL track('claim', 'Claim', 'id');
COMMENT ON TABLE claim IS 'Who says what about which field of exactly one record, where we read it, and how it stands.';
COMMENT ON COLUMN claim.id IS
    'Made from the dossier''s slug, the claim''s own key and the source, so it is the same in every deployment.';
COMMENT ON COLUMN claim.position IS 'Its place among the claims about the same record, from 0: the editors'' order.';
COMMENT ON COLUMN claim.detainee_id IS 'The detainee it is about, if it is about one.';
COMMENT ON COLUMN claim.detention_id IS 'The detention it is about, if it is about one.';
COMMENT ON COLUMN claim.charge_id IS 'The charge it is about, if it is about one.';
COMMENT ON COLUMN claim.agreement_id IS 'The agreement it is about, if it is about one.';
COMMENT ON COLUMN claim.exchange_id IS 'The exchange it is about, if it is about one.';
COMMENT ON COLUMN claim.release_id IS 'The release it is about, if it is about one.';
COMMENT ON COLUMN claim.release_member_id IS 'The member of a release it is about, if it is about one.';
COMMENT ON COLUMN claim.relief_id IS 'The relief it is about, if it is about one.';
COMMENT ON COLUMN claim.sanction_id IS 'The sanction it is about, if it is about one.';
COMMENT ON COLUMN claim.field IS 'The field it is about, as GraphQL spells it, such as total or counts.NATIONALITY.PL.';
COMMENT ON COLUMN claim.value IS 'The value it gives the field, where it gives one, in a form that can be compared.';
COMMENT ON COLUMN claim.statement IS 'What is said, in our words.';
COMMENT ON COLUMN claim.speaker IS 'Who says it.';
COMMENT ON COLUMN claim.speaker_organization_id IS 'The organization that the speaker is or speaks for.';
COMMENT ON COLUMN claim.attribution IS 'How it reached the source, such as "via BelTA".';
COMMENT ON COLUMN claim.stance IS 'Whether the speaker asserts, denies, qualifies, retracts or only reports it.';
COMMENT ON COLUMN claim.verification IS 'How well it has been checked.';
COMMENT ON COLUMN claim.live IS
    'Whether it still counts: neither refuted nor retracted, nor itself a retraction. Computed from verification and stance.';
COMMENT ON COLUMN claim.stated_on IS 'When it was said.';
COMMENT ON COLUMN claim.stated_on_earliest IS 'The first day that stated_on may mean; computed from it.';
COMMENT ON COLUMN claim.stated_on_latest IS 'The last day that stated_on may mean; computed from it.';
COMMENT ON COLUMN claim.quote IS 'A few words of the source, in its language.';
COMMENT ON COLUMN claim.source_id IS 'Where we read it.';

CREATE TYPE claim_relation_kind AS ENUM ('CONTRADICTS', 'SUPPORTS', 'REFINES', 'SAME_ORIGIN');
COMMENT ON TYPE claim_relation_kind IS 'How one claim bears on another.';

-- CONTRADICTS and SAME_ORIGIN hold both ways and stand once; SUPPORTS and REFINES point at the other claim.
CREATE TABLE claim_relation (
    claim_id bigint NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
    other_id bigint NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
    kind claim_relation_kind NOT NULL,
    PRIMARY KEY (claim_id, other_id, kind),
    CHECK (claim_id <> other_id)
);
CREATE INDEX claim_relation_other ON claim_relation (other_id, claim_id);
CALL track('claim_relation', 'Claim', 'claim_id', 'contradicts');
COMMENT ON TABLE claim_relation IS
    'How one claim bears on another. CONTRADICTS and SAME_ORIGIN hold both ways and stand once.';
COMMENT ON COLUMN claim_relation.claim_id IS 'The claim that bears on the other.';
COMMENT ON COLUMN claim_relation.other_id IS 'The claim it bears on.';
COMMENT ON COLUMN claim_relation.kind IS 'How.';

-- CONTRADICTS stands once and holds both ways. A view, so that the planner can look into each way by its index.
CREATE VIEW contradicting AS
SELECT claim_id, other_id FROM claim_relation WHERE kind = 'CONTRADICTS'
UNION ALL
SELECT other_id, claim_id FROM claim_relation WHERE kind = 'CONTRADICTS';
COMMENT ON VIEW contradicting IS 'Claims that cannot be true together, each pair both ways round.';
COMMENT ON COLUMN contradicting.claim_id IS 'A claim.';
COMMENT ON COLUMN contradicting.other_id IS 'A claim that cannot be true together with it.';

-- Pairs of live claims that disagree: a row's field is contested where one of these is about it.
CREATE VIEW contradiction AS
SELECT x.claim_id, x.other_id
FROM contradicting x
JOIN claim a ON a.id = x.claim_id AND a.live
JOIN claim b ON b.id = x.other_id AND b.live AND b.field = a.field;
COMMENT ON VIEW contradiction IS
    'Pairs of live claims that contradict one another, each pair both ways round. What a claim in here is about is contested.';
COMMENT ON COLUMN contradiction.claim_id IS 'A live claim.';
COMMENT ON COLUMN contradiction.other_id IS 'A live claim that cannot be true together with it.';

-- Relief is in force from its act until it expires, is revoked or is superseded. What is said to have ended, on a
-- day that nobody knows, is not.
CREATE FUNCTION relief_in_force_on(relief relief, on_day date) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE
RETURN (
    SELECT starts <= on_day AND coalesce(ends > on_day, relief.status IN ('ISSUED', 'IN_FORCE'))
    FROM (
        SELECT coalesce(relief.effective_on_earliest, relief.issued_on_earliest) AS starts,
            least(
                relief.expires_on_latest + 1,
                relief.revoked_on_earliest,
                (SELECT coalesce(n.effective_on_earliest, n.issued_on_earliest) FROM relief n WHERE n.id = relief.superseded_by_id)
            ) AS ends
    ) AS dates
);
COMMENT ON FUNCTION relief_in_force_on(relief, date) IS
    'Whether relief was in force on a day: from its act until it expired, was revoked or was superseded.';

-- The status of a sanction on a day. A general licence permits dealings and leaves the target
-- blocked, so it changes the status only where it unblocks property.
CREATE FUNCTION sanction_status_on(sanction_id bigint, on_day date) RETURNS sanction_status
LANGUAGE sql STABLE PARALLEL SAFE
RETURN (
    SELECT CASE
        WHEN coalesce(s.started_on_earliest, s.listed_on_earliest) > on_day THEN 'NOT_YET'
        WHEN s.ended_on_earliest <= on_day THEN s.ending::text
        WHEN bool_or(r.kind = 'SUSPENSION') THEN 'SUSPENDED'
        WHEN bool_or(r.kind IN ('GENERAL_LICENSE', 'SPECIFIC_LICENSE', 'WAIVER') AND r.unblocks_property) THEN 'LICENSED'
        ELSE 'ACTIVE'
    END::sanction_status
    FROM sanction s
    LEFT JOIN relief_sanction rs ON rs.sanction_id = s.id
    LEFT JOIN relief r ON r.id = rs.relief_id AND relief_in_force_on(r, on_day)
    WHERE s.id = sanction_status_on.sanction_id
    GROUP BY s.id
);
COMMENT ON FUNCTION sanction_status_on(bigint, date) IS
    'How a sanction stands on a day: ended, else suspended, else licensed where a license or waiver then in force unblocks property, else active. Null where there is no such sanction.';

-- The dataset as a whole, for Query.dataset.
CREATE VIEW dataset AS
SELECT coalesce(max(number), 0) AS revision, coalesce(max(at), 'epoch') AS updated_at, 'CC BY 4.0' AS license
FROM revision;
COMMENT ON VIEW dataset IS 'The data as a whole, in one row.';
COMMENT ON COLUMN dataset.revision IS 'The number of the last revision; 0 where there is none.';
COMMENT ON COLUMN dataset.updated_at IS 'When that was; 1970 where there is none.';
COMMENT ON COLUMN dataset.license IS 'The terms under which the curated data may be reused.';

CREATE VIEW type_count AS
SELECT 'Country' AS type, count(*)::integer AS count FROM country
UNION ALL SELECT 'Organization', count(*)::integer FROM organization
UNION ALL SELECT 'Source', count(*)::integer FROM source
UNION ALL SELECT 'Instrument', count(*)::integer FROM instrument
UNION ALL SELECT 'Detainee', count(*)::integer FROM detainee
UNION ALL SELECT 'Detention', count(*)::integer FROM detention
UNION ALL SELECT 'Charge', count(*)::integer FROM charge
UNION ALL SELECT 'Agreement', count(*)::integer FROM agreement
UNION ALL SELECT 'Term', count(*)::integer FROM term
UNION ALL SELECT 'Exchange', count(*)::integer FROM exchange
UNION ALL SELECT 'Release', count(*)::integer FROM release
UNION ALL SELECT 'ReleaseMember', count(*)::integer FROM release_member
UNION ALL SELECT 'Relief', count(*)::integer FROM relief
UNION ALL SELECT 'SanctionProgram', count(*)::integer FROM sanction_program
UNION ALL SELECT 'Sanction', count(*)::integer FROM sanction
UNION ALL SELECT 'Target', count(*)::integer FROM target
UNION ALL SELECT 'Claim', count(*)::integer FROM claim;
COMMENT ON VIEW type_count IS 'How many rows of each type there are.';
COMMENT ON COLUMN type_count.type IS 'The GraphQL type.';
COMMENT ON COLUMN type_count.count IS 'How many rows.';
