"""Opening a cycle: gone on with where it was cut off, and for who joined and who left since.

Ana and Bo sell, Cy leads them. Di is hired in the last days of the quarter and known late.
"""

from dataclasses import replace
from datetime import datetime

import pytest

from workbench.errors import ParameterError
from workbench.i18n import told
from workbench.review.cycle.desk import open_desk
from workbench.review.cycle.opening import begin, opening_text
from workbench.snapshots import current_snapshot
from workbench.store import Actor
from workbench.store.appeals import GRANTED, appeals_of, decide_appeal
from workbench.store.cycles import find_cycle
from workbench.store.entries import Place, read_entries, save_entry
from workbench.store.moves import reopen
from workbench.store.promises import promises_of
from workbench.store.standing import standings
from workbench.widgets.steps import Steps

OPS, HR, CY = Actor("O", "sales_ops"), Actor("H", "hr"), Actor("cy", "manager")
ANA, NAME = Actor("ana", "rep"), "2026-Q3:quarterly"
HEAD = "rep_id,name,email,manager_id,hired_on,left_on\n"
REPS = f"""{HEAD}ana,Ana,ana@x.cn,cy,2020-01-01,
bo,Bo,bo@x.cn,cy,2020-01-01,
cy,Cy,cy@x.cn,,2020-01-01,
"""
LATER = f"""{HEAD}ana,Ana,ana@x.cn,cy,2020-01-01,
bo,Bo,bo@x.cn,cy,2020-01-01,2026-10-08
cy,Cy,cy@x.cn,,2020-01-01,
di,Di,di@x.cn,cy,2026-09-20,
"""
DEALS = """deal_id,rep_id,amount,is_closed,is_won,created_on,close_on
D1,ana,46,true,true,2026-07-01,2026-07-10
D2,bo,46,true,true,2026-07-01,2026-07-10
"""


@pytest.fixture
def made(company):
    return company(DEALS, reps=REPS)


@pytest.fixture
def desk(made):
    opened = open_desk(made.workspace, "en")
    yield replace(opened, store=replace(opened.store, clock=lambda: datetime(2026, 10, 9, 4)))
    opened.store.engine.dispose()


def drafts(desk, rep_id):
    entries = read_entries(desk.store, Actor(rep_id, "rep"), NAME, rep_id)
    return {each.place.item for each in entries.values() if each.is_proposed}


def stages(desk):
    return {s.subject.rep_id: s.subject.stage for s in standings(desk.store, HR, NAME)}


def test_the_first_opening_says_what_it_did_and_the_next_finds_nothing_to_do(desk):
    first = begin(desk, OPS, "2026-Q3", reps=["ana", "bo"])
    again = begin(desk, OPS, "2026-Q3", reps=["ana", "bo"])

    assert opening_text(first, "en") == f"{NAME}: opened, 2 reviews, 2 drafts proposed."
    assert (again.is_new, again.joined, again.drafts, again.left) == (False, (), 0, ())
    assert "新加入：无。预填：0 项" in opening_text(again, "zh")


def test_opening_goes_on_where_it_was_cut_off(desk, monkeypatch):
    done = iter([True])  # the first draft is laid, then the power fails

    def fails(*told):
        if next(done, False):
            return propose(*told)
        raise KeyboardInterrupt

    from workbench.review.cycle import opening as module  # noqa: PLC0415

    propose = module.propose
    monkeypatch.setattr(module, "propose", fails)
    with pytest.raises(KeyboardInterrupt):
        begin(desk, OPS, "2026-Q3", reps=["ana", "bo"])
    assert (drafts(desk, "ana"), drafts(desk, "bo")) == ({"cases"}, set())
    monkeypatch.undo()
    again = begin(desk, OPS, "2026-Q3", reps=["ana", "bo"])

    assert (again.drafts, again.joined) == (1, ())
    assert drafts(desk, "bo") == {"cases"}


