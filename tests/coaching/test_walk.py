"""The walk through a session: what is typed is kept, evidence follows, private words stay so."""

import ipywidgets as ipw
import pytest
from sqlalchemy import event

from workbench.coaching.note import finish, note_folder
from workbench.coaching.opening import open_coaching
from workbench.errors import RefusedError, UnknownNameError
from workbench.review.coaching.measures import fact_of
from workbench.review.kept import drawn
from workbench.widgets.board import Pick
from workbench.widgets.coaching.page import CoachingPage
from workbench.widgets.page import Trouble


def page_of(desk, **options):
    return CoachingPage(desk, finish, **options)


def go(page, key):
    walk = page.walk
    walk.go([step.key for step in walk.steps].index(key))


def everything(widget):
    """All widgets a browser is shown, from the outside in."""
    yield widget
    for child in getattr(widget, "children", ()):
        yield from everything(child)


def text_of(page):
    shown = everything(page.page.widget)
    return " ".join(
        str(getattr(w, name))
        for w in shown
        for name in ("value", "description")
        if hasattr(w, name)
    )


def said(page):
    return page.page.state.value


def word(desk, key, side="shared"):
    session = desk.current() or desk.sessions()[-1]
    return desk.words(session)[key, side].value


def test_a_walk_goes_through_the_agenda_and_goes_on_where_it_stood(desk_of):
    desk = desk_of()
    page = page_of(desk)
    keys = []
    for step in page.walk.steps:
        keys.append(step.key)
        assert step.question.en in page.page.finding.value
        page.walk.move(1)

    assert keys == [
        "opening", "carried", "figures", "deals", "feedback", "skill", "commitments", "close",
    ]  # fmt: skip
    assert page_of(desk).walk.at == len(keys) - 1


def test_the_opening_shows_the_gap_and_what_was_skipped(desk_of):
    page = page_of(desk_of())

    assert "26 days since the last session; session 3 was skipped" in page.page.finding.value


def test_carried_actions_are_answered_and_dropping_needs_a_reason(desk_of):
    desk = desk_of()
    page = page_of(desk)
    go(page, "carried")
    line = next(iter(page.walk.questions.lines.values()))
    line.state.value = "dropped"
    assert "say why" in line.said.value
    assert desk.carried(desk.current())[0].promise.state == "open"
    line.reason.value = "the customer stopped the project"

    kept = {each.promise.promise: each.promise for each in desk.carried(desk.current())}
    found = kept[line.kept.promise]
    assert found.state == "dropped"
    now = fact_of(desk.review, found.metric)[1].value  # not due yet: where it stands when dropped
    assert (found.came_to, found.came_on) == (str(now), desk.review.snapshot.as_of)
    assert f"missed the aim “{found.aim}”" in line.said.value


def test_what_is_typed_is_in_the_store_and_a_second_tab_shows_it(desk_of):
    page = page_of(desk_of())
    page.walk.questions.drafts["win"].field.value = "汉字 🙂 <b>"

    assert page_of(desk_of()).walk.questions.drafts["win"].field.value == "汉字 🙂 <b>"


def test_two_tabs_get_a_choice_and_no_text_is_lost(desk_of):
    one, two = page_of(desk_of()), page_of(desk_of("R13:rep"))
    one.walk.questions.drafts["win"].field.value = "mine"
    two.walk.questions.drafts["win"].field.value = "theirs"
    draft = two.walk.questions.drafts["win"]

    assert draft.field.value == "theirs"
    assert "mine" in draft.said.value
    assert len(draft.choice.children) == 3
    assert word(desk_of(), "win") == "mine"


def test_another_tabs_words_show_at_the_next_step_where_nothing_is_unsaved(desk_of):
    one, two = page_of(desk_of()), page_of(desk_of())
    one.walk.questions.drafts["worry"].field.value = "coverage"
    two.walk.show()

    assert two.walk.questions.drafts["worry"].field.value == "coverage"


