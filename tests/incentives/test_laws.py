"""What holds for every plan and every set of deals."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from worked import PLAN, deal, paid, rep_input

from workbench.incentives.tiers import Step, walk, worth

cents = st.integers(-5_000_000, 50_000_000).map(lambda n: Decimal(n) / 100)
positive = st.integers(1, 50_000_000).map(lambda n: Decimal(n) / 100)
rates = st.integers(0, 3000).map(lambda n: Decimal(n) / 10_000)


@st.composite
def tables(draw):
    edges = sorted(draw(st.sets(st.integers(1, 400_000), max_size=5)))
    lows = [Decimal(0), *map(Decimal, edges)]
    return [Step(low, high, draw(rates)) for low, high in zip(lows, [*lows[1:], None], strict=True)]


@st.composite
def deals(draw, size=6):
    days = st.integers(1, 28).map(lambda day: f"2025-08-{day:02d}")
    return [
        deal(
            f"D{n}", draw(days), draw(cents), cash=draw(st.sampled_from(["0", "0.5", "1"])),
            share=draw(st.sampled_from(["1", "0.3", "0.7"])),
            deal_type=draw(st.sampled_from(["new", "existing"])),
        )
        for n in range(draw(st.integers(0, size)))
    ]  # fmt: skip


@given(tables(), positive, positive)
def test_marginal_pay_never_falls_as_credit_grows(steps, credit, more):
    assert worth(walk(steps, Decimal(0), credit + more)) >= worth(walk(steps, Decimal(0), credit))


@given(tables(), positive)
def test_marginal_pay_never_jumps(steps, credit):
    cent, steepest = Decimal("0.01"), max(step.rate for step in steps)
    jump = worth(walk(steps, Decimal(0), credit + cent)) - worth(walk(steps, Decimal(0), credit))

    assert jump <= cent * steepest


@given(tables(), st.lists(cents, max_size=8))
def test_deal_by_deal_is_the_whole_table(steps, credits):
    total, earned = Decimal(0), Decimal(0)
    for credit in credits:
        earned += worth(walk(steps, total, credit))
        total += credit

    assert earned == worth(walk(steps, Decimal(0), total))


@given(tables(), positive, positive)
def test_a_deal_taken_back_gives_back_what_it_earned(steps, before, credit):
    there, back = walk(steps, before, credit), walk(steps, before + credit, -credit)

    assert worth(there) + worth(back) == 0


@settings(deadline=None, max_examples=60)
@given(deals(), st.randoms())
def test_the_order_of_rows_changes_nothing(found, chance):
    shuffled = list(found)
    chance.shuffle(shuffled)

    assert paid(rep_input(shuffled))[0].hash == paid(rep_input(found))[0].hash


@settings(deadline=None, max_examples=60)
@given(deals())
def test_gross_is_all_that_became_of_it(found):
    for statement in paid(rep_input(found), PLAN, "2025-Q3", "2025-Q4"):
        of = statement.amount
        inflow = of("gross") + of("released") + of("carried_negative")

        assert inflow == -(
            of("cap_loss") + of("deferred") + of("clawback") + of("draw_recovered")
        ) + of("net")
        assert of("net") >= 0


@settings(deadline=None, max_examples=40)
@given(positive, st.lists(st.integers(1, 9), min_size=2, max_size=5))
def test_the_parts_of_a_shared_deal_add_up_to_one_credit(amount, weights):
    shares = [Decimal(weight) / 64 for weight in weights]
    shares.append(1 - sum(shares))
    credit = Decimal(0)
    for number, share in enumerate(shares):
        shared = deal("D", "2025-08-05", amount, share=share)
        (found,) = paid(rep_input([shared], rep_id=f"R{number}"), PLAN.replace(
            'reps = ["R1"]', f'reps = ["R{number}"]'
        ))  # fmt: skip
        credit += found.earned[0].credit

    assert credit == amount


@settings(deadline=None, max_examples=40)
@given(deals())
def test_what_is_deferred_is_released_once_paid(found):
    unpaid = [item._replace(receipts=()) for item in found if item.values["amount"] > 0]
    later = [
        item._replace(receipts=(deal("x", "2025-11-02", 1, cash=1).receipts)) for item in unpaid
    ]
    first, second = paid(rep_input(later), PLAN, "2025-Q3", "2025-Q4")

    assert second.amount("released") == -first.amount("deferred")
    assert second.closing.deferred == 0