def test_again_it_adds_who_joined_and_asks_nothing_of_who_left_on_the_data_kept(made, desk):
    begin(desk, OPS, "2026-Q3", reps=["ana", "bo"])
    kept = find_cycle(desk.store, NAME)
    (made.workspace.folder / "reps.csv").write_text(LATER, encoding="utf-8")
    current_snapshot(made.workspace)
    later = replace(open_desk(made.workspace, "en"), store=desk.store)
    done = begin(later, OPS, "2026-Q3", reps=["ana", "bo", "di"])

    assert (done.joined, done.left) == (("di",), ("bo",))
    assert stages(later) == {"ana": "data_check", "bo": "manager_review", "di": "data_check"}
    assert find_cycle(desk.store, NAME) == kept
    # Di is not in the data the cycle is pinned to: her review rests on the latest
    assert later.review(Actor("di", "rep"), NAME, "di").rep.name == "Di"
    assert later.review(ANA, NAME, "ana").snapshot.hash == kept.snapshot
    assert "Joined: di" in opening_text(done, "en")
    assert "Left, and asked nothing more: bo" in opening_text(done, "en")


def test_a_last_day_that_was_none_is_taken_back_when_opened_again(made, desk):
    begin(desk, OPS, "2026-Q3", reps=["ana", "bo"])
    for rows, left, back in ((LATER, ("bo",), ()), (REPS, (), ("bo",)), (REPS, (), ())):
        (made.workspace.folder / "reps.csv").write_text(rows, encoding="utf-8")
        current_snapshot(made.workspace)
        later = replace(open_desk(made.workspace, "en"), store=desk.store)
        done = begin(later, OPS, "2026-Q3", reps=["ana", "bo"])
        assert (done.left, done.back) == (left, back)
        assert ("asked again: bo" in opening_text(done, "en")) is bool(back)

    (found,) = [s for s in standings(desk.store, HR, NAME) if s.subject.rep_id == "bo"]
    assert (found.subject.stage, found.subject.left_on) == ("manager_review", None)


def test_who_has_another_id_by_now_is_not_added_beside_the_first(made, desk):
    begin(desk, OPS, "2026-Q3", reps=["ana", "bo"])
    told = REPS.replace("bo,Bo,", "b2,Bo,")
    (made.workspace.folder / "reps.csv").write_text(told, encoding="utf-8")
    with (made.workspace.folder / "workbench.toml").open("a", encoding="utf-8") as rules:
        rules.write('\n[people]\naliases = { bo = "b2" }\n')
    current_snapshot(made.workspace)
    later = replace(open_desk(made.workspace, "en"), store=desk.store)
    done = begin(later, OPS, "2026-Q3", reps=["ana", "b2"])

    assert (done.joined, sorted(stages(later))) == ((), ["ana", "bo"])


def write(desk, actor, section, item, side, value):
    place = Place(NAME, "ana", section, item, side)
    kept = read_entries(desk.store, actor, NAME, "ana").get((section, item, side))
    save_entry(desk.store, actor, place, value, kept.version if kept else 0)


def to_conversation(desk):
    desk.advance(ANA, NAME, "ana")
    write(desk, ANA, "highlights", "cases", "rep", "D1")
    desk.advance(ANA, NAME, "ana")
    write(desk, CY, "rating", "rating", "manager", {"level": 2, "reason": "D1"})
    desk.advance(CY, NAME, "ana")
    desk.advance(HR, NAME, "ana")


def test_an_empty_self_review_is_not_handed_in_and_the_refusal_says_where_to_write(desk):
    begin(desk, OPS, "2026-Q3", reps=["ana"])
    desk.advance(ANA, NAME, "ana")
    write(desk, ANA, "feedback", "upward", "private", "frank")  # no word of the own review
    with pytest.raises(ParameterError, match="nothing is written") as refused:
        desk.advance(ANA, NAME, "ana")
    assert "自评还什么都没有写" in told(refused.value, "zh")
    write(desk, ANA, "highlights", "cases", "rep", "D1")
    assert desk.advance(ANA, NAME, "ana") == "manager_review"
    with pytest.raises(ParameterError) as refused:
        desk.advance(CY, NAME, "ana")

    assert "“Rating and reason” of the manager's words is empty" in told(refused.value, "en")
    assert "“评级与理由”是空的" in told(refused.value, "zh")