def test_a_deal_picked_in_the_list_shows_its_evidence_and_is_kept(desk_of):
    desk = desk_of()
    page = page_of(desk)
    go(page, "deals")
    stuck = desk.walk.deals[0]
    page.walk.questions.deals.list.value = (stuck.deal_id,)

    assert stuck.is_stuck
    assert stuck.name in page.walk.questions.deals.evidence.value
    assert desk.picked(desk.words(desk.current())) == [stuck.deal_id]


def test_a_click_in_the_chart_turns_a_deal_around_whatever_the_list_did(desk_of):
    desk = desk_of()
    page = page_of(desk)
    go(page, "deals")
    deals, first, second = (
        page.walk.questions.deals,
        *(each.deal_id for each in desk.walk.deals[:2]),
    )
    clicked = deals.board._picked
    clicked([Pick("stuck", "pick", {"deal_id": [first]})])
    assert deals.list.value == (first,)
    deals.list.value = (second,)
    clicked([Pick("stuck", "pick", {"deal_id": [first, second]})])
    assert deals.list.value == ()
    clicked([Pick("stuck", "pick", None)])

    assert set(deals.list.value) == {first, second}


def test_discussing_opens_the_feedback_with_the_evidence_attached(desk_of):
    desk = desk_of()
    page = page_of(desk)
    go(page, "deals")
    page.walk.questions.deals.list.value = (desk.walk.deals[0].deal_id,)
    page.walk.questions.deals.buttons.children[0].click()
    change = page.walk.questions.drafts["change"]

    assert page.walk.steps[page.walk.at].key == "feedback"
    assert desk.walk.deals[0].deal_id in change.field.parts["evidence"].value
    assert "chip ev" in change.chips.value
    kept = word(desk, "change", "manager")
    assert "98 d in Negotiate" in drawn(kept, "en")["evidence"]
    assert "在商务 98 天" in drawn(kept, "zh")["evidence"]
    change.field.parts["situation"].value = "on Monday"
    change.flush()
    assert "在商务 98 天" in drawn(word(desk, "change", "manager"), "zh")["evidence"]


def test_discussing_opens_the_actions_with_the_deal_in_a_row(desk_of):
    desk = desk_of()
    page = page_of(desk)
    go(page, "deals")
    page.walk.questions.deals.list.value = (desk.walk.deals[0].deal_id,)
    page.walk.questions.deals.buttons.children[1].click()

    assert page.walk.steps[page.walk.at].key == "commitments"
    assert word(desk, "actions")[0][0].startswith(desk.walk.deals[0].deal_id)


def test_feedback_without_evidence_is_an_opinion(desk_of):
    page = page_of(desk_of())
    go(page, "feedback")
    draft = page.walk.questions.drafts["praise"]
    assert draft.chips.value == ""
    draft.field.parts["behaviour"].value = "asked first"

    assert "opinion" in draft.chips.value


@pytest.mark.parametrize("is_opened_so", [True, False])
def test_private_notes_are_nowhere_on_a_shared_screen(desk_of, is_opened_so):
    secret = "seems under pressure"
    before = page_of(desk_of())
    before.walk.questions.drafts["notes"].field.value = secret
    notes = list(everything(before.walk.questions.drafts["notes"].widget))
    page = page_of(desk_of(), is_presenting=True) if is_opened_so else before
    if not is_opened_so:
        page.walk.turn_presenting()
        assert [widget for widget in notes if widget.comm is not None] == []
    for at in range(len(page.walk.steps)):
        page.walk.go(at)
        assert secret not in text_of(page)

    assert "notes" not in page.walk.questions.drafts
    page.walk.turn_presenting()
    assert secret in text_of(page)


def test_arrow_keys_move_the_shared_screen_and_nothing_beyond_the_ends(desk_of):
    page = page_of(desk_of(), is_presenting=True)
    heard = page.walk.pace._heard
    heard(None, {"by": -1}, [])
    assert page.walk.at == 0
    heard(None, {"by": 1}, [])
    assert page.walk.at == 1
    heard(None, {"go": 99}, [])
    assert page.walk.at == 1
    heard(None, {"leave": True}, [])

    assert not page.walk.is_presenting


