"""How a page is told to other programs: its title, what it is for search engines, and the code that frames its card."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup, escape

from api.pages import links
from api.pages.links import Node

WIDTH, HEIGHT = 560, 320
"""Of a card, where nobody asks for less."""
LEAST_WIDTH, LEAST_HEIGHT = 240, 200

_LICENSES = {"CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/"}


def title_of(node: Node) -> str:
    """Return what a thing is called; a sanction by its target and its authority."""
    if node["__typename"] == "Sanction":
        return f"{node['target']['name']}: sanction by {node['authority']['name']}"
    return links.name_of(node)


def frame_of(address: str, title: str, width: int = WIDTH, height: int = HEIGHT) -> str:
    """Return the code by which an article shows a card."""
    return (
        f'<iframe src="{escape(address)}" title="{escape(title)}" width="{width}" height="{height}"'
        ' loading="lazy" referrerpolicy="no-referrer"></iframe>'
    )


def linked_data(
    address: str, title: str, description: str, dataset: Mapping[str, Any], sources: Iterable[Node]
) -> Markup:
    """Return a page as schema.org has it, as JSON that may stand in a script element."""
    told = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "url": address,
        "name": title,
        "description": description,
        "inLanguage": "en",
        "dateModified": dataset["updatedAt"],
        "license": _LICENSES.get(dataset["license"], dataset["license"]),
        "isBasedOn": [each["url"] for each in sources if links.web(each["url"])],
    }
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    # Nothing in it may end the element, or open a comment in it.
    return Markup(text.translate({ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}))  # noqa: S704
