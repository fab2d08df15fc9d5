"""Runs workers: forks them, replaces the dead, restarts them one by one, and stops them all.

The parent answers no request. It holds what must outlive a worker: the sockets, and the embedded Postgres.
"""

import contextlib
import gc
import os
import selectors
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from types import FrameType

from api import logs
from api.errors import DetenteError, WorkerFailed
from api.server.seat import Seat

WATCH_SECONDS = 0.5
# A worker whose loop does not turn for so long is not coming back.
HANG_SECONDS = 30.0
# Who dies sooner is not replaced at once, lest a fault at start eats the machine.
YOUNG_SECONDS = 5.0
PAUSE_SECONDS = 1.0

STOPS = (signal.SIGTERM, signal.SIGINT)

Work = Callable[[Seat], None]


@dataclass(slots=True)
class Worker:
    """A child, as the parent knows it."""

    number: int
    pid: int
    pulse: int
    born: float = field(default_factory=time.monotonic)
    beat: float = field(default_factory=time.monotonic)
    ready: bool = False
    leaving: bool = False


class Supervisor:
    """One worker for each socket.

    Args:
        listeners: Where the workers take clients, one for each.
        work: What a worker does, in its own process, until it is told to stop.
        watch: Called about twice a second; what it raises ends everything.
        ready: Called once, when all workers answer.
        patience: Longest that workers may take to stop, in seconds.
        say: Tells people what is being done.
    """

    def __init__(  # noqa: PLR0913 - all but two by name
        self,
        listeners: Sequence[socket.socket],
        work: Work,
        *,
        watch: Callable[[], None],
        ready: Callable[[], None],
        patience: float,
        say: Callable[[str], None],
    ) -> None:
        self._listeners = listeners
        self._work = work
        self._watch = watch
        self._say_ready = ready
        self._patience = patience
        self._say = say
        self._workers: dict[int, Worker] = {}
        self._due: dict[int, float] = dict.fromkeys(range(len(listeners)), 0.0)
        self._restarts: list[int] = []
        self._signals: list[int] = []
        self._said_ready = False
        self._stop_until: float | None = None
        self._terminal = os.isatty(0)
        self._lifeline, self._held = os.pipe()
        self._selector = selectors.DefaultSelector()

    def run(self) -> None:
        """Keep the workers until a signal says stop, and all have stopped."""
        # What was made so far stays: collecting it in a worker would copy every page it shares with the parent.
        gc.collect()
        gc.freeze()
        with self._listening_to_signals():
            try:
                self._keep()
            except DetenteError:
                # Whatever cannot go on, those who are being answered have their answers first.
                self._stop(signal.SIGINT)
                self._keep()
                raise
            finally:
                self._kill_all()

    def _keep(self) -> None:
        while self._stop_until is None or self._workers:
            self._turn()

    def _turn(self) -> None:
        self._start_due()
        self._wait()
        # First: a signal to all of us ends workers too, and that is no failure of theirs.
        while self._signals:
            self._obey(self._signals.pop(0))
        self._bury()
        self._end_the_hung()
        self._restart_next()
        if self._stop_until is None:
            self._watch()

    # -- starting

    def _start_due(self) -> None:
        now = time.monotonic()
        for number in [number for number, due in self._due.items() if due <= now]:
            del self._due[number]
            self._start(number)

    def _start(self, number: int) -> None:
        pulse, beats = os.pipe()
        os.set_blocking(pulse, False)
        seat = Seat(number, self._listeners[number], self._lifeline, beats)
        pid = os.fork()
        if pid == 0:
            self._be_worker(seat, pulse)
        os.close(beats)
        self._workers[pid] = worker = Worker(number, pid, pulse)
        self._selector.register(pulse, selectors.EVENT_READ, worker)

    def _be_worker(self, seat: Seat, pulse: int) -> None:
        """What follows fork in the child, which must never return into the parent's work."""
        code = 1
        try:
            signal.set_wakeup_fd(-1)
            for sent in (signal.SIGTERM, signal.SIGCHLD):
                signal.signal(sent, signal.SIG_DFL)
            # These reach every process of a terminal; what they mean is for the parent to say.
            for sent in (signal.SIGINT, signal.SIGHUP):
                signal.signal(sent, signal.SIG_IGN)
            for each in (self._held, pulse, *(worker.pulse for worker in self._workers.values())):
                os.close(each)
            self._work(seat)
            code = 0
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        except BaseException as error:  # noqa: BLE001 - nothing may get past this frame
            logs.fault(error)
        finally:
            with contextlib.suppress(Exception):
                sys.stdout.flush()
                sys.stderr.flush()
            os._exit(code)

    # -- watching

    def _wait(self) -> None:
        """Sleep until a worker beats or ends, a signal comes, or it is time to look around."""
        for key, _ in self._selector.select(WATCH_SECONDS):
            with contextlib.suppress(BlockingIOError):
                beats = os.read(key.fd, 4096)
                if isinstance(key.data, Worker) and beats:
                    key.data.beat = time.monotonic()
                    key.data.ready = True
                elif not beats:
                    # A pulse that ended stays readable; its worker is buried next.
                    self._selector.unregister(key.fd)
        everybody = {worker.number for worker in self._workers.values() if worker.ready}
        if not self._said_ready and len(everybody) == len(self._listeners):
            self._said_ready = True
            self._say_ready()

    def _bury(self) -> None:
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            if worker := self._workers.pop(pid, None):
                self._forget(worker)
                self._ended(worker, os.waitstatus_to_exitcode(status))

    def _forget(self, worker: Worker) -> None:
        with contextlib.suppress(KeyError):
            self._selector.unregister(worker.pulse)
        os.close(worker.pulse)

    def _ended(self, worker: Worker, code: int) -> None:
        if worker.leaving or self._stop_until is not None:
            return
        if not self._said_ready:
            raise WorkerFailed(f"Worker {worker.number} could not start.", "see to the reason above.")
        logs.log.error("worker ended", worker=worker.number, pid=worker.pid, code=code)
        if any(other.number == worker.number for other in self._workers.values()):
            if not worker.ready:
                # It was to take over from one that lives, and the next would fare no better.
                self._restarts.clear()
            return
        young = time.monotonic() - worker.born < YOUNG_SECONDS
        self._due[worker.number] = time.monotonic() + (PAUSE_SECONDS if young else 0)

    def _end_the_hung(self) -> None:
        now = time.monotonic()
        for worker in self._workers.values():
            if worker.ready and not worker.leaving and now - worker.beat > HANG_SECONDS:
                logs.log.error("worker hangs", worker=worker.number, pid=worker.pid)
                os.kill(worker.pid, signal.SIGKILL)
        if self._stop_until is not None and now > self._stop_until:
            self._kill_all()

    # -- restarting and stopping

    def _obey(self, sent: int) -> None:
        if sent in STOPS or self._terminal != os.isatty(0):
            # A terminal that was closed sends SIGHUP too, and takes its programs with it.
            self._stop(sent if sent in STOPS else signal.SIGTERM)
        elif sent == signal.SIGHUP and self._stop_until is None and not self._restarts:
            logs.log.info("restarting workers")
            self._restarts = list(range(len(self._listeners)))

    def _restart_next(self) -> None:
        """Take the next step: start a successor, or let the one go whose successor answers."""
        if not self._restarts or self._stop_until is not None or not self._said_ready:
            return
        number = self._restarts[0]
        here = [each for each in self._workers.values() if each.number == number and not each.leaving]
        if not here:
            self._restarts.pop(0)
        elif len(here) == 1:
            self._start(number)
        elif max(here, key=lambda each: each.born).ready:
            oldest = min(here, key=lambda each: each.born)
            oldest.leaving = True
            os.kill(oldest.pid, signal.SIGUSR1)
            self._restarts.pop(0)

    def _stop(self, sent: int) -> None:
        """Tell all workers; a second signal tells them to hurry."""
        if self._stop_until is None:
            self._say("Stopping …")
        else:
            sent = signal.SIGINT
        self._stop_until = self._stop_until or time.monotonic() + self._patience
        self._due.clear()
        for listener in self._listeners:
            # A client must not be taken in by the kernel where no worker will come for it.
            listener.close()
        for worker in self._workers.values():
            os.kill(worker.pid, sent)

    def _kill_all(self) -> None:
        for worker in self._workers.values():
            with contextlib.suppress(ProcessLookupError):
                os.kill(worker.pid, signal.SIGKILL)
                os.waitpid(worker.pid, 0)
            self._forget(worker)
        self._workers.clear()

    @contextlib.contextmanager
    def _listening_to_signals(self) -> Iterator[None]:
        woken, wake = socket.socketpair()
        for each in (woken, wake):
            each.setblocking(False)  # noqa: FBT003 - the library's own parameter
        with woken, wake:
            self._selector.register(woken, selectors.EVENT_READ)
            before = signal.set_wakeup_fd(wake.fileno(), warn_on_full_buffer=False)
            for sent in (*STOPS, signal.SIGHUP, signal.SIGCHLD):
                signal.signal(sent, self._note_signal)
            try:
                yield
            finally:
                signal.set_wakeup_fd(before)
                for sent in STOPS:
                    # What is left to do, such as the stop of Postgres, must not be interrupted.
                    signal.signal(sent, signal.SIG_IGN)

    def _note_signal(self, sent: int, _: FrameType | None) -> None:
        if sent != signal.SIGCHLD:
            self._signals.append(sent)
