"""One DataLoader for each way from one thing to another: the rows of all parents that wait, by one statement."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Generic, TypeVar

import asyncpg
from strawberry.dataloader import DataLoader

from tests.bench.servers.dataloaders import types as t

Pool = asyncpg.Pool
T = TypeVar("T")


class ById(DataLoader[int, T | None], Generic[T]):
    """Things by their ids."""

    def __init__(self, pool: Pool, made: type[T], sql: str) -> None:
        async def load(ids: list[int]) -> Sequence[T | None]:
            found = {row["id"]: made(**row) for row in await pool.fetch(sql, ids)}
            return [found.get(each) for each in ids]

        super().__init__(load)


class ByParent(DataLoader[int, list[T]], Generic[T]):
    """All things of a parent, whose id is in the column `parent`."""

    def __init__(self, pool: Pool, made: type[T], sql: str, *arguments: object) -> None:
        async def load(parents: list[int]) -> list[list[T]]:
            found: dict[int, list[T]] = defaultdict(list)
            for row in await pool.fetch(sql, parents, *arguments):
                values = dict(row)
                found[values.pop("parent")].append(made(**values))
            return [found[each] for each in parents]

        super().__init__(load)


def first(columns: str, table: str, key: str, order: str) -> str:
    """A statement for the first so many rows of each parent, by the index that has them in order."""
    return (
        f"SELECT parent, {columns} FROM unnest($1::bigint[]) AS parent CROSS JOIN LATERAL ("
        f"SELECT * FROM {table} x WHERE x.{key} = parent ORDER BY {order} LIMIT $2) AS row ORDER BY {order}"
    )


class Loaders:
    """The loaders of one request: what it loads it loads once."""

    def __init__(self, pool: Pool) -> None:
        self.pool = pool
        self._of_size: dict[tuple[str, int], Any] = {}
        self._load_things(pool)
        self._load_lists(pool)

    def _load_things(self, pool: Pool) -> None:
        self.country = ById(pool, t.Country, "SELECT id, iso2, name FROM country WHERE id = ANY($1)")
        self.organization = ById(
            pool, t.Organization, "SELECT id, slug, name FROM organization WHERE id = ANY($1)"
        )
        self.instrument = ById(
            pool, t.Instrument, "SELECT id, number, title FROM instrument WHERE id = ANY($1)"
        )
        self.source = ById(
            pool, t.Source, "SELECT id, title, url, publisher_id FROM source WHERE id = ANY($1)"
        )
        self.detainee = ById(
            pool, t.Detainee, "SELECT id, slug, name, status FROM detainee WHERE id = ANY($1)"
        )
        self.release = ById(pool, t.Release, f"SELECT {t.RELEASE} FROM release x WHERE id = ANY($1)")
        self.relief = ById(pool, t.Relief, f"SELECT {t.RELIEF} FROM relief WHERE id = ANY($1)")

    def _load_lists(self, pool: Pool) -> None:
        self.parties = ByParent(
            pool,
            t.Party,
            "SELECT agreement_id AS parent, role, negotiators, country_id, organization_id FROM party"
            " WHERE agreement_id = ANY($1) ORDER BY position",
        )
        self.terms = ByParent(
            pool,
            t.Term,
            "SELECT agreement_id AS parent, kind, text, performance, performed_on, giver_id, receiver_id FROM term"
            " WHERE agreement_id = ANY($1) ORDER BY position, id",
        )
        self.counts = ByParent(
            pool,
            t.ReleaseCount,
            "SELECT release_id AS parent, dimension, label, scope, value, completeness, country_id FROM release_count"
            " WHERE release_id = ANY($1) ORDER BY position",
        )
        self.nationalities = ByParent(
            pool,
            t.Nationality,
            "SELECT detainee_id AS parent, kind, country_id FROM nationality WHERE detainee_id = ANY($1)"
            " ORDER BY kind, country_id",
        )
        self.targets = ByParent(
            pool,
            t.Target,
            "SELECT r.relief_id AS parent, t.name, t.kind FROM relief_target r JOIN target t ON t.id = r.target_id"
            ' WHERE r.relief_id = ANY($1) ORDER BY t.name COLLATE "C", t.id',
        )
        self.exchanges_of_release = ByParent(
            pool,
            t.Exchange,
            "SELECT r.parent, e.id, e.relation, e.release_id, e.relief_id FROM unnest($1::bigint[]) AS r (parent)"
            " JOIN exchange e ON e.release_id = r.parent OR e.counter_release_id = r.parent"
            " ORDER BY e.position, e.id",
        )

    def releases(self, size: int) -> ByParent[t.Release]:
        """The first releases of agreements."""
        sql = (
            f"SELECT parent, {t.RELEASE} FROM unnest($1::bigint[]) AS parent CROSS JOIN LATERAL ("
            "SELECT r.* FROM agreement_release a JOIN release r ON r.id = a.release_id WHERE a.agreement_id = parent"
            " ORDER BY r.released_on_earliest DESC NULLS LAST, r.id DESC LIMIT $2) AS x"
        )
        return self._sized("releases", size, t.Release, sql)

    def members(self, size: int) -> ByParent[t.ReleaseMember]:
        """The first members of releases."""
        columns = "outcome, detainee_id"
        return self._sized(
            "members",
            size,
            t.ReleaseMember,
            first(columns, "release_member", "release_id", "position, id"),
        )

    def detentions(self, size: int) -> ByParent[t.Detention]:
        """The newest detentions of people."""
        order = "started_on_earliest DESC NULLS LAST, id DESC"
        return self._sized(
            "detentions", size, t.Detention, first(t.DETENTION, "detention", "detainee_id", order)
        )

    def charges(self, size: int) -> ByParent[t.Charge]:
        """The first charges of detentions."""
        return self._sized(
            "charges",
            size,
            t.Charge,
            first("category, title, stage", "charge", "detention_id", "position, id"),
        )

    def exchanges(self, size: int) -> ByParent[t.Exchange]:
        """The first exchanges of agreements."""
        columns = "id, relation, release_id, relief_id"
        return self._sized(
            "exchanges", size, t.Exchange, first(columns, "exchange", "agreement_id", "position, id")
        )

    def claims(self, subject: str, size: int) -> ByParent[t.Claim]:
        """The first claims about exchanges, or about detentions."""
        columns = "speaker, stance, verification, statement, source_id"
        return self._sized(subject, size, t.Claim, first(columns, "claim", f"{subject}_id", "position, id"))

    def _sized(self, name: str, size: int, made: type[T], sql: str) -> ByParent[T]:
        loader: ByParent[T] | None = self._of_size.get((name, size))
        if loader is None:
            loader = self._of_size[name, size] = ByParent(self.pool, made, sql, size)
        return loader
