"""Names every GraphQL type ahead of its declaration, so that types may refer to one another in a circle."""

from typing import TYPE_CHECKING, Annotated

import strawberry

if TYPE_CHECKING:
    from schema.types.world import Country as Country, Instrument as Instrument, Organization as Organization, Source as Source
    from schema.types.people import Charge as Charge, Detainee as Detainee, Detention as Detention, Nationality as Nationality, Recognition as Recognition
    from schema.types.sanctions import Sanction as Sanction, SanctionProgram as SanctionProgram, Target as Target
    from schema.types.agreements import Agreement as Agreement, Party as Party, Term as Term
    from schema.types.releases import Release as Release, ReleaseCount as ReleaseCount, ReleaseMember as ReleaseMember
    from schema.types.relief import Exchange as Exchange, Relief as Relief
    from schema.types.claims import Claim as Claim
    from schema.types.changes import Change as Change
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
