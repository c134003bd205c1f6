"""A refusal names people, reviews and stages in the reader's words."""

from workbench.i18n import told
from workbench.store.actor import ROLES, Actor
from workbench.store.naming import actor_said, cycle_said, review_said, side_said, stage_said
from workbench.store.relations import SIDES, STAGES, Subject


def test_each_is_named_in_both_languages() -> None:
    subject = Subject("2026-Q3:quarterly", "R01", "M01", "", "self_review")
    assert told(actor_said(Actor("M01", "manager")), "zh") == "M01（经理）"
    assert told(review_said(subject), "en") == "the review of R01 for Q3 2026"
    assert told(review_said(subject), "zh") == "R01 的 2026 年第三季度述职"
    assert told(cycle_said("2026-H2:newcomer"), "zh") == "2026 年下半年述职（newcomer）"
    named = [actor_said(Actor("P1", role)) for role in ROLES]
    named += [stage_said(stage) for stage in STAGES] + [side_said(side) for side in SIDES]
    assert all(
        told(each, "zh") != told(each, "en") for each in named if "HR" not in told(each, "en")
    )
