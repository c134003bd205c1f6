"""A real server, asked by hand: what it gives, and what it never gives."""

import shutil
import urllib.error
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SECRETS = ("root:x:", "rep_id,name", '"cell_type"', "SQLite format", "[workspace]", "Traceback")


@pytest.fixture(scope="module")
def served(serving, tmp_path_factory):
    folder = tmp_path_factory.mktemp("served") / "demo"
    shutil.copytree(
        ROOT / "data" / "demo", folder, ignore=shutil.ignore_patterns("store.db*", "notebooks")
    )
    return serving("serve", "--workspace", folder, "--port", 0, "--warm", 0)


def get(address, *, headers=None, method="GET"):
    request = urllib.request.Request(address, headers=headers or {}, method=method)
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    try:
        with opener.open(request, timeout=60) as answer:
            return answer.status, answer.read().decode(errors="replace")
    except urllib.error.HTTPError as answer:
        return answer.code, answer.read().decode(errors="replace")


def ask(served, path):
    """Ask as somebody who holds the token."""
    return get(served.base.rstrip("/") + path, headers={"Authorization": f"token {served.token}"})


def test_the_start_page_lists_the_pages_in_both_languages(served):
    status, zh = ask(served, "/?lang=zh")
    _, en = ask(served, "/?lang=en")

    assert status == 200
    assert "述职报告" in zh
    assert "Everybody at this desk sees everything" in en


def test_without_the_token_there_is_nothing_but_a_form(served):
    for path in ("/", "/rep_review?rep=R13", "/api/kernels/00000000-0000-0000-0000-000000000000"):
        status, told = get(served.base.rstrip("/") + path)
        assert status in (200, 403)
        assert "R13" not in told
        assert "Priya" not in told
    assert "token=" in get(served.base)[1]


def test_a_wrong_token_opens_nothing(served):
    assert "Priya" not in get(served.base + "?token=wrong")[1]


@pytest.mark.parametrize(
    "path",
    [
        "/rep_review.ipynb",
        "/notebooks/rep_review.ipynb",
        "/voila/render/rep_review.ipynb",
        "/voila/files/rep_review.ipynb",
        "/voila/files/workbench.toml",
        "/voila/files/%2e%2e/%2e%2e/etc/passwd",
        "/voila/tree/",
        "/voila/api/contents/",
        "/api/contents/workbench.toml",
        "/files/store.db",
        "/store.db",
        "/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%2f..%2fetc%2fpasswd",
        "/voila/static/../../../../../../etc/passwd",
        "/voila/static/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "/voila/static//etc/passwd",
        "/voila/labextensions/../../../../../../../etc/passwd",
        "/voila/labextensions/..%2f..%2f..%2f..%2f..%2fetc%2fpasswd",
        "/voila/templates/lab/static/../../../../../etc/passwd",
        "/voila/api/themes/..%2f..%2f..%2fetc/passwd",
        "/terminals/1",
        "/api/terminals",
        "/lab",
        "/__class__",
        "/" + "x" * 10_000,
    ],
)
def test_no_file_notebook_or_folder_is_served(served, path):
    status, told = ask(served, path)

    assert status in (400, 403, 404, 414)
    assert [secret for secret in SECRETS if secret in told] == []


@pytest.mark.parametrize(
    "query",
    [
        "rep=../../etc",
        "rep=%3Cscript%3Ealert(1)%3C/script%3E",
        "rep=%27%3B%20import%20os%20%23",
        "period=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
        "lang=%22%3E%3Cscript%3E",
        "rep=" + "x" * 10_000,
        "rep=%ff%fe",
        "rep=R13&rep=R14",
        "as=nobody",
    ],
)
def test_an_attack_in_the_address_is_answered_with_a_sentence(served, query):
    status, told = ask(served, f"/rep_review?{query}")

    assert status == 400
    assert "<script>alert" not in told
    assert "<img src=x" not in told
    assert [secret for secret in SECRETS if secret in told] == []
    assert len(told) < 40_000


def test_another_host_name_is_refused(served):
    status, _ = get(
        served.base, headers={"Host": "evil.example", "Authorization": f"token {served.token}"}
    )

    assert status == 403


def test_code_cannot_be_sent_to_a_server_without_kernels(served):
    status, _ = get(
        served.base + "api/kernels",
        headers={"Authorization": f"token {served.token}"},
        method="POST",
    )

    assert status in (403, 404, 405)
