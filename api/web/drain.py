"""Whether this process is about to end, which load balancers learn from /readyz."""

from dataclasses import dataclass


@dataclass(slots=True)
class Drain:
    """Set once by who stops the process, and read by who answers."""

    begun: bool = False
