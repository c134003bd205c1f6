"""The worked case to the cent, its contrast cases, and the kinds of draw."""

from decimal import Decimal

import pytest
from worked import DEALS, PLAN, deal, moved, paid, rep_input, with_quota

from workbench.errors import UnknownNameError
from workbench.incentives.trace import explain, trace

HIGHEST = PLAN.replace('mode = "marginal"', 'mode = "highest"')


@pytest.fixture(scope="module")
def worked():
    return paid(rep_input())[0]


@pytest.mark.parametrize(
    ("line", "amount"),
    [
        ("A", "74550.00"), ("B", "4500.00"), ("C", "2200.00"), ("gross", "81250.00"),
        ("cap_loss", "0.00"), ("deferred", "-26670.00"), ("payable", "54580.00"),
        ("clawback", "-3200.00"), ("draw_recovered", "-35000.00"), ("net", "16380.00"),
        ("draw_paid", "30000.00"), ("cash", "46380.00"),
    ],
)  # fmt: skip
def test_every_line_is_right_to_the_cent(worked, line, amount):
    assert worked.amount(line) == Decimal(amount)


@pytest.mark.parametrize(
    ("deal", "credit", "walk", "earned", "payable"),
    [
        ("D1", 400_000, "400,000 × 2%", 8_000, 8_400),
        ("D2", 300_000, "300,000 × 2%", 6_000, 3_150),
        ("D3", 300_000, "50,000 × 2% + 250,000 × 4%", 11_000, 11_550),
        ("D4", 540_000, "500,000 × 4% + 40,000 × 6%", 22_400, 0),
        ("D5", 360_000, "260,000 × 6% + 100,000 × 8%", 23_600, 24_780),
    ],
)
def test_every_deal_goes_its_way_through_the_tiers(worked, deal, credit, walk, earned, payable):
    steps = {row.step: row for row in explain(worked, f"A/{deal}")}

    assert steps[7].how == walk
    assert steps[7].value == earned
    assert steps[12].value == payable
    path = next(path for each, path in worked.paths() if (each.key, path.row.row_id) == ("A", deal))
    assert path.row.credit == credit


def test_every_step_is_traced(worked):
    taken = {row.step for row in trace(worked)}

    assert taken == set(range(1, 17)) - {4, 9}  # the plan limits no deal and has no gate


def test_the_balances_are_carried(worked):
    closing = worked.closing

    assert (closing.due, closing.draw, closing.deferred) == (0, 0, Decimal(26_670))


def test_all_at_the_highest_rate_meets_the_cap():
    (found,) = paid(rep_input(), HIGHEST)

    assert found.amount("A") == Decimal(1_900_000) * Decimal("0.08") * Decimal("1.05")
    assert found.amount("gross") == 166_300
    assert found.amount("cap_loss") == -66_300


def test_a_deal_moved_to_the_next_quarter_earns_there():
    moving = moved(DEALS, "D5", "2025-10-05")
    this, following = paid(rep_input(moving), PLAN, "2025-Q3", "2025-Q4")

    assert this.earned[0].credit == 1_540_000
    assert this.earned[0].raw.amount == 47_400
    assert following.earned[0].raw.amount == 360_000 * Decimal("0.02")


@pytest.mark.parametrize(("quota", "reason"), [(None, "no_quota"), (Decimal(0), "quota_zero")])
def test_without_a_quota_attainment_pays_nothing_and_says_why(quota, reason):
    (found,) = paid(with_quota(quota))
    line = found.lines[0]

    assert (line.amount, line.reason) == (None, reason)
    assert found.amount("gross") == 4_500 + 2_200


DRAWN = """
id = "d"
version = "1"
label = {{ zh = "预支", en = "Draw" }}
currency = "CNY"
period = "month"
draw = {{ kind = "{kind}", form = "{form}", amount = 12_000 }}
[[assignments]]
reps = ["R1"]
from = 2025-07-01
opening = {{ draw = {old} }}
[[components]]
id = "A"
label = {{ zh = "佣金", en = "Commission" }}
earn = {{ kind = "flat", rate = 1 }}
"""


@pytest.mark.parametrize(
    ("kind", "form", "earned", "old", "cash", "balance"),
    [
        ("non_recoverable", "guarantee", 9_000, 0, 12_000, 0),
        ("non_recoverable", "plain", 9_000, 0, 21_000, 0),
        ("recoverable", "guarantee", 9_000, 0, 12_000, 3_000),
        ("recoverable", "plain", 9_000, 0, 12_000, 3_000),
        ("non_recoverable", "guarantee", 15_000, 0, 15_000, 0),
        ("non_recoverable", "plain", 15_000, 0, 27_000, 0),
        ("recoverable", "guarantee", 15_000, 0, 15_000, 0),
        ("recoverable", "guarantee", 15_000, 1_000, 14_000, 0),
        ("recoverable", "guarantee", 15_000, 5_000, 12_000, 2_000),
        ("recoverable", "plain", 15_000, 0, 15_000, 0),
    ],
)
def test_the_four_kinds_of_draw(kind, form, earned, old, cash, balance):
    plan = DRAWN.format(kind=kind, form=form, old=old)
    (found,) = paid(rep_input([deal("D1", "2025-07-10", earned)]), plan, "2025-07")

    assert found.amount("cash") == cash
    assert found.closing.draw == balance


def test_the_same_input_gives_the_same_statement(worked):
    (again,) = paid(rep_input(reversed(DEALS)))

    assert (again.hash, again.input_hash) == (worked.hash, worked.input_hash)


def test_another_input_gives_another_hash(worked):
    (other,) = paid(rep_input(DEALS[:-1]))

    assert other.input_hash != worked.input_hash
    assert other.hash != worked.hash


def test_an_unknown_line_offers_the_nearest(worked):
    with pytest.raises(UnknownNameError, match="Did you mean 'clawback'"):
        explain(worked, "clawbak")
    with pytest.raises(UnknownNameError, match="no deal in line A 'D9'"):
        explain(worked, "A/D9")
