"""Maps an entity of kind Sanction to a designation."""

import re
from collections.abc import Iterable, Iterator, Mapping

from schema.enums import IdentifierScheme, Measure, SanctionEnding
from seeds.lists.audit import Audit
from seeds.lists.days import edtf_of
from seeds.lists.entries import Designation, Identifier, Place
from seeds.lists.opensanctions.authorities import authority_of
from seeds.lists.opensanctions.model import SANCTION_KNOWN
from seeds.lists.opensanctions.numbers import official_number
from seeds.lists.opensanctions.reader import Entity
from seeds.lists.opensanctions.values import country_of

# OFAC's own tags, such as BELARUS-EO14038 and 561-Related: they say more than the registry's US-BRUS.
_TAG = re.compile(r"[A-Z0-9][A-Z0-9 '/-]*|561-Related|BPI-[\w-]+")
_MEASURES: Mapping[str, Measure] = {measure.value.replace("_", " ").lower(): measure for measure in Measure}


def designation(sanction: Entity, place: Place, audit: Audit) -> Designation:
    """One sanction, with who imposed it, under what, and when."""
    values = sanction["properties"]
    for name in values.keys() - SANCTION_KNOWN:
        audit.finds(
            place, f"unknown property `{name}` of a Sanction", str(values[name][0]) if values[name] else ""
        )
    country = country_of(values["country"][0])[0] if values.get("country") else None
    dataset = (sanction.get("datasets") or ["opensanctions"])[0]
    authority, of_list = authority_of(dataset, _first(values, "authority"), country)
    started = _date(values, "startDate", place, audit)
    ended = _date(values, "endDate", place, audit)
    return Designation(
        key=sanction["id"],
        authority=authority,
        country=country or authority.country,
        list=of_list,
        programs=tuple(_programs(values)),
        measures=tuple(_measures(values.get("provisions", ()), place, audit)),
        reason="\n".join(values.get("reason", ())) or None,
        listed_on=_date(values, "listingDate", place, audit) or started,
        started_on=started,
        ended_on=ended,
        ending=_ending(values) if ended else None,
        identifiers=tuple(dict.fromkeys(_identifiers(values))),
    )


def _programs(values: Mapping[str, list[str]]) -> Iterable[str]:
    keys, named = values.get("programId", ()), values.get("program", ())
    tags = [name for name in named if _TAG.fullmatch(name)]
    if keys and not (tags and all(key.startswith("US-") for key in keys)):
        return dict.fromkeys(keys)
    return dict.fromkeys(tags or named)


def _measures(provisions: Iterable[str], place: Place, audit: Audit) -> Iterator[Measure]:
    found = dict.fromkeys(_MEASURES.get(provision.strip().lower(), provision) for provision in provisions)
    for each in found:
        if isinstance(each, Measure):
            yield each
        else:
            audit.finds(place, "a provision that is no known measure", each)


def _ending(values: Mapping[str, list[str]]) -> SanctionEnding:
    expired = any("expire" in status.lower() for status in values.get("status", ()))
    return SanctionEnding.EXPIRED if expired else SanctionEnding.DELISTED


def _identifiers(values: Mapping[str, list[str]]) -> Iterator[Identifier]:
    for number in values.get("unscId", ()):
        yield Identifier(IdentifierScheme.UN_REF, number)
    for name in ("authorityId", "recordId"):
        for number in values.get(name, ()):
            yield official_number(number) or Identifier(IdentifierScheme.OTHER, number, note=name)


def _first(values: Mapping[str, list[str]], name: str) -> str | None:
    found = values.get(name)
    return found[0] if found else None


def _date(values: Mapping[str, list[str]], name: str, place: Place, audit: Audit) -> str | None:
    """The first day that is given, as exactly as it is given."""
    dates: list[str] = []
    for value in values.get(name, ()):
        found = edtf_of(value, place)
        if found is None:
            audit.finds(place, "unknown form of date", value)
        else:
            dates.append(found)
    return min(dates, default=None)
