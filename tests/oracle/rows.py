"""Makes small databases by chance: a handful of rows in each table, and every constraint is kept."""

from random import Random

from tests.oracle import lists, words
from tests.oracle.dates import first_day, last_day
from tests.oracle.maker import Make, Maker, Values

SUBJECTS = (
    "detainee",
    "detention",
    "charge",
    "agreement",
    "exchange",
    "release",
    "release_member",
    "relief",
    "sanction",
)


def _detainee(m: Maker) -> Values:
    policy = m.word("publication_policy")
    open_name = {"NAMED": words.text(m.random), "INITIALS": m.random.choice(("A. B.", "Я.-Ж."))}
    hidden = policy == "WITHHELD"
    row = m.named(
        name=open_name.get(policy),
        publication=policy,
        sex=m.random.choice((None, m.word("sex"))),
        born_on=None if hidden else words.maybe_fuzzy(m.random),
        died_on=None if hidden else words.maybe_fuzzy(m.random),
        occupation=None if hidden else words.maybe_text(m.random),
        status=m.word("detainee_status"),
        target_id=m.maybe("target") if policy == "NAMED" else None,
    )
    return row | ({"slug": f"withheld-{row['slug']}"} if hidden else {})


def _nationality(m: Maker) -> Values:
    return {
        "detainee_id": m.one("detainee"),
        "country_id": m.one("country"),
        "kind": m.word("nationality_kind"),
    }


def _recognition(m: Maker) -> Values:
    return {
        "detainee_id": m.one("detainee"),
        "organization_id": m.one("organization"),
        "label": m.word("recognition_label"),
        "recognized_on": words.maybe_fuzzy(m.random),
        "withdrawn_on": words.maybe_fuzzy(m.random),
        "source_id": m.maybe("source"),
    }


def _detention(m: Maker) -> Values:
    started, ended = words.maybe_fuzzy(m.random), words.maybe_fuzzy(m.random)
    first, last = first_day(started), last_day(ended)
    if first is not None and last is not None and last < first:
        ended = None
    return m.node(
        detainee_id=m.one("detainee"),
        country_id=m.one("country"),
        captor_id=m.maybe("organization"),
        authority=words.maybe_text(m.random),
        facility=words.maybe_text(m.random),
        started_on=started,
        ended_on=ended,
        legal_status=m.word("legal_status"),
    )


def _charge(m: Maker) -> Values:
    return m.node(
        detention_id=m.one("detention"),
        position=m.random.randint(0, 3),
        category=m.word("charge_category"),
        title=words.text(m.random),
        statute=words.maybe_text(m.random),
        stage=m.word("charge_stage"),
        decided_on=words.maybe_fuzzy(m.random),
        court=words.maybe_text(m.random),
        sentence_months=m.random.choice((None, 1, 120, words.LARGEST_INT)),
        sentence=words.maybe_text(m.random),
    )


def _agreement(m: Maker) -> Values:
    return m.named(
        title=words.text(m.random),
        kind=m.word("agreement_kind"),
        status=m.word("agreement_status"),
        announced_on=words.maybe_fuzzy(m.random),
        summary=words.maybe_text(m.random),
        text_available=m.random.choice((True, False)),
    )


def _party(m: Maker) -> Values:
    country = m.maybe("country")
    organization = None if country else m.maybe("organization")
    return {
        "agreement_id": m.one("agreement"),
        "position": m.random.randint(0, 9),
        "role": m.random.choice(("PRINCIPAL", "PRINCIPAL", m.word("party_role"))),
        "country_id": country,
        "organization_id": organization,
        "negotiators": m.texts(0 if country or organization else 1),
    }


def _count(m: Maker, prefix: str = "") -> Values:
    value, least, most = (words.count(m.random) for _ in range(3))
    if least is not None and most is not None and most < least:
        most = None
    known = [word for word in m.enums["completeness"] if word != "UNKNOWN"]
    nothing = value is least is most is None
    return {
        f"{prefix}value": value,
        f"{prefix}min": least,
        f"{prefix}max": most,
        f"{prefix}completeness": "UNKNOWN" if nothing else m.random.choice(known),
    }


def _release(m: Maker) -> Values:
    return m.named(
        title=words.text(m.random),
        released_on=words.maybe_fuzzy(m.random),
        country_id=m.one("country"),
        captor_id=m.maybe("organization"),
        authority=words.maybe_text(m.random),
        mode=m.word("release_mode"),
        official_frame=words.maybe_text(m.random),
        part_of_id=m.maybe("release") if m.random.random() < 0.4 else None,
    ) | _count(m, "total_")


