"""One visitor with too much of everything: the others do not notice."""

import contextlib
import socket
import time

import pytest
import websocket
from hostile import Visitor
from looking import kernels_of, look

pytestmark = pytest.mark.faults
_SOON = 60.0  # seconds; a page takes five by itself, and a server that hangs for ever


@pytest.fixture(scope="module")
def house(town, serving):
    """A server with room for six pages, two for each."""
    room = ("--sessions", 6, "--sessions-each", 2)
    return serving("serve", "--workspace", town.folder, "--port", 0, "--warm", 0, *room)


def is_served(house, rep_id):
    """Whether another visitor gets a page with their own words, soon."""
    began = time.monotonic()
    seen = look(Visitor(house.base, rep_id), f"/write_review?rep={rep_id}&lang=en")
    return seen.answer.status == 200 and time.monotonic() < began + _SOON


def test_half_sent_requests_stop_nobody(house):
    place = Visitor(house.base).place
    host = f"{place[0]}:{place[1]}"
    starts = (
        b"", b"G", b"GET / HT", f"GET / HTTP/1.1\r\nHost: {host}\r\nX-Forwarded-User: R13".encode(),
        f"POST /closed HTTP/1.1\r\nHost: {host}\r\nContent-Length: 60000\r\n\r\nab".encode(),
    )  # fmt: skip
    lines = []
    try:
        for number in range(100):
            line = socket.create_connection(place, timeout=5)
            line.sendall(starts[number % len(starts)])
            lines.append(line)
        assert Visitor(house.base, "R12").ask("/").status == 200
        assert is_served(house, "R12")
    finally:
        for line in lines:
            line.close()


@pytest.mark.parametrize(
    "data",
    [b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\n\r\n",
     b"GET / HTTP/1.1\r\n" + b"X-A: b\r\n" * 20_000 + b"\r\n",
     b"POST /closed HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99999999999\r\n\r\n",
     b"POST /closed HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFF\r\n",
     b"POST / HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nabcde",
     b"POST / HTTP/1.1\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET",
     b"\x16\x03\x01\x02\x00", b"\0" * 5000, b"GET / HTTP/9.9\r\n\r\n", b"\r\n" * 5000],
    ids=range(10),
)  # fmt: skip
def test_no_malformed_request_is_answered_or_stops_anybody(house, data):
    with contextlib.suppress(OSError):
        assert b" 200 " not in Visitor(house.base).raw(data, 3).partition(b"\r\n")[0]

    assert Visitor(house.base, "R12").ask("/").status == 200


def test_three_hundred_sockets_of_one_visitor_stop_nobody(house):
    visitor = Visitor(house.base, "R13")
    kernel = visitor.ask("/write_review?rep=R13&lang=en").kernel
    lines = []
    try:
        for _ in range(300):
            with contextlib.suppress(websocket.WebSocketException, OSError):
                lines.append(visitor.line(kernel))
        assert Visitor(house.base, "R12").ask("/").status == 200
        assert is_served(house, "R12")
    finally:
        for line in lines:
            with contextlib.suppress(websocket.WebSocketException, OSError):
                line.close()


def test_who_opens_page_after_page_keeps_nobody_else_out(house):
    """R14 keeps a socket on every page that opens, so that none counts as left."""
    visitor, kept = Visitor(house.base, "R14"), []
    try:
        for _ in range(6):
            answer = visitor.ask("/write_review?rep=R14&lang=en")
            assert answer.status in (200, 503)
            if answer.kernel:
                kept.append(visitor.line(answer.kernel))
        assert len(kept) == 2
        assert is_served(house, "R12")
        assert is_served(house, "R15")
    finally:
        for line in kept:
            line.close()


def test_a_widget_told_ten_thousand_things_stops_its_own_page_alone(house):
    visitor = Visitor(house.base, "R16")
    line = visitor.line(visitor.ask("/write_review?rep=R16&lang=en").kernel)
    model = next(iter(line.states()))
    with contextlib.suppress(websocket.WebSocketException, OSError):
        for number in range(10_000):
            line.type(model, f"{number}" * 20)

    assert is_served(house, "R12")
    line.close()


def test_all_of_it_leaves_no_kernel_behind(house):
    left = time.monotonic()
    while kernels_of(house.process.pid) and time.monotonic() < left + 30:
        time.sleep(0.5)

    assert not kernels_of(house.process.pid)
