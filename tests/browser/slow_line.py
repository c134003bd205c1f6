"""A line to a server that can become slow both ways, as far away or on a train."""

import asyncio
import contextlib
import threading
from dataclasses import dataclass
from urllib.parse import urlsplit

_CHUNK = 8192  # bytes


@dataclass
class Line:
    """A relay to a server; how slow it is may change at any time."""

    base: str  # the address to ask
    late: float = 0.0  # seconds every byte is under way
    rate: float = 1e9  # bytes a second, of each connection


@contextlib.contextmanager
def slow_line(base):
    """Relay to a server."""
    target = urlsplit(base)
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    line = Line("")

    async def relay(reader, writer):
        there, here = await asyncio.open_connection(target.hostname, target.port)
        ways = (_carry(reader, here, line), _carry(there, writer, line))
        with contextlib.suppress(OSError, asyncio.CancelledError):  # the line ends
            await asyncio.gather(*ways)
        here.close()
        writer.close()

    def ask(what):
        return asyncio.run_coroutine_threadsafe(what, loop).result(30)

    server = ask(asyncio.start_server(relay, target.hostname, 0))
    try:
        port = server.sockets[0].getsockname()[1]
        line.base = target._replace(netloc=f"{target.hostname}:{port}").geturl()
        yield line
    finally:
        server.close()
        ask(_end())
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _carry(reader, writer, line):
    """Carry what comes; a piece does not wait for the one before to arrive."""
    loop, waiting = asyncio.get_running_loop(), asyncio.Queue()
    handing = asyncio.ensure_future(_hand_over(waiting, writer))
    free = 0.0  # when the line has sent everything that came
    try:
        while data := await reader.read(_CHUNK):
            free = max(free, loop.time()) + len(data) / line.rate
            waiting.put_nowait((free + line.late, data))
        waiting.put_nowait(None)
        await handing
    finally:
        handing.cancel()


async def _hand_over(waiting, writer):
    while (piece := await waiting.get()) is not None:
        at, data = piece
        await asyncio.sleep(max(at - asyncio.get_running_loop().time(), 0))
        writer.write(data)
        await writer.drain()
    writer.write_eof()


async def _end():
    tasks = asyncio.all_tasks() - {asyncio.current_task()}
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
