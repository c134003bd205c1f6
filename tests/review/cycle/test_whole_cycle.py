"""One quarterly cycle of the demo, from opening to the next one that carries its promises."""

import re
import shutil
from datetime import date

import pytest

from workbench.errors import ParameterError
from workbench.review.cycle.desk import open_desk
from workbench.review.cycle.opening import begin
from workbench.review.kept import drawn
from workbench.review.scoring import score_of
from workbench.sources.workspace import open_workspace
from workbench.store import Actor
from workbench.store.entries import Place, read_entries, save_entry
from workbench.store.promises import answer_promise, promises_of
from workbench.store.signing import Scored, signatures_of

HR = Actor("HR", "hr")
NAME = "2026-Q3:quarterly"


@pytest.fixture(scope="module")
def desk(tmp_path_factory, shipped):
    folder = tmp_path_factory.mktemp("cycle") / "demo"
    shutil.copytree(shipped, folder, ignore=shutil.ignore_patterns("store.*"))
    opened = open_desk(open_workspace(folder), "en")
    begin(opened, HR, "2026-Q3", due_on=date(2026, 10, 7))
    yield opened
    opened.store.engine.dispose()


def people(desk, rep_id):
    (found,) = [s for s in desk.status(HR, NAME) if s.standing.subject.rep_id == rep_id]
    return Actor(rep_id, "rep"), Actor(found.standing.subject.manager_id, "manager")


def write(desk, actor, rep_id, section, item, side, value):
    place = Place(NAME, rep_id, section, item, side)
    kept = read_entries(desk.store, actor, NAME, rep_id).get((section, item, side))
    return save_entry(desk.store, actor, place, value, kept.version if kept else 0)


def sections(review):
    made = [review.section(key) for key in review.template.sections]
    return [each.key for each in made], "".join(each.html for each in made)


def test_a_cycle_runs_whole_and_the_next_opens_with_what_was_promised(desk):
    rep_id = "R19"
    rep, manager = people(desk, rep_id)
    before, blank = sections(desk.review(rep, NAME, rep_id))
    desk.advance(rep, NAME, rep_id)
    write(desk, rep, rep_id, "highlights", "cases", "rep", "D <b>1</b>\n赢单")
    write(desk, rep, rep_id, "feedback", "upward", "private", "less haste")
    desk.advance(rep, NAME, rep_id)
    with pytest.raises(ParameterError, match="Rating and reason"):
        desk.advance(manager, NAME, rep_id)
    write(desk, manager, rep_id, "rating", "rating", "manager", {"level": 3, "reason": "why 3"})
    assert "why 3" not in sections(desk.review(rep, NAME, rep_id))[1]  # not before the conversation
    desk.advance(manager, NAME, rep_id)
    desk.advance(HR, NAME, rep_id)
    with pytest.raises(ParameterError, match="Actions for the next period"):
        desk.advance(manager, NAME, rep_id)
    plan = [["Visit two a week", "win_rate", "40%", "2026-12-31", ""], ["", "", "", "", ""]]
    write(desk, rep, rep_id, "plan", "actions", "shared", plan)
    grow = [["Negotiating", "a course", "2026-11-30"], ["Forecasting, 12 of 20", "", ""]]
    write(desk, rep, rep_id, "competence", "development", "shared", grow)
    desk.advance(manager, NAME, rep_id)
    desk.sign(rep, NAME, rep_id, "seen", "the quota was not lowered")
    assert desk.sign(manager, NAME, rep_id) == "appeal"

    after, filled = sections(desk.review(rep, NAME, rep_id))
    assert after == before
    assert "D &lt;b&gt;1&lt;/b&gt;\n赢单" in filled
    assert "why 3" in filled
    assert "the quota was not lowered" in filled
    shown = score_of(desk.review(rep, NAME, rep_id))
    kept = [each.scored for each in signatures_of(desk.store, rep, NAME, rep_id)]
    assert kept == [Scored(shown.value, shown.share_used)] * 2
    assert "less haste" not in filled
    assert filled.count("To be written") < blank.count("To be written")

    begin(desk, HR, "2026-Q4", reps=[rep_id], is_ahead=True)
    practised, kept = promises_of(desk.store, rep, "2026-Q4:quarterly", rep_id)  # by day
    assert (practised.what, practised.state, practised.due_on) == (
        "Negotiating – a course", "open", date(2026, 11, 30),
    )  # fmt: skip
    answer_promise(desk.store, rep, "2026-Q4:quarterly", practised, "dropped", "no place left")
    assert (kept.what, kept.metric, kept.due_on) == (
        "Visit two a week",
        "win_rate",
        date(2026, 12, 31),
    )
    assert kept.baseline == str(desk.review(rep, NAME, rep_id).figures.value("win_rate"))
    answer_promise(desk.store, rep, "2026-Q4:quarterly", kept, "done", "kept it")
    opened = desk.review(rep, "2026-Q4:quarterly", rep_id).section("commitments")
    assert "2 promises: 1 done" in opened.finding
    assert re.search(r"\d+.*→", opened.html)
    assert "kept it" in opened.html
    assert "no place left" in opened.html


def test_a_draft_opens_with_candidates_and_no_document_shows_them(desk):
    rep_id = "R18"
    rep, _manager = people(desk, rep_id)
    entry = read_entries(desk.store, rep, NAME, rep_id)["highlights", "cases", "rep"]
    review = desk.review(rep, NAME, rep_id)

    assert entry.is_proposed
    told = drawn(entry.value, review.lang)
    assert all(row.deal_id in told for row in largest(review))
    assert told.splitlines()[0] not in review.section("highlights").html


def largest(review):
    known = [row for row in review.deal_rows("won") if row.amount is not None]
    return sorted(known, key=lambda row: -row.amount)[:3]


def test_everybody_reviewed_is_in_the_cycle_with_a_manager(desk):
    found = desk.status(HR, NAME)

    assert len(found) > 15
    assert all(each.name for each in found)
