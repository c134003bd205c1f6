"""Bytes on a socket that promise more than they hold: read on, they would freeze the server."""

import struct
import time

import psutil
import pytest
from hostile import Visitor

V1 = "v1.kernel.websocket.jupyter.org"
_MOST = 200_000_000  # bytes the server may grow by
BOASTS = {  # how many parts a frame says it has, in the newer and in the older protocol
    "newer": (V1, (2**63).to_bytes(8, "little") + b"x" * 64),
    "newer, all ones": (V1, b"\xff" * 64),
    "older": ("", struct.pack("!i", 2**31 - 1) + b"x" * 64),
    "older, below nothing": ("", b"\xff" * 64),
}


@pytest.fixture(scope="module")
def small(town, serving):
    """A server of its own, which a test that fails ends at once: it would take all memory."""
    return serving("serve", "--workspace", town.folder, "--port", 0, "--warm", 0)


@pytest.fixture(scope="module")
def kernel(small):
    return Visitor(small.base, "R12").ask("/write_review?rep=R12&lang=en").kernel


@pytest.mark.parametrize("name", BOASTS)
def test_a_frame_that_boasts_freezes_nobody(small, kernel, name):
    proto, data = BOASTS[name]
    before = memory(small)
    line = Visitor(small.base, "R12").line(kernel, proto=proto)

    try:
        line.socket.send_binary(data)
        time.sleep(1)
        assert Visitor(small.base, "R13").ask("/", seconds=10).status == 200
        assert memory(small) < before + _MOST
    except BaseException:
        small.process.kill()
        raise
    finally:
        line.close()


def memory(served):
    return psutil.Process(served.process.pid).memory_info().rss
