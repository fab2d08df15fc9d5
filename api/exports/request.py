"""One request for an export, and the headers of its answer."""

from dataclasses import dataclass
from urllib.parse import urlencode

from api.asking import replies
from api.asking.asking import Asked
from api.asking.call import Call
from api.errors import Headers
from api.exports.formats import CSV, METADATA, Format
from api.exports.names import disposition, file_name
from api.exports.sheets import Sheet, Wanted

SAFE = (b"x-content-type-options", b"nosniff")


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody wants, and in which format."""

    form: Format
    call: Call
    sheet: Sheet
    wanted: Wanted

    @property
    def edition(self) -> str:
        """Tells the answers of this format and version from others."""
        return f"{self.form.ending}.{replies.VERSION}"

    @property
    def query(self) -> str:
        """The filters as an address has them."""
        return f"?{urlencode(self.wanted.filters)}" if self.wanted.filters else ""

    def address(self, form: Format) -> str:
        """The same rows in a format: "https://example.org/v1/releases.csv?country=BY"."""
        return f"{self.call.base}/{self.sheet.name}.{form.ending}{self.query}"

    def headers(self, asked: Asked, revision: int) -> Headers:
        """The headers of the file; the tag is that of the first page, of one revision with all others."""
        name = file_name(self.sheet.name, self.wanted.filters, revision, self.form.ending)
        beside = f'<{self.address(METADATA)}>; rel="describedby"; type="{METADATA.media}"'
        links = ((b"link", beside.encode()),) if self.form is CSV else ()
        told = replies.told(asked, self.edition)
        if revision != revision_of(asked):
            told = ((b"detente-revision", b"%d" % revision), (b"cache-control", b"no-store"))
        return ((b"content-type", self.form.media.encode()), SAFE, *disposition(name), *links, *told)


def revision_of(asked: Asked) -> int:
    """Return the revision that an answer was read at."""
    return int(dict(asked.headers)[b"detente-revision"])
