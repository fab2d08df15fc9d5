"""Turns detainees, detentions and charges into rows; a confidential name goes to its own schema."""

from seeds.loader.ids import identify, refer
from seeds.loader.library import Library
from seeds.loader.rows.table import Row, Rows, cells
from seeds.records.people import Detainee, Detention


def add_people(library: Library, rows: Rows) -> None:
    """Add everybody whom the dossiers know."""
    for dossier in library.dossiers:
        for detainee in dossier.record.detainees:
            _add_detainee(detainee, rows)
            for detention in detainee.detentions:
                _add_detention(detainee, detention, rows)


def _add_detainee(detainee: Detainee, rows: Rows) -> None:
    own = identify("Detainee", detainee.slug)
    columns = "slug name publication sex born_on died_on occupation status"
    rows.add("detainee", {"id": own, "target_id": refer(detainee.listed_as)}, cells(detainee, columns))
    if detainee.confidential_name is not None:
        name = detainee.confidential_name.get_secret_value()
        rows.add("confidential.detainee_name", {"detainee_id": own, "name": name})
    _add_names(detainee, own, rows)
    for nationality in detainee.nationalities:
        country = {"detainee_id": own, "country_id": refer(nationality.country)}
        rows.add("nationality", country, cells(nationality, "kind"))
    for recognition in detainee.recognitions:
        ids: Row = {
            "detainee_id": own,
            "organization_id": refer(recognition.organization),
            "source_id": refer(recognition.source),
        }
        rows.add("recognition", ids, cells(recognition, "label recognized_on withdrawn_on"))


def _add_names(detainee: Detainee, own: int, rows: Rows) -> None:
    for position, name in enumerate(detainee.names):
        numbers = {"detainee_id": own, "position": position}
        rows.add("detainee_name", numbers, cells(name, "text language script kind"))
    for identifier in detainee.identifiers:
        rows.add("detainee_identifier", {"detainee_id": own}, cells(identifier, "scheme value url"))


def _add_detention(detainee: Detainee, detention: Detention, rows: Rows) -> None:
    key = f"{detainee.slug}/{detention.id}"
    own = identify("Detention", key)
    ids = {
        "id": own,
        "detainee_id": identify("Detainee", detainee.slug),
        "country_id": refer(detention.country),
        "captor_id": refer(detention.captor),
    }
    rows.add("detention", ids, cells(detention, "authority facility started_on ended_on legal_status"))
    for position, charge in enumerate(detention.charges):
        numbers = {"id": identify("Charge", f"{key}/{charge.id}"), "detention_id": own, "position": position}
        columns = "category title statute stage decided_on court sentence_months sentence"
        rows.add("charge", numbers, cells(charge, columns))
