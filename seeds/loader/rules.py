"""Finds what is wrong across files: unknown names, and withheld names that show."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import TypeAlias

from seeds.loader.library import AnyDocument, Library, local
from seeds.records import Problem, walk
from seeds.records.base import Claim
from seeds.records.discretion import words_of
from seeds.records.nodes import Loc
from seeds.records.words import ClaimRef, Ref

# A withheld name's words, and the slug of the person it belongs to.
Withheld: TypeAlias = Mapping[frozenset[str], str]

_REMEDIES = {
    "Claim": "name a claim's id of this file, or `dossier-slug/claim-id`",
    "Country": "add it to seeds/reference/countries.yaml",
    "Organization": "declare it under `organizations`, here or in seeds/reference/organizations.yaml",
    "SanctionProgram": "add it to seeds/reference/programs.yaml",
    "Term": "name the id of a term of this file's agreement",
}


def unknown_names(library: Library) -> Iterator[Problem]:
    """Complain of every reference that nothing declares."""
    for document in library.documents:
        for loc, value in walk(document.record):
            if isinstance(value, Ref) and local(value.kind, value, document) not in library.declared:
                yield document.problem(loc, _unknown(value, document, library))
            elif isinstance(value, Claim):
                yield from _self_related(document, loc, value)


def listed_twice(library: Library) -> Iterator[Problem]:
    """Complain of a second detainee that is the same entry of a sanctions list."""
    first: dict[str, str] = {}
    for document in library.dossiers:
        for index, detainee in enumerate(document.record.detainees):
            if detainee.listed_as is None:
                continue
            owner = first.setdefault(detainee.listed_as, detainee.slug)
            if owner != detainee.slug:
                message = (
                    f"names a target that is already `{owner}`; one person has one record, so merge the two"
                )
                yield document.problem(("detainees", index, "listed_as"), message)


def withheld_names(library: Library) -> Withheld:
    """The words of every confidential name in the files."""
    return {
        words_of(detainee.confidential_name.get_secret_value()): detainee.slug
        for document in library.dossiers
        for detainee in document.record.detainees
        if detainee.confidential_name is not None
    }


def shown_names(library: Library, withheld: Withheld) -> Iterator[Problem]:
    """Complain of every text that holds all words of a withheld name, in any order, case or accent."""
    if not withheld:
        return
    for document in library.documents:
        for loc, text in _texts(document):
            words = words_of(text)
            for name, slug in withheld.items():
                if name <= words:
                    message = f"holds the name of `{slug}`, which is withheld; take the name out of this text"
                    yield document.problem(loc, message)


def _texts(document: AnyDocument) -> Iterator[tuple[Loc, str]]:
    for loc, value in walk(document.record):
        if isinstance(value, str):
            yield loc, value


def _unknown(ref: Ref, document: AnyDocument, library: Library) -> str:
    kind, key = local(ref.kind, ref, document)
    names = [name for known, name in library.declared if known == kind]
    close = get_close_matches(key, names, 1, cutoff=0.75)
    hint = f"did you mean `{_spell(close[0], ref, key)}`? If not, " if close else ""
    remedy = _REMEDIES.get(kind, f"declare it under `{kind.lower()}s` of the dossier it belongs to")
    return f"names {_article(kind)} `{ref}` that no file declares; {hint}{remedy}"


def _spell(close: str, ref: Ref, key: str) -> str:
    house = key.removesuffix(str(ref))
    return close.removeprefix(house) if isinstance(ref, ClaimRef) or "/" in close else close


def _article(kind: str) -> str:
    words = {"SanctionProgram": "program"}.get(kind, kind.lower())
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def _self_related(document: AnyDocument, loc: Loc, claim: Claim) -> Iterator[Problem]:
    own = local("Claim", claim.id, document)
    for field in ("contradicts", "supports", "refines", "same_origin"):
        for index, ref in enumerate(getattr(claim, field)):
            if local("Claim", ref, document) == own:
                yield document.problem((*loc, field, index), "names the claim itself; name another claim")
