"""The address under which a client reaches us, for addresses within answers."""

import re

from starlette.types import Scope

from api.web.reply import header

# A host name or address, with or without a port: nothing that could end an address within a page.
_HOST = re.compile(r"[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?|\[[0-9A-Fa-f:.]{2,45}\](:[0-9]{1,5})?")


def origin(scope: Scope, public_url: str | None) -> str:
    """Return the address that was set, else that of the request: "http://127.0.0.1:8000"."""
    if public_url is not None:
        return public_url.rstrip("/")
    host = header(scope, b"host") or ""
    return f"{scope['scheme']}://{host if _HOST.fullmatch(host) else 'localhost'}"
