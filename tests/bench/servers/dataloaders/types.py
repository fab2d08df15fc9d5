"""The compared part of the schema as Strawberry types whose resolvers ask the DataLoaders."""

from typing import TYPE_CHECKING, Generic, TypeVar

import strawberry
from strawberry import Info, Private

from schema.enums import CountDimension

if TYPE_CHECKING:
    from tests.bench.servers.dataloaders.loaders import Loaders

    Asked = Info[Loaders, None]
else:
    Asked = Info  # the loaders make these types, so these cannot import the loaders

T = TypeVar("T")

RELEASE = (
    "x.id, x.slug, x.title, x.released_on, x.mode, x.authority, x.country_id,"
    " x.total_value, x.total_completeness"
)
RELIEF = "id, slug, title, kind, status, announced_on, issued_on, unblocks_property, instrument_id"
DETENTION = "id, facility, authority, started_on, ended_on, legal_status"


@strawberry.type
class Connection(Generic[T]):
    """A page of a list."""

    nodes: list[T]


@strawberry.type
class Country:
    """A country."""

    id: Private[int]
    iso2: str
    name: str

    @strawberry.field
    async def nationals_released(self, info: Asked, first: int = 25) -> "ReleasesOfCountry":
        """Releases that include its nationals."""
        rows = await info.context.pool.fetch(
            f"SELECT {RELEASE} FROM release x"
            " WHERE x.id IN (SELECT n.release_id FROM release_nationality n WHERE n.country_id = $1)"
            " ORDER BY x.released_on_earliest DESC NULLS LAST, x.id DESC LIMIT $2",
            self.id,
            first,
        )
        return ReleasesOfCountry(country=self.id, nodes=[Release(**row) for row in rows])


@strawberry.type
class ReleasesOfCountry:
    """Releases of a country's nationals, and how many there are."""

    country: Private[int]
    nodes: list["Release"]

    @strawberry.field
    async def total_count(self, info: Asked) -> int:
        """How many there are on all pages."""
        sql = "SELECT count(*) FROM release_nationality WHERE country_id = $1"
        return int(await info.context.pool.fetchval(sql, self.country))


@strawberry.type
class Organization:
    """An organization."""

    id: Private[int]
    slug: str
    name: str


@strawberry.type
class Instrument:
    """A legal act."""

    id: Private[int]
    number: str | None
    title: str


@strawberry.type
class Source:
    """Where a claim was read."""

    id: Private[int]
    title: str
    url: str | None
    publisher_id: Private[int]

    @strawberry.field
    async def publisher(self, info: Asked) -> Organization | None:
        """Who published it."""
        return await info.context.organization.load(self.publisher_id)


@strawberry.type
class Claim:
    """Who says what."""

    speaker: str
    stance: str
    verification: str
    statement: str
    source_id: Private[int]

    @strawberry.field
    async def source(self, info: Asked) -> Source | None:
        """Where it was read."""
        return await info.context.source.load(self.source_id)


@strawberry.type
class Charge:
    """A charge."""

    category: str
    title: str
    stage: str


@strawberry.type
class Detention:
    """A stay in custody."""

    id: Private[int]
    facility: str | None
    authority: str | None
    started_on: str | None
    ended_on: str | None
    legal_status: str

    @strawberry.field
    async def charges(self, info: Asked, first: int = 25) -> Connection[Charge]:
        """Its charges."""
        return Connection(nodes=await info.context.charges(first).load(self.id))

    @strawberry.field
    async def claims(self, info: Asked, first: int = 25) -> Connection[Claim]:
        """Its claims."""
        return Connection(nodes=await info.context.claims("detention", first).load(self.id))


@strawberry.type
class Nationality:
    """A nationality."""

    kind: str
    country_id: Private[int]

    @strawberry.field
    async def country(self, info: Asked) -> Country | None:
        """The country."""
        return await info.context.country.load(self.country_id)


@strawberry.type
class Detainee:
    """A person."""

    id: Private[int]
    slug: str
    name: str | None
    status: str

    @strawberry.field
    async def nationalities(self, info: Asked) -> list[Nationality]:
        """The nationalities."""
        return await info.context.nationalities.load(self.id)

    @strawberry.field
    async def detentions(self, info: Asked, first: int = 25) -> Connection[Detention]:
        """The stays in custody."""
        return Connection(nodes=await info.context.detentions(first).load(self.id))


@strawberry.type
class ReleaseMember:
    """One person in a release."""

    outcome: str
    detainee_id: Private[int]

    @strawberry.field
    async def detainee(self, info: Asked) -> Detainee | None:
        """The person."""
        return await info.context.detainee.load(self.detainee_id)


@strawberry.type
class Count:
    """A number."""

    value: int | None
    completeness: str


