"""Hostile requests, byte by byte: each name leads to a function that makes the nth of them."""

import hashlib
import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from urllib.parse import quote

from tests.hostile import DOCUMENTS

Make = Callable[[int], bytes]

_WHERE = "query ($where: CountryWhere) { countries(where: $where) { totalCount } }"
# Stands in each head for the sender's key, if there is one.
KEY = b"@KEY@"
_TINY = b'{"query": "{ __typename }"}'
_INTROSPECTION = (
    "query IntrospectionQuery { __schema { queryType { name } types { kind name description fields(includeDeprecated:"
    " true) { name description args { name description type { ...T } defaultValue } type { ...T } isDeprecated } "
    "inputFields { name description type { ...T } defaultValue } interfaces { ...T } enumValues { name description } "
    "possibleTypes { ...T } } directives { name locations args { name type { ...T } } } } } fragment T on __Type { kind "
    "name ofType { kind name ofType { kind name ofType { kind name } } } }"
)
_KIB = 1024
_HEADER = 60 * _KIB


def post(body: bytes, headers: Mapping[str, str] | None = None) -> bytes:
    """A request by POST."""
    told = {"content-type": "application/json", "content-length": str(len(body)), **(headers or {})}
    return _head("POST /graphql", told) + body


def get(target: str, headers: Mapping[str, str] | None = None) -> bytes:
    """A request by GET."""
    return _head(f"GET {target}", {"graphql-require-preflight": "1", **(headers or {})})


def _head(start: str, headers: Mapping[str, str]) -> bytes:
    lines = [f"{start} HTTP/1.1", "host: detente", *(f"{name}: {value}" for name, value in headers.items())]
    key = b"" if "authorization" in headers else KEY
    return "\r\n".join(lines).encode("latin-1") + b"\r\n" + key + b"\r\n"


def _document(text: str) -> Make:
    # Each is new to the server: it is parsed, refused or compiled, and never found in the cache of plans.
    return lambda number: post(json.dumps({"query": f"{text}\n#{number}"}).encode())


def _variables(query: str, variables: object) -> Make:
    return lambda number: post(json.dumps({"query": f"{query}\n#{number}", "variables": variables}).encode())


def _same(request: bytes) -> Make:
    return lambda _: request


def _named(header: str, value: str) -> Make:
    return _same(post(_TINY, {header: value}))


_BROWSER = {"accept": "text/html"}
_COLUMNS = (
    "exchange agreement agreementTitle release releaseTitle releasedOn mode country countryName nationality"
)


def _columns(number: int) -> str:
    """Some columns of exchanges, others each time."""
    names = _COLUMNS.split()
    return ",".join(name for place, name in enumerate(names) if number >> place & 1) or names[0]


def _batch(number: int) -> str:
    return json.dumps({f"q{n}": {"query": _word(number + n)} for n in range(20)})


_BODIES: Mapping[str, Make] = {
    "5 MB of JSON": _same(post(b'{"query": "' + b"a" * 5_000_000 + b'"}')),
    "5 MB in chunks": _same(
        _head("POST /graphql", {"content-type": "application/json", "transfer-encoding": "chunked"})
        + (b"10000\r\n" + b"a" * 65_536 + b"\r\n") * 76
        + b"0\r\n\r\n"
    ),
    "a NUL in the body": _same(post(b'{"query": "\x00"}')),
    "invalid UTF-8": _same(post(b'{"query": "{ __typename }\xc3\x28"}')),
    "60,000 brackets": _same(post(b"[" * 60_000)),
    "9,000 objects within objects": _same(
        post(b'{"query": "{ __typename }", "variables": ' + b'{"a":' * 9_000 + b"1" + b"}" * 9_000 + b"}")
    ),
    "1,000 objects within objects": _same(
        post(b'{"query": "{ __typename }", "variables": ' + b'{"a":' * 1_000 + b"1" + b"}" * 1_000 + b"}")
    ),
    "a number of 60,000 digits": _same(
        post(b'{"query": "{ __typename }", "extensions": {"a": ' + b"9" * 60_000 + b"}}")
    ),
    "6,000 variables that nobody asked for": _variables("{ __typename }", {f"v{n}": n for n in range(6000)}),
    "480 variables with values": _variables(
        "query (" + " ".join(f"$v{n}: Int" for n in range(480)) + ") { __typename }",
        {f"v{n}": n for n in range(480)},
    ),
    "where: 1,500 conditions in variables": _variables(
        _WHERE, {"where": {"and": [{"name": {"eq": "a"}}] * 1500}}
    ),
    "where: 190 conditions in variables": _variables(
        _WHERE, {"where": {"and": [{"name": {"eq": "a"}}] * 190}}
    ),
    "where: 9,000 values": _variables(_WHERE, {"where": {"name": {"in": ["a"] * 9000}}}),
    "where: 400 times not": _variables(_WHERE, {"where": json.loads('{"not":' * 400 + "{}" + "}" * 400)}),
    "where: lists for objects": _variables(_WHERE, {"where": [[[[]]]]}),
}

