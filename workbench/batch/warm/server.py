"""The fork server: everything is imported once, then each notebook gets a copy of the process.

It has one thread and no event loop, since neither survives a fork. A connection is a lease: who
asked for a kernel holds it open, and when it closes, for whatever reason, the kernel is ended.
The server's own lease is its standard input.
"""

import contextlib
import gc
import os
import selectors
import signal
import socket
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from workbench.batch.warm.child import become_kernel
from workbench.batch.warm.guard import adopt_strays, children
from workbench.batch.warm.wire import Message, Wire
from workbench.charts.drawing import ADDRESS, Drawer

_LEASE = 0  # standard input; closed when who started the server ends
_BACKLOG = 64


@dataclass
class ForkServer:
    """Listens, forks, reaps."""

    listener: socket.socket
    drawers: list[Drawer] = field(default_factory=list)
    kernels: dict[int, Wire] = field(default_factory=dict)  # by process id
    _seen: selectors.DefaultSelector = field(default_factory=selectors.DefaultSelector)

    def run(self) -> None:
        """Serve until the lease ends, then end every kernel."""
        adopt_strays()
        self._lifeline, self._held = os.pipe()  # its writing end is nowhere but here
        self._woken, waker = socket.socketpair()
        for end in (self._woken, waker):
            end.settimeout(0)
        self._waker = waker
        signal.set_wakeup_fd(waker.fileno(), warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        for fd in (self.listener, self._woken, _LEASE):
            self._seen.register(fd, selectors.EVENT_READ)
        gc.collect()
        gc.freeze()  # what is there stays there: a child's collector would copy its pages
        try:
            while self._turn():
                pass
        finally:
            self._end_all()

    def _turn(self) -> bool:
        for key, _ in self._seen.select(timeout=5.0):
            if key.fileobj is self.listener:
                self._welcome()
            elif key.fileobj is self._woken:
                self._woken.recv(4096)
            elif key.fileobj == _LEASE:
                if not os.read(_LEASE, 4096):
                    return False
            else:
                self._hear(key.data)
        self._reap()
        return True

    def _welcome(self) -> None:
        connection, _ = self.listener.accept()
        self._seen.register(connection, selectors.EVENT_READ, Wire(connection))

    def _hear(self, wire: Wire) -> None:
        while (message := wire.receive(0)) is not None:
            if "argv" in message:
                self._fork(wire, message)
            else:
                self._signal(wire, int(message["signal"]))
        if not wire.is_open:
            self._part(wire)

    def _fork(self, wire: Wire, request: Message) -> None:
        self._draw(request)
        parent, pid = os.getpid(), os.fork()
        if pid == 0:
            self._forget()
            become_kernel(request, parent, self._lifeline)
        self.kernels[pid] = wire
        self._tell(wire, {"pid": pid})

    def _draw(self, request: Message) -> None:
        """Name the drawer that has the fewest kernels to draw for; raise a new one if it died."""
        if self.drawers:
            drawer = self.drawers[len(self.kernels) % len(self.drawers)]
            drawer.keep_alive()
            request["env"] = {**request["env"], ADDRESS: str(drawer.address)}

    def _forget(self) -> None:
        """In the child: let go of everything that is the server's."""
        signal.set_wakeup_fd(-1)
        for key in list(self._seen.get_map().values()):
            if isinstance(key.data, Wire):
                key.data.close()
        self._seen.close()
        os.close(self._held)
        for end in (self.listener, self._woken, self._waker):
            end.close()
        for drawer in self.drawers:
            drawer.forget()

    def _signal(self, wire: Wire, number: int) -> None:
        for pid, asked_by in self.kernels.items():
            if asked_by is wire:
                _send(pid, number)

    def _part(self, wire: Wire) -> None:
        """End the kernel of somebody who is gone; it is reaped in a moment."""
        self._seen.unregister(wire.connection)
        wire.close()
        self._signal(wire, signal.SIGKILL)

    def _reap(self) -> None:
        while (pid := _ended()) is not None:
            wire = self.kernels.pop(pid, None)
            if wire is not None:
                _end_group(pid)  # what it started and left; its number is its own until reaped
            _, status = os.waitpid(pid, 0)
            if wire is not None:
                self._tell(wire, {"exit": os.waitstatus_to_exitcode(status)})
        own = {drawer.pid for drawer in self.drawers}
        for stray in children() - self.kernels.keys() - own:
            _send(stray, signal.SIGKILL)

    def _tell(self, wire: Wire, message: Message) -> None:
        try:
            if wire.is_open:
                wire.send(message)
        except OSError:  # gone meanwhile; its end is heard in the next turn
            pass

    def _end_all(self) -> None:
        for pid in self.kernels:
            _end_group(pid)
        for drawer in self.drawers:
            drawer.stop()
        end = time.monotonic() + 2.0
        while self.kernels and time.monotonic() < end:
            self._reap()
            time.sleep(0.01)
        self._reap()


def listen(address: Path) -> socket.socket:
    """Open a Unix socket that only its owner can reach."""
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    before = os.umask(0o177)
    try:
        listener.bind(str(address))
    finally:
        os.umask(before)
    listener.listen(_BACKLOG)
    return listener


def _send(pid: int, number: int) -> None:
    """Signal a kernel and what it started; while it is not reaped, its number is its own."""
    for send in (os.killpg, os.kill):
        try:
            send(pid, number)
        except (ProcessLookupError, PermissionError):
            continue
        else:
            return


def _ended() -> int | None:
    """Give a child that has ended, without reaping it."""
    try:
        found = os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    except ChildProcessError:
        return None
    return found.si_pid if found else None


def _end_group(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)


def start(address: Path, drawers: list[Drawer]) -> None:
    """Serve at an address; the line on standard output says that it listens."""
    listener = listen(address)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    os.dup2(2, 1)  # from here on nothing but a document's maker writes to standard output
    ForkServer(listener, drawers).run()
