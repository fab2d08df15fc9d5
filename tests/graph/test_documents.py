"""Documents that are named instead of sent: trusted ones, and automatic persisted queries."""

import hashlib
import json
from pathlib import Path

import httpx
import pytest

from api.engine import Engine
from api.engine.cache import ByteCache
from api.errors import DocumentError
from api.graph.documents import OWN, Documents, read_trusted
from api.graph.request import GraphRequest
from tests.graph.conftest import MakeClient

QUERY = '{ country(iso2: "US") { name } }'
DIGEST = hashlib.sha256(QUERY.encode()).hexdigest()
PERSISTED = {"persistedQuery": {"version": 1, "sha256Hash": DIGEST}}
GRAPHQL = {"Accept": "application/graphql-response+json"}
ANSWER = {"country": {"name": "United States"}}


def _code(response: httpx.Response) -> str:
    code: str = response.json()["errors"][0]["extensions"]["code"]
    return code


async def _by_hash(client: httpx.AsyncClient) -> httpx.Response:
    parameters = {"extensions": json.dumps(PERSISTED)}
    return await client.get(
        "/graphql", params=parameters, headers={"Apollo-Require-Preflight": "1", **GRAPHQL}
    )


async def test_a_query_is_persisted_by_sending_it_once(asker: httpx.AsyncClient) -> None:
    """Asked by its hash it is not known; sent along it is kept; then the hash is enough, by GET too."""
    first = await _by_hash(asker)
    assert (first.status_code, _code(first)) == (404, "PERSISTED_QUERY_NOT_FOUND")
    assert first.json()["errors"][0]["message"] == "PersistedQueryNotFound"
    assert first.headers["cache-control"] == "no-store"
    sent = await asker.post("/graphql", json={"query": QUERY, "extensions": PERSISTED})
    assert sent.json()["data"] == ANSWER
    assert (await _by_hash(asker)).json()["data"] == ANSWER
    by_id = await asker.post("/graphql", json={"documentId": f"sha256:{DIGEST}"})
    assert by_id.json()["data"] == ANSWER


async def test_clients_that_know_plain_json_learn_of_a_miss_by_the_body(asker: httpx.AsyncClient) -> None:
    """Old clients of Apollo's do not read the body of any other status."""
    response = await asker.post("/graphql", json={"extensions": PERSISTED})
    assert (response.status_code, _code(response)) == (200, "PERSISTED_QUERY_NOT_FOUND")


async def test_a_hash_of_another_document_is_refused(asker: httpx.AsyncClient) -> None:
    """Nobody can have another document kept under the hash of somebody's query."""
    response = await asker.post("/graphql", json={"query": "{ __typename }", "extensions": PERSISTED})
    assert (response.status_code, _code(response)) == (400, "ILL_FORMED_REQUEST")
    assert _code(await _by_hash(asker)) == "PERSISTED_QUERY_NOT_FOUND"


async def test_what_is_not_valid_is_not_kept(asker: httpx.AsyncClient) -> None:
    """The room is for documents that can be answered."""
    query = "{ nothing }"
    extensions = {"persistedQuery": {"version": 1, "sha256Hash": hashlib.sha256(query.encode()).hexdigest()}}
    await asker.post("/graphql", json={"query": query, "extensions": extensions})
    response = await asker.post("/graphql", json={"extensions": extensions})
    assert _code(response) == "PERSISTED_QUERY_NOT_FOUND"


@pytest.mark.parametrize(
    "persisted", [1, {}, {"version": 2, "sha256Hash": DIGEST}, {"version": 1, "sha256Hash": 1}]
)
async def test_another_protocol_is_refused(asker: httpx.AsyncClient, persisted: object) -> None:
    """The message says what is understood."""
    response = await asker.post(
        "/graphql", json={"query": QUERY, "extensions": {"persistedQuery": persisted}}
    )
    assert (response.status_code, _code(response)) == (400, "ILL_FORMED_REQUEST")


def test_what_is_kept_is_bounded() -> None:
    """The least recently used document makes room."""
    documents = Documents({}, ByteCache(1000))
    for number in range(10):
        query = f"query A{number} {{ __typename }}"
        digest = hashlib.sha256(query.encode()).hexdigest()
        documents.keep(GraphRequest(query, persisted_hash=digest))
    assert documents.kept.used <= 1000
    assert documents.kept.get(digest) == query


@pytest.mark.parametrize("path", sorted(OWN.glob("*.graphql")), ids=lambda path: path.stem)
async def test_our_own_documents_are_answered(asker: httpx.AsyncClient, path: Path) -> None:
    """Each by its name and by its file's hash, with no header but a browser's: a link can be enough."""
    variables = json.dumps({"iso2": "US", "slug": "x", "query": "potash"})
    digest = hashlib.sha256(path.read_bytes()).hexdigest()  # noqa: ASYNC240 - a small file
    for name in (path.stem, f"sha256:{digest}"):
        response = await asker.get("/graphql", params={"documentId": name, "variables": variables})
        assert (response.status_code, next(iter(response.json()))) == (200, "data")


@pytest.mark.parametrize("document_id", ["nothing", "sha256:00", "../agreement", "x-a:b"])
async def test_an_unknown_document_is_not_found(asker: httpx.AsyncClient, document_id: str) -> None:
    """The refusal does not repeat the name."""
    response = await asker.post("/graphql", json={"documentId": document_id}, headers=GRAPHQL)
    assert (response.status_code, _code(response)) == (404, "DOCUMENT_NOT_FOUND")
    assert document_id not in response.text


async def test_query_and_document_id_exclude_each_other(asker: httpx.AsyncClient) -> None:
    """A request is not ambiguous."""
    response = await asker.post("/graphql", json={"query": QUERY, "documentId": "countries"})
    assert (response.status_code, _code(response)) == (400, "ILL_FORMED_REQUEST")


async def test_trusted_documents_may_cost_more(in_world: MakeClient, tmp_path: Path) -> None:
    """An operator's own folder is trusted; the same text, sent, is held to the limit."""
    query = "{ " + " ".join(
        f"a{n}: releases(first: 500) {{ nodes {{ members(first: 500) {{ nodes {{ id }} }} }} }}"
        for n in range(5)
    )
    (tmp_path / "much.graphql").write_text(query + " }", "utf-8")
    client = await in_world(documents_dir=tmp_path)
    trusted = await client.post("/graphql", json={"documentId": "much"})
    assert len(trusted.json()["data"]) == 5
    sent = await client.post("/graphql", json={"query": query + " }"})
    assert _code(sent) == "COST_TOO_HIGH"


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        ("a.graphql", b"{ nothing }", "Cannot query field 'nothing'"),
        ("a.graphql", b"\xff", "cannot be read"),
        ("Größe.graphql", b"{ __typename }", "cannot be asked for by its name"),
        ("countries.graphql", b"{ __typename }", "the name of another trusted document"),
    ],
)
def test_a_bad_folder_stops_the_start(
    engine: Engine, tmp_path: Path, name: str, text: bytes, complaint: str
) -> None:
    """The message names the file and says how to mend it."""
    (tmp_path / name).write_bytes(text)
    with pytest.raises(DocumentError, match=complaint) as refused:
        read_trusted(engine, OWN, tmp_path)
    assert str(tmp_path / name) in str(refused.value)
    assert refused.value.hint


def test_a_missing_folder_stops_the_start(engine: Engine, tmp_path: Path) -> None:
    """A typing error in the setting is not an empty folder."""
    with pytest.raises(DocumentError, match="There is no folder"):
        read_trusted(engine, tmp_path / "nowhere")
