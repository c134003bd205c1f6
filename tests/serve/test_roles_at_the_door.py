"""Who opens what on a real server: offices, delegates as the store has them, host names."""

from datetime import date, datetime

import pytest
from knocking import RULES, Caller

from workbench.sources.workspace import open_workspace
from workbench.store import Actor, open_store
from workbench.store.cycles import Cycle, Member, open_cycle
from workbench.store.subjects import delegate

CYCLE = "2026-Q3:quarterly"
BOSS, HR = Actor("M01", "manager"), Actor("hrx", "hr")
NAMED = RULES.replace('identity = "header"', 'identity = "header"\nhosts = ["reviews.example.com"]')
#          path                     who may (200); everybody else is refused (403)
MATRIX = {
    "/rep_review?rep=R13": {"R13", "M01", "ops", "hrx"},
    "/write_review?rep=R13": {"R13", "M01", "ops", "hrx"},
    "/coaching?rep=R13": {"R13", "M01"},
    "/incentives?rep=R13": {"R13", "M01", "ops", "hrx", "F01"},
    "/team_review?team=M01": {"M01", "ops", "hrx"},
    "/inbox": {"ops", "hrx"},
    "/explore": {"ops"},
    "/data_quality": {"ops"},
    "/plan_lab": {"ops", "hrx", "F01"},
    "/": {"R13", "R14", "R20", "M01", "M02", "ops", "hrx", "F01"},
}
PEOPLE = ("R13", "R14", "R20", "M01", "M02", "ops", "hrx", "F01", "mallory", None)


@pytest.fixture(scope="module")
def company(served_company):
    return served_company("roles_at_the_door", rules=NAMED)


@pytest.fixture(scope="module")
def store(company):
    opened = open_store(open_workspace(company[1]).store_url)
    cycle = Cycle(
        cycle=CYCLE, period="2026-Q3", template="quarterly", as_of=date(2026, 9, 30),
        snapshot="abc", opened_at=datetime(2026, 10, 1), opened_by="",
    )  # fmt: skip
    open_cycle(opened, HR, cycle, [Member("R13", "M01"), Member("R20", "M02")], None)
    yield opened
    opened.engine.dispose()


def status(company, who, path, host="reviews.example.com"):
    """Ask without opening: a HEAD is checked as a GET is, and starts nothing."""
    return Caller(company[0].base, who).ask(path, "HEAD", Host=host)[0]


@pytest.mark.parametrize("path", MATRIX)
def test_each_page_is_for_those_the_table_names(company, path):
    found = {who: status(company, who, path) for who in PEOPLE}

    assert found == {who: 200 if who in MATRIX[path] else 403 for who in PEOPLE}


def test_a_delegate_sees_whom_they_stand_in_for_as_long_as_they_do(company, store):
    page, other = "/write_review?rep=R13", "/write_review?rep=R14"
    assert status(company, "M02", page) == 403

    delegate(store, BOSS, CYCLE, "R13", "M02")
    assert (status(company, "M02", page), status(company, "M02", other)) == (200, 403)
    assert status(company, "M02", f"{page}&period=2026-Q2") == 403
    assert status(company, "M02", "/rep_review?rep=R13") == 200
    for elsewhere in ("/coaching?rep=R13", "/incentives?rep=R13"):
        assert status(company, "M02", elsewhere) == 403
        assert status(company, "M02", elsewhere.replace("R13", "R20")) == 200

    delegate(store, BOSS, CYCLE, "R13", "")
    assert status(company, "M02", page) == 403


def test_where_the_store_cannot_be_read_nobody_is_guessed_to_be_allowed(company, store):
    with store.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE review RENAME TO review_away")
    try:
        found, told, _ = Caller(company[0].base, "R13").ask(
            "/rep_review?rep=R13&lang=en", Host="reviews.example.com"
        )
    finally:
        with store.engine.begin() as connection:
            connection.exec_driver_sql("ALTER TABLE review_away RENAME TO review")

    assert found == 503
    assert "does not answer" in told
    assert "postgresql" not in told


@pytest.mark.parametrize("host", ["127.0.0.1", "evil.example", "reviews.example.com.evil.example"])
def test_another_host_name_is_refused(company, host):
    assert status(company, "R13", "/", host) == 403


def test_a_kernel_still_hears_what_to_show(company):
    _, told, _ = Caller(company[0].base, "M01").ask(
        "/rep_review?rep=R13&period=2026-Q3&lang=en", Host="reviews.example.com"
    )

    assert '<h1 id="cover">Priya' in told
