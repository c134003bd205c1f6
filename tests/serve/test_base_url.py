"""Everything under one path, as behind a proxy that keeps several programs on a host."""

import re
import urllib.error
import urllib.request

import pytest

from workbench.errors import ParameterError
from workbench.serve.prefix import checked_prefix

RULES = """
[workspace]
default_period = "2026-Q3"
as_of = 2026-09-30
languages = ["en"]
[tables.reps]
file = "reps.csv"
[tables.deals]
file = "deals.csv"
"""
LINKS = re.compile(r"""\s(?:href|src|action|data-[\w-]*url|data-vega)=["']?([^"'\s>]*)""")


@pytest.fixture(scope="module")
def under(serving, tmp_path_factory):
    folder = tmp_path_factory.mktemp("under")
    (folder / "workbench.toml").write_text(RULES, encoding="utf-8")
    (folder / "reps.csv").write_text("rep_id,name\nR13,Priya\n", encoding="utf-8")
    (folder / "deals.csv").write_text("deal_id,rep_id,is_closed,is_won\n", encoding="utf-8")
    return serving(
        "serve", "--workspace", folder, "--port", 0, "--warm", 0, "--base-url", "/reviews/"
    )


def get(served, path, *, token=True):
    """Ask for a path of the host; gives status, text, and the cookies set."""
    host = served.base.removesuffix("/reviews/")
    headers = {"Authorization": f"token {served.token}"} if token else {}
    try:
        with urllib.request.urlopen(
            urllib.request.Request(host + path, headers=headers), timeout=90
        ) as answer:
            return answer.status, answer.read().decode(), answer.headers.get_all("Set-Cookie", [])
    except urllib.error.HTTPError as answer:
        return answer.code, answer.read().decode(), answer.headers.get_all("Set-Cookie", [])


def leaves(told):
    """List the links of a page that lead out of /reviews/."""
    return [
        link
        for link in LINKS.findall(told)
        if (link.startswith("/") and not link.startswith("/reviews/")) or "://" in link
    ]


def test_the_printed_address_is_under_the_path(under):
    assert under.base.endswith("/reviews/")


@pytest.mark.parametrize("path", ["", "nothing_here", "rep_review?rep=R99", "login"])
def test_every_link_stays_under_the_path(under, path):
    _, told, _ = get(under, f"/reviews/{path}")

    assert "<h1" in told
    assert LINKS.search(told)
    assert leaves(told) == []


def test_a_page_stays_under_the_path_with_its_scripts_and_cookies(under):
    status, told, cookies = get(under, "/reviews/rep_review?rep=R13")

    assert status == 200
    assert '"baseUrl": "/reviews/"' in told
    assert '<h1 id="cover">Priya' in told
    assert leaves(told) == []
    assert cookies
    assert all("path=/reviews/" in each.casefold() for each in cookies)


def test_who_is_asked_for_the_token_is_asked_under_the_path(under):
    _, told, _ = get(under, "/reviews/", token=False)

    assert '<form method="get" action="/reviews/"' in told


@pytest.mark.parametrize("path", ["/", "/rep_review?rep=R13", "/reviewsrep_review", "/login"])
def test_outside_of_the_path_nothing_is_there(under, path):
    status, told, _ = get(under, path)

    assert status == 404
    assert "Priya" not in told
    assert leaves(told) == []


@pytest.mark.parametrize("told", ["/", "/reviews/", "/sales/reviews-2/"])
def test_a_path_between_slashes_is_taken(told):
    assert checked_prefix(told) == told


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ("reviews", "write --base-url /reviews/."),
        ("/reviews", "write --base-url /reviews/."),
        ("//reviews/", "write --base-url /reviews/."),
        ("", "as in --base-url /reviews/"),
        ("/a/../b/", "as in --base-url /reviews/"),
        ("/a//b/", "as in --base-url /reviews/"),
        ("/rev.*/", "as in --base-url /reviews/"),
        ("/评审/", "as in --base-url /reviews/"),
        ("https://host/reviews/", "as in --base-url /reviews/"),
        ("/reviews/\n", "write --base-url /reviews/."),
    ],
)
def test_any_other_is_refused_with_what_to_write(told, says):
    with pytest.raises(ParameterError, match=re.escape(says)):
        checked_prefix(told)
