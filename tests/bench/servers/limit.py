"""The physical limit: the engine's own statement run by pgbench, one connection to a client and nothing between."""

import os
import re
import subprocess
from pathlib import Path

from api.database.cluster import PORT
from api.database.connect import SESSION
from api.database.embedded import DATABASE, Server
from api.engine import Engine
from tests.bench.servers.cases import Case
from tests.bench.servers.contestants import READER
from tests.bench.servers.processes import SERVER_CORE, pinned


def pgbench(
    programs: Path, database: Server, engine: Engine, case: Case, *, seconds: int, connections: int
) -> float:
    """Statements in a second, prepared once on each connection, with the arguments of the case's first values."""
    prepared = engine.prepare(case.query("detente"), case.values[0], None)
    assert prepared.sql is not None
    given = {f"a{place}": value for place, value in enumerate(prepared.arguments, 1) if value is not None}
    script = database.cluster.parent / f"{case.name}.sql"
    script.write_text(re.sub(r"\$(\d+)", lambda found: _name(found[1], given), prepared.sql) + ";\n")
    command = [
        str(programs / "pgbench"),
        *("--no-vacuum", "--protocol=prepared", f"--client={connections}", f"--time={seconds}"),
        *("--host", str(database.socket_dir), f"--port={PORT}", "--username", READER),
        *(f"--define={name}={value}" for name, value in given.items()),
        f"--file={script}",
        DATABASE,
    ]
    options = " ".join(f"-c {name}={value.replace(' ', chr(92) + ' ')}" for name, value in SESSION.items())
    run = subprocess.run(
        pinned(SERVER_CORE, command),
        env={**os.environ, "PGOPTIONS": options},
        check=True,
        capture_output=True,
        text=True,
    )
    found = re.search(r"tps = ([\d.]+)", run.stdout)
    assert found, run.stdout
    return float(found[1])


def _name(number: str, given: dict[str, object]) -> str:
    return f":a{number}" if f"a{number}" in given else "NULL"
