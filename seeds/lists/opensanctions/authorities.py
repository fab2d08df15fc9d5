"""Knows who stands behind the lists that OpenSanctions collects, and what those lists are called."""

from collections.abc import Mapping

from seeds.lists.entries import Authority
from seeds.lists.slugs import slugify

_COUNCIL = Authority("council-of-the-european-union", "Council of the European Union", "EU")
_OFAC = Authority("ofac", "Office of Foreign Assets Control (US Department of the Treasury)", "US")
_STATE = Authority("us-state-department", "United States Department of State", "US")
_BIS = Authority("us-commerce-bis", "Bureau of Industry and Security (US Department of Commerce)", "US")
_FCDO = Authority("uk-fcdo", "Foreign, Commonwealth and Development Office (United Kingdom)", "GB")
_OFSI = Authority("uk-ofsi", "Office of Financial Sanctions Implementation (United Kingdom)", "GB")
_SECO = Authority("swiss-seco", "State Secretariat for Economic Affairs (Switzerland)", "CH")
_UNSC = Authority("un-security-council", "United Nations Security Council")
_CANADA = Authority("global-affairs-canada", "Global Affairs Canada", "CA")
_DFAT = Authority("australia-dfat", "Department of Foreign Affairs and Trade (Australia)", "AU")
_NSDC = Authority("ukraine-nsdc", "National Security and Defense Council of Ukraine", "UA")
_GUR = Authority("ukraine-defence-intelligence", "Defence Intelligence of Ukraine", "UA")
_MFAT = Authority("new-zealand-mfat", "Ministry of Foreign Affairs and Trade (New Zealand)", "NZ")

# By the name of the data set that holds the list.
LISTS: Mapping[str, tuple[Authority, str]] = {
    "us_ofac_sdn": (_OFAC, "SDN"),
    "us_ofac_cons": (_OFAC, "Consolidated"),
    "us_bis_denied": (_BIS, "Denied Persons List"),
    "us_state_terrorist_orgs": (_STATE, "Foreign Terrorist Organizations"),
    "eu_fsf": (_COUNCIL, "EU Consolidated Financial Sanctions List"),
    "eu_travel_bans": (_COUNCIL, "EU Travel Bans"),
    "eu_sanctions_map": (_COUNCIL, "EU Sanctions Map"),
    "eu_journal_sanctions": (_COUNCIL, "Official Journal of the EU"),
    "gb_fcdo_sanctions": (_FCDO, "UK Sanctions List"),
    "gb_hmt_sanctions": (_OFSI, "UK Consolidated List of Financial Sanctions Targets"),
    "gb_hmt_invbans": (_OFSI, "UK Investment Bans"),
    "ch_seco_sanctions": (_SECO, "Swiss SECO Sanctions"),
    "un_sc_sanctions": (_UNSC, "UN Security Council Consolidated List"),
    "ca_dfatd_sema_sanctions": (_CANADA, "Canadian Consolidated Autonomous Sanctions List"),
    "au_dfat_sanctions": (_DFAT, "Australian Consolidated List"),
    "ua_nsdc_sanctions": (_NSDC, "Ukrainian NSDC Sanctions"),
    "ua_war_sanctions": (_GUR, "Ukrainian War and Sanctions"),
    "nz_russia_sanctions": (_MFAT, "New Zealand Russia Sanctions"),
}
# By the name that a sanction gives.
_NAMED: Mapping[str, Authority] = {
    "Office of Foreign Assets Control": _OFAC,
    "Council of the European Union": _COUNCIL,
    "European Union": _COUNCIL,
    "European External Action Service": _COUNCIL,
    "United Nations Security Council": _UNSC,
    "UN Security Council": _UNSC,
    "State Secretariat for Economic Affairs": _SECO,
    "Office of Financial Sanctions Implementation": _OFSI,
    "HM Treasury": _OFSI,
    "Foreign, Commonwealth & Development Office": _FCDO,
    "Department of Foreign Affairs and Trade": _DFAT,
    "Global Affairs Canada": _CANADA,
}


def authority_of(dataset: str, named: str | None, country: str | None) -> tuple[Authority, str | None]:
    """Who imposed a sanction, and the list it stands on: by the data set, by the name that is given, or as named."""
    if dataset in LISTS:
        return LISTS[dataset]
    if named is None:
        return Authority(slugify(dataset), dataset, country), None
    known = _NAMED.get(named)
    return known or Authority(_slug(named, country), named, country), None


def _slug(named: str, country: str | None) -> str:
    words = slugify(named) or "authority"
    return f"{country.lower()}-{words}" if country else words
