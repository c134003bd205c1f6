"""Calibration over reviews: seats, spread, score beside, nine boxes, the form with it."""

from decimal import Decimal

import pytest
from tests_team import HR, KIM, MIA, NORTH, OPS, SOUTH

from workbench.errors import RefusedError
from workbench.page.fragment import fragment
from workbench.review.fairness.audit import open_audit
from workbench.review.fairness.sections import SECTIONS, audit_section
from workbench.review.team.calibrating import change_rating, sheet
from workbench.review.team.calibration_view import views_table
from workbench.review.team.nine_box import nine_boxes, performance
from workbench.store import Actor
from workbench.store.calibration import View, save_view
from workbench.store.entries import Place, read_entries, save_entry
from workbench.store.meeting import begin_meeting
from workbench.store.moves import advance

CYCLE = "2026-Q3:quarterly"
LEVELS = dict(zip(NORTH, (1, 2, 3, 3, 4, 5), strict=True)) | dict.fromkeys(SOUTH, 3)


def view(rep_id, level, growth=2):
    return View(cycle=CYCLE, rep_id=rep_id, person_id="", level=level, growth=growth,
                reason="deal D-1 was led well; always nice")  # fmt: skip


def give(desk):
    for rep in NORTH:
        save_view(desk.store, MIA, view(rep, LEVELS[rep]))
    for rep in SOUTH:
        save_view(desk.store, KIM, view(rep, LEVELS[rep]))
    save_view(desk.store, KIM, view("ana", 4))  # three levels from mia's
    save_view(desk.store, KIM, view("bo", 3))


def at_manager_review(desk, rep_id):
    for _ in range(2):
        advance(desk.store, Actor(rep_id, "rep"), CYCLE, rep_id)


def test_a_manager_sees_the_own_people_first_and_only_the_own_views(desk):
    save_view(desk.store, KIM, view("ana", 4))

    seats = sheet(desk, MIA, CYCLE).seats

    assert [seat.subject.rep_id for seat in seats] == [*NORTH, *SOUTH]
    assert [seat.is_own for seat in seats] == [True] * 6 + [False] * 2
    assert all(seat.view is None for seat in seats)  # kim's is not mia's to read


WEIGHED = """
name = "quarterly"
label = { zh = "季度", en = "Quarterly" }
sections = ["cover", "rating"]
""" + "".join(
    f"""
[[forms.rating]]
key = "{key}"
kind = "rating"
filled_by = "manager"
weight = {weight}
label = {{ zh = "{key}", en = "{key.title()}" }}
options = [ {", ".join([f'{{ zh = "{n}", en = "{n}" }}' for n in range(1, 6)])} ]
"""
    for key, weight in (("rating", 0.6), ("craft", 0.4))
)


def test_the_weighted_rating_stands_beside_the_views_with_its_parts(desk):
    (desk.workspace.folder / "templates").mkdir()
    (desk.workspace.folder / "templates" / "quarterly.toml").write_text(WEIGHED, encoding="utf-8")
    for rep_id, levels in (("ana", {"rating": 4, "craft": 2}), ("bo", {"rating": 3})):
        at_manager_review(desk, rep_id)
        for key, level in levels.items():
            place = Place(CYCLE, rep_id, "rating", key, "manager")
            save_entry(desk.store, MIA, place, {"level": level, "reason": "words of mia"}, 0)
    give(desk)
    begin_meeting(desk.store, HR, CYCLE)
    html = fragment("en", views_table(sheet(desk, HR, CYCLE), "en"))

    assert "3.20 of 5 (60% × 4 Rating + 40% × 2 Craft)" in html
    assert "not yet: Craft" in html
    assert "words of mia" not in html


def test_the_form_of_the_review_proposes_the_level(desk):
    at_manager_review(desk, "ana")
    place = Place(CYCLE, "ana", "rating", "rating", "manager")
    save_entry(desk.store, MIA, place, {"level": 4, "reason": "won"}, 0)

    seats = {seat.subject.rep_id: seat for seat in sheet(desk, MIA, CYCLE).seats}

    assert (seats["ana"].proposed, seats["bo"].proposed) == (4, None)


