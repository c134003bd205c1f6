"""Whatever happens to the data: what is paid is what they come to, or a line says why not."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from pay_history import PERIODS, QUARTERS, Company, plan_text, taken_over

FLAT = "earn = { kind = 'flat', rate = 0.1 }"
TIERS = (
    "earn = { kind = 'table', tiers = [{ from = 0, to = 0.5, rate = 0.02 },"
    " { from = 0.5, to = 1, rate = 0.04 }, { from = 1, rate = 0.08 }] }"
)
ONCE = "earn = { kind = 'bonus', amount = 333, pays = 'once', min_count = 2 }"
CASH = "\npay = 'on_cash'"
HELD = "\nhold = { share = 0.3, until = 'days', days = 45 }"
TERMS = (FLAT, TIERS, ONCE, FLAT + CASH, TIERS + CASH, TIERS + HELD)
PLANS = (
    "", "clawback = { within_days = 120 }", "clawback = { within_days = 400, share = 0.5 }",
    "clawback = { within_days = 200, at = 'recompute' }", "cap = { absolute = 60 }",
    "cap = { absolute = 60 }\nclawback = { within_days = 400, at = 'recompute' }",
    "draw = { kind = 'recoverable', amount = 7 }\nclawback = { within_days = 400 }",
    "draw = { kind = 'non_recoverable', form = 'guarantee', amount = 9 }",
)  # fmt: skip
cents = st.integers(1, 90_000).map(lambda n: Decimal(n) / 100)
shares = st.sampled_from([Decimal("0.3"), Decimal(1)])
cash = st.sampled_from(["0.4", "1"])


def lose(company, name, day, draw):
    company.lost.append(company.items[name])
    company.lose(name, draw(st.sampled_from([None, day])))


CHANGES = {
    "lose": lose,
    "amount": lambda company, name, _day, draw: company.amount(name, draw(cents)),
    "share": lambda company, name, _day, draw: company.change(name, share=draw(shares)),
    "moved": lambda company, name, day, _draw: company.change(name, on=date.fromisoformat(day)),
    "cash": lambda company, name, day, draw: company.receive(name, day, draw(cash)),
    "refund": lambda company, name, day, _draw: company.receive(name, day, "-0.4"),
    "other": lambda company, name, _day, _draw: taken_over(company, name),
}


def change(company, kind, quarter, draw):
    """Let something happen in a quarter, to one of the deals of before."""
    day = str(PERIODS[quarter].start + timedelta(days=draw(st.integers(0, 80))))
    known = sorted(company.items)
    if kind == "late":
        company.won(f"L{quarter}{len(known)}", str(PERIODS[0].start), draw(cents))
    elif kind == "back" and company.lost:
        company.items |= {company.lost[0].item_id: company.lost.pop(0)}
    elif known and kind in CHANGES:
        CHANGES[kind](company, draw(st.sampled_from(known)), day, draw)


kinds = st.sampled_from([*CHANGES, "late", "back"])


def sold(company, number, draw):
    """Win up to three deals in a quarter."""
    for _ in range(draw(st.integers(0, 3))):
        day = PERIODS[number].start + timedelta(days=draw(st.integers(0, 80)))
        received = draw(st.sampled_from([0, "0.5", 1]))
        company.won(f"D{number}{len(company.items)}", str(day), draw(cents), cash=received)


@st.composite
def histories(draw):
    """Run five quarters in which deals are won, changed, lost and paid for."""
    terms, plan = draw(st.sampled_from(TERMS)), draw(st.sampled_from(PLANS))
    who = draw(st.sampled_from(['reps = ["R1"]', 'roles = ["ae"]']))
    company = Company(plan_text(terms, plan, who=who))
    company.lost = []
    first = draw(st.integers(0, 1))  # the quarter of the first run
    told = []
    for number, name in enumerate(QUARTERS):
        sold(company, number, draw)
        for kind in draw(st.lists(kinds, max_size=3)):
            change(company, kind, number, draw)
        if draw(st.integers(0, 4)) == 0:
            company.quota = draw(st.sampled_from([Decimal(500), Decimal(1000)]))
        if number >= first:
            told.append(company.run(name))
    return company, told


@settings(deadline=None, max_examples=80)
@given(histories())
def test_the_sum_of_what_is_paid_is_what_the_data_come_to(history):
    company, told = history
    paid = sum((each.pay for each in told), Decimal(0))
    before = sum((each.amount("cash") for each in company.opening), Decimal(0))
    spared = sum((each.amount for each in told[-1].spared), Decimal(0))

    owed = told[-1].owed + told[-1].closing.due
    assert paid + before - owed == company.scratch(QUARTERS[-1]) + spared


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_an_unchanged_past_need_not_be_computed_again(data):
    draw = data.draw
    plan = plan_text(draw(st.sampled_from(TERMS)), draw(st.sampled_from(PLANS)))
    slow, quick = Company(plan), Company(plan)
    for number, name in enumerate(QUARTERS):
        sold(slow, number, draw)
        if slow.items:
            change(slow, "cash", number, draw)
        quick.items = dict(slow.items)
        one, other = slow.run(name), quick.run(name, is_quick=number > 0 and draw(st.booleans()))

        assert not one.adjustments
        assert (one.lines, one.pay, one.closing.deferred) == (
            other.lines,
            other.pay,
            other.closing.deferred,
        )
