"""A foreign name that leads here (DNS rebinding) gets no answer."""

import pytest
from hostile import Visitor

R12 = "X-Forwarded-User: R12"


@pytest.fixture(scope="module")
def desk(serving, tmp_path_factory):
    """A desk: one person at this machine, who holds the token."""
    folder = tmp_path_factory.mktemp("desk")
    rules = '[workspace]\ndefault_period = "2026-Q3"\nas_of = 2026-09-30\nlanguages = ["en"]\n'
    for name, text in (
        ("workbench.toml", rules + '[tables.reps]\nfile = "reps.csv"\n'
                                   '[tables.deals]\nfile = "deals.csv"\n'),
        ("reps.csv", "rep_id,name\nR12,Bela Cruz\n"),
        ("deals.csv", "deal_id,rep_id,is_closed,is_won,close_on\nd,R12,true,true,2026-08-01\n"),
    ):  # fmt: skip
        (folder / name).write_text(text, encoding="utf-8")
    return serving("serve", "--workspace", folder, "--port", 0, "--warm", 0)


@pytest.fixture(scope="module")
def holder(desk):
    """Who has shown the token and keeps a cookie for it."""
    visitor = Visitor(desk.base)
    visitor.ask(f"/?token={desk.token}")
    assert visitor.ask("/").status == 200
    return visitor


@pytest.fixture(scope="module")
def token(desk):
    return f"Authorization: token {desk.token}"


def answer_to(visitor, host, known):
    """Ask for the start page under a host, with all that lets its visitor in."""
    head = f"GET / HTTP/1.1\r\n{host}{known}\r\nConnection: close\r\n\r\n"
    return visitor.raw(head.encode(), 30)


@pytest.mark.parametrize(
    "name",
    ["evil.example", "evil.example:{port}", "127.0.0.1.evil.example:{port}", "localhost.evil",
     "127.0.0.1@evil.example", "[::ffff:1.2.3.4]:{port}", "0.0.0.0:{port}", "", " ",
     "127.0.0.1 evil"],
)  # fmt: skip
def test_a_foreign_name_that_leads_to_a_desk_is_refused(holder, token, name):
    port = holder.place[1]

    got = answer_to(holder, f"Host: {name.format(port=port)}\r\n", token)

    assert b" 200 " not in got.partition(b"\r\n")[0]
    assert b"Bela" not in got


def test_a_second_host_does_not_hide_behind_the_first(holder, token):
    host, port = holder.place

    got = answer_to(holder, f"Host: {host}:{port}\r\nHost: evil.example\r\n", token)

    assert b" 200 " not in got.partition(b"\r\n")[0]


@pytest.mark.parametrize("name", ["127.0.0.1:{port}", "localhost:{port}", "LOCALHOST:{port}"])
def test_a_desk_answers_to_its_own_names(holder, token, name):
    got = answer_to(holder, f"Host: {name.format(port=holder.place[1])}\r\n", token)

    assert b" 200 " in got.partition(b"\r\n")[0]


def test_a_desk_without_its_token_shows_nothing(desk):
    thief = Visitor(desk.base)
    for path in ("/", "/rep_review?rep=R12", "/?token=", "/?token=x", "/voila/static/voila.js"):
        answer = thief.ask(path)
        assert answer.status in (302, 401, 403)
        assert "Bela" not in answer.body


@pytest.mark.parametrize("host", ["evil.example", "reviews.example.com.evil.example", "10.1.1.1"])
def test_where_hosts_are_named_others_are_refused(elsewhere_named, host):
    got = answer_to(Visitor(elsewhere_named.base, "R12"), f"Host: {host}\r\n", R12)

    assert b" 403 " in got.partition(b"\r\n")[0]


def test_where_hosts_are_named_they_are_answered(elsewhere_named):
    got = answer_to(Visitor(elsewhere_named.base, "R12"), "Host: reviews.example.com\r\n", R12)

    assert b" 200 " in got.partition(b"\r\n")[0]


@pytest.fixture(scope="module")
def elsewhere_named(town_with, serving):
    """A server in Shared mode that knows under which name it is asked for."""
    folder = town_with('\n[serve]\nidentity = "header"\nhosts = ["reviews.example.com"]\n')
    return serving("serve", "--workspace", folder, "--port", 0, "--warm", 0)
