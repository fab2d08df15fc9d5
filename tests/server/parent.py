"""A parent whose one worker fails in the way that the command line names: `python -m tests.server.parent hang`."""

import asyncio
import sys
import time

from api import logs
from api.errors import DetenteError
from api.server import supervisor
from api.server.listening import bound, listening
from api.server.seat import Seat
from api.server.supervisor import Supervisor

HANG_SECONDS = 0.3


def work(seat: Seat) -> None:
    """Fail as asked."""
    if sys.argv[1] == "fail":
        sys.exit(1)
    asyncio.run(_beat_once(seat))
    sys.stdout.write("began\n")
    sys.stdout.flush()
    time.sleep(60)


async def _beat_once(seat: Seat) -> None:
    beating = asyncio.create_task(seat.beat())
    await asyncio.sleep(0)
    beating.cancel()


def main() -> None:
    """Run it; a refusal is exit code 3."""
    logs.configure("json", "info")
    supervisor.HANG_SECONDS = HANG_SECONDS
    supervisor.WATCH_SECONDS = HANG_SECONDS / 3
    supervisor.PAUSE_SECONDS = 0.0
    listeners = listening(bound("127.0.0.1", 0), 1)
    parent = Supervisor(
        listeners, work, watch=lambda: None, ready=lambda: None, patience=0.5, say=lambda _: None
    )
    try:
        parent.run()
    except DetenteError as error:
        sys.stdout.write(str(error))
        sys.exit(3)


if __name__ == "__main__":
    main()
