"""Turns agreements, releases, relief and exchanges into rows."""

from collections.abc import Iterator

from seeds.loader.ids import identify, refer
from seeds.loader.library import Library
from seeds.loader.rows.table import Rows, cells
from seeds.records import Dossier
from seeds.records.exchanges import Agreement, Exchange, Release, ReleaseCount, Term
from seeds.records.sanctions import Relief
from seeds.records.words import ReleaseRef, ReliefRef
from seeds.records.world import Country


def add_exchanges(library: Library, rows: Rows) -> None:
    """Add every story."""
    for document in library.dossiers:
        dossier = document.record
        for release in dossier.releases:
            _add_release(release, library, rows)
        for relief in dossier.reliefs:
            _add_relief(relief, rows)
        if dossier.agreement:
            _add_agreement(dossier, dossier.agreement, rows)
        for position, exchange in enumerate(dossier.exchanges):
            _add_exchange(dossier, position, exchange, rows)


def label_of(count: ReleaseCount, library: Library) -> str:
    """What a count counts, in words: its label, or the name of its country."""
    if count.label:
        return count.label
    assert count.country is not None, "the rules ask for a country or a label"
    return library.find(Country, count.country).name


def _add_release(release: Release, library: Library, rows: Rows) -> None:
    own = identify("Release", release.slug)
    total = {
        f"total_{name}": cell for name, cell in cells(release.total, "value min max completeness").items()
    }
    ids = {
        "id": own,
        "country_id": refer(release.country),
        "captor_id": refer(release.captor),
        "part_of_id": refer(release.part_of),
    }
    rows.add("release", ids, total, cells(release, "slug title released_on authority mode official_frame"))
    for position, count in enumerate(release.counts):
        ids = {
            "release_id": own,
            "position": position,
            "country_id": refer(count.country),
            "source_id": refer(count.sources[0].source) if count.sources else None,
        }
        columns = cells(count, "dimension value min max completeness scope scope_note")
        rows.add("release_count", ids, {"label": label_of(count, library)}, columns)
    for position, member in enumerate(release.members):
        ids = {
            "id": identify("ReleaseMember", f"{release.slug}/{member.detainee}"),
            "release_id": own,
            "detainee_id": refer(member.detainee),
            "position": position,
            "destination_id": refer(member.destination),
        }
        rows.add("release_member", ids, cells(member, "outcome"))


def _add_relief(relief: Relief, rows: Rows) -> None:
    own = identify("Relief", relief.slug)
    ids = {
        "id": own,
        "country_id": refer(relief.country),
        "authority_id": refer(relief.authority),
        "instrument_id": refer(relief.instrument),
        "superseded_by_id": refer(relief.superseded_by),
    }
    columns = "slug title kind status announced_on issued_on effective_on expires_on revoked_on"
    rows.add("relief", ids, cells(relief, columns + " unblocks_property retroactive scope"))
    rows.pair("relief_program", ("relief_id", own), "program_id", map(refer, relief.programs))
    rows.pair("relief_target", ("relief_id", own), "target_id", map(refer, relief.targets))
    rows.pair("relief_sanction", ("relief_id", own), "sanction_id", map(refer, relief.sanctions))


def _add_agreement(dossier: Dossier, agreement: Agreement, rows: Rows) -> None:
    own = identify("Agreement", dossier.slug)
    columns = cells(agreement, "title kind status announced_on summary text_available")
    rows.add("agreement", {"id": own, "slug": dossier.slug}, columns)
    for position, party in enumerate(agreement.parties):
        ids = {
            "agreement_id": own,
            "position": position,
            "country_id": refer(party.country),
            "organization_id": refer(party.organization),
        }
        rows.add("party", ids, cells(party, "role negotiators"))
    for position, term in enumerate(agreement.terms):
        _add_term(dossier, position, term, rows)
    releases = sorted({*_releases(dossier), *agreement.releases})
    rows.pair("agreement_release", ("agreement_id", own), "release_id", map(refer, releases))
    reliefs = sorted({*_reliefs(dossier), *agreement.reliefs})
    rows.pair("agreement_relief", ("agreement_id", own), "relief_id", map(refer, reliefs))


def _releases(dossier: Dossier) -> Iterator[ReleaseRef]:
    """The releases of this file, and those that its terms and exchanges name."""
    yield from (ReleaseRef(release.slug) for release in dossier.releases)
    for exchange in dossier.exchanges:
        yield exchange.release
        if exchange.counter_release:
            yield exchange.counter_release
    terms = dossier.agreement.terms if dossier.agreement else ()
    yield from (term.release for term in terms if term.release)


def _reliefs(dossier: Dossier) -> Iterator[ReliefRef]:
    """The reliefs that the terms and exchanges of this file name."""
    yield from (exchange.relief for exchange in dossier.exchanges if exchange.relief)
    terms = dossier.agreement.terms if dossier.agreement else ()
    yield from (term.relief for term in terms if term.relief)


def _add_term(dossier: Dossier, position: int, term: Term, rows: Rows) -> None:
    ids = {
        "id": identify("Term", f"{dossier.slug}/{term.id}"),
        "agreement_id": identify("Agreement", dossier.slug),
        "position": position,
        "giver_id": refer(term.giver),
        "receiver_id": refer(term.receiver),
        "release_id": refer(term.release),
        "relief_id": refer(term.relief),
    }
    rows.add("term", ids, cells(term, "kind text performance performed_on"))


def _add_exchange(dossier: Dossier, position: int, exchange: Exchange, rows: Rows) -> None:
    concession = exchange.concession and identify("Term", f"{dossier.slug}/{exchange.concession}")
    ids = {
        "id": identify("Exchange", f"{dossier.slug}/{exchange.id}"),
        "agreement_id": identify("Agreement", dossier.slug),
        "position": position,
        "release_id": refer(exchange.release),
        "relief_id": refer(exchange.relief),
        "counter_release_id": refer(exchange.counter_release),
        "concession_id": concession,
    }
    rows.add("exchange", ids, cells(exchange, "relation"))
