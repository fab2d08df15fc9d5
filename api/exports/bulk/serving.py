"""/bulk: the bulk files of a folder, as they were written."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

from starlette.routing import Route

from api.asking import replies
from api.asking.address import Address, Addresses
from api.asking.call import Call
from api.errors import NotFound
from api.exports.bulk.manifest import NAME, SET, File, Manifest, read_manifest
from api.web.file import FileReply
from api.web.media import JSON
from api.web.reply import Reply, header

ROOT = "/bulk"
_GZIP = "application/gzip"
# A set never changes once it is there.
_FOR_GOOD = (b"cache-control", b"public, max-age=31536000, immutable")
_ASK_AGAIN = (b"cache-control", b"public, no-cache")


@dataclass(frozen=True, slots=True)
class Bulk:
    """The folder that `detente export` writes to."""

    folder: Path

    def routes(self, addresses: Addresses) -> list[Route]:
        """Where bulk files stand."""
        handlers = {
            f"{ROOT}": self.manifest,
            f"{ROOT}/{NAME}": self.manifest,
            f"{ROOT}/{{name}}": self.newest,
            f"{ROOT}/{{set}}/{{name}}": self.file,
        }
        return [Route(path, Address(addresses, handler, ROOT)) for path, handler in handlers.items()]

    async def manifest(self, call: Call) -> Reply:
        """Answer with the newest manifest."""
        call.allow("GET")
        body = (await self._newest()).model_dump_json(indent=2).encode()
        tag, _ = replies.steady(body)
        if header(call.scope, b"if-none-match") == tag[1].decode():
            return Reply(304, b"", (tag, _ASK_AGAIN))
        return Reply(200, body, ((b"content-type", JSON.encode()), tag, _ASK_AGAIN))

    async def newest(self, call: Call) -> Reply:
        """Lead to a file of the newest set, by a name that stays the same."""
        call.allow("GET")
        name = call.scope["path_params"]["name"]
        found = _find(await self._newest(), name)
        return Reply(307, b"", ((b"location", f"{call.base}/{found.path}".encode()), _ASK_AGAIN))

    async def file(self, call: Call) -> Reply | FileReply:
        """Answer with a file, or parts of it."""
        call.allow("GET")
        wanted, name = call.scope["path_params"]["set"], call.scope["path_params"]["name"]
        if not SET.fullmatch(wanted):
            raise _missing(name)
        manifest = await asyncio.to_thread(read_manifest, self.folder / wanted)
        if manifest is None:
            raise NotFound("There is no such set of files any more.", f"take the newest: {call.base}/{NAME}.")
        found = _find(manifest, name)
        tag = b'"%b"' % found.sha256.encode()
        told = ((b"etag", tag), _FOR_GOOD)
        if tag.decode() in (header(call.scope, b"if-none-match") or ""):
            return Reply(304, b"", told)
        media = _GZIP if found.path.endswith(".gz") else found.media
        return FileReply(self.folder / found.path, media, told, call.scope, call.receive)

    async def _newest(self) -> Manifest:
        found = await asyncio.to_thread(read_manifest, self.folder)
        if found is None:
            raise NotFound(
                "There are no bulk files yet.", "ask again tomorrow, or take /v1/{collection}.csv."
            )
        return found


def _find(manifest: Manifest, name: str) -> File:
    for each in manifest.files:
        if each.path.rpartition("/")[2] == name:
            return each
    raise _missing(name)


def _missing(name: str) -> NotFound:
    return NotFound(f"There is no bulk file {name[:80]!r}.", f"see {ROOT}/{NAME}, which names all there are.")
