"""The page at /: says what this is and where to ask."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Détente</title>
<style>body { font: 1.1rem/1.5 system-ui, sans-serif; margin: 3rem auto; max-width: 38rem; padding: 0 1rem }</style>
<h1>Détente</h1>
<p>Which nationals were released in exchange for which sanctions relief, who says so, and how sure we are.</p>
<p>Send GraphQL by POST to <code>/graphql</code>:</p>
<pre>curl http://HOST/graphql -H 'Content-Type: application/json' \\
  -d '{"query": "{ __schema { queryType { name } } }"}'</pre>
<p>The README has a query to begin with.</p>
</html>
"""


async def page(request: Request) -> Response:
    """The page, with the address it was asked at."""
    host = request.headers.get("host", "")
    known = host if all(sign.isalnum() or sign in ".:-[]" for sign in host) else "localhost"
    return HTMLResponse(_PAGE.replace("HOST", known))
