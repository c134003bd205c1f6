"""Shared mode on a real server with a real PostgreSQL: who is named sees what is theirs."""

import urllib.error
import urllib.request

import pytest

WHO = "X-Forwarded-User"
RULES = """
[workspace]
default_period = "2026-Q3"
as_of = 2026-09-30
languages = ["en"]
[serve]
identity = "header"
sales_ops = ["ops"]
[tables.reps]
file = "reps.csv"
[tables.deals]
file = "deals.csv"
"""
REPS = "rep_id,name,manager_id\nR13,Priya,M01\nR14,Kim,M01\n"
DEALS = "deal_id,rep_id,is_closed,is_won,close_on,amount\nd1,R13,true,true,2026-08-01,100\n"


@pytest.fixture(scope="module")
def shared(server, serving, tmp_path_factory):
    server.psql("CREATE DATABASE shared_pages;")
    url = server.get_uri(database="shared_pages").replace("postgresql://", "postgresql+psycopg://")
    folder = tmp_path_factory.mktemp("shared")
    (folder / "workbench.toml").write_text(f'{RULES}[store]\nurl = "{url}"\n', encoding="utf-8")
    (folder / "reps.csv").write_text(REPS, encoding="utf-8")
    (folder / "deals.csv").write_text(DEALS, encoding="utf-8")
    return serving("serve", "--workspace", folder, "--port", 0, "--warm", 0)


def get(served, path, who=None):
    """Ask as the proxy does for somebody; None leaves the header out."""
    headers = {} if who is None else {WHO: who}
    request = urllib.request.Request(served.base.rstrip("/") + path, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=90) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as answer:
        return answer.code, answer.read().decode()


def test_the_address_carries_no_token(shared):
    assert "token" not in shared.address


def test_a_rep_reads_the_own_review(shared):
    status, told = get(shared, "/rep_review?rep=R13&period=2026-Q3&lang=en", "R13")

    assert status == 200
    assert '<h1 id="cover">Priya' in told


@pytest.mark.parametrize(
    "path", ["/rep_review?rep=R14", "/rep_review?rep_id=R14", "/write_review?rep=R14"]
)
def test_a_rep_reads_nobody_elses(shared, path):
    status, told = get(shared, path, "R13")

    assert status == 403
    assert "Kim" not in told


def test_the_start_page_offers_a_rep_themself_only(shared):
    _, told = get(shared, "/?lang=en", "R13")

    assert "Priya" in told
    assert '<option value="R14">' not in told
    assert "Everybody at this desk" not in told


def test_sales_ops_is_offered_everybody(shared):
    _, told = get(shared, "/?lang=en", "ops")

    assert '<option value="R13"' in told
    assert '<option value="R14"' in told


@pytest.mark.parametrize("who", [None, "", "mallory", "../R13", "R13,R14"])
def test_a_stranger_sees_no_name(shared, who):
    for path in ("/", "/rep_review?rep=R13"):
        status, told = get(shared, path, who)
        assert status in (200, 401, 403)
        assert "Priya" not in told


def test_a_browser_cannot_say_as_whom_it_acts(shared):
    request = urllib.request.Request(
        shared.base + "write_review?rep=R13&period=2026-Q3&lang=en",
        headers={WHO: "R13", "X-Workbench-Actor": "M01:hr"},
    )
    with urllib.request.urlopen(request, timeout=90) as answer:
        told = answer.read().decode()

    assert "M01" not in told
