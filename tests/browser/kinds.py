"""One address for each kind of page."""

PAGES = {
    "home": "/",
    "about": "/about",
    "search": "/search?q=Bialiatski",
    "search that finds nothing": "/search?q=zzzzqqqq",
    "agreements": "/agreements",
    "releases": "/releases?country=BY&year=2025",
    "detainees": "/detainees?nationality=BY",
    "reliefs": "/reliefs",
    "targets": "/targets",
    "programs": "/programs",
    "countries": "/countries",
    "organizations": "/organizations",
    "sources": "/sources",
    "sanctions": "/sanctions",
    "agreement": "/agreements/by-us-2025-12-13",
    "release": "/releases/by-us-2025-12-13",
    "detainee": "/detainees/ales-bialiatski",
    "relief": "/reliefs/us-gl13",
    "target": "/targets/belaruskali",
    "program": "/programs/BELARUS-EO14038",
    "country": "/countries/BY",
    "organization": "/organizations/ofac",
    "source": "/sources/tass-by-1213",
    "sanction": "/sanctions/eu-list-belaruskali",
    "card for articles": "/embed/agreements/by-us-2025-12-13",
}
# Made of more than a page: what they weigh is told, not limited.
APPLICATIONS = {"explorer": "/graphql", "documentation of REST": "/v1/docs"}
EVERYTHING = {**PAGES, **APPLICATIONS}
