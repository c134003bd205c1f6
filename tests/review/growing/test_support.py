"""Requests for support: from the form to the register, to the desk, to a reminder, to an answer."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from workbench.outreach.messages import messages
from workbench.review.cycle.opening import begin
from workbench.review.growing.book import Book, load_book
from workbench.review.growing.support import answer_times, desk_named, keep_requests
from workbench.review.growing.team import open_team
from workbench.review.review import open_review
from workbench.store import Actor
from workbench.store.entries import Place, read_entries, save_entry
from workbench.store.moves import reopen
from workbench.store.registers import Line, add_line, end_line, lines_of
from workbench.store.subjects import read_subject

CYCLE, HR, ANA = "2026-Q3:quarterly", Actor("H", "hr"), Actor("ana", "rep")
SHANGHAI = ZoneInfo("Asia/Shanghai")
ROWS = [
    ["Comparison <b>", "presales", "2026-08-12", "¥86k"],
    ["Samples", "Pre-sales", "soon", ""],
    ["A visit", "", "", ""],
    ["", "售前", "2026-08-12", ""],
]


@pytest.fixture
def handed_in(made, desk_of):
    """Ana's review, handed in with requests in its form."""
    desk = desk_of(made())
    begin(desk, HR, "2026-Q3", reps=["ana", "di"])
    save(desk, ROWS)
    desk.advance(ANA, CYCLE, "ana")  # data check
    desk.advance(ANA, CYCLE, "ana")
    return desk


def keep_again(desk):
    subject = read_subject(desk.store, ANA, CYCLE, "ana")
    with desk.store.writing() as connection:
        template, book = desk.template(CYCLE), load_book(desk.workspace.folder)
        return keep_requests(desk.store, connection, ANA, subject, template, book, desk.today)


def save(desk, rows):
    kept = read_entries(desk.store, ANA, CYCLE, "ana").get(("support", "requests", "rep"))
    place = Place(CYCLE, "ana", "support", "requests", "rep")
    save_entry(desk.store, ANA, place, rows, kept.version if kept else 0)


def test_handing_in_makes_requests_of_the_form(handed_in):
    found = {line.what: line for line in lines_of(handed_in.store, ANA, "support")}

    # named in either language, its owner answers; no readable day: the desk's seven days;
    # no owner: the manager of record, in five days
    assert {what: (line.owner, str(line.due_on)) for what, line in found.items()} == {
        "Comparison <b>": ("PS1", "2026-08-12"),
        "Samples": ("PS1", "2026-08-17"),
        "A visit": ("mia", "2026-08-15"),
    }
    assert found["Comparison <b>"].about == {"cycle": CYCLE, "desk": "presales", "stake": "¥86k"}


def test_handing_in_again_asks_only_what_is_new(handed_in):
    reopen(handed_in.store, HR, CYCLE, "ana", "self_review", "a request was forgotten")
    save(handed_in, [*ROWS, ["A sheet", "Pre-sales", "", ""]])
    keep_again(handed_in)

    assert len(lines_of(handed_in.store, ANA, "support")) == 4


def test_the_document_shows_state_and_answer_time(handed_in):
    first = next(
        line for line in lines_of(handed_in.store, ANA, "support") if line.what == "Samples"
    )
    handed_in.store.clock.now = datetime(2026, 8, 13, 8)
    end_line(handed_in.store, Actor("PS1", "rep"), first.line, "two sent")
    html = open_review(
        "ana", "2026-Q3", str(handed_in.workspace.folder), lang="en", surface="document"
    ).section("support").html  # fmt: skip

    assert "3 requests: 1 answered, 2 still wait; the answer took 3 days" in html
    assert "answered in 3 days: “two sent”" in html
    assert "Comparison &lt;b&gt;" in html
    assert "¥86k" in html
    assert "open, late" in html  # by the snapshot's day, 30 September


