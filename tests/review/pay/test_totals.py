"""What a run pays by plan, team and kind of line, beside what was issued last."""

from decimal import Decimal

from workbench.review.pay.totals import Limits, last_of, totals_of

SIGNED = {
    "gross": "1000", "cap_loss": "-100", "deferred": "-300", "released": "50",
    "carried_negative": "7", "clawback": "-20", "draw_recovered": "-40", "draw_paid": "10",
    "adjusted": "-60", "owed_before": "-5", "owed_after": "8",
}  # fmt: skip
TEAMS = {"ana": "East", "bo": "West"}


def by(totals, kind):
    return {each.name: each.paid for each in totals if each.by == kind}


def test_the_kinds_of_lines_add_up_to_what_is_paid(line):
    totals = totals_of([line(pay="550", figures=SIGNED)], [], {})

    assert by(totals, "kind") == {
        "earned": 1000, "cap": -100, "deferred": -300, "released": 50, "clawback": -20,
        "draw": -30, "adjustments": -60, "owed": 10,
    }  # fmt: skip
    assert sum(by(totals, "kind").values()) == 550
    assert by(totals, "all") == {"": 550}


def test_sums_are_by_plan_and_team_and_never_over_currencies(line):
    lines = [line("ana"), line("bo", "30", "2026-Q3", "se"), line("cy", "5", currency="USD")]
    totals = totals_of(lines, [], TEAMS)

    assert [(e.name, e.currency, e.paid) for e in totals if e.by == "plan"] == [
        ("ae", "CNY", 100), ("se", "CNY", 30), ("ae", "USD", 5),
    ]  # fmt: skip
    assert [(e.name, e.currency, e.paid) for e in totals if e.by == "team"] == [
        ("East", "CNY", 100), ("West", "CNY", 30), ("", "USD", 5),
    ]  # fmt: skip
    assert [(e.currency, e.n) for e in totals if e.by == "all"] == [("CNY", 2), ("USD", 1)]


def test_a_sum_stands_beside_the_last_one_and_no_last_one_is_no_zero(line):
    last = [line("ana", "80", "2026-Q2"), line("dee", "7", "2026-Q2", "old")]
    totals = totals_of([line("ana"), line("bo", "30", "2026-Q3", "se")], last, TEAMS)
    plans = {each.name: each for each in totals if each.by == "plan"}

    assert (plans["ae"].last, plans["ae"].change, plans["ae"].last_n) == (80, 20, 1)
    assert (plans["se"].last, plans["se"].change) == (None, None)
    assert (plans["old"].paid, plans["old"].n, plans["old"].change) == (0, 0, -7)


def test_what_is_partly_unknown_is_at_least_and_what_was_not_computed_is_in_no_sum(line):
    lines = [
        line("ana", "0", is_partial=True, figures={"component/ae/A": "", "clawback": "-1"}),
        line("bo", None, is_partial=True, fault="On two plans on one day."),
    ]
    totals = totals_of(lines, [], TEAMS)
    told = {(each.by, each.name): (each.n, each.is_partial) for each in totals}

    assert told["all", ""] == (1, True)
    assert told["kind", "earned"] == (1, True)
    assert told["kind", "clawback"] == (1, False)  # only what is earned may be more
    assert ("team", "West") not in told


def test_a_run_is_held_against_the_period_issued_last_to_its_people_or_plans(line):
    issued = [
        line("ana", "1", "2026-Q1"), line("ana", "2", "2026-Q2"), line("dee", "3", "2026-Q2"),
        line("mo", "4", "2026-08", "monthly"),
    ]  # fmt: skip

    found = last_of([line("ana")], issued, Limits())
    assert [(each.rep_id, each.period) for each in found] == [
        ("ana", "2026-Q2"),
        ("dee", "2026-Q2"),
    ]
    assert last_of([line("bo", plan="new")], issued, Limits()) == []


def test_a_run_of_some_is_held_against_the_same_some(line):
    issued = [line("ana", "2", "2026-Q2"), line("bo", "3", "2026-Q2", "se")]
    now = [line("ana"), line("bo", "1", "2026-Q3", "se")]

    assert [each.pay for each in last_of(now, issued, Limits(reps=("ana",)))] == [Decimal(2)]
    assert [each.pay for each in last_of(now, issued, Limits(plans=("se",)))] == [Decimal(3)]
