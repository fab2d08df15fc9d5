"""Tells who asks, by key or by address, and hands out the ticket that a request is charged on."""

from functools import lru_cache
from math import ceil

from limits import RateLimitItem, RateLimitItemPerMinute
from starlette.types import Scope

from api import logs
from api.clients.addresses import Addresses
from api.clients.keyring import Keyring
from api.clients.lanes import Lanes
from api.clients.pace import Pace
from api.clients.shared import Buckets
from api.clients.ticket import ANONYMOUS, Allowance, Client, Ticket
from api.database.keys import Found
from api.errors import Forbidden, TooManyRequests, Unauthorized
from api.settings import Settings
from api.web.reply import header

READ = "read"
# Statements of one key that may run at once.
_KEY_PLACES = 64
# Keys of one address that may be looked up.
_GUESSES = RateLimitItemPerMinute(60, namespace="GUESSES")
_HINT = "send it as Authorization: Bearer detente_…, or leave the header out: reading is free."


class Clients:
    """All who ask: their budgets, their places, their keys."""

    def __init__(self, settings: Settings, buckets: Buckets, keyring: Keyring) -> None:
        self._addresses = Addresses(settings.trusted_proxies, settings.proxy_header)
        self._budget = RateLimitItemPerMinute(settings.anonymous_budget)
        self._places = settings.anonymous_statements
        self._buckets = buckets
        self._keyring = keyring
        # Some connections to the database are always left to the others.
        self._lanes = Lanes(most=max(1, settings.pool_size * 4 // 5))
        self._pace = Pace()
        self._visitor = lru_cache(4096)(self._make_visitor)

    async def enter(self, scope: Scope, needs: str = READ) -> Ticket:
        """Return a request's ticket; refuse bad keys, and whoever has spent all there is."""
        told = header(scope, b"authorization")
        address = self._addresses.name(scope)
        visitor = self._visitor(address)
        client = visitor if told is None else await self._holder(told, visitor, address)
        logs.note(client=client.name)
        await self._pace.begin(client.bucket)
        self._refuse_if_shut(client)
        if needs not in client.scopes:
            raise Forbidden(
                f"This key does not allow to {needs}.", "use another key, or none: reading is free."
            )
        return Ticket(client, self._buckets, self._lanes)

    async def _holder(self, told: str, visitor: Client, address: str) -> Client:
        """Return the client whose key was sent; one that is no good is paid for by the address it comes from."""
        scheme, _, key = told.partition(" ")
        key = key.strip()
        found = None
        if scheme.lower() == "bearer":
            found = await self._keyring.look_up(key, lambda: self._count_guess(address))
        if found is not None and found.state == "active":
            return _holder(found)
        logs.note(client=visitor.name)
        await Ticket(visitor, self._buckets, self._lanes).settle()
        if found is None:
            raise Unauthorized("There is no such API key.", _HINT)
        raise Unauthorized(
            f"This API key is {found.state}.", "ask us for a new one, or send none: reading is free."
        )

    async def _count_guess(self, address: str) -> None:
        """Refuse to look up keys without end: each that we have not met may be a guess."""
        level = await self._buckets.take(_GUESSES, _GUESSES.key_for(address), 1)
        if not level.granted:
            seconds = ceil(level.wait(_GUESSES, 1))
            raise TooManyRequests(
                "Too many different API keys come from your address.",
                f"wait {seconds} s.",
                retry_after=seconds,
            )

    def _refuse_if_shut(self, client: Client) -> None:
        """Refuse, before anything is read, who has nothing left even for that."""
        seconds = ceil(self._buckets.shut_for(client.bucket))
        if seconds > 0:
            refused = TooManyRequests(
                f"You have spent all of your {client.budget.amount:,} a minute.",
                f"wait {seconds} s, or {client.remedy}.",
                retry_after=seconds,
            )
            refused.headers += Allowance(0, 0, seconds, client.policy).headers
            raise refused

    def _make_visitor(self, address: str) -> Client:
        return _client(ANONYMOUS, address, self._budget, self._places, frozenset({READ}))


@lru_cache(1024)
def _holder(found: Found) -> Client:
    name = f"key:{found.id}"
    return _client(name, name, RateLimitItemPerMinute(found.budget), _KEY_PLACES, found.scopes)


def _client(name: str, identity: str, budget: RateLimitItem, places: int, scopes: frozenset[str]) -> Client:
    policy = b'"cost";q=%d;w=%d' % (budget.amount, budget.get_expiry())
    return Client(name, budget.key_for(identity), budget, places, scopes, policy)
