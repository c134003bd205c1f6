"""A bad plan is refused with its file, its line and what to write."""

from pathlib import Path

import pytest
from worked import PLAN

from workbench.errors import PlanError
from workbench.incentives.plan_file import plan_of, read_plan

LINES = PLAN.splitlines()


def line_with(text):
    return next(number for number, line in enumerate(LINES, start=1) if text in line)


def refused(old, new):
    """Refuse the worked plan with one thing changed; gives the sentence."""
    assert old in PLAN
    with pytest.raises(PlanError) as told:
        plan_of(PLAN.replace(old, new, 1), Path("ae.toml"))
    return str(told.value)


@pytest.mark.parametrize(
    ("old", "new", "at", "says"),
    [
        ("{ from = 0.5, to = 1, r", "{ from = 0.6, to = 1, r", '[components.earn]',
         "gap between 0.5 and 0.6; write to = 0.6"),
        ("{ from = 0.5, to = 1, r", "{ from = 0.4, to = 1, r", '[components.earn]',
         "overlap between 0.4 and 0.5; write to = 0.4"),
        ("{ from = 0, to", "{ from = 0.1, to", '[components.earn]', "gap from 0"),
        ("{ from = 1.2, rate", "{ from = 1.2, to = 2, rate", '[components.earn]', "drop its `to`"),
        ("{ from = 1, to = 1.2, rate = 0.06 }", "{ from = 1, to = 1.2, rat = 0.06 }",
         "{ from = 1, to = 1.2", "no use for 'rat'"),
        ("{ from = 1, to = 1.2, rate = 0.06 }", "{ from = 1, to = 1.2 }",
         "{ from = 1, to = 1.2", "either a rate or an amount"),
        ('pay = "on_cash"', 'pay = "on_cash"\npaid = 1', 'pay = "on_cash"', "no use for 'paid'"),
        ('pay = "on_cash"', 'pay = "later"', 'pay = "on_cash"', "'on_booking' or 'on_cash'"),
        ("deal_type == 'new' and", "deal_typ == 'new' and", "basis = \"count\"",
         "Did you mean 'deal_type'"),
        ("deal_type == 'new' and", "deal_type = 'new' and", "basis = \"count\"",
         "equality is written =="),
        ("amount >= 50000", "__import__('os').system('x')", "basis = \"count\"",
         "is not a comparison of a field with a value"),
        ('rows = "lines", where', "where", "product_id", 'add rows = "lines"'),
        ('id = "B"', 'id = "A"', "# The worked", "two components have the id 'A'"),
        ("from = 2025-07-01", "", "[[assignments]]", "'from' is missing"),
        ("cap = { absolute = 100_000 }", "cap = { multiple_of_target = 2 }", "# The worked",
         "add target_incentive"),
        ('earn = { kind = "flat", rate = 0.01 }', 'earn = { kind = "flt", rate = 0.01 }',
         'kind = "flat"', "'flat'"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_line_and_fix(old, new, at, says):
    told = refused(old, new)

    assert says in told
    assert told.startswith(f"ae.toml, line {line_with(at) + new.count(chr(10)) * ('paid' in new)}")


@pytest.mark.parametrize(
    "gate",
    ["csat >= 90", "csat >= 0.9 and csat < 0.8", "participation > 1", "0.5 < grr < 0.5"],
)
def test_a_gate_nobody_can_pass_is_refused(gate):
    assert "no value of" in refused('id = "A"', f'id = "A"\ngate = {{ require = "{gate}" }}')


def test_a_rep_assigned_twice_for_the_same_days_is_refused():
    twice = PLAN + '\n[[assignments]]\nreps = ["R1", "R2"]\nfrom = 2025-09-01\n'

    with pytest.raises(PlanError, match=r"line \d+: rep 'R1' is assigned twice from 2025-09-01"):
        plan_of(twice, Path("ae.toml"))


def test_a_sum_paid_once_cannot_wait_for_a_deals_cash():
    told = refused('pays = "every", min_count = 3 }', 'pays = "once" }\npay = "on_cash"')

    assert 'write pay = "on_booking"' in told


def test_text_that_is_no_toml_is_told_so():
    with pytest.raises(PlanError, match="is not TOML"):
        plan_of("id = ", Path("ae.toml"))


def test_a_missing_file_is_told_so(tmp_path):
    with pytest.raises(PlanError, match="cannot be read"):
        read_plan(tmp_path / "none.toml")


YAML = """
id: y
version: "1"
label: {zh: 方案, en: Plan}
currency: CNY
assignments:
  - reps: [R1]
    from: 2025-07-01
components:
  - id: A
    label: {zh: 佣金, en: Commission}
    earn:
      kind: table
      tiers:
        - {from: 0, to: 0.5, rate: 0.02}
        - {from: %s, rate: 0.1}
"""


def test_a_plan_may_be_yaml_and_its_numbers_are_exact():
    plan = plan_of(YAML % "0.5", Path("ae.yaml"))

    assert str(plan.components[0].earn.tiers[1].rate) == "0.1"


def test_a_fault_in_yaml_has_its_line_too():
    with pytest.raises(PlanError, match=r"ae.yaml, line 1[23].*gap between 0.5 and 0.7"):
        plan_of(YAML % "0.7", Path("ae.yaml"))


def test_the_plan_of_the_docs_is_a_plan():
    page = (Path(__file__).parents[2] / "docs" / "incentives.md").read_text(encoding="utf-8")
    text = page.split("```toml\n")[1].split("```")[0]

    assert plan_of(text, Path("docs.toml")).components[0].id == "commission"
