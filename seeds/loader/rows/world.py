"""Turns countries, organizations, sources, instruments, programs, targets and sanctions into rows."""

from itertools import chain

from seeds.loader.ids import identify, refer
from seeds.loader.library import Library
from seeds.loader.rows.table import Row, Rows, cells
from seeds.records import Dossier, Reference
from seeds.records.sanctions import Sanction, Target
from seeds.records.world import Instrument, Program, Source


def add_world(library: Library, rows: Rows) -> None:
    """Add what every story refers to."""
    for document in library.references:
        _add_reference(document.record, rows)
    for organization in chain.from_iterable(document.record.organizations for document in library.documents):
        ids: Row = {
            "id": identify("Organization", organization.slug),
            "country_id": refer(organization.country),
        }
        rows.add("organization", ids, cells(organization, "slug name kind url"))
    for dossier in library.dossiers:
        _add_needed(dossier.record, rows)


def _add_reference(reference: Reference, rows: Rows) -> None:
    for country in reference.countries:
        columns = cells(country, "iso2 iso3 name official_name kind region subregion")
        rows.add("country", {"id": identify("Country", country.iso2)}, columns)
    for dataset in reference.datasets:
        columns = cells(dataset, "slug title url license retrieved_on")
        ids = {"id": identify("DatasetSource", dataset.slug), "publisher_id": refer(dataset.publisher)}
        rows.add("dataset_source", ids, columns)
    for program in reference.programs:
        _add_program(program, rows)


def _add_needed(dossier: Dossier, rows: Rows) -> None:
    for source in dossier.sources:
        _add_source(source, rows)
    for instrument in dossier.instruments:
        _add_instrument(instrument, rows)
    for target in dossier.targets:
        _add_target(target, rows)
    for sanction in dossier.sanctions:
        _add_sanction(sanction, rows)


def _add_source(source: Source, rows: Rows) -> None:
    ids = {"id": identify("Source", source.slug), "publisher_id": refer(source.publisher)}
    columns = "slug kind title title_basis url published_on retrieved_on language license state_controlled"
    rows.add("source", ids, cells(source, columns))


def _add_instrument(instrument: Instrument, rows: Rows) -> None:
    ids = {"id": identify("Instrument", instrument.slug), "issuer_id": refer(instrument.issuer)}
    columns = "slug kind number title issued_on effective_on expires_on citation url"
    rows.add("instrument", ids, cells(instrument, columns))


def _add_program(program: Program, rows: Rows) -> None:
    own = identify("SanctionProgram", program.code)
    ids = {"id": own, "authority_id": refer(program.authority), "country_id": refer(program.country)}
    rows.add("sanction_program", ids, cells(program, "code name aliases legal_basis measures status"))
    countries = map(refer, program.target_countries)
    rows.pair("sanction_program_target_country", ("program_id", own), "country_id", countries)


def _add_target(target: Target, rows: Rows) -> None:
    own = identify("Target", target.slug)
    ours: Row = {"target_id": own, "dataset_id": rows.dataset_id}
    rows.add("target", {"id": own, "dataset_id": rows.dataset_id}, cells(target, "slug kind name born_on"))
    for position, name in enumerate(target.names):
        rows.add("target_name", ours, {"position": position}, cells(name, "text language script kind"))
    for identifier in target.identifiers:
        rows.add("target_identifier", ours, cells(identifier, "scheme value url"))
    for country in target.countries:
        rows.add("target_country", ours, {"country_id": refer(country)})


def _add_sanction(sanction: Sanction, rows: Rows) -> None:
    own = identify("Sanction", sanction.slug)
    ids = {
        "id": own,
        "target_id": refer(sanction.target),
        "authority_id": refer(sanction.authority),
        "country_id": refer(sanction.country),
        "dataset_id": rows.dataset_id,
    }
    columns = "slug list measures reason listed_on started_on ended_on ending"
    rows.add("sanction", ids, cells(sanction, columns))
    ours: Row = {"sanction_id": own, "dataset_id": rows.dataset_id}
    for program in sanction.programs:
        rows.add("sanction_in_program", ours, {"program_id": refer(program)})
    for identifier in sanction.identifiers:
        rows.add("sanction_identifier", ours, cells(identifier, "scheme value url"))