def _release_count(m: Maker) -> Values | None:
    dimension, country = m.word("count_dimension"), m.maybe("country")
    scope, note = m.word("count_scope"), words.maybe_text(m.random)
    if (dimension in ("NATIONALITY", "DESTINATION") and not country) or (
        scope != "THIS_RELEASE" and not note
    ):
        return None
    return {
        "release_id": m.one("release"),
        "position": m.random.randint(0, 5),
        "dimension": dimension,
        "country_id": country,
        "label": words.text(m.random),
        "scope": scope,
        "scope_note": note,
        "source_id": m.maybe("source"),
    } | _count(m)


def _release_member(m: Maker) -> Values:
    return m.node(
        release_id=m.one("release"),
        detainee_id=m.one("detainee"),
        position=m.random.randint(0, 3),
        outcome=m.word("release_outcome"),
        destination_id=m.maybe("country"),
    )


def _relief(m: Maker) -> Values:
    status = m.word("relief_status")
    return m.named(
        title=words.text(m.random),
        kind=m.word("relief_kind"),
        status=status,
        country_id=m.maybe("country"),
        authority_id=m.maybe("organization"),
        announced_on=words.maybe_fuzzy(m.random),
        issued_on=None if status == "ANNOUNCED" else words.maybe_fuzzy(m.random),
        effective_on=words.maybe_fuzzy(m.random),
        expires_on=words.maybe_fuzzy(m.random) if m.random.random() < 0.5 else None,
        revoked_on=words.maybe_fuzzy(m.random) if m.random.random() < 0.3 else None,
        unblocks_property=m.random.choice((None, True, False)),
        retroactive=m.random.choice((True, False)),
        scope=words.maybe_text(m.random),
        instrument_id=m.maybe("instrument"),
        superseded_by_id=m.maybe("relief"),
    )


def _term(m: Maker) -> Values:
    release = m.maybe("release") if m.random.random() < 0.5 else None
    return m.node(
        agreement_id=m.one("agreement"),
        position=m.random.randint(0, 3),
        kind=m.word("term_kind"),
        giver_id=m.maybe("country"),
        receiver_id=m.maybe("country"),
        text=words.text(m.random),
        performance=m.word("performance"),
        performed_on=words.maybe_fuzzy(m.random),
        release_id=release,
        relief_id=None if release else m.maybe("relief"),
    )


def _exchange(m: Maker) -> Values | None:
    sides = {"relief_id": "relief", "counter_release_id": "release", "concession_id": "term"}
    side = m.random.choice(list(sides))
    release, other = m.one("release"), m.maybe(sides[side])
    if other is None or (side == "counter_release_id" and other == release):
        return None
    return m.node(
        agreement_id=m.one("agreement"),
        position=m.random.randint(0, 3),
        release_id=release,
        relation=m.word("exchange_relation"),
        **{side: other},
    )


def _claim(m: Maker) -> Values | None:
    subjects = [table for table in SUBJECTS if m.tables[table]]
    if not subjects:
        return None
    subject = m.random.choice(subjects)
    return m.node(
        **{f"{subject}_id": m.one(subject)},
        position=m.random.randint(0, 5),
        field=m.random.choice(("total", "total", "counts.NATIONALITY.PL")),
        value=words.maybe_text(m.random),
        statement=words.text(m.random),
        speaker=words.text(m.random),
        speaker_organization_id=m.maybe("organization"),
        attribution=words.maybe_text(m.random),
        stance=m.word("stance"),
        verification=m.word("verification"),
        stated_on=words.maybe_fuzzy(m.random),
        quote=words.maybe_text(m.random),
        source_id=m.one("source"),
    )


ROWS: dict[str, Make] = {
    "country": lists.country,
    "organization": lists.organization,
    "source": lists.source,
    "instrument": lists.instrument,
    "dataset_source": lists.dataset_source,
    "sanction_program": lists.program,
    "target": lists.target,
    "target_name": lists.name_of("target"),
    "target_identifier": lists.identifier_of("target"),
    "target_address": lists.address,
    "target_detail": lists.detail,
    "target_link": lists.tie,
    "list_entry": lists.entry,
    "sanction": lists.sanction,
    "sanction_identifier": lists.identifier_of("sanction"),
    "sanction_listing": lists.listing,
    "detainee": _detainee,
    "detainee_name": lists.name_of("detainee"),
    "detainee_identifier": lists.identifier_of("detainee"),
    "nationality": _nationality,
    "recognition": _recognition,
    "detention": _detention,
    "charge": _charge,
    "agreement": _agreement,
    "party": _party,
    "release": _release,
    "release_count": _release_count,
    "release_member": _release_member,
    "relief": _relief,
    "term": _term,
    "exchange": _exchange,
    "claim": _claim,
}


def make_rows(random: Random, enums: dict[str, list[str]]) -> dict[str, list[Values]]:
    """Return the rows of a small database, by table, parents first; now and then there are none at all."""
    return Maker(random, enums, random.choice((0, 3, 5, 6, 6, 8, 8))).make(ROWS)
