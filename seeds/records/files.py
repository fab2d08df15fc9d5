"""Declares what a whole file may hold: a dossier, or reference data."""

from collections.abc import Iterator

from seeds.records.base import Complaint, Record, repeated
from seeds.records.exchanges import Agreement, Exchange, Release
from seeds.records.people import Detainee
from seeds.records.sanctions import Relief, Sanction, Target
from seeds.records.words import Slug, Text
from seeds.records.world import Country, Dataset, Instrument, Organization, Program, Source


class Dossier(Record):
    """One agreement or event, with everything that only this story needs."""

    slug: Slug
    """The file's name without `.yaml`."""
    title: Text
    """The story in one line."""
    note: Text | None = None
    """A note for editors; it is not published."""
    agreement: Agreement | None = None
    """The agreement; left out for a release that nobody agreed upon."""
    releases: tuple[Release, ...] = ()
    """Who was let go."""
    detainees: tuple[Detainee, ...] = ()
    """The people, each in one file only."""
    reliefs: tuple[Relief, ...] = ()
    """How sanctions were eased."""
    exchanges: tuple[Exchange, ...] = ()
    """What is tied to what."""
    instruments: tuple[Instrument, ...] = ()
    """The legal acts."""
    targets: tuple[Target, ...] = ()
    """Whom or what sanctions are aimed at."""
    sanctions: tuple[Sanction, ...] = ()
    """The sanctions."""
    organizations: tuple[Organization, ...] = ()
    """Organizations that only this file needs."""
    sources: tuple[Source, ...] = ()
    """What we read."""

    def rules(self) -> Iterator[Complaint]:
        """Exchanges belong to an agreement and have names of their own."""
        yield from repeated("exchanges", [exchange.id for exchange in self.exchanges])
        if self.exchanges and self.agreement is None:
            message = "stand without an agreement; add `agreement` (a UNILATERAL_STEP where nobody agreed)"
            yield "exchanges", message


class Reference(Record):
    """What every story refers to."""

    countries: tuple[Country, ...] = ()
    """Countries and territories."""
    organizations: tuple[Organization, ...] = ()
    """Organizations that several dossiers need."""
    programs: tuple[Program, ...] = ()
    """Sanctions programs."""
    datasets: tuple[Dataset, ...] = ()
    """Bodies of data, ours first."""
