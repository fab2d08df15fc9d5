"""Which rules of validation are asked: leaving out those that a document cannot break changes no answer."""

import pytest
from graphql import GraphQLSchema, build_schema, parse, specified_rules, validate

from api.engine.rules import BROKEN_WITH, Rule, rules_for
from schema.build import graphql_schema

COUNTRY = 'country(iso2: "BY")'
BREAKING = {
    "NoUndefinedVariablesRule": "{ country(iso2: $x) { name } }",
    "NoUnusedVariablesRule": "query ($x: String) { __typename }",
    "UniqueVariableNamesRule": "query ($x: String!, $x: String!) { country(iso2: $x) { name } }",
    "VariablesAreInputTypesRule": "query ($x: Country) { country(iso2: $x) { name } }",
    "VariablesInAllowedPositionRule": "query ($x: Int) { country(iso2: $x) { name } }",
    "DeferStreamDirectiveLabel": "{ ... @defer(label: 1) { __typename } }",
    "DeferStreamDirectiveOnRootField": "mutation { ... @defer { x } }",
    "DeferStreamDirectiveOnValidOperationsRule": "subscription { ... @defer { x } }",
    "KnownDirectivesRule": f"{{ {COUNTRY} {{ name @unknown }} }}",
    "StreamDirectiveOnListField": f"{{ {COUNTRY} {{ name @stream }} }}",
    "UniqueDirectivesPerLocationRule": f"{{ {COUNTRY} {{ name @skip(if: true) @skip(if: true) }} }}",
    "FragmentsOnCompositeTypesRule": "{ ... on String { x } }",
    "KnownFragmentNamesRule": "{ ...F }",
    "PossibleFragmentSpreadsRule": f"{{ {COUNTRY} {{ ... on Release {{ slug }} }} }}",
    "NoFragmentCyclesRule": "{ ...F } fragment F on Query { ...F }",
    "NoUnusedFragmentsRule": "{ __typename } fragment F on Country { name }",
    "UniqueFragmentNamesRule": "{ ...F } fragment F on Query { __typename } fragment F on Query { __typename }",
    "MaxIntrospectionDepthRule": "{ __schema { types { fields { type { fields { type { fields { type"
    " { fields { name } } } } } } } } } }",
}
REMAINING = {
    "ExecutableDefinitionsRule": "type X { x: Int }",
    "FieldsOnCorrectTypeRule": "{ x }",
    "ScalarLeafsRule": f"{{ {COUNTRY} }}",
    "fragment alone": "fragment F on String { x }",
    "fragment without spread": "{ __typename } fragment F on String { x }",
    "several at once": "query ($x: Int) { ...F y @z } fragment F on String { ...F }",
}


CHANGING = build_schema("type Query { x: Int } type Mutation { x: Int }")


def errors(text: str, rules: tuple[Rule, ...], schema: GraphQLSchema | None = None) -> list[object]:
    """What these rules find in a document."""
    return [each.formatted for each in validate(schema or graphql_schema(), parse(text), rules)]


@pytest.mark.parametrize("text", [*BREAKING.values(), *REMAINING.values()], ids=[*BREAKING, *REMAINING])
def test_errors_are_those_of_all_rules(text: str) -> None:
    """A document that breaks a rule is told exactly what all rules together would tell."""
    expected = errors(text, specified_rules)
    assert expected
    assert errors(text, rules_for(text)) == expected


@pytest.mark.parametrize("rule", sorted({rule for rules in BROKEN_WITH.values() for rule in rules}, key=str))
def test_each_rule_left_out_is_asked_in_time(rule: Rule) -> None:
    """Every rule that may be left out is asked of a document that breaks it."""
    text = BREAKING[rule.__name__]
    assert errors(text, (rule,), CHANGING if text.startswith("mutation") else None)
    assert rule in rules_for(text)


def test_a_mark_in_a_string_asks_the_rule() -> None:
    """A mark is looked for in the text, so one that means nothing asks too much, never too little."""
    assert set(rules_for('{ country(iso2: "$@...__fragment") { name } }')) == set(specified_rules)


def test_a_plain_document_spares_half_of_the_rules() -> None:
    """A document without variables, directives and fragments is validated by the rules about fields alone."""
    assert len(rules_for("{ countries { nodes { name } } }")) <= len(specified_rules) / 2
