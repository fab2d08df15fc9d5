"""Declares the GraphQL types, one module a subject, each field with the binding that the engine compiles.

The vocabularies become GraphQL enums here, before any type can mention one.
"""

import strawberry

from schema import enums

for _name in enums.__all__:
    _vocabulary = getattr(enums, _name)
    strawberry.enum(_vocabulary, description=_vocabulary.__doc__)
    for _word in _vocabulary.__strawberry_definition__.values:
        _word.description = _vocabulary[_word.name].description
