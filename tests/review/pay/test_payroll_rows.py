"""What payroll takes over of a statement: every sum by name, unknown ones empty."""

from dataclasses import replace

import pytest

from workbench.errors import ParameterError
from workbench.review.pay.payroll_rows import (
    DRAFT,
    Payroll,
    fields_of,
    marked,
    payroll_rows,
    require_for_payroll,
)


def test_a_row_holds_every_sum_and_an_unknown_one_is_empty(line, everybody):
    figures = {"component/ae/A": "70", "component/ae/B": "", "cap_loss": "-5", "adjusted": ""}
    (row,) = payroll_rows([line(pay="65", is_partial=True, figures=figures)], everybody)

    assert (row["rep_id"], row["name"], row["team"], row["plan"]) == ("ana", "Ana", "East", "ae 1")
    assert (row["component/ae/A"], row["component/ae/B"]) == (70, None)
    assert (row["cap_loss"], row["released"], row["adjusted"]) == (-5, 0, None)
    assert (row["pay"], row["status"]) == (65, "at least")


def test_the_parts_of_a_plan_that_changed_in_mid_period_are_one_column(line, everybody):
    figures = {
        "component/ae/A": "1", "component/ae/A@2026-08-01": "2", "component/ae/A@2026-09-01": "",
        "component/ae/B@2026-08-01": "",
    }  # fmt: skip
    (row,) = payroll_rows([line(figures=figures)], everybody)

    assert {name: row[name] for name in row if name.startswith("component/")} == {
        "component/ae/A": 3, "component/ae/B": None,
    }  # fmt: skip


def test_what_was_not_computed_is_no_row_of_zero(line, everybody):
    lines = [line("ana"), line("bo", None, fault="On two plans."), line("dee")]
    rows = payroll_rows(lines, everybody)

    assert [(row["rep_id"], row["name"]) for row in rows] == [("ana", "Ana"), ("dee", "")]


def test_a_column_may_take_a_component_nobody_earned_by_in_this_run(line, everybody):
    rows = payroll_rows([line()], everybody)

    assert "component/ae/A" in fields_of(rows, [])
    assert fields_of(rows, [])[0] == "rep_id"


def test_a_draft_says_so_in_front_and_an_approved_run_does_not(run):
    table = Payroll(("rep_id",), (("ana",),))
    approved = replace(run, steps=(replace(run.steps[0], step="approved"),))

    assert marked(table, run) == Payroll((DRAFT, "rep_id"), (("draft, not approved", "ana"),))
    assert marked(table, approved) == table


@pytest.mark.parametrize("state", ["replaced", "withdrawn"])
def test_a_run_that_is_out_is_not_given_to_payroll_even_as_a_draft(run, state):
    out = replace(run, steps=(replace(run.steps[0], step=state),))

    with pytest.raises(ParameterError, match=f"2026-Q3 is {state}, and payroll takes"):
        require_for_payroll(out, is_draft=True)
    require_for_payroll(run, is_draft=True)
