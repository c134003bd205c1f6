"""What happens in the made company between its reviews: thanks, mentoring, activities, awards."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from workbench.i18n import Lang
from workbench.review.cycle.made_words import ANSWERS, OUTINGS, THANKS
from workbench.review.growing.awards import grant, proposals
from workbench.review.growing.book import load_book
from workbench.snapshots.facts import reviewed
from workbench.store import Actor
from workbench.store.attendance import note_attendance
from workbench.store.registers import Line, add_line, end_line, lines_of

if TYPE_CHECKING:
    from workbench.review.cycle.desk import Desk
    from workbench.review.cycle.made_clock import Clock

HR = Actor("HR", "hr")
_QUIET = ("R18", "R12", "R08")  # nobody says a word of thanks to them
_PAIRS = (("R01", "R05"), ("R14", "R11"), ("R06", "R07"))  # mentor and mentee
Row = Mapping[str, Any]


def live(desk: "Desk", clock: "Clock", period: str, number: int) -> None:
    """Let a quarter pass: praise, mentoring, an outing of each team."""
    span = desk.workspace.calendar.period(period)
    reps = {row["rep_id"]: row for row in desk.snapshot.table("reps").to_pylist()}
    members = [rep for rep in reviewed(desk.snapshot, desk.workspace, span) if rep.startswith("R")]
    _thank(desk, clock, span.start, members, reps, number)
    if number == 0:
        _mentor(desk, clock, span.start, members, reps)
    _go_out(desk, clock, span.start, members, reps, number)


def honour(desk: "Desk", clock: "Clock", period: str, day: datetime) -> None:
    """Grant what the rules propose for a quarter and its months, a few days after it."""
    span = desk.workspace.calendar.period(period)
    months = [f"{span.start:%Y}-{span.start.month + n:02d}" for n in range(3)]
    for number, name in enumerate([*months, period]):
        clock.now = day + timedelta(hours=number)
        for award, found in proposals(desk, HR, name):
            for rep_id in found.candidates[:1]:
                grant(desk, HR, award.key, rep_id, name)


def answer_requests(desk: "Desk", clock: "Clock", *, is_last: bool) -> None:
    """Let the desks answer what was asked; of the latest cycle a third stays open."""
    owners = {each.owner for each in load_book(desk.workspace.folder).desk}
    found = [line for line in lines_of(desk.store, HR, "support") if line.ended_at is None]
    found.sort(key=lambda line: (str(line.made_at), line.rep_id, line.what))
    for number, line in enumerate(found):
        is_left = is_last and number % 3 == 0
        if line.owner not in owners or line.made_at is None or is_left:
            continue
        clock.now = line.made_at + timedelta(days=1 + number * 5 % 9, hours=number % 6)
        lang = _lang(desk, line.rep_id)
        end_line(desk.store, Actor(line.owner, "rep"), line.line, ANSWERS[lang][number % 3])


def _thank(
    desk: "Desk", clock: "Clock", start: date, members: Sequence[str], reps: Mapping[str, Row],
    number: int,
) -> None:  # fmt: skip
    """Let every other rep thank the next colleague of the team, for behaviour that was seen."""
    for place, giver in enumerate(members):
        team = [one for one in members if reps[one]["team"] == reps[giver]["team"]]
        others = [one for one in team if one != giver and one not in _QUIET]
        if (place + number) % 2 or not others:
            continue
        whom = others[(place * 3 + number) % len(others)]
        what, seen = THANKS[_lang_of(reps[whom])][(place + number) % 4]
        clock.now = datetime(start.year, start.month, 9, 2) + timedelta(days=place * 3)
        line = Line(register="praise", what=what, rep_id=whom, grounds=seen)
        add_line(desk.store, Actor(giver, "rep"), line)


def _mentor(
    desk: "Desk", clock: "Clock", start: date, members: Sequence[str], reps: Mapping[str, Row]
) -> None:
    for mentor, mentee in _PAIRS:
        if {mentor, mentee} <= set(members):
            clock.now = datetime(start.year, start.month, 20, 2)
            what = {"zh": "每周一次，听通话、看商机", "en": "Once a week: calls and deals together"}
            line = Line(
                register="mentoring", what=what[_lang_of(reps[mentee])], rep_id=mentee, owner=mentor
            )
            add_line(desk.store, Actor(reps[mentee]["manager_id"], "manager"), line)


def _go_out(
    desk: "Desk", clock: "Clock", start: date, members: Sequence[str], reps: Mapping[str, Row],
    number: int,
) -> None:  # fmt: skip
    """Hold one activity for everybody and one of each team; most come."""
    teams = sorted({reps[one]["team"] for one in members})
    for place, team in enumerate(["", *teams]):
        about = {"team": team} if team else {}
        on = start + timedelta(days=30 + 7 * place)
        clock.now = datetime(on.year, on.month, on.day, 9)
        host = HR if not team else Actor(_leader(team, reps), "manager")
        what = OUTINGS[(place + number) % len(OUTINGS)]
        line = Line(register="activity", what=what, owner=host.person_id, due_on=on, about=about)
        made = add_line(desk.store, host, line)
        here = [one for one in members if team in ("", reps[one]["team"])]
        came = [one for n, one in enumerate(here) if (n + place + number) % 4]
        note_attendance(desk.store, host, made.line, came)


def _leader(team: str, reps: Mapping[str, Row]) -> str:
    return next(str(row["manager_id"]) for row in reps.values() if row["team"] == team)


def _lang(desk: "Desk", rep_id: str) -> Lang:
    rows = desk.snapshot.table("reps").to_pylist()
    return next((_lang_of(row) for row in rows if row["rep_id"] == rep_id), "zh")


def _lang_of(row: Row) -> Lang:
    return "en" if row.get("language") == "en" else "zh"
