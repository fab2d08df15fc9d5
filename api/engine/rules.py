"""Chooses the rules that a document is validated by: all of GraphQL's but those it has no means of breaking.

Most documents have no directive, many no variable and no fragment, and the rules about them are half of the
work. Whether the mark of such a rule stands anywhere in the text is asked instead, strings and comments included:
found in vain, it costs a rule that finds nothing.
"""

from collections.abc import Mapping
from functools import cache

from graphql import specified_rules
from graphql.validation import (
    ASTValidationRule,
    FragmentsOnCompositeTypesRule,
    KnownDirectivesRule,
    KnownFragmentNamesRule,
    MaxIntrospectionDepthRule,
    NoFragmentCyclesRule,
    NoUndefinedVariablesRule,
    NoUnusedFragmentsRule,
    NoUnusedVariablesRule,
    PossibleFragmentSpreadsRule,
    UniqueDirectivesPerLocationRule,
    UniqueFragmentNamesRule,
    UniqueVariableNamesRule,
    VariablesAreInputTypesRule,
    VariablesInAllowedPositionRule,
)
from graphql.validation.rules.defer_stream_directive_label import DeferStreamDirectiveLabel
from graphql.validation.rules.defer_stream_directive_on_root_field import DeferStreamDirectiveOnRootField
from graphql.validation.rules.defer_stream_directive_on_valid_operations_rule import (
    DeferStreamDirectiveOnValidOperationsRule,
)
from graphql.validation.rules.stream_directive_on_list_field import StreamDirectiveOnListField

Rule = type[ASTValidationRule]

BROKEN_WITH: Mapping[str, frozenset[Rule]] = {
    "$": frozenset(
        {
            NoUndefinedVariablesRule,
            NoUnusedVariablesRule,
            UniqueVariableNamesRule,
            VariablesAreInputTypesRule,
            VariablesInAllowedPositionRule,
        }
    ),
    "@": frozenset(
        {
            DeferStreamDirectiveLabel,
            DeferStreamDirectiveOnRootField,
            DeferStreamDirectiveOnValidOperationsRule,
            KnownDirectivesRule,
            StreamDirectiveOnListField,
            UniqueDirectivesPerLocationRule,
        }
    ),
    "...": frozenset({FragmentsOnCompositeTypesRule, KnownFragmentNamesRule, PossibleFragmentSpreadsRule}),
    "fragment": frozenset(
        {
            FragmentsOnCompositeTypesRule,
            NoFragmentCyclesRule,
            NoUnusedFragmentsRule,
            UniqueFragmentNamesRule,
        }
    ),
    "__": frozenset({MaxIntrospectionDepthRule}),
}
"""Rules that only a document with this in its text can break. A name cannot be written in any other way."""


def rules_for(text: str) -> tuple[Rule, ...]:
    """Return the rules that this document could break, in the order of their errors."""
    return _without(frozenset(mark for mark in BROKEN_WITH if mark not in text))


@cache
def _without(marks: frozenset[str]) -> tuple[Rule, ...]:
    asked = {rule for mark, rules in BROKEN_WITH.items() if mark not in marks for rule in rules}
    idle = {rule for mark in marks for rule in BROKEN_WITH[mark]} - asked
    return tuple(rule for rule in specified_rules if rule not in idle)