_HEADERS: Mapping[str, Make] = {
    "Accept of 60 KB": _named("accept", ("a/b;q=0.1," * (_HEADER // 10))[:-1]),
    "Accept-Encoding of 60 KB": _named("accept-encoding", ("gzip;q=0.1," * (_HEADER // 11))[:-1]),
    "If-None-Match of 60 KB": _named("if-none-match", ('W/"1-a",' * (_HEADER // 8))[:-1]),
    "Content-Type of 60 KB": _same(
        post(_TINY, {"content-type": "application/json" + ";a=b" * (_HEADER // 4)})
    ),
    "Content-Type of 60 KB of quotes": _same(
        post(_TINY, {"content-type": 'application/json;a="' + "\\\\" * (_HEADER // 2)})
    ),
    "Authorization of 60 KB": _same(post(_TINY, {"authorization": "Bearer " + "a" * _HEADER})),
    "Detente-Revision of 5,000 digits": _named("detente-revision", "9" * 5000),
    "a revision that is to come": _named("detente-revision", "2000000000"),
    "X-Forwarded-For of 60 KB": _named("x-forwarded-for", ("1.2.3.4," * (_HEADER // 8))[:-1]),
    "traceparent of 60 KB": _named("traceparent", "0" * _HEADER),
    "300 headers": _same(post(_TINY, {f"x-{n}": "1" for n in range(300)})),
    "a head of 100 KB": _same(post(_TINY, {"x": "a" * 100_000})),
    "an address of 40 KB": _same(get("/graphql?query=" + "a" * 40_000)),
    "an address of 30 KB of parameters": _same(get("/graphql?" + "a=b&" * 7_500)),
    "keys made up": lambda number: post(_TINY, {"authorization": f"Bearer detente_{number:049d}"}),
    "no HTTP": _same(b"\x00\x01\x02\r\n\r\n"),
    "two lengths": _same(b"POST /graphql HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n"),
}

_ASKED: Mapping[str, Make] = {
    "the query of all tools, as they send it": lambda number: post(
        json.dumps({"query": f"{_INTROSPECTION}\n#{number}"}).encode()
    ),
    "searches for what is nowhere": lambda number: post(
        json.dumps(
            {"query": f'{{ search(query: "{_word(number)}") {{ totalCount nodes {{ __typename }} }} }}'}
        ).encode()
    ),
    "searches for long texts": lambda number: post(
        json.dumps(
            {
                "query": f'{{ search(query: "{" ".join(_word(number + n) for n in range(40))}") {{ totalCount }} }}'
            }
        ).encode()
    ),
    "persisted queries to fill the memory": lambda number: post(_persisted(number)),
    "the front page, as nobody has asked for it": lambda number: get(f"/?x={number}", _BROWSER),
    "pages of lists, as nobody has asked for them": lambda number: get(
        f"/targets?limit=500&x={number}", _BROWSER
    ),
    "pages that are not there": lambda number: get(f"/releases/{number}", _BROWSER),
    "other columns of REST each time": lambda number: get(
        f"/v1/exchanges?limit=500&fields={_columns(number)}"
    ),
    "batches of reconciliation": lambda number: get("/reconcile?queries=" + quote(_batch(number))),
    "5 levels of all members, by GET": lambda number: get(
        "/graphql?query=" + quote(DOCUMENTS["5 levels of all members"]) + f"%23{number}"
    ),
}


def _word(number: int) -> str:
    return "".join(
        "bcdfghjklmnpqrstvwxz"[number * prime % 20] + "aeiou"[number // prime % 5] for prime in (3, 7, 11)
    )


def _persisted(number: int) -> bytes:
    query = "{ __typename }" + "#" * 30_000 + str(number)
    digest = hashlib.sha256(query.encode()).hexdigest()
    return json.dumps(
        {"query": query, "extensions": {"persistedQuery": {"version": 1, "sha256Hash": digest}}}
    ).encode()


# What is sent in turn by many connections, each of which waits for its answer.
FLOODS: Mapping[str, Make] = MappingProxyType(
    {
        **{name: _document(text) for name, text in DOCUMENTS.items()},
        **_BODIES,
        **_HEADERS,
        **_ASKED,
    }
)