def test_the_widest_spread_comes_first_with_the_score_beside(desk):
    give(desk)
    begin_meeting(desk.store, HR, CYCLE)

    seen = sheet(desk, MIA, CYCLE).seen

    assert [each.subject.rep_id for each in seen[:2]] == ["ana", "bo"]
    assert (seen[0].spread, seen[0].is_talked_over, seen[1].is_talked_over) == (3, True, False)
    assert [view.person_id for view in seen[0].views] == ["mia", "kim"]  # the own manager's first


def test_others_views_rate_nobody(desk):
    give(desk)
    begin_meeting(desk.store, HR, CYCLE)

    now = {each.subject.rep_id: each.now for each in sheet(desk, HR, CYCLE).seen}

    assert now["ana"] == (1, 2)


def test_a_change_reaches_the_form_and_keeps_its_first_reason(desk):
    give(desk)
    at_manager_review(desk, "ana")
    place = Place(CYCLE, "ana", "rating", "rating", "manager")
    save_entry(desk.store, MIA, place, {"level": 1, "reason": "won little"}, 0)
    begin_meeting(desk.store, HR, CYCLE)
    seen = next(each for each in sheet(desk, MIA, CYCLE).seen if each.can_adjust)

    change_rating(desk, MIA, CYCLE, seen, (2, 2), "two deals were handed over")

    entry = read_entries(desk.store, MIA, CYCLE, "ana")["rating", "rating", "manager"]
    assert entry.value == {"level": 2, "reason": "won little\ntwo deals were handed over"}
    assert next(e for e in sheet(desk, HR, CYCLE).seen if e.subject.rep_id == "ana").now == (2, 2)


def test_only_the_own_manager_at_the_right_stage_adjusts(desk):
    give(desk)
    at_manager_review(desk, "ana")
    begin_meeting(desk.store, HR, CYCLE)

    able = {
        actor.person_id: [e.subject.rep_id for e in sheet(desk, actor, CYCLE).seen if e.can_adjust]
        for actor in (MIA, KIM, HR, OPS)
    }

    assert able == {"mia": ["ana"], "kim": [], "H1": [], "O1": []}


def test_nine_boxes_prescribe_nothing(desk):
    give(desk)
    begin_meeting(desk.store, HR, CYCLE)

    boxes = nine_boxes(sheet(desk, HR, CYCLE).seen, 5)

    assert boxes.at(1, 2) == ("Ana Park", "Bo Park")
    assert boxes.at(3, 2) == ("Ed Park", "Flo Park")
    assert boxes.at(3, 3) == ()
    assert len(boxes.cells) == 3


@pytest.mark.parametrize(
    ("levels", "steps"), [(5, [1, 1, 2, 3, 3]), (4, [1, 2, 2, 3]), (3, [1, 2, 3])]
)
def test_the_middle_of_a_scale_is_the_middle_box(levels, steps):
    assert [performance(level, levels) for level in range(1, levels + 1)] == steps


@pytest.mark.parametrize("actor", [MIA, KIM, Actor("ana", "rep"), Actor("f1", "finance")])
def test_the_fairness_pack_is_for_sales_ops_and_hr(desk, actor):
    with pytest.raises(RefusedError, match="sales ops and HR may"):
        open_audit(desk, actor, "2026-Q3")


def test_before_the_meeting_the_pack_reads_no_view(desk):
    give(desk)
    audit = open_audit(desk, HR, "2026-Q3")

    assert (audit.ratings, audit.comments) == ((), ())
    assert audit_section(audit, "spread").finding == "No rating may be read yet"


def test_after_it_the_pack_tells_spread_words_and_leniency(desk):
    give(desk)
    begin_meeting(desk.store, HR, CYCLE)
    audit = open_audit(desk, HR, "2026-Q3")
    found = {key: audit_section(audit, key) for key in SECTIONS}

    assert {each.rep_id: each.level for each in audit.ratings} == LEVELS
    assert found["spread"].finding == "8 ratings use 5 of 5 levels"
    assert found["worded"].finding.startswith("10 of 10 comments")
    assert "always, nice" in found["worded"].html
    assert found["impact"].finding == "No group attributes are given"
    assert audit.attainment["ana"] == Decimal("0.6")
