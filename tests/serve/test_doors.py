"""What a served page answers, to whom, and what each refusal costs: nothing."""

import socket
import subprocess
import time

import pytest
from knocking import NO_KERNEL, WHO, Caller

from workbench.serve.assets import assets_at

REVIEW = "/rep_review?rep=R13&period=2026-Q3&lang=en"
INHERITED = (
    "/api", "/api/kernels", "/api/kernelspecs", "/api/sessions", "/api/contents", "/api/terminals",
    "/api/me", "/api/status", "/files/reps.csv", "/tree", "/lab", "/metrics", "/login", "/logout",
    "/static/favicon.ico", "/voila/files/workbench.toml", "/voila/tree/", "/voila/render/x.ipynb",
    "/voila/api/contents/", "/voila/api/themes/x.css", "/voila/templates/lab/static/voila.js",
    "/voila/execution/" + NO_KERNEL, "/voila/query/" + NO_KERNEL,
    "/voila/api/shutdown/" + NO_KERNEL,
)  # fmt: skip


@pytest.fixture(scope="module")
def served(served_company):
    return served_company("doors", "--sessions", 3, "--sessions-each", 2)[0]


@pytest.fixture(scope="module")
def rep(served):
    return Caller(served.base, "R13")


def kernels(served):
    """Count the kernels a server runs."""
    found = subprocess.run(
        ["pgrep", "-fc", "-P", str(served.process.pid), "ipykernel"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return int(found.stdout)


@pytest.mark.parametrize("path", INHERITED)
def test_nothing_of_voila_or_the_jupyter_server_is_there(rep, path):
    assert rep.ask(path)[0] == 404
    assert rep.ask(path, "POST")[0] in (403, 404)


@pytest.mark.parametrize(
    "path",
    ["/", REVIEW, "/nothing", "/voila/static/voila.js", "/closed", f"/api/kernels/{NO_KERNEL}",
     "/told", "/rep_review?rep=R14"],
)  # fmt: skip
@pytest.mark.parametrize("who", [None, "R20", "mallory"])
def test_every_answer_says_that_no_other_page_may_hold_it(served, path, who):
    _, _, headers = Caller(served.base, who).ask(path, "HEAD")

    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "Access-Control-Allow-Origin" not in headers


@pytest.mark.parametrize("path", ["/", "/voila/static/voila.js", REVIEW, "/closed"])
def test_nobody_unnamed_is_let_in_anywhere(served, path):
    assert Caller(served.base).ask(path)[0] == 403
    assert Caller(served.base).ask(path, "POST")[0] == 403


def test_scripts_are_served_to_who_is_named(rep):
    status, told, headers = rep.ask("/voila/static/voila.js")

    assert (status, headers["Content-Type"]) == (200, "text/javascript")
    assert "webpack" in told


@pytest.mark.parametrize(
    "path",
    ["/voila/static/../../../../etc/passwd", "/voila/static/%2e%2e/%2e%2e/etc/passwd",
     "/voila/static/%252e%252e%252fetc%252fpasswd", "/voila/static//etc/passwd",
     "/voila//etc/passwd", "/voila/static/..\\..\\etc\\passwd", "/voila/static/",
     "/voila/labextensions/anywidget/package.json", "/voila/static/voila.js/../../base",
     "//etc/passwd", "/..%00/etc/passwd"],
)  # fmt: skip
def test_no_path_leads_out_of_the_list_of_scripts(served, path):
    line = f"GET {path} HTTP/1.1\r\nHost: {Caller(served.base).host}\r\n{WHO}: R13\r\n"
    with socket.create_connection(Caller(served.base).host.split(":"), timeout=30) as raw:
        raw.sendall(f"{line}Connection: close\r\n\r\n".encode())
        answer = b"".join(iter(lambda: raw.recv(65536), b""))

    assert answer.split()[1] in (b"400", b"404")
    assert b"root:" not in answer


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:1"])
def test_another_page_cannot_use_a_visitors_cookie(served, rep, origin):
    kernel = rep.open(REVIEW)

    assert rep.connect(kernel, Origin=origin) == 403
    xsrf = rep.cookies["_xsrf"]
    assert rep.ask("/closed", "POST", kernel, Origin=origin, X_XSRFToken=xsrf)[0] == 403
    assert rep.connect(kernel, Origin=served.base.rstrip("/")) == "answered"
    assert rep.tell("closed", kernel) == 204


@pytest.mark.parametrize(
    ("path", "method", "more"),
    [
        ("/rep_review?rep=R14", "GET", {}),
        ("/explore", "GET", {}),
        ("/nothing", "GET", {}),
        ("/rep_review?rep=R13&period=2026-Q9", "GET", {}),
        ("/rep_review?rep=R13&lang=xx", "GET", {}),
        ("/import", "GET", {}),
        (REVIEW, "HEAD", {}),
        (REVIEW, "POST", {}),
        (REVIEW, "OPTIONS", {}),
        (REVIEW, "GET", {"Sec_Purpose": "prefetch;prerender"}),
        (REVIEW, "GET", {"Sec_Fetch_Dest": "iframe"}),
        (REVIEW, "GET", {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "no-cors"}),
        (REVIEW, "GET", {"Origin": "http://evil.example"}),
    ],
)
def test_what_is_refused_starts_no_kernel(served, rep, path, method, more):
    before = kernels(served)

    status, told, _ = rep.ask(path, method, **more)

    assert status == 200 if method == "HEAD" else status in (400, 403, 404, 405)
    assert "kernelId" not in told
    assert kernels(served) <= before


def test_a_kernels_word_is_needed_to_hear_what_it_is_told(served):
    for more in ({}, {"X_Workbench_Kernel": ""}, {"X_Workbench_Kernel": NO_KERNEL}):
        assert Caller(served.base, "R13").ask("/told", "POST", **more)[0] == 404


def test_one_person_has_so_many_pages_and_takes_nobody_elses(served):
    """Pages that nobody looks at make room for the own next one."""
    many = Caller(served.base, "R20")
    first, second, third = (many.open("/rep_review?rep=R20&lang=en") for _ in range(3))

    assert [many.tell("alive", each) for each in (first, third)] == [404, 204]
    many.tell("closed", second)
    other = Caller(served.base, "R14")
    kernel = other.open("/rep_review?rep=R14&lang=en")
    assert other.tell("closed", kernel) == 204


def test_a_page_without_a_browser_gives_its_place_back(served):
    """Twenty seconds after it was sent; a crawler or a link preview takes it no longer."""
    visitor = Caller(served.base, "R14")
    kernel = visitor.open("/rep_review?rep=R14&lang=en")
    assert kernel
    sent = time.monotonic()
    while visitor.tell("alive", kernel) == 204 and time.monotonic() < sent + 40:
        time.sleep(0.5)

    assert 15 < time.monotonic() - sent < 30
    while kernels(served) and time.monotonic() < sent + 60:
        time.sleep(0.5)
    assert kernels(served) == 0


def test_scripts_of_a_version_are_kept_and_of_another_are_not_there(rep):
    place = f"/{assets_at()}/static/voila.js"

    assert "immutable" in rep.ask(place)[2]["Cache-Control"]
    assert rep.ask("/voila/static/voila.js")[2]["Cache-Control"] == "private, no-cache"
    assert rep.ask(f"/voila-{'0' * 16}/static/voila.js")[0] == 404
