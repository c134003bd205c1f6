"""A draft from where something changed: the same as one computed from the first period on."""

from copy import deepcopy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pay_history import (
    CALENDAR,
    CLAWBACK,
    FLAT,
    QUARTERS,
    Company,
    plan_text,
    replace,
    taken_over,
)
from test_sums import PLANS, TERMS, change, kinds, sold

from workbench.incentives.ledger.frozen import finished, frozen_text
from workbench.incentives.ledger.resuming import resumed


class Remembering(Company):
    """A company that remembers what its data said when each statement was issued."""

    def __init__(self, plan):
        super().__init__(plan)
        self.lost, self.lefts, self.marks = [], [], []

    def mark(self, end, known):
        """Tell everything a rep's pay up to a day depends on, refunds up to a later one."""
        items = [
            (item._replace(receipts=None), [
                each for each in item.receipts
                if each.on < end or (each.share < 0 and each.on < known)
            ])
            for _name, item in sorted(self.items.items()) if item.on < end
        ]  # fmt: skip
        return repr(items), self.plan, self.quota

    def unchanged(self, period):
        """Give the numbers of the statements before which nothing changed, held or fell through."""
        known = enumerate(zip(self.lefts, self.marks, strict=True), start=1)
        return [
            number for number, (left, mark) in known
            if mark == self.mark(left.period.end, period.end) and not (left.gone or left.held)
        ]  # fmt: skip

    def resume(self, name):
        """Draft a quarter from where something changed; None where that is not told."""
        today = self.today(name, self.left.segments)
        number = max({*self.unchanged(today.period)} - {len(self.lefts)}, default=0)
        if not number:
            return None
        left = self.lefts[number - 1]
        items = tuple(
            item for item in today.given.items
            if item.on >= left.period.end or item.item_id in left.waiting
        )  # fmt: skip
        today = replace(today, given=replace(today.given, items=items))
        return resumed(today, left, self.issued[number:])

    def ways(self, name):
        """Draft a quarter from the first on, and from where something changed, where it can be."""
        whole = self.whole(name)
        short = self.resume(name) if self.left else None
        return [each for each in (whole, short) if each is not None]

    def issue(self, frozen):
        made = super().issue(frozen)
        self.lefts.append(self.left)
        self.marks.append(self.mark(frozen.period.end, frozen.period.end))
        return made


def told(found):
    """Give all that a statement says of money."""
    made = finished(found.made, found.frozen, frozen_text(found.frozen))[-1]
    left = replace(made.closing, kept=())
    return made.lines, made.adjustments, made.spared, made.owed, made.held, left


@settings(deadline=None, max_examples=80)
@given(st.data())
def test_what_did_not_change_need_not_be_computed_again(data):
    draw = data.draw
    company = Remembering(plan_text(draw(st.sampled_from(TERMS)), draw(st.sampled_from(PLANS))))
    for number, name in enumerate(QUARTERS):
        sold(company, number, draw)
        for kind in draw(st.lists(kinds, max_size=1)):
            change(company, kind, number, draw)
        ways = company.ways(name)
        assert [told(each) for each in ways] == [told(ways[0])] * len(ways)
        drafts = [each.frozen for each in ways]
        if number in company.unchanged(CALENDAR.period(name)):
            drafts.append(company.quick(name))
        company.issue(draw(st.sampled_from(drafts)))


@pytest.fixture
def paid():
    """Pay three quarters of a deal each, at a tenth; D1 is paid in two halves."""
    company = Remembering(plan_text(f"{FLAT}\npay = 'on_cash'", CLAWBACK))
    company.won("D1", "2025-02-10", 1000, cash="0.5")
    company.issue(company.draft("2025-Q1"))
    company.receive("D1", "2025-05-05", "0.5")
    company.won("D2", "2025-05-10", 2000, cash=1)
    company.issue(company.draft("2025-Q2"))
    company.won("D3", "2025-08-10", 3000, cash=1)
    company.issue(company.quick("2025-Q3"))
    return company


def test_periods_before_the_change_are_not_computed(paid):
    paid.amount("D2", 1500)
    whole, short = paid.ways("2025-Q4")

    assert [each.period.name for each in short.made] == ["2025-Q2", "2025-Q3", "2025-Q4"]
    assert [each.row_id for each in short.frozen.adjustments] == ["D2"]
    assert told(short) == told(whole)


def test_a_row_of_before_is_not_corrected_without_what_it_came_to_so_far(paid):
    """Half of D1 was paid in the first quarter, which nothing changed in."""
    item = paid.items["D1"]
    paid.change("D1", receipts=item.receipts[:1])

    assert len(paid.ways("2025-Q4")) == 1
    (found,) = paid.whole("2025-Q4").frozen.adjustments
    assert (found.row_id, found.was, found.now) == ("D1", 100, 50)


@pytest.mark.parametrize(
    ("happens", "adjusted"),
    [
        (lambda company: company.won("D4", "2025-12-30", 10, cash=1), ["D4"]),
        (lambda company: company.lose("D1", "2026-02-01"), []),
        (lambda company: company.lose("D2", "2026-02-01"), []),
    ],
    ids=["late", "a deal of before the change", "what was settled is lost by another"],
)
def test_whichever_way_it_was_issued_the_next_is_the_same(paid, happens, adjusted):
    taken_over(paid, "D2")
    next_ones = []
    for way in (0, 1):
        company = deepcopy(paid)
        company.issue(company.ways("2025-Q4")[way].frozen)
        happens(company)
        next_ones += company.ways("2026-Q1")

    assert [each.row_id for each in next_ones[0].frozen.adjustments] == adjusted
    assert [told(each) for each in next_ones] == [told(next_ones[0])] * len(next_ones)
