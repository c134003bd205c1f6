"""docs/privacy.md tells who gives feedback to whom, and who is named; the rules say the same."""

from itertools import product

import pytest
from desk import CYCLE
from test_table import is_refused
from written_table import PEOPLE, table

from workbench.store.inbox_rules import may_give_feedback, require_feedback, works_with
from workbench.store.rules import STAGES, Subject

ACTS = {"give feedback": may_give_feedback, "be named the rep": works_with}


@pytest.mark.parametrize("stage", STAGES)
def test_feedback_is_given_and_names_are_told_as_the_table_says(stage):
    ana = Subject(CYCLE, "ana", "mia", "lea", stage, ("max", "gil"))
    cem, dua = (
        Subject(CYCLE, "cem", "mia", "", stage, ("max", "gil")),
        Subject(CYCLE, "dua", "jo", "", stage),
    )
    about = {"on a rep of ana's team": cem, "on a rep of another team": dua}
    told, cycle = table("Feedback"), [ana, cem, dua]

    assert set(told) == set(product(ACTS, PEOPLE, about))
    found = {
        (act, who, column): {ACTS[act](actor, about[column], cycle) for actor in PEOPLE[who]}
        for act, who, column in told
    }
    assert {key: found[key] for key in told if found[key] != {told[key] == "yes"}} == {}
    for actor in (each for people in PEOPLE.values() for each in people):
        may = may_give_feedback(actor, cem, cycle)
        assert is_refused(require_feedback, actor, cem, cycle) != may


def test_reps_whose_manager_nobody_recorded_are_no_team():
    ana, bo = (Subject(CYCLE, name, "", "", "self_review") for name in ("ana", "bo"))

    assert not works_with(PEOPLE["rep"][0], bo, [ana, bo])
    assert works_with(PEOPLE["rep"][0], ana, [ana, bo])
