"""Ends what takes too long, by one timer for all that may take equally long, where each would set and cancel its own."""

import asyncio
from collections.abc import Callable
from types import TracebackType
from typing import Generic, TypeVar

T = TypeVar("T")


class Timeouts(Generic[T]):
    """Those that have begun, the oldest first; each that has not ended after some seconds is told to be `late`."""

    def __init__(self, late: Callable[[T], object]) -> None:
        self._late = late
        self._due: dict[T, float] = {}
        self._timer: asyncio.TimerHandle | None = None

    def begin(self, one: T, seconds: float) -> None:
        """Have an eye on one that has not begun, or has ended; the seconds are the same for all."""
        loop = asyncio.get_running_loop()
        self._due[one] = loop.time() + seconds
        if self._timer is None:
            self._timer = loop.call_later(seconds, self._sweep)

    def end(self, one: T) -> None:
        """Leave one alone."""
        self._due.pop(one, None)

    def _sweep(self) -> None:
        loop = asyncio.get_running_loop()
        self._timer = None
        while self._due:
            one, due = next(iter(self._due.items()))
            if due > loop.time():
                self._timer = loop.call_at(due, self._sweep)
                return
            del self._due[one]
            self._late(one)


class Deadline:
    """As asyncio.timeout: cancels the task within, and raises TimeoutError in place of that."""

    __slots__ = ("_all", "_cancelling", "_late", "_seconds", "_task")

    def __init__(self, deadlines: "Timeouts[Deadline]", seconds: float) -> None:
        self._all = deadlines
        self._seconds = seconds
        self._late = False

    def __enter__(self) -> None:
        task = asyncio.current_task()
        assert task is not None, "only a task can be cancelled"
        self._task, self._cancelling = task, task.cancelling()
        self._all.begin(self, self._seconds)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        self._all.end(self)
        if self._late and self._task.uncancel() <= self._cancelling and kind is asyncio.CancelledError:
            raise TimeoutError from error

    def pass_by(self) -> None:
        """Cancel the task."""
        self._late = True
        self._task.cancel()


def deadlines() -> Timeouts[Deadline]:
    """Deadlines that one timer watches."""
    return Timeouts(Deadline.pass_by)