def test_a_request_is_for_the_rep_the_owner_and_who_leads(handed_in):
    folder = str(handed_in.workspace.folder)

    def shown(actor):
        return open_team("2026-Q3", folder, actor=actor, lang="en").support_board().text()

    for actor in ("ana:rep", "mia:manager", "O:sales_ops", "PS1:rep"):
        assert "Samples" in shown(actor), actor
    for actor in ("bo:rep", "max:manager"):
        assert "Samples" not in shown(actor), actor


def test_who_owns_a_request_is_reminded_near_and_late_and_nothing_is_told(handed_in):
    def told(day):
        return messages(handed_in, HR, CYCLE, "support", "mail", day)

    assert told(date(2026, 8, 9)) == []
    (near,) = told(date(2026, 8, 10))  # two days before the 12th
    assert near.recipient == "presales@example.com"
    assert near.message.endswith(":mail:soon")
    late = told(date(2026, 8, 14))
    keys = {each.message.rsplit(":", 1)[1] for each in late}
    assert keys == {"late", "soon"}  # the 12th has passed, the visit of the 15th is near
    for each in (near, *late):
        assert "Comparison" not in each.subject + each.body
        assert "Ana" not in each.subject + each.body


def line(owner, made, days=None, due=5):
    start = datetime(2026, 8, made, 8)
    end = None if days is None else start + timedelta(days=days)
    return Line(
        register="support", what="x", rep_id="ana", owner=owner, made_at=start, ended_at=end,
        due_on=start.date() + timedelta(days=due),
    )  # fmt: skip


def test_answer_times_are_the_middle_of_what_was_answered():
    book = Book.model_validate(
        {"desk": [{"key": "presales", "label": {"zh": "售前", "en": "Pre-sales"}, "owner": "PS1"}]}
    )
    lines = [
        line("PS1", 1, 1),
        line("PS1", 2, 2),
        line("PS1", 3, 9),
        line("PS1", 4),
        line("mia", 5),
    ]
    presales, other = answer_times(lines, book, date(2026, 8, 20), SHANGHAI)

    assert (presales.open, presales.late, presales.answered) == (1, 1, 3)
    assert (presales.days, presales.on_time) == (Decimal(2), 2)
    assert (other.key, other.open, other.days) == ("", 1, None)


@pytest.mark.parametrize("words", ["售前", "Pre-sales", "pre sales", "presales", "PRESALES"])
def test_a_desk_is_known_by_its_names(words):
    assert desk_named(load_book(), words).key == "presales"
    assert desk_named(load_book(), "") is None
    assert desk_named(load_book(), "the moon") is None


def test_an_old_form_without_owners_asks_nothing(made, desk_of):
    company = made()
    folder = company.folder / "templates"
    folder.mkdir()
    text = 'name = "quarterly"\nlabel = { zh = "甲", en = "A" }\nsections = ["cover", "support"]\n'
    form = (
        '[[forms.support]]\nkey = "requests"\nkind = "actions"\nlabel = { zh = "乙", en = "B" }\n'
    )
    columns = 'columns = [{ zh = "丙", en = "C" }, { zh = "丁", en = "D" }]\n'
    (folder / "quarterly.toml").write_text(text + form + columns, encoding="utf-8")
    desk = desk_of(company)
    begin(desk, HR, "2026-Q3", reps=["ana"])
    save(desk, [["x", "presales"]])

    assert keep_again(desk) == []


def test_a_request_somebody_adds_stands_in_its_period_only(made, desk_of):
    company = made()
    desk = desk_of(company)
    asked = Line(register="support", what="By hand", rep_id="ana", owner="PS1",
                 due_on=date(2026, 8, 20))  # fmt: skip
    add_line(desk.store, ANA, asked)  # on 10 August

    def html(period):
        return open_review("ana", period, str(company.folder), lang="en").section("support").html

    assert "By hand" in html("2026-Q3")
    assert "By hand" not in html("2026-Q2")
