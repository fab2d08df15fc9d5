"""Names every GraphQL type ahead of its declaration, so that types may refer to one another in a circle."""

from typing import TYPE_CHECKING, Annotated

import strawberry

__all__ = [
    "Address",
    "Agreement",
    "Change",
    "Charge",
    "Claim",
    "Country",
    "DatasetSource",
    "Detail",
    "Detainee",
    "Detention",
    "Exchange",
    "Instrument",
    "ListEntry",
    "Nationality",
    "Organization",
    "Party",
    "Recognition",
    "Release",
    "ReleaseCount",
    "ReleaseMember",
    "Relief",
    "Sanction",
    "SanctionProgram",
    "Source",
    "Target",
    "TargetLink",
    "Term",
]

if TYPE_CHECKING:
    from schema.types.agreements import Agreement, Party, Term
    from schema.types.changes import Change, DatasetSource
    from schema.types.claims import Claim
    from schema.types.lists import Address, Detail, ListEntry, TargetLink
    from schema.types.people import (
        Charge,
        Detainee,
        Detention,
        Nationality,
        Recognition,
    )
    from schema.types.releases import (
        Release,
        ReleaseCount,
        ReleaseMember,
    )
    from schema.types.relief import Exchange, Relief
    from schema.types.sanctions import (
        Sanction,
        SanctionProgram,
        Target,
    )
    from schema.types.world import (
        Country,
        Instrument,
        Organization,
        Source,
    )
else:
    Country = Annotated["Country", strawberry.lazy("schema.types.world")]
    Organization = Annotated["Organization", strawberry.lazy("schema.types.world")]
    Source = Annotated["Source", strawberry.lazy("schema.types.world")]
    Instrument = Annotated["Instrument", strawberry.lazy("schema.types.world")]
    Detainee = Annotated["Detainee", strawberry.lazy("schema.types.people")]
    Nationality = Annotated["Nationality", strawberry.lazy("schema.types.people")]
    Detention = Annotated["Detention", strawberry.lazy("schema.types.people")]
    Charge = Annotated["Charge", strawberry.lazy("schema.types.people")]
    Recognition = Annotated["Recognition", strawberry.lazy("schema.types.people")]
    SanctionProgram = Annotated["SanctionProgram", strawberry.lazy("schema.types.sanctions")]
    Target = Annotated["Target", strawberry.lazy("schema.types.sanctions")]
    Sanction = Annotated["Sanction", strawberry.lazy("schema.types.sanctions")]
    Agreement = Annotated["Agreement", strawberry.lazy("schema.types.agreements")]
    Party = Annotated["Party", strawberry.lazy("schema.types.agreements")]
    Term = Annotated["Term", strawberry.lazy("schema.types.agreements")]
    Release = Annotated["Release", strawberry.lazy("schema.types.releases")]
    ReleaseCount = Annotated["ReleaseCount", strawberry.lazy("schema.types.releases")]
    ReleaseMember = Annotated["ReleaseMember", strawberry.lazy("schema.types.releases")]
    Relief = Annotated["Relief", strawberry.lazy("schema.types.relief")]
    Exchange = Annotated["Exchange", strawberry.lazy("schema.types.relief")]
    Claim = Annotated["Claim", strawberry.lazy("schema.types.claims")]
    Change = Annotated["Change", strawberry.lazy("schema.types.changes")]
    DatasetSource = Annotated["DatasetSource", strawberry.lazy("schema.types.changes")]
    Address = Annotated["Address", strawberry.lazy("schema.types.lists")]
    Detail = Annotated["Detail", strawberry.lazy("schema.types.lists")]
    ListEntry = Annotated["ListEntry", strawberry.lazy("schema.types.lists")]
    TargetLink = Annotated["TargetLink", strawberry.lazy("schema.types.lists")]