def test_what_a_stage_keeps_is_kept_with_it_or_not_at_all(desk, monkeypatch):
    from workbench.store import moves  # noqa: PLC0415

    begin(desk, OPS, "2026-Q3", reps=["ana"])
    to_conversation(desk)
    plan = [["Visit two", "win_rate", "40%", "2026-12-31", ""]]
    write(desk, CY, "plan", "actions", "shared", plan)

    def fails(*_told):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(moves, "move", fails)
        with pytest.raises(KeyboardInterrupt):
            desk.advance(CY, NAME, "ana")
    assert promises_of(desk.store, ANA, NAME, "ana") == []
    desk.advance(CY, NAME, "ana")

    assert [each.what for each in promises_of(desk.store, ANA, NAME, "ana")] == ["Visit two"]


def test_what_is_agreed_on_anew_takes_the_place_of_what_was(desk):
    begin(desk, OPS, "2026-Q3", reps=["ana"])
    to_conversation(desk)
    row = ["Visit two", "win_rate", "40%", "2026-12-31", ""]
    write(desk, CY, "plan", "actions", "shared", [row])
    desk.advance(CY, NAME, "ana")
    reopen(desk.store, HR, NAME, "ana", "conversation", "another number")
    write(desk, CY, "plan", "actions", "shared", [[*row[:2], "45%", *row[3:]]])
    desk.advance(CY, NAME, "ana")

    (kept,) = promises_of(desk.store, ANA, NAME, "ana")
    assert (kept.aim, kept.version) == ("45%", 2)


def test_the_page_files_an_appeal_and_hr_decides_there(desk):
    begin(desk, OPS, "2026-Q3", reps=["ana"])
    to_conversation(desk)
    write(desk, CY, "plan", "actions", "shared", [["Visit", "", "", "2026-12-31", ""]])
    desk.advance(CY, NAME, "ana")
    early = Steps(desk, ANA, NAME, "ana")
    assert "appeal" not in buttons(early)
    desk.sign(ANA, NAME, "ana")
    desk.sign(CY, NAME, "ana")

    page = Steps(desk, ANA, NAME, "ana")
    words = box(page, "step-appeal-words")
    words.value = "leave was left out"
    press(page, "Appeal")
    assert "HR decides by 2026-10-19" in page.said.value
    assert "Appeal" not in buttons(page)
    assert desk.review(ANA, NAME, "ana").answers.is_appealed
    finding = desk.review(ANA, NAME, "ana").section("rating").finding
    assert finding.startswith("Under appeal: the rating has no effect yet.")
    assert "leave was left out" in desk.review(ANA, NAME, "ana").section("signoff").html
    assert "leave was left out" not in desk.review(CY, NAME, "ana").section("signoff").html

    office = Steps(desk, HR, NAME, "ana")
    press(office, "Close the review")
    assert "an appeal is open" in office.said.value
    box(office, "step-reason").value = "the leave counts"
    press(office, "Grant: the review is reopened")
    assert stages(desk) == {"ana": "manager_review"}
    assert [each.outcome for each in appeals_of(desk.store, ANA, NAME, "ana")] == [GRANTED]
    assert not desk.review(ANA, NAME, "ana").answers.is_appealed


def test_a_review_nobody_rated_is_questioned_and_not_appealed(desk):
    from workbench.review.cycle.questioning import question  # noqa: PLC0415
    from workbench.store.moves import advance  # noqa: PLC0415

    begin(desk, OPS, "2026-Q3", reps=["ana"])
    for actor in (ANA, ANA, CY, HR, CY):
        advance(desk.store, actor, NAME, "ana")
    desk.sign(ANA, NAME, "ana")
    desk.sign(CY, NAME, "ana")

    with pytest.raises(ParameterError, match="no rating"):
        question(desk, ANA, NAME, "ana", "unfair", kind="appeal")
    with pytest.raises(ParameterError, match="no appeal is open"):
        decide_appeal(desk.store, HR, NAME, "ana", GRANTED, "why")


def shown(widget):
    yield widget
    for each in getattr(widget, "children", ()):
        yield from shown(each)


def buttons(page):
    return [each.description for each in shown(page.widget) if hasattr(each, "click")]


def press(page, name):
    (found,) = [e for e in shown(page.widget) if hasattr(e, "click") and e.description == name]
    found.click()


def box(page, key):
    from workbench.i18n import message  # noqa: PLC0415

    asked = message(key, "en")
    (found,) = [e for e in shown(page.widget) if getattr(e, "placeholder", "") == asked]
    return found
