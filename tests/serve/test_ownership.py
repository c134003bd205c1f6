"""A kernel is its page's: whoever did not open that page cannot tell that it is there."""

import pytest
from knocking import NO_KERNEL, Caller

PAGE = "/rep_review?rep=R13&period=2026-Q3&lang=en"
STRANGERS = (None, "", "mallory", "R14", "M01", "ops", "hrx", "F01", "r13", "R13,R13")


@pytest.fixture(scope="module")
def served(served_company):
    return served_company("owned_kernels")[0]


@pytest.fixture(scope="module")
def owner(served):
    return Caller(served.base, "R13")


@pytest.fixture(scope="module")
def kernel(owner):
    found = owner.open(PAGE)
    assert owner.connect(found) == "answered"
    return found


@pytest.fixture
def stranger(served, request):
    found = Caller(served.base, request.param)
    found.ask("/?lang=en")  # for a cookie, where one is given
    return found


@pytest.mark.parametrize("stranger", STRANGERS, indirect=True)
def test_nobody_else_connects_asks_or_ends_it(stranger, owner, kernel):
    assert stranger.connect(kernel) in (403, 404)
    assert stranger.tell("alive", kernel) in (403, 404)
    assert stranger.tell("closed", kernel) in (403, 404)
    for method, path in (
        ("GET", f"/api/kernels/{kernel}"),
        ("DELETE", f"/api/kernels/{kernel}"),
        ("POST", f"/api/kernels/{kernel}/interrupt"),
        ("POST", f"/api/kernels/{kernel}/restart"),
        ("POST", f"/voila/api/shutdown/{kernel}"),
        ("GET", f"/voila/query/{kernel}"),
    ):
        xsrf = stranger.cookies.get("_xsrf", "")
        assert stranger.ask(path, method, X_XSRFToken=xsrf)[0] in (403, 404, 405)

    assert owner.connect(kernel) == "answered"


def test_another_visitor_is_not_told_that_it_is_there(served, kernel):
    other = Caller(served.base, "R14")

    for path in ("/api/kernels/{}", "/api/kernels/{}/channels"):
        foreign, none = other.ask(path.format(kernel)), other.ask(path.format(NO_KERNEL))
        assert foreign[:2] == none[:2]


def test_its_own_visitor_asks_after_it_and_ends_it(served):
    owner = Caller(served.base, "R14")
    kernel = owner.open("/rep_review?rep=R14&period=2026-Q3&lang=en")

    assert owner.ask(f"/api/kernels/{kernel}")[0] == 200
    assert owner.tell("alive", kernel) == 204
    assert owner.tell("closed", kernel) == 204
    assert owner.tell("alive", kernel) == 404
    assert owner.connect(kernel) == 404


def test_a_page_says_it_is_closed_with_the_cookie_it_was_given(served):
    owner = Caller(served.base, "R20")
    kernel = owner.open("/rep_review?rep=R20&period=2026-Q3&lang=en")

    assert owner.ask("/closed", "POST", kernel)[0] == 403
    assert owner.tell("alive", kernel) == 204


@pytest.mark.parametrize(
    "message",
    ["execute_request", "shutdown_request", "inspect_request", "complete_request"],
)
def test_a_page_sends_nothing_that_runs_or_ends_code(message):
    from workbench.serve.sockets import MESSAGES  # noqa: PLC0415

    assert message not in MESSAGES
