"""Pages about entities: the preview in OpenRefine's frame, and the page behind each id."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest

from tests.reconcile.conftest import Service

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_preview_sums_up(service: Service) -> None:
    """What tells an entity from others, in a page that a frame of any site can hold."""
    own = await service.id_of("target", 'slug: "belaruskali"')
    answer = await service.get("/preview", id=own)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "x-frame-options" not in answer.headers
    assert "frame-ancestors *" in answer.headers["content-security-policy"]
    assert '<h1 dir="auto">Belaruskali OAO</h1>' in answer.text
    assert "Sanctioned organization" in answer.text
    assert len(answer.content) < 3000


async def test_nothing_runs_on_it(service: Service) -> None:
    """Nothing is loaded, no script may run, and the one style is the one that is allowed."""
    own = await service.id_of("target", 'slug: "belaruskali"')
    answer = await service.get("/preview", id=own)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script" not in answer.text
    (style,) = re.findall("<style>(.*?)</style>", answer.text)
    assert f"style-src 'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'" in policy


async def test_the_whole_page_leads_on(service: Service) -> None:
    """Each entity on it is a link to its own page."""
    own = await service.id_of("detainee", 'slug: "ales-bialiatski"')
    answer = await service.get(f"/id/{own}")
    assert "Алесь Бяляцкі" in answer.text
    links = re.findall(r'<a href="(http://detente/reconcile/id/[^"]+)"', answer.text)
    assert links
    for link in set(links):
        assert (await service.http.get(link)).status_code == 200


async def test_what_is_not_there(service: Service) -> None:
    """404, in words, with the id made harmless."""
    for path in ("/id/Target:1", "/id/%3Cscript%3E", "/preview?id=<script>", "/type/<script>"):
        answer = await service.http.get(f"/reconcile{path}")
        assert answer.status_code == 404, path
        assert "Nothing has the id" in answer.text
        assert "<script>" not in answer.text


async def test_a_page_is_not_sent_twice(service: Service) -> None:
    """Who has it is told so until the data change."""
    own = await service.id_of("country", 'iso2: "BY"')
    first = await service.get("/preview", id=own)
    again = await service.http.get(
        "/reconcile/preview", params={"id": own}, headers={"If-None-Match": first.headers["etag"]}
    )
    assert (again.status_code, again.content) == (304, b"")
