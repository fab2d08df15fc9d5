"""Opens the database a command works on: the embedded one, or the one of DATABASE_URL."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass

from api.cli.group import say
from api.database import embedded, migrations, roles, urls
from api.database.bootstrap import bootstrap
from api.database.connect import connected
from api.database.embedded import Server
from api.database.urls import Urls
from api.errors import SettingsError
from api.settings import Settings


@dataclass(frozen=True, slots=True)
class Database:
    """Where a command works; `server` is the embedded one, if it is that."""

    urls: Urls
    server: Server | None

    async def migrate(self) -> None:
        """Bring the tables and the roles' passwords to what this code needs."""
        if self.server:
            await bootstrap(self.server)
        async with connected(self.urls.owner) as owner:
            await roles.check_rights(owner)
            for applied in await migrations.migrate(owner, migrations.read()):
                say(f"Applied {applied.name}.")
            await roles.set_passwords(owner, self.urls)


@contextlib.contextmanager
def opened(settings: Settings) -> Iterator[Database]:
    """The database of the settings, for as long as the command runs."""
    if settings.database_url:
        found = urls.external(settings.database_url, settings.writer_url, settings.reader_url)
        yield Database(found, None)
        return
    if settings.reader_url:
        raise SettingsError(
            "DETENTE_READER_URL is set and DATABASE_URL is not: that is enough to serve, and to nothing else.",
            "set DATABASE_URL to the owner's address, or unset both to use the embedded database.",
        )
    with embedded.use(settings.data_dir, say) as server:
        yield Database(urls.embedded(server), server)
