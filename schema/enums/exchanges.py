"""Holds the vocabularies of agreements, releases, relief and exchanges, label for label as in tables/0005_exchanges.sql."""

from schema.enums.vocabulary import Vocabulary


class AgreementKind(Vocabulary):
    """What sort of understanding an agreement is."""

    TREATY = "TREATY", "A treaty that states signed."
    MEMORANDUM = "MEMORANDUM", "A memorandum or other signed text short of a treaty."
    UNPUBLISHED_DEAL = "UNPUBLISHED_DEAL", "A deal that was announced or reported, with no text published."
    RECIPROCAL_STEPS = (
        "RECIPROCAL_STEPS",
        "Steps that each side took in answer to the other's, without a stated deal.",
    )
    UNILATERAL_STEP = "UNILATERAL_STEP", "A step by one side alone."
    PRISONER_SWAP = "PRISONER_SWAP", "Prisoners handed over by both sides."
    CEASEFIRE = "CEASEFIRE", "Part of a ceasefire or peace arrangement."
    SETTLEMENT = "SETTLEMENT", "A settlement of a debt, claim or court case."
    OTHER = "OTHER", "Some other kind."


class AgreementStatus(Vocabulary):
    """What became of an agreement."""

    REPORTED = "REPORTED", "Reported by others; neither side has confirmed it."
    ANNOUNCED = "ANNOUNCED", "Announced by at least one side."
    IN_FORCE = "IN_FORCE", "In force."
    PARTLY_PERFORMED = "PARTLY_PERFORMED", "Kept in part."
    PERFORMED = "PERFORMED", "Kept in full."
    SUSPENDED = "SUSPENDED", "Suspended for a time."
    REVERSED = "REVERSED", "Taken back by one side."
    DENIED = "DENIED", "Denied by those said to have made it."
    UNKNOWN = "UNKNOWN", "Not known."


class PartyRole(Vocabulary):
    """The part somebody plays in an agreement."""

    PRINCIPAL = "PRINCIPAL", "Made the deal."
    MEDIATOR = "MEDIATOR", "Brought the sides together."
    GUARANTOR = "GUARANTOR", "Vouched for it."
    HOST = "HOST", "Hosted talks or the hand-over."


class ReleaseMode(Vocabulary):
    """The legal way in which people were let go."""

    PARDON = "PARDON", "Pardoned."
    COMMUTATION = "COMMUTATION", "The sentence was shortened or lightened."
    AMNESTY = "AMNESTY", "Freed under an amnesty."
    SENTENCE_SERVED = "SENTENCE_SERVED", "The sentence was served."
    PAROLE = "PAROLE", "Freed on conditions."
    CHARGES_DROPPED = "CHARGES_DROPPED", "The charges were dropped."
    ACQUITTAL = "ACQUITTAL", "Found not guilty."
    PRISONER_SWAP = "PRISONER_SWAP", "Handed over in a swap."
    DEPORTATION = "DEPORTATION", "Expelled from the country."
    MEDICAL = "MEDICAL", "Freed on grounds of health."
    ESCAPE = "ESCAPE", "Escaped."
    RANSOM = "RANSOM", "Freed for a ransom."
    OTHER = "OTHER", "Some other way."
    UNKNOWN = "UNKNOWN", "Not known."


class Completeness(Vocabulary):
    """How well a number is known."""

    EXACT = "EXACT", "This is the number."
    AT_LEAST = "AT_LEAST", "The number is this or higher."
    AT_MOST = "AT_MOST", "The number is this or lower."
    ESTIMATE = "ESTIMATE", "An estimate."
    UNKNOWN = "UNKNOWN", "People are known to be there; their number is not."


class CountDimension(Vocabulary):
    """What a count of released people is broken down by."""

    NATIONALITY = "NATIONALITY", "By nationality."
    DESTINATION = "DESTINATION", "By the country they were taken to."
    SEX = "SEX", "By sex."
    CHARGE = "CHARGE", "By what they were charged with."
    STATUS = "STATUS", "By standing, such as recognized political prisoners."


class CountScope(Vocabulary):
    """Whom a count covers: this release alone, or a running total."""

    THIS_RELEASE = "THIS_RELEASE", "People in this release. Only these add up."
    RUNNING_TOTAL = "RUNNING_TOTAL", "A total over several releases or a period, as the note says."


