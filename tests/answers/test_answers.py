"""An answer is kept as long as nothing can be newer, and one that the client has is not sent again."""

import asyncio
import contextlib
import dataclasses
from collections.abc import AsyncIterator
from datetime import datetime
from functools import partial

import pytest

from api.answers import Answer, Answers, Conditions, Entries
from api.database.connect import connected
from api.database.pool import Pool
from api.database.servers import Servers
from api.database.urls import Urls
from api.engine import Engine, Prepared
from api.errors import DatabaseUnavailable, StatementTimeout, TooManyRequests
from tests.answers.conftest import QUERY, until_busy
from tests.database.commits import commit
from tests.recorder import Recorder


def _tag(answer: Answer) -> str:
    return dict(answer.headers)[b"etag"].decode()


async def _forget(recorder: Recorder) -> None:
    await recorder.seen()
    recorder.clear()


def _has(answer: Answer) -> Conditions:
    return Conditions.read(None, _tag(answer))


async def _until_known(servers: Servers, revision: int) -> None:
    while servers.revisions.newest < revision or servers.revisions.edition is None:
        await asyncio.sleep(0.005)


@contextlib.asynccontextmanager
async def _deaf(servers: Servers) -> AsyncIterator[None]:
    """Without news, as long as the listener is away."""
    heard = set(servers.revisions.heard)
    servers.revisions.heard.clear()
    yield
    servers.revisions.heard.update(heard)


async def test_what_was_answered_is_answered_again_without_a_statement(
    answers: Answers, question: Prepared, recorder: Recorder
) -> None:
    """The same bytes, from memory."""
    first = await answers.answer(question)
    await _forget(recorder)
    second = await answers.answer(question)
    assert (second.body, second.headers) == (first.body, first.headers)
    assert await recorder.seen() == []


async def test_equal_questions_in_other_words_share_an_answer(
    answers: Answers, engine: Engine, question: Prepared, recorder: Recorder
) -> None:
    """What counts is the statement and its arguments, not the text of the document."""
    await answers.answer(question)
    await _forget(recorder)
    query = "query Other($code: String!) { country(iso2: $code) { name } }"
    await answers.answer(engine.prepare(query, {"code": "XX"}, "Other"))
    assert await recorder.seen() == []


async def test_other_arguments_have_other_answers(
    answers: Answers, engine: Engine, question: Prepared
) -> None:
    """A value is part of the question."""
    here = await answers.answer(question)
    there = await answers.answer(engine.prepare(QUERY.replace("XX", "YY"), None, None))
    assert _tag(here) != _tag(there)
    assert there.body == b'{"data":{"country":null},"extensions":{"revision":1}}'


async def test_a_client_that_has_the_answer_is_told_so_without_a_statement(
    servers: Servers, question: Prepared, recorder: Recorder
) -> None:
    """Its tag follows from the question and the revision, so nothing need be kept or read."""
    answers = Answers(servers, Entries(0))
    first = await answers.answer(question)
    await _forget(recorder)
    again = await answers.answer(question, _has(first))
    assert (again.not_modified, again.body, again.headers) == (True, b"", first.headers)
    assert await recorder.seen() == []


async def test_a_commit_empties_the_memory(
    answers: Answers, question: Prepared, filled: Urls, servers: Servers
) -> None:
    """The first question after it is answered anew, and what clients keep is no longer true."""
    before = await answers.answer(question)
    await commit(filled)
    await _until_known(servers, 2)
    after = await answers.answer(question, _has(before))
    assert not after.not_modified
    assert b'"name":"Elsewhere!"' in after.body
    assert len(answers.entries) == 1


async def test_what_was_read_before_a_commit_is_not_kept(
    answers: Answers, slow: Prepared, filled: Urls, servers: Servers, pool: Pool
) -> None:
    """It is a right answer to who asked before, and to nobody who asks after."""
    running = asyncio.create_task(answers.answer(slow))
    await until_busy(pool)
    await commit(filled)
    await _until_known(servers, 2)
    assert b'"data":1' in (await running).body
    assert b'"data":2' in (await answers.answer(slow)).body


async def test_an_answer_that_comes_before_its_news_is_whole(
    answers: Answers, question: Prepared, filled: Urls, servers: Servers
) -> None:
    """A revision may be read before it is told of; it has the tag that it will have then."""
    async with _deaf(servers):
        await commit(filled)
        early = await answers.answer(question)
    await _until_known(servers, 2)
    assert (await answers.answer(question, _has(early))).not_modified


async def test_without_a_listener_the_revision_is_asked_first(
    answers: Answers, question: Prepared, filled: Urls, servers: Servers, recorder: Recorder
) -> None:
    """One small statement decides whether what is kept may be given."""
    first = await answers.answer(question)
    async with _deaf(servers):
        await _forget(recorder)
        again = await answers.answer(question)
        assert again.body == first.body
        assert all("FROM migration" in sql for sql in await recorder.seen())
        await commit(filled)
        assert b'"revision":2' in (await answers.answer(question)).body
        assert not (await answers.answer(question, _has(first))).not_modified


async def test_without_a_database_nothing_is_claimed(
    answers: Answers, question: Prepared, servers: Servers
) -> None:
    """What is kept might be outdated, and nobody can say."""
    first = await answers.answer(question)
    async with _deaf(servers):
        servers.members[0].reader.down_until = float("inf")
        for conditions in (Conditions(), _has(first)):
            with pytest.raises(DatabaseUnavailable):
                await answers.answer(question, conditions)


