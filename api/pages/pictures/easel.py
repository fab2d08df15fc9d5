"""The process that draws: one spec on each line, one answer on each line, until there are no more.

It is a process of its own because to draw takes 50 ms in which nothing else would be answered, and 100 MiB.
"""

import sys
from typing import Any

import orjson
import vl_convert

# Data stand in the specs; nothing is fetched.
_NOWHERE = ["https://invalid./"]


def main() -> None:
    """Draw what is asked for."""
    for line in sys.stdin.buffer:
        try:
            answer = {"drawn": draw(orjson.loads(line))}
        except Exception as fault:  # noqa: BLE001 - told to who asked
            answer = {"fault": str(fault)}
        sys.stdout.buffer.write(orjson.dumps(answer) + b"\n")
        sys.stdout.buffer.flush()


def draw(spec: dict[str, Any]) -> str:
    """Return Vega-Lite's spec as SVG."""
    return vl_convert.vegalite_to_svg(spec, allowed_base_urls=_NOWHERE)


if __name__ == "__main__":
    main()