def test_the_clock_starts_once_and_goes_on_in_another_tab(desk_of):
    page = page_of(desk_of())
    assert page.walk.pace.elapsed < 0
    page.walk.begin.click()
    begun = page.walk.session.begun_at

    assert page_of(desk_of()).walk.session.begun_at == begun
    assert page.walk.pace.elapsed >= 0
    assert page.walk.pace.ends[-1] == 45 * 60


def test_a_store_that_is_gone_is_told_and_the_words_stay(desk_of, folder):
    desk = desk_of()
    page = page_of(desk)
    gone = (folder / "store.db").rename(folder / "elsewhere.db")
    draft = page.walk.questions.drafts["win"]
    draft.field.value = "not lost"
    page.page.do(page.walk.hold)
    told = said(page)
    gone.rename(folder / "store.db")

    assert "is gone: nothing was saved" in draft.said.value
    assert "Not everything is saved yet: A win" in told
    assert draft.field.value == "not lost"
    assert draft.flush()
    assert word(desk, "win") == "not lost"


def test_a_read_only_store_is_told_and_the_words_stay(desk_of):
    desk = desk_of()
    page = page_of(desk)
    event.listen(
        desk.store.engine, "begin",
        lambda connection: connection.exec_driver_sql("PRAGMA query_only=ON"),
    )  # fmt: skip
    draft = page.walk.questions.drafts["win"]
    draft.field.value = "not lost"
    page.walk.pace._heard(None, {"by": 1}, [])

    assert "is read-only: nothing was saved" in draft.said.value
    assert "is read-only" in said(page)
    assert page.walk.at == 1  # the walk goes on all the same
    page.walk.back.click()
    assert "not lost" in text_of(page)


def test_a_session_ends_in_the_ledger_with_a_note_and_the_next_date(desk_of, tmp_path):
    desk = desk_of()
    page = page_of(desk)
    page.page.do(page.walk.hold)
    assert "Still missing: Actions；The rep&#39;s summary" in said(page)
    go(page, "commitments")
    page.walk.questions.drafts["actions"].field.value = [
        ["Call the board", "Win rate", "30 %", "2026-12-01", "a list", "刘敏"],
    ]
    go(page, "close")
    page.walk.questions.drafts["summary"].field.value = "first the oldest deal"
    page.walk.questions.drafts["next"].field.value = "tomorrow"
    page.page.do(page.walk.hold)
    assert "is not a time. Write it as 2026-11-02 14:00." in said(page)
    page.walk.questions.drafts["next"].field.value = "2026-12-01 14:00"
    page.walk.forth.click()
    session = desk.sessions()[-1]
    (made,) = desk.made_in(session)

    assert (session.state, session.next_at) == ("held", "2026-12-01T14:00")
    assert (made.what, made.metric, made.owner_id, made.support) == (
        "Call the board", "win_rate", "M03", "a list",
    )  # fmt: skip
    assert made.baseline_n == desk.review.figures["win_rate"].n
    assert "Session 4 is over; one action is now a promise." in page.page.finding.value
    assert {file.name for file in tmp_path.rglob("session-04*")} == {
        "session-04.html", "session-04.en.html", "session-04.next.ics",
    }  # fmt: skip
    assert page.page.widget.children[-1].children[-1].description == "Prepare the next one"


def test_the_next_session_opens_with_what_was_agreed(desk_of):
    desk = desk_of()
    rows = [["Call the board", "", "", "", "", ""]]
    page = page_of(desk)
    page.walk.questions.draft(
        desk.agenda.items["actions"], desk.words(desk.current())
    ).field.value = rows
    page.walk.questions.draft(
        desk.agenda.items["summary"], desk.words(desk.current())
    ).field.value = "ok"
    page.walk.hold()
    page.page.widget.children[-1].children[-1].click()  # prepare the next one
    go(page, "carried")

    assert "Call the board" in text_of(page)
    assert page.walk.session.number == 5


