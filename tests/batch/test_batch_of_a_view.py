"""A view put into a batch: the reviews of its period, for its reps."""

import pytest

from workbench.batch.of_view import batch_of_view
from workbench.errors import ParameterError
from workbench.review.exploration.shelf import save_view
from workbench.review.exploration.view import View

REPS = "rep_id,name,team,manager_id\nana,Ana,North,bo\nbo,Bo,North,\ncy,Cy,South,bo\n"


@pytest.mark.parametrize(
    ("view", "reps"),
    [
        (View(period="2026-Q3", rep="cy", against="ana"), ("cy", "ana")),
        (View(period="2026-Q3", team="North"), ("ana",)),
        (View(period="2026-Q3"), ()),
    ],
    ids=["rep", "team", "all"],
)
def test_it_makes_the_reviews_of_whom_the_view_looks_at(company, view, reps):
    workspace = company(reps=REPS).workspace
    save_view(workspace, "mine", view)

    assert batch_of_view(workspace, "mine") == ("2026-Q3", reps)


def test_a_team_of_nobody_is_told(company):
    workspace = company(reps=REPS).workspace
    save_view(workspace, "mine", View(team="West"))

    with pytest.raises(ParameterError, match="looks at the team 'West'"):
        batch_of_view(workspace, "mine")
