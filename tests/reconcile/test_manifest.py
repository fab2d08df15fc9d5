"""The manifest: what is offered, as each version writes it."""

import pytest

from tests.reconcile import schemas
from tests.reconcile.conftest import NEW, Service

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_without_parameters_there_is_the_manifest_of_version_0_2(service: Service) -> None:
    """OpenRefine asks for it by nothing but the address, and finds all services in it."""
    answer = await service.get()
    manifest = answer.json()
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json; charset=utf-8")
    schemas.check(manifest, schemas.OLD_MANIFEST)
    assert manifest["versions"] == ["0.2", "1.0-draft"]
    assert {"view", "preview", "suggest", "extend", "batchSize"} <= manifest.keys()
    assert manifest["suggest"].keys() == {"entity", "property", "type"}


async def test_who_accepts_version_1_gets_the_manifest_of_the_draft(service: Service) -> None:
    """By the media type of its newest proposal; caches keep the two apart."""
    answer = await service.http.get("/reconcile", headers=NEW)
    assert answer.headers["content-type"] == NEW["Accept"]
    assert "Accept" in answer.headers["vary"]
    schemas.check(answer.json(), schemas.NEW_MANIFEST)
    assert answer.json()["standardizedScore"] is True


@pytest.mark.parametrize("accept", ["*/*", "text/html,application/xhtml+xml,*/*;q=0.8", "application/json"])
async def test_browsers_get_version_0_2(service: Service, accept: str) -> None:
    """Whoever names no version gets the one that clients know."""
    answer = await service.http.get("/reconcile", headers={"Accept": accept})
    schemas.check(answer.json(), schemas.OLD_MANIFEST)


async def test_a_version_that_there_is_not_is_refused(service: Service) -> None:
    """Nobody is given silently what he does not understand."""
    answer = await service.http.get("/reconcile", headers={"Accept": "application/reconciliation.v2+json"})
    assert (answer.status_code, answer.json()["code"]) == (406, "NOT_ACCEPTABLE")


async def test_addresses_are_those_that_the_client_uses(service: Service) -> None:
    """Every address in the manifest begins with that of the request."""
    answer = await service.http.get("/reconcile", headers={"Host": "api.example.org:8443"})
    manifest = answer.json()
    assert manifest["view"]["url"] == "http://api.example.org:8443/reconcile/id/{{id}}"
    assert manifest["identifierSpace"] == "http://api.example.org:8443/reconcile/id/"
    assert manifest["suggest"]["entity"]["service_url"] == "http://api.example.org:8443/reconcile"


@pytest.mark.parametrize("host", ['x"><script>', "a b", "", "h/path", "user@h"])
async def test_a_host_that_is_none_is_not_repeated(service: Service, host: str) -> None:
    """What could end an address is not written into one."""
    answer = await service.http.get("/reconcile", headers={"Host": host})
    assert answer.json()["view"]["url"] == "http://localhost/reconcile/id/{{id}}"


async def test_every_address_in_it_answers(service: Service) -> None:
    """What the manifest names is there."""
    manifest = (await service.get()).json()
    belarus = await service.id_of("country", 'iso2: "BY"')
    addresses = [
        manifest["view"]["url"].replace("{{id}}", belarus),
        manifest["preview"]["url"].replace("{{id}}", belarus),
        manifest["identifierSpace"] + belarus,
        manifest["schemaSpace"] + "Country",
        manifest["documentation"],
    ]
    propose = manifest["extend"]["propose_properties"]
    addresses.append(propose["service_url"] + propose["service_path"] + "?type=Country")
    for what, sample in (("entity", belarus), ("property", "iso2"), ("type", "Country")):
        suggest = manifest["suggest"][what]
        addresses.append(suggest["service_url"] + suggest["service_path"] + "?prefix=co")
        flyout = suggest["flyout_service_url"] + suggest["flyout_service_path"]
        addresses.append(flyout.replace("${id}", sample))
    for address in addresses:
        assert (await service.http.get(address)).status_code == 200, address


async def test_it_is_not_sent_twice(service: Service) -> None:
    """Who has it is told that it is unchanged."""
    tag = (await service.get()).headers["etag"]
    answer = await service.http.get("/reconcile", headers={"If-None-Match": tag})
    assert (answer.status_code, answer.content) == (304, b"")


async def test_pages_of_other_sites_may_read(service: Service) -> None:
    """The specification demands CORS at each address."""
    for path in ("", "/match", "/extend", "/extend/propose", "/suggest/entity", "/preview", "/flyout/type"):
        answer = await service.http.options(
            f"/reconcile{path}",
            headers={"Origin": "https://refine.example", "Access-Control-Request-Method": "POST"},
        )
        assert answer.headers["access-control-allow-origin"] == "*", path
    answer = await service.http.get("/reconcile", headers={"Origin": "https://refine.example"})
    assert answer.headers["access-control-allow-origin"] == "*"


async def test_jsonp_is_refused(service: Service) -> None:
    """A script from us runs on nobody's page: version 0.2 leaves it open, and the draft has taken it out."""
    answer = await service.get(callback="read")
    assert (answer.status_code, answer.json()["detail"]) == (400, "JSONP is not offered.")
