"""Takes the port: one socket for each worker, so that the kernel spreads connections over them.

The parent keeps every socket open. Connections that wait at the one of a worker that died are not lost: the
worker that takes its place finds them there.
"""

import contextlib
import ctypes
import socket
import struct

from api.errors import SettingsError

# How many may wait to be taken in; the kernel has a limit of its own.
BACKLOG = 2048
SO_ATTACH_FILTER = 26

# Classic BPF over the TCP header: load the flags, and drop the packet if SYN is among them.
_DROP_SYN = ((0x30, 0, 0, 13), (0x45, 0, 1, 0x02), (0x06, 0, 0, 0), (0x06, 0, 0, 0xFFFFFFFF))


def bound(host: str, port: int) -> socket.socket:
    """A socket at the address, which does not listen yet."""
    with contextlib.ExitStack() as failed:
        try:
            family, kind, protocol, _, where = socket.getaddrinfo(
                host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
            )[0]
            holder = failed.enter_context(socket.socket(family, kind, protocol))
            holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            holder.bind(where)
        except OSError as error:
            raise _taken(f"{host}:{port}", error) from error
        failed.pop_all()
    return holder


def listening(holder: socket.socket, count: int) -> list[socket.socket]:
    """Sockets that listen at the address of one, which is closed."""
    try:
        # Alone at first: had it shared the address from the start, another server could do so too.
        holder.listen()
    except OSError as error:
        raise _taken(address(holder), error) from error
    holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    sockets = [_beside(holder) for _ in range(count)]
    holder.close()
    return sockets


def address(listener: socket.socket) -> str:
    """Where a socket is reached: "http://127.0.0.1:8000"."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _beside(holder: socket.socket) -> socket.socket:
    another = socket.socket(holder.family, holder.type, holder.proto)
    another.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    another.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    another.bind(holder.getsockname())
    another.listen(BACKLOG)
    return another


def _taken(where: str, error: OSError) -> SettingsError:
    return SettingsError(
        f"Cannot listen on {where}: {error.strerror}.",
        "set DETENTE_PORT to a free port (0 picks one), or DETENTE_HOST to an address of this machine.",
    )


def close_door(listener: socket.socket) -> None:
    """Have the kernel overlook those who knock from now on, where it can (Linux).

    They knock again after a second, and find a successor at the address or nobody. Without this, whoever came
    between the last accept and the close would be taken in and thrown out.
    """
    program = (ctypes.c_uint64 * len(_DROP_SYN))(*(_instruction(*each) for each in _DROP_SYN))
    filtered = struct.pack("HL", len(_DROP_SYN), ctypes.addressof(program))
    with contextlib.suppress(OSError):  # not Linux
        listener.setsockopt(socket.SOL_SOCKET, SO_ATTACH_FILTER, filtered)


def _instruction(code: int, if_true: int, if_false: int, value: int) -> int:
    """A `struct sock_filter` as one number."""
    packed: int = struct.unpack("Q", struct.pack("HBBI", code, if_true, if_false, value))[0]
    return packed
