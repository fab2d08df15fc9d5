"""Says in one plain sentence what each record states, for sources that are only cited."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from schema.enums import Completeness, CountDimension, CountScope, PublicationPolicy
from seeds.loader.ids import identify
from seeds.loader.library import Library
from seeds.loader.rows.exchanges import label_of
from seeds.records import Dossier
from seeds.records.base import Sourced
from seeds.records.exchanges import Count, Exchange, Release, ReleaseCount, Term
from seeds.records.people import Detainee
from seeds.records.sanctions import Relief, Sanction, Target
from seeds.records.world import Country, Organization

_OUTCOMES = {
    "FREED": "was freed",
    "DEPORTED": "was freed and deported",
    "TRANSFERRED": "was transferred",
    "REFUSED_TO_LEAVE": "was to be freed and refused to leave the country",
    "RE_DETAINED": "was freed and detained again",
    "DIED": "died",
    "DISPUTED": "was reported freed, which is disputed",
    "UNKNOWN": "was named in the release; what happened is not known",
}
_RELATIONS = {
    "IN_EXCHANGE_FOR": "was in exchange for",
    "CONDITIONAL_ON": "was conditional on",
    "FOLLOWED_BY": "was followed by",
    "GOODWILL": "went with, as goodwill,",
    "ALLEGED": "is alleged to be in exchange for",
    "DENIED": "is denied to be in exchange for",
}
_STAGES = {
    "ALLEGED": "was accused",
    "INDICTED": "was charged",
    "CONVICTED": "was convicted",
    "ACQUITTED": "was acquitted",
    "DROPPED": "was charged, and the charge dropped",
    "OVERTURNED": "was convicted, and the verdict overturned",
}
_PARTS = {
    CountDimension.NATIONALITY: "who are nationals of {}",
    CountDimension.DESTINATION: "taken to {}",
    CountDimension.SEX: "{}",
    CountDimension.CHARGE: "held over {}",
    CountDimension.STATUS: "{}",
}


@dataclass(frozen=True, slots=True)
class Subject:
    """A sourced record, where its claims hang, and what it states."""

    record: Sourced
    kind: str
    key: str
    statement: str
    value: str | None

    @property
    def id(self) -> int:
        """The id of the record's row."""
        return identify(self.kind, self.key)


def subjects(dossier: Dossier, library: Library) -> Iterator[Subject]:
    """Every sourced record of a dossier."""
    if agreement := dossier.agreement:
        words = _words(agreement.status)
        yield Subject(
            agreement, "Agreement", dossier.slug, f"{agreement.title}: {words}.", agreement.status.value
        )
    for release in dossier.releases:
        yield from _release(release, library)
    for detainee in dossier.detainees:
        yield from _detainee(detainee, library)
    for relief in dossier.reliefs:
        statement = f"{relief.title}: {_words(relief.status)}."
        yield Subject(relief, "Relief", relief.slug, statement, relief.status.value)
    for sanction in dossier.sanctions:
        yield _sanction(sanction, library)
    for exchange in dossier.exchanges:
        yield _exchange(exchange, dossier, library)


def count_statement(release: Release, count: ReleaseCount, library: Library) -> str:
    """'Belarus pardons 123: 114 people taken to Ukraine.'."""
    part = _PARTS[count.dimension].format(label_of(count, library))
    running = f" (in all: {count.scope_note})" if count.scope is CountScope.RUNNING_TOTAL else ""
    return f"{release.title}: {_people(count)} {part}{running}."


def number(count: Count) -> str | None:
    """The one number of a count, where it has one."""
    return None if count.value is None else str(count.value)


def _release(release: Release, library: Library) -> Iterator[Subject]:
    statement = f"{release.title}: {_people(release.total)} released."
    yield Subject(release, "Release", release.slug, statement, number(release.total))
    for member in release.members:
        name = _name(library.find(Detainee, member.detainee))
        statement = f"{name} {_OUTCOMES[member.outcome.value]}."
        key = f"{release.slug}/{member.detainee}"
        yield Subject(member, "ReleaseMember", key, statement, member.outcome.value)


def _detainee(detainee: Detainee, library: Library) -> Iterator[Subject]:
    name = _name(detainee)
    value = (
        detainee.publication.value if detainee.publication is PublicationPolicy.WITHHELD else detainee.name
    )
    yield Subject(detainee, "Detainee", detainee.slug, f"{name} is or was detained.", value)
    for detention in detainee.detentions:
        key = f"{detainee.slug}/{detention.id}"
        statement = f"{name} was held in {library.find(Country, detention.country).name}."
        yield Subject(detention, "Detention", key, statement, str(detention.country))
        for charge in detention.charges:
            statement = f"{name} {_STAGES[charge.stage.value]}: {charge.title}."
            yield Subject(charge, "Charge", f"{key}/{charge.id}", statement, charge.title)


def _sanction(sanction: Sanction, library: Library) -> Subject:
    authority = library.find(Organization, sanction.authority).name
    target = library.find(Target, sanction.target).name
    return Subject(sanction, "Sanction", sanction.slug, f"{authority} put {target} under sanctions.", target)


def _exchange(exchange: Exchange, dossier: Dossier, library: Library) -> Subject:
    release = library.find(Release, exchange.release).title
    if exchange.relief:
        other = library.find(Relief, exchange.relief).title
    elif exchange.counter_release:
        other = library.find(Release, exchange.counter_release).title
    else:
        other = library.find(Term, f"{dossier.slug}/{exchange.concession}").text
    statement = f"“{release}” {_RELATIONS[exchange.relation.value]} “{other}”."
    return Subject(exchange, "Exchange", f"{dossier.slug}/{exchange.id}", statement, exchange.relation.value)


def _name(detainee: Detainee) -> str:
    if detainee.publication is PublicationPolicy.WITHHELD or detainee.name is None:
        return "A person whose name is withheld"
    return detainee.name


def _words(label: Enum) -> str:
    return str(label.value).replace("_", " ").lower()


def _people(count: Count) -> str:
    """'at least 200 people', 'between 36 and 41 people', 'an unknown number of people'."""
    if count.value is None:
        bounds = (count.min, count.max)
        if bounds == (None, None):
            return "an unknown number of people"
        if None not in bounds:
            return f"between {count.min} and {count.max} people"
        return f"at least {count.min} people" if count.max is None else f"at most {count.max} people"
    qualifiers = {
        Completeness.AT_LEAST: "at least ",
        Completeness.AT_MOST: "at most ",
        Completeness.ESTIMATE: "about ",
    }
    noun = "person" if count.value == 1 else "people"
    return f"{qualifiers.get(count.completeness, '')}{count.value} {noun}"