def test_the_rep_reads_the_managers_side_once_begun_and_does_not_end_the_session(desk_of):
    manager, rep = page_of(desk_of()), page_of(desk_of("R13:rep"))
    go(manager, "feedback")
    manager.walk.questions.drafts["praise"].field.parts["behaviour"].value = "asked first"
    go(rep, "feedback")
    assert "asked first" not in text_of(rep)
    assert "praise" not in rep.walk.questions.drafts
    manager.walk.begin.click()
    go(rep, "feedback")
    assert "asked first" in text_of(rep)
    go(rep, "close")

    assert rep.walk.forth.disabled
    assert rep.walk.begin not in rep.walk.nav.children


def test_a_session_ended_in_another_tab_is_over_here_too(desk_of):
    one, two = page_of(desk_of()), page_of(desk_of())
    one.walk.skip.children[0].value = "holiday"
    one.walk.skip.children[1].click()
    two.walk.pace._heard(None, {"by": 1}, [])

    assert "Session 5 is not prepared yet" in two.page.finding.value


def test_a_session_may_be_skipped_with_its_reason(desk_of):
    desk = desk_of()
    page = page_of(desk)
    reason, button = page.walk.skip.children
    button.click()
    assert "say why" in said(page)
    reason.value = "holiday"
    button.click()

    assert desk.sessions()[-1].state == "skipped"
    assert "Session 5 is not prepared yet" in page.page.finding.value
    assert "holiday" in text_of(page)


def test_a_rep_without_deals_has_a_walk_all_the_same(desk_of):
    desk = desk_of("R13:rep", lang="zh")
    object.__setattr__(desk, "walk", type(desk.walk)((), (), {}))  # as walk_of gives it then
    page = page_of(desk)
    go(page, "deals")

    assert "没有未结商机" in page.page.finding.value


def test_strangers_and_unknown_people_are_told(desk_of, folder, monkeypatch):
    for actor in ("M01:manager", "F01:finance"):
        with pytest.raises(RefusedError, match="has no part in the sessions of R13"):
            desk_of(actor)
    with pytest.raises(UnknownNameError):
        open_coaching("nobody", workspace=str(folder))
    monkeypatch.setenv("JPY_SESSION_NAME", "coaching.ipynb")

    shown = open_coaching("<b>", workspace=str(folder), lang="en")
    assert isinstance(shown, Trouble)
    assert "&lt;b&gt;" in shown._repr_html_()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_control_has_a_visible_label(desk_of, lang):
    page = page_of(desk_of(lang=lang))
    bare = []
    for at in range(len(page.walk.steps)):
        page.walk.go(at)
        inputs = (ipw.Text, ipw.Textarea, ipw.RadioButtons, ipw.ToggleButtons, ipw.Button)
        bare += [
            widget
            for widget in everything(page.page.widget)
            if isinstance(widget, inputs) and not widget.description
        ]

    assert bare == []


@pytest.mark.parametrize(
    ("run_from", "stands_in"), [("notebooks", "outputs"), ("work", "work/outputs")]
)
def test_notes_stand_beside_the_notebooks_and_not_wherever_outputs_is_further_up(
    desk_of, tmp_path, monkeypatch, run_from, stands_in
):
    desk = desk_of()
    for name in ("outputs", run_from):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path / run_from)
    desk.review.workspace.outputs = (tmp_path / run_from / "outputs").resolve()

    assert note_folder(desk) == tmp_path / stands_in / "demo/coaching/priya-raman"


@pytest.mark.parametrize("run_from", ["notebooks", "lab/notebooks"])
def test_notes_of_notebooks_inside_the_workspace_stand_in_its_outputs(
    desk_of, monkeypatch, run_from
):
    desk = desk_of()
    folder = desk.review.workspace.folder
    (folder / run_from).mkdir(parents=True)
    monkeypatch.chdir(folder / run_from)
    desk.review.workspace.outputs = (folder / run_from / "outputs").resolve()

    assert note_folder(desk) == folder / "outputs/demo/coaching/priya-raman"
