"""What the doctor looks at."""

from dataclasses import dataclass

from api.database.embedded import Server
from api.engine import Engine
from api.settings import Settings


@dataclass(frozen=True, slots=True)
class Patient:
    """An installation.

    Attributes:
        settings: What its operator chose.
        engine: What it compiles with.
        readers: The addresses it reads at.
        owner: The address that migrates; None where only a reader's login is known.
        writer: The address that loads, likewise.
        server: The embedded server, if it is that.
    """

    settings: Settings
    engine: Engine
    readers: tuple[str, ...]
    owner: str | None = None
    writer: str | None = None
    server: Server | None = None
