"""Seats are for people with a page in front of them; what is refused takes none."""

import time

import pytest
from hostile import Visitor
from looking import kernels_of

_FREED = 26.0  # seconds: 20 for a page to connect, and some to end the kernel
REFUSED = (
    ("R12", "/rep_review?rep=R13"),  # another's
    ("R12", "/explore"),  # not for reps
    ("R12", "/rep_review?rep=R12&period=2026-Q9"),
    ("R12", "/rep_review?rep=R12&as_of=2020-01-01"),
    ("R12", "/rep_review?rep=R12&template=none"),
    ("R12", "/rep_review?rep=R12&rep=R12"),
    ("R12", "/rep_review?rep=R12&lang=xx"),
    ("R12", "/rep_review?rep=%ff"),
    ("R12", "/rep_review?rep=" + "R" * 200),
    ("R12", "/nothing"),
    ("R12", "/rep_review/"),
    ("R12", "/rep_review.ipynb"),
    ("R12", "/Rep_Review?rep=R12"),
    ("ops", "/rep_review?rep=nobody"),
    ("M01", "/team_review?team=M02"),
    (None, "/rep_review?rep=R12"),
)


@pytest.mark.parametrize(("who", "path"), REFUSED)
def test_a_page_that_is_refused_starts_no_kernel(as_, kernels, who, path):
    before = kernels()

    answer = as_(who).ask(path)

    assert answer.status in (400, 401, 403, 404)
    assert not answer.kernel
    assert kernels() <= before


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "POST"])
def test_only_a_get_opens_a_page(as_, kernels, method):
    before = kernels()

    answer = as_("R12").ask("/rep_review?rep=R12&lang=en", method)

    assert not answer.kernel
    assert kernels() <= before


@pytest.fixture(scope="module")
def narrow(town, serving):
    """A server with two seats."""
    return serving("serve", "--workspace", town.folder, "--port", 0, "--warm", 0, "--sessions", 2)


@pytest.mark.slow
def test_pages_that_nobody_looks_at_any_more_give_their_seats_back(narrow):
    """What a link preview, a crawler or a crashed tab takes is there for others soon."""
    visitor = Visitor(narrow.base, "R15")
    line = visitor.line(visitor.ask("/write_review?rep=R15").kernel)
    line.states()
    assert Visitor(narrow.base, "R12").ask("/data_quality").status == 403
    assert Visitor(narrow.base, "R12").ask("/write_review?rep=R12").status == 200
    assert len(kernels_of(narrow.process.pid)) == 2
    line.socket.sock.close()  # no farewell, as when a machine is switched off
    left = time.monotonic()

    while kernels_of(narrow.process.pid) and time.monotonic() < left + _FREED:
        time.sleep(0.5)
    kept = kernels_of(narrow.process.pid)

    assert not kept
    assert Visitor(narrow.base, "R14").ask("/write_review?rep=R14").status == 200