class ReleaseOutcome(Vocabulary):
    """What happened to one person in a release."""

    FREED = "FREED", "Set free."
    DEPORTED = "DEPORTED", "Set free and made to leave the country."
    TRANSFERRED = "TRANSFERRED", "Handed over to another country's custody or care."
    REFUSED_TO_LEAVE = "REFUSED_TO_LEAVE", "Let go, and refused to leave the country."
    RE_DETAINED = "RE_DETAINED", "Arrested again."
    DIED = "DIED", "Died."
    DISPUTED = "DISPUTED", "Reported free by some and not by others."
    UNKNOWN = "UNKNOWN", "Not known."


class ReliefKind(Vocabulary):
    """The form in which sanctions were eased."""

    GENERAL_LICENSE = "GENERAL_LICENSE", "A license open to everybody it describes; targets stay listed."
    SPECIFIC_LICENSE = "SPECIFIC_LICENSE", "A license for one applicant."
    WAIVER = "WAIVER", "A sanction is waived."
    SUSPENSION = "SUSPENSION", "A sanction is suspended for a time."
    DELISTING = "DELISTING", "A target is taken off a list."
    PROGRAM_TERMINATION = "PROGRAM_TERMINATION", "A whole program is ended."
    NON_RENEWAL = "NON_RENEWAL", "A measure was allowed to lapse."
    FUNDS_RELEASE = "FUNDS_RELEASE", "Frozen funds are freed or moved."
    EXPORT_AUTHORIZATION = "EXPORT_AUTHORIZATION", "An export is authorized."
    SECTOR_EASING = "SECTOR_EASING", "Restrictions on a sector are eased."
    ANNOUNCEMENT_ONLY = "ANNOUNCEMENT_ONLY", "Only announced; no legal act is known."
    OTHER = "OTHER", "Some other kind."


class ReliefStatus(Vocabulary):
    """How far relief went."""

    ANNOUNCED = "ANNOUNCED", "Announced; no act yet."
    ISSUED = "ISSUED", "Issued, not yet in effect."
    IN_FORCE = "IN_FORCE", "In effect."
    EXPIRED = "EXPIRED", "Ran out."
    SUPERSEDED = "SUPERSEDED", "Replaced by later relief."
    REVOKED = "REVOKED", "Taken back."
    DENIED = "DENIED", "Refused, or denied."


class TermKind(Vocabulary):
    """What a promise in an agreement is about."""

    RELEASE = "RELEASE", "People are let go."
    SANCTIONS_RELIEF = "SANCTIONS_RELIEF", "Sanctions are eased."
    FUNDS = "FUNDS", "Money is paid, returned or unfrozen."
    PRISONER_RETURN = "PRISONER_RETURN", "Prisoners are handed back."
    DIPLOMATIC_STEP = "DIPLOMATIC_STEP", "A diplomatic step, such as an embassy reopened."
    SECURITY_STEP = "SECURITY_STEP", "A military or security step."
    LEGAL_STEP = "LEGAL_STEP", "A step in law, such as a case dropped."
    ECONOMIC_STEP = "ECONOMIC_STEP", "A step in trade or the economy."
    OTHER = "OTHER", "Something else."


class Performance(Vocabulary):
    """What became of a promise."""

    PROMISED = "PROMISED", "Promised; nothing more is known."
    PARTIAL = "PARTIAL", "Kept in part."
    PERFORMED = "PERFORMED", "Kept."
    BREACHED = "BREACHED", "Broken."
    REVERSED = "REVERSED", "Kept and then taken back."
    DENIED = "DENIED", "Denied by the one said to have promised it."
    UNKNOWN = "UNKNOWN", "Not known."


class ExchangeRelation(Vocabulary):
    """How a release is tied to the other side of an exchange."""

    IN_EXCHANGE_FOR = "IN_EXCHANGE_FOR", "Given for one another."
    CONDITIONAL_ON = "CONDITIONAL_ON", "One was made a condition of the other."
    FOLLOWED_BY = "FOLLOWED_BY", "One followed the other; nobody states a bargain."
    GOODWILL = "GOODWILL", "A gesture of goodwill, by its giver's account."
    ALLEGED = "ALLEGED", "Somebody alleges the tie; those involved do not confirm it."
    DENIED = "DENIED", "The tie is denied, and nobody credible asserts it."
