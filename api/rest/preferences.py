"""What a client would rather have: the header Prefer (RFC 7240)."""

from dataclasses import dataclass

from api.errors import Headers


@dataclass(frozen=True, slots=True)
class Preferences:
    """The preferences that are known here; others are passed over, as the standard has it.

    Attributes:
        lenient: `handling=lenient`: pass over parameters that are not known.
        count: `count=exact`: count the rows of all pages together.
    """

    lenient: bool = False
    count: bool = False

    @classmethod
    def read(cls, text: str | None) -> "Preferences":
        """Read a header: "handling=lenient, count=exact" → Preferences(True, True)."""
        if text is None:
            return cls()
        told = {part.partition(";")[0].replace(" ", "").replace('"', "").lower() for part in text.split(",")}
        return cls("handling=lenient" in told, "count=exact" in told)

    @property
    def applied(self) -> Headers:
        """The header that says which of them were followed."""
        followed = [("handling=lenient", self.lenient), ("count=exact", self.count)]
        told = ", ".join(name for name, is_so in followed if is_so)
        return ((b"preference-applied", told.encode()),) if told else ()
