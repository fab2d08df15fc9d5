"""The plan that people read: one line for each key of the answer, and what is read for it."""

from typing import get_args

from api.engine import Engine
from api.engine.describe import describe, words
from api.engine.plan import Value

STORY = """
{
  release(slug: "a") {
    title
    members(last: 2) { totalCount pageInfo { hasNextPage } edges { cursor node { id __typename } } }
  }
  node(id: "Country:1") { id }
  __schema { queryType { name } }
}
"""
TREE = """
release: the row of release
│  where {row}.slug = {slug}
├─ title: column title
└─ members: a page of release_member
   │  where {row}.release_id = {parent}.id
   │  by position, id
   │  backward
   ├─ totalCount: number of rows on all pages
   ├─ pageInfo: of the page
   │  └─ hasNextPage: whether there are rows behind the page
   └─ edges: of each row of the page
      ├─ cursor: cursor of the row
      └─ node: object of the same row
         ├─ id: global id of the ReleaseMember
         └─ __typename: the word ReleaseMember
node: by the type of the id
└─ the row of country
   │  when {row}.type = 'Country'
   │  where {row}.id = {parent}.id
   └─ id: global id of the Country
__schema: answered from the schema, before the statement runs
"""


def test_a_plan_is_a_tree(engine: Engine) -> None:
    """Tables, conditions and order stand below the key they are for."""
    assert describe(engine.prepare(STORY, None, None).plan) == TREE.strip()


def test_a_long_condition_keeps_its_lines(engine: Engine) -> None:
    """SQL of several lines stays below its key, each line at the tree's own edge."""
    plan = engine.prepare('{ release(slug: "a") { exchanges { lagDays } } }', None, None).plan
    below = describe(plan).partition("lagDays: computed\n")[2].splitlines()
    assert len(below) > 5
    assert all(line.startswith("         ") for line in below)


def test_a_filter_is_a_sentence(engine: Engine) -> None:
    """Each value stands as its path in `where`; what is tied by a relation is a row of another table."""
    where = '{title: {contains: "a"}, or: [{country: {iso2: {eq: "BY"}}}, {not: {total: {value: {gte: 3}}}}]}'
    plan = engine.prepare(f"{{ releases(where: {where}) {{ totalCount }} }}", None, None).plan
    told = describe(plan)
    assert "<title.contains>" in told
    assert "(a row of country ({row}.id = {parent}.country_id) has " in told
    assert "or (not ({row}.total_value >= <or.1.not.total.value.gte>))" in told
    assert "Compared" not in told


def test_every_kind_of_value_has_words() -> None:
    """No plan that can be made is left without a description."""
    assert set(get_args(Value)) <= set(words.registry)
