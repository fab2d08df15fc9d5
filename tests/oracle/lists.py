"""Makes by chance what stories refer to: countries, organizations, sources, and what stands on sanctions lists."""

from tests.oracle import words
from tests.oracle.maker import Make, Maker, Values


def country(m: Maker) -> Values:
    """Return a country."""
    letters = [m.random.choice("ABEUSY") for _ in range(3)]
    return m.node(
        iso2="".join(letters[:2]),
        iso3=m.random.choice((None, "".join(letters))),
        name=words.text(m.random),
        official_name=words.maybe_text(m.random),
        kind=m.word("country_kind"),
        region=words.maybe_text(m.random),
        subregion=words.maybe_text(m.random),
    )


def organization(m: Maker) -> Values:
    """Return an organization."""
    return m.named(
        name=words.text(m.random),
        kind=m.word("organization_kind"),
        country_id=m.maybe("country"),
        url=words.maybe_url(m.random),
    )


def source(m: Maker) -> Values:
    """Return a source."""
    return m.named(
        publisher_id=m.one("organization"),
        kind=m.word("source_kind"),
        title=words.text(m.random),
        title_basis=m.word("title_basis"),
        url=words.maybe_url(m.random),
        published_on=words.maybe_fuzzy(m.random),
        retrieved_on=m.random.choice((None, *words.DAYS)),
        language=m.random.choice((None, "en", "zh-Hant")),
        license=words.maybe_text(m.random),
        state_controlled=m.random.choice((True, False)),
    )


def instrument(m: Maker) -> Values:
    """Return a legal instrument."""
    return m.named(
        kind=m.word("instrument_kind"),
        number=words.maybe_text(m.random),
        title=words.text(m.random),
        issuer_id=m.maybe("organization"),
        issued_on=words.maybe_fuzzy(m.random),
        effective_on=words.maybe_fuzzy(m.random),
        expires_on=words.maybe_fuzzy(m.random),
        citation=words.maybe_text(m.random),
        url=words.maybe_url(m.random),
    )


def dataset_source(m: Maker) -> Values:
    """Return a data set."""
    return m.named(
        title=words.text(m.random),
        publisher_id=m.one("organization"),
        url=words.maybe_url(m.random),
        license=words.text(m.random),
        retrieved_on=m.random.choice((None, *words.DAYS)),
        published_on=m.random.choice((None, *words.DAYS)),
        checksum=m.random.choice((None, "0" * 64)),
        source_id=m.maybe("source"),
    )


def program(m: Maker) -> Values:
    """Return a sanctions program."""
    return m.node(
        code=words.text(m.random),
        name=words.text(m.random),
        aliases=m.texts(),
        authority_id=m.one("organization"),
        country_id=m.maybe("country"),
        legal_basis=words.maybe_text(m.random),
        measures=m.some_words("measure"),
        status=m.word("program_status"),
    )


def target(m: Maker) -> Values:
    """Return a target of sanctions."""
    return m.named(
        kind=m.word("target_kind"),
        name=words.text(m.random),
        born_on=words.maybe_fuzzy(m.random),
        dataset_id=m.one("dataset_source"),
    )


def name_of(table: str) -> Make:
    """Make names of targets or of detainees, of whom only the named have any."""

    def make(m: Maker) -> Values | None:
        owner = m.one("target") if table == "target" else _named_detainee(m)
        if owner is None:
            return None
        return {
            f"{table}_id": owner,
            "position": m.random.randint(0, 3),
            "text": words.text(m.random),
            "language": words.maybe_text(m.random),
            "script": words.maybe_text(m.random),
            "kind": m.word("name_kind"),
            "quality": m.random.choice((None, m.word("name_quality"))),
        }

    return make


def identifier_of(table: str) -> Make:
    """Make identifiers of targets, sanctions or detainees, of whom only the named have any."""

    def make(m: Maker) -> Values | None:
        owner = _named_detainee(m) if table == "detainee" else m.one(table)
        if owner is None:
            return None
        return {
            f"{table}_id": owner,
            "scheme": m.word("identifier_scheme"),
            "value": words.text(m.random),
            "url": words.maybe_url(m.random),
            "country_id": m.maybe("country"),
            "note": words.maybe_text(m.random),
        }

    return make


def _of_target(m: Maker, **values: object) -> Values:
    """Return a part of a target that a list brought."""
    owner = {"target_id": m.one("target"), "dataset_id": m.one("dataset_source")}
    return owner | {"position": m.random.randint(0, 3)} | values


def address(m: Maker) -> Values:
    """Return an address of a target."""
    parts = ("street", "region", "postal_code", "note")
    return _of_target(
        m,
        city=words.text(m.random),
        country_id=m.maybe("country"),
        **{part: words.maybe_text(m.random) for part in parts},
    )


def detail(m: Maker) -> Values:
    """Return a detail of a target."""
    return _of_target(m, kind=m.word("detail_kind"), value=words.text(m.random))


def tie(m: Maker) -> Values:
    """Return a tie of a target to another, or to a name."""
    return _of_target(m, kind=m.word("link_kind"), name=words.text(m.random), other_id=m.maybe("target"))


def entry(m: Maker) -> Values:
    """Return an entry of a list; those that have gone did so after they came."""
    came, went = sorted(m.random.choices(words.DAYS, k=2))
    return {
        "dataset_id": m.one("dataset_source"),
        "key": words.slug(m.random),
        "target_id": m.one("target"),
        "remarks": words.maybe_text(m.random),
        "url": words.maybe_url(m.random),
        "first_seen_on": came,
        "gone_on": m.random.choice((None, went)),
    }


def listing(m: Maker) -> Values:
    """Return a designation of an entry, as a sanction."""
    standing = m.random.choice(m.tables["list_entry"])
    return {
        "dataset_id": standing["dataset_id"],
        "key": words.slug(m.random),
        "period": 1,
        "entry_key": standing["key"],
        "sanction_id": m.one("sanction"),
        "gives": [],
    }


def _named_detainee(m: Maker) -> int | None:
    named = [row["id"] for row in m.tables["detainee"] if row["publication"] == "NAMED"]
    return m.random.choice(named) if named else None


def sanction(m: Maker) -> Values:
    """Return a sanction; it has an ending where it has ended."""
    ended = words.maybe_fuzzy(m.random)
    return m.named(
        target_id=m.one("target"),
        authority_id=m.one("organization"),
        country_id=m.maybe("country"),
        list=words.maybe_text(m.random),
        measures=m.some_words("measure"),
        reason=words.maybe_text(m.random),
        listed_on=words.maybe_fuzzy(m.random),
        started_on=words.maybe_fuzzy(m.random),
        ended_on=ended,
        ending=ended and m.word("sanction_ending"),
        dataset_id=m.one("dataset_source"),
    )