async def test_new_tables_empty_the_memory(
    answers: Answers, question: Prepared, filled: Urls, servers: Servers
) -> None:
    """A migration may change what a revision says."""
    first = await answers.answer(question)
    async with connected(filled.owner) as owner:
        await owner.execute("INSERT INTO migration (version, name, checksum) VALUES (999, 'x', 'x')")
        await owner.execute("SELECT pg_notify('detente_revision', '0')")
    while servers.revisions.tables != 999:
        await asyncio.sleep(0.005)
    assert not (await answers.answer(question, _has(first))).not_modified


async def test_who_asks_the_same_at_the_same_time_waits_for_one_statement(
    answers: Answers, slow: Prepared, recorder: Recorder
) -> None:
    """A hundred readers of one page are one question."""
    bodies = await asyncio.gather(*(answers.answer(slow) for _ in range(100)))
    assert len({answer.body for answer in bodies}) == 1
    assert len(await recorder.seen()) == 1


async def test_who_waits_for_anothers_statement_does_not_share_its_end(
    answers: Answers, slow: Prepared, pool: Pool
) -> None:
    """If the one who asked first goes away, the next asks."""
    first = asyncio.create_task(answers.answer(slow))
    await until_busy(pool)
    second = asyncio.create_task(answers.answer(slow))
    await asyncio.sleep(0.01)
    first.cancel()
    assert b'"data":1' in (await second).body


async def test_who_waits_needs_no_ticket_and_is_not_refused_for_anothers(
    answers: Answers, slow: Prepared
) -> None:
    """One client's budget is not another's."""

    class Spent(contextlib.AbstractAsyncContextManager[object]):
        async def __aenter__(self) -> object:
            raise TooManyRequests("You have asked enough.", "Wait.", retry_after=1)

        async def __aexit__(self, *_: object) -> None:
            raise AssertionError

    refused = asyncio.create_task(answers.answer(slow, ticket=Spent()))
    with pytest.raises(TooManyRequests):
        await refused
    answered = asyncio.create_task(answers.answer(slow))
    await asyncio.sleep(0.05)
    assert (await answers.answer(slow, ticket=Spent())).body == (await answered).body


async def test_an_answer_of_today_is_not_one_of_tomorrow(answers: Answers, question: Prepared) -> None:
    """Where a statement asks what day it is, the day is part of the question; near midnight nothing is kept."""
    dated = dataclasses.replace(question, dated=True)
    tags = []
    for now in ("2026-03-01T12:00Z", "2026-03-01T13:00Z", "2026-03-02T12:00Z", "2026-03-01T23:59:30Z"):
        answers.now = partial(datetime.fromisoformat, now)
        kept = len(answers.entries)
        tags.append(_tag(await answers.answer(dated)))
    assert tags[0] == tags[1]
    assert len(set(tags)) == 3
    assert len(answers.entries) == kept


async def test_memory_is_bounded(servers: Servers, engine: Engine) -> None:
    """The answers used last stay, and none may take more than a part."""
    answers = Answers(servers, Entries(20_000))
    for number in range(100):
        await answers.answer(engine.prepare(f'{{ a{number}: country(iso2: "XX") {{ name }} }}', None, None))
    assert 10 < len(answers.entries) < 100
    assert answers.entries.used <= 20_000
    before = len(answers.entries)
    many = " ".join(f'a{number}: country(iso2: "XX") {{ name }}' for number in range(60))
    large = engine.prepare(f"{{ {many} }}", None, None)
    assert len((await answers.answer(large)).body) > 20_000 // 16
    assert len(answers.entries) == before


async def test_a_body_is_kept_in_other_codings_too(servers: Servers, question: Prepared) -> None:
    """It is weighed with the answer, and goes with it."""
    answers = Answers(servers, Entries(50_000))
    answer = await answers.answer(question)
    used = answers.entries.used
    answers.keep_coded(answer.entry, "br", b"x" * 1000)
    assert (await answers.answer(question)).entry.bodies == {"br": b"x" * 1000}
    assert answers.entries.used == used + 1000
    answers.keep_coded(answer.entry, "gzip", b"x" * 50_000)
    assert "gzip" not in answer.entry.bodies


async def test_an_answer_that_takes_too_long_is_given_up(servers: Servers, slow: Prepared) -> None:
    """Waiting for a server counts as well."""
    with pytest.raises(StatementTimeout, match=r"longer than 0\.05 seconds"):
        await Answers(servers, Entries(0), seconds=0.05).answer(slow)


async def test_what_the_client_was_told_of_its_budget_is_its_own(answers: Answers, engine: Engine) -> None:
    """Such an answer is not for shared caches, and not the same as without."""
    plain = await answers.answer(engine.prepare(QUERY, None, None))
    told = await answers.answer(engine.prepare(QUERY, None, None, tell_cost=True))
    assert dict(plain.headers)[b"cache-control"] == b"public, no-cache"
    assert dict(told.headers)[b"cache-control"] == b"private, no-cache"
    assert _tag(plain) != _tag(told)


async def test_others_may_keep_an_answer_as_long_as_the_operator_says(
    servers: Servers, question: Prepared
) -> None:
    """Then a cache must know that a named revision is part of the question."""
    headers = dict((await Answers(servers, Entries(0), max_age=60).answer(question)).headers)
    assert headers[b"cache-control"] == b"public, max-age=60"
    assert headers[b"vary"] == b"detente-revision"
