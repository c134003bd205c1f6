"""What is not listed is not there: no file of the machine, no route that comes with Jupyter."""

import pytest
from hostile import Visitor

SECRETS = (b"root:", b"[workspace]", b"postgresql", b"rep_id,", b"import ", b'"cells"', b"Cruz")
SPELLINGS = (
    "../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..%252f", "%252e%252e%252f", "..\\", "..%5c",
    "%2e%2e%5c", "..%255c", "....//", "..;/", "..%c0%af", "..%ef%bc%8f", "%uff0e%uff0e/", "..//",
)  # fmt: skip
ROOTS = (
    "voila/static", "voila/labextensions", "voila/themes", "voila/templates", "voila/files",
    "static", "voila/labextensions/anywidget/static", "voila/nbextensions", "",
)  # fmt: skip


def status_of(answer):
    return int(answer.split(None, 2)[1]) if answer.startswith(b"HTTP/") else 400


def get(served, path, who="R12", method=b"GET"):
    """Send a path as it stands, with nothing made plain on the way."""
    host = served.base.split("/")[2].encode()
    lines = b" HTTP/1.1\r\nHost: " + host + b"\r\nConnection: close\r\n"
    name = b"X-Forwarded-User: " + who.encode() + b"\r\n" if who else b""
    return Visitor(served.base).raw(method + b" " + path + lines + name + b"\r\n", 20)


@pytest.mark.parametrize("root", ROOTS)
def test_no_spelling_of_the_way_up_leaves_what_is_served(shared, town, root):
    goals = ("etc/passwd", "proc/self/environ", f"{str(town.folder)[1:]}/workbench.toml")
    for up in SPELLINGS:
        for goal in goals:
            answer = get(shared, f"/{root}/{up * 12}{goal}".replace("//", "/", 1).encode())
            assert status_of(answer) in (302, 400, 403, 404, 405), (up, goal)
            assert [word for word in SECRETS if word in answer] == [], (up, goal)


@pytest.mark.parametrize(
    "path",
    [b"//etc/passwd", b"///etc/passwd", b"/voila/static//etc/passwd", b"file:///etc/passwd",
     b"http://evil.example/", b"/voila/static/%00", b"/voila/static/voila.js%00.png", b"*", b"//",
     b"/voila/static/", b"/voila/labextensions/", b"/voila/static", b"/%2e", b"/.", b"/..",
     b"/rep_review/../../etc/passwd", b"/rep_review%2f..%2fexplore", b"/rep_review.ipynb",
     b"/voila/static/\xff\xfe", b"/\\..\\..\\etc\\passwd", b"/?/../../etc/passwd",
     b"/voila/labextensions/anywidget/package.json", b"/voila/static/lab.js.map"],
)  # fmt: skip
def test_no_odd_path_is_a_file_or_a_list_of_files(shared, path):
    answer = get(shared, path)

    assert [word for word in SECRETS[:-1] if word in answer.partition(b"\r\n\r\n")[2]] == []
    assert b"Index of" not in answer
    assert status_of(answer) != 500


INHERITED = (
    "/api", "/api/", "/api/status", "/api/contents", "/api/contents/rep_review.ipynb",
    "/api/terminals", "/api/sessions", "/api/kernels", "/api/kernels/", "/api/kernelspecs",
    "/api/kernelspecs/python3", "/api/me", "/api/config/common", "/api/nbconvert",
    "/api/spec.yaml", "/api/security/csp-report", "/api/shutdown", "/api/events",
    "/api/events/subscribe", "/api/view/rep_review.ipynb", "/kernelspecs/python3/logo-64x64.png",
    "/files", "/files/rep_review.ipynb", "/tree", "/lab", "/lab/api",
    "/notebooks/rep_review.ipynb", "/nbconvert/html/rep_review.ipynb", "/view/rep_review.ipynb",
    "/edit/x", "/terminals/1", "/terminals/websocket/1", "/metrics", "/logout",
    "/custom/custom.css", "/favicon.ico", "/login?next=//evil.example",
    "/static/base/images/logo.png", "/static/style/style.min.css", "/lsp", "/voila", "/voila/",
    "/voila/render/rep_review.ipynb", "/voila/tree", "/voila/files/rep_review.ipynb",
    "/voila/query/00000000-0000-4000-8000-000000000000", "/voila/execution/x",
    "/voila/api/themes/x", "/voila/api/shutdown/00000000-0000-4000-8000-000000000000",
    "/voila/templates/lab/static/voila.js", "/voila/listings",
    "/voila/static/../../../lab/index.html", "/render/rep_review", "/proxy/22", "/resources",
    "/docs", "/.git/config", "/workbench.toml", "/reps.csv", "/notebooks", "/told/x",
)  # fmt: skip


@pytest.mark.parametrize("path", INHERITED)
def test_no_inherited_route_answers(shared, kernels, path):
    before = kernels()
    asked = [(b"GET", "R12"), (b"GET", None)]
    asked += [(each, "ops") for each in (b"GET", b"POST", b"PUT", b"DELETE", b"PATCH", b"HEAD")]
    for method, who in asked:
        answer = get(shared, path.encode(), who, method)
        assert status_of(answer) in (401, 403, 404, 405), (method, answer[:200])
        assert b"evil.example" not in answer.partition(b"\r\n\r\n")[0]

    assert kernels() <= before


def test_what_a_kernel_asks_is_answered_to_no_visitor(as_):
    for who in ("R12", "ops", None):
        for headers in ({}, {"X_Workbench_Secret": "x"}, {"X_Workbench_Secret": ""}):
            visitor = as_(who)
            visitor.ask("/")
            assert visitor.post("/told", "{}", **headers).status in (401, 403, 404)


def test_what_pages_load_is_there_for_who_is_known_and_for_nobody_else(as_):
    assert as_("R12").ask("/voila/static/voila.js").status == 200
    assert as_(None).ask("/voila/static/voila.js").status in (401, 403)
