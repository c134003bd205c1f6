"""A page of another site gets no answer, has no effect, and frames nothing."""

import pytest
import websocket
from hostile import Visitor
from hostile_line import Line

EVIL = ("http://evil.example", "null", "http://127.0.0.1", "http://127.0.0.1.evil.example",
        "https://evil.example:443", "http://localhost.evil.example", "file://")  # fmt: skip


@pytest.fixture(scope="module")
def kernel(as_):
    """A form that R14 has open, whose own socket is there."""
    owner = as_("R14")
    found = owner.ask("/write_review?rep=R14&lang=en").kernel
    line = owner.line(found)
    assert "Zq-R14-rep" in str(line.states())
    yield owner, found, line
    line.close()


@pytest.mark.parametrize("origin", EVIL)
def test_a_page_of_another_site_opens_no_socket_with_the_readers_name(kernel, origin):
    owner, found, line = kernel

    with pytest.raises((websocket.WebSocketException, OSError)):
        Line(owner, f"api/kernels/{found}/channels?session_id=x", origin=origin)
    assert "Zq-R14-rep" in str(line.states())


@pytest.mark.parametrize("path", ["/closed", "/alive", "/voila/api/shutdown/{}"])
@pytest.mark.parametrize("origin", EVIL)
def test_a_page_of_another_site_ends_no_page_of_the_reader(kernel, path, origin):
    owner, found, line = kernel

    answer = owner.post(path.format(found), found, Origin=origin)

    assert answer.status in (403, 404)
    assert "Zq-R14-rep" in str(line.states())


@pytest.mark.parametrize("path", ["/closed", "/alive"])
def test_without_the_pages_own_cookie_told_twice_nothing_is_done(kernel, path):
    owner, found, line = kernel
    cookie = f"_xsrf={owner.cookies['_xsrf']}"

    for headers in ({}, {"Cookie": cookie}, {"X_XSRFToken": owner.cookies["_xsrf"]},
                    {"Cookie": cookie, "X_XSRFToken": "made-up"}):  # fmt: skip
        assert Visitor(owner.base, owner.who).post(path, found, **headers).status == 403
    assert "Zq-R14-rep" in str(line.states())


@pytest.mark.parametrize(
    "path",
    ["/", "/rep_review?rep=R13", "/rep_review?rep=nobody", "/nothing", "/explore", "/a/b",
     "/voila/static/voila.js", "/voila/static/none.js", "/api/kernels/x", "/closed", "/told"],
)  # fmt: skip
@pytest.mark.parametrize("who", ["R12", None])
def test_no_answer_may_be_framed_or_taken_for_another_kind(as_, who, path):
    answer = as_(who).ask(path)

    policy = answer.headers.get("Content-Security-Policy", "")
    framed = next((p for p in policy.split(";") if "frame-ancestors" in p), "").split()[1:]
    assert framed in (["'none'"], ["'self'"])
    assert answer.headers.get("X-Frame-Options", "").upper() in ("DENY", "SAMEORIGIN")
    assert answer.headers.get("X-Content-Type-Options") == "nosniff"


@pytest.mark.parametrize("origin", EVIL)
def test_no_other_site_is_allowed_to_read(as_, origin):
    answer = as_("R12").ask("/", Origin=origin)

    assert "Access-Control-Allow-Origin" not in answer.headers
    assert "Access-Control-Allow-Credentials" not in answer.headers