@strawberry.type
class ReleaseCount:
    """How many of one kind."""

    dimension: str
    label: str
    scope: str
    value: Private[int | None]
    completeness: Private[str]
    country_id: Private[int | None]

    @strawberry.field
    def count(self) -> Count:
        """The number."""
        return Count(value=self.value, completeness=self.completeness)

    @strawberry.field
    async def country(self, info: Asked) -> Country | None:
        """The country."""
        return None if self.country_id is None else await info.context.country.load(self.country_id)


@strawberry.type
class Release:
    """A release."""

    id: Private[int]
    slug: str
    title: str
    released_on: str | None
    mode: str
    authority: str | None
    country_id: Private[int]
    total_value: Private[int | None]
    total_completeness: Private[str]

    @strawberry.field
    def total(self) -> Count:
        """How many people."""
        return Count(value=self.total_value, completeness=self.total_completeness)

    @strawberry.field
    async def country(self, info: Asked) -> Country | None:
        """Who let them go."""
        return await info.context.country.load(self.country_id)

    @strawberry.field
    async def counts(self, info: Asked, dimension: CountDimension | None = None) -> list[ReleaseCount]:
        """The people by kind."""
        counts = await info.context.counts.load(self.id)
        return [each for each in counts if dimension is None or each.dimension == dimension.value]

    @strawberry.field
    async def members(self, info: Asked, first: int = 25) -> Connection[ReleaseMember]:
        """The people."""
        return Connection(nodes=await info.context.members(first).load(self.id))

    @strawberry.field
    async def exchanges(self, info: Asked) -> list["Exchange"]:
        """What it was given for."""
        return await info.context.exchanges_of_release.load(self.id)


@strawberry.type
class Target:
    """A target of sanctions."""

    name: str
    kind: str


@strawberry.type
class Relief:
    """Relief from sanctions."""

    id: Private[int]
    slug: str
    title: str
    kind: str
    status: str
    announced_on: str | None
    issued_on: str | None
    unblocks_property: bool | None
    instrument_id: Private[int | None]

    @strawberry.field
    async def instrument(self, info: Asked) -> Instrument | None:
        """The legal act."""
        return None if self.instrument_id is None else await info.context.instrument.load(self.instrument_id)

    @strawberry.field
    async def targets(self, info: Asked) -> list[Target]:
        """Whom it is for."""
        return await info.context.targets.load(self.id)


@strawberry.type
class Exchange:
    """A release and what it was tied to."""

    id: Private[int]
    relation: str
    release_id: Private[int]
    relief_id: Private[int | None]

    @strawberry.field
    async def release(self, info: Asked) -> Release | None:
        """The release."""
        return await info.context.release.load(self.release_id)

    @strawberry.field
    async def relief(self, info: Asked) -> Relief | None:
        """The relief."""
        return None if self.relief_id is None else await info.context.relief.load(self.relief_id)

    @strawberry.field
    async def claims(self, info: Asked, first: int = 25) -> Connection[Claim]:
        """Who says so."""
        return Connection(nodes=await info.context.claims("exchange", first).load(self.id))


@strawberry.type
class Party:
    """Who took part."""

    role: str
    negotiators: list[str]
    country_id: Private[int | None]
    organization_id: Private[int | None]

    @strawberry.field
    async def country(self, info: Asked) -> Country | None:
        """The country."""
        return None if self.country_id is None else await info.context.country.load(self.country_id)

    @strawberry.field
    async def organization(self, info: Asked) -> Organization | None:
        """The organization."""
        organization = info.context.organization
        return None if self.organization_id is None else await organization.load(self.organization_id)


@strawberry.type
class Term:
    """A promise."""

    kind: str
    text: str
    performance: str
    performed_on: str | None
    giver_id: Private[int | None]
    receiver_id: Private[int | None]

    @strawberry.field
    async def giver(self, info: Asked) -> Country | None:
        """Who promised."""
        return None if self.giver_id is None else await info.context.country.load(self.giver_id)

    @strawberry.field
    async def receiver(self, info: Asked) -> Country | None:
        """To whom."""
        return None if self.receiver_id is None else await info.context.country.load(self.receiver_id)


@strawberry.type
class Agreement:
    """An agreement."""

    id: Private[int]
    slug: str
    title: str
    kind: str
    status: str
    announced_on: str | None
    summary: str | None

    @strawberry.field
    async def parties(self, info: Asked) -> list[Party]:
        """Who took part."""
        return await info.context.parties.load(self.id)

    @strawberry.field
    async def terms(self, info: Asked) -> list[Term]:
        """What was promised."""
        return await info.context.terms.load(self.id)

    @strawberry.field
    async def releases(self, info: Asked, first: int = 25) -> Connection[Release]:
        """The releases under it."""
        return Connection(nodes=await info.context.releases(first).load(self.id))

    @strawberry.field
    async def exchanges(self, info: Asked, first: int = 25) -> Connection[Exchange]:
        """What was given for what."""
        return Connection(nodes=await info.context.exchanges(first).load(self.id))
