"""Frozen rows come back as they were: decimals with their zeros, days and lists."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from pay_history import Company

from workbench.incentives.ledger.carrying import carried_text
from workbench.incentives.ledger.coding import rows_read, rows_written
from workbench.incentives.ledger.shapes import ShapesRead, ShapesWritten

ROWS = (
    {"amount": Decimal("10.50"), "closed_on": date(2025, 1, 2), "products": ("X", "Y")},
    {"closed_on": "2025-01-02", "amount": "10.50", "products": None},  # texts that look alike
    {"amount": Decimal("1E+3"), "is_named": True, "n": 3, "part": 0.1},
    {},
    {"amount": None},
)


def test_named_values_come_back_as_what_they_were():
    shapes = ShapesWritten()
    text = rows_written([shapes.row(each) for each in ROWS])
    read = ShapesRead(rows_read(rows_written(shapes.listed)))
    found = [read.told(each) for each in rows_read(text)]

    assert [repr(sorted(each.items())) for each in found] == [
        repr(sorted(each.items())) for each in ROWS
    ]


def test_the_order_of_names_makes_no_other_text():
    shapes = ShapesWritten()
    one, other = {"b": "1", "a": Decimal(2)}, {"a": Decimal(2), "b": "1"}

    assert shapes.row(one) == shapes.row(other)
    assert len(shapes.listed) == 1


@pytest.mark.parametrize("value", [datetime(2025, 1, 2), {"a": 1}, (Decimal(1),), b"x"])
def test_what_would_come_back_as_something_else_is_refused(value):
    with pytest.raises(TypeError, match="cannot be frozen"):
        ShapesWritten().row({"name": value})


def test_a_statement_tells_days_on_a_plan_once_and_rows_that_wait_by_the_items_of_today():
    company = Company()
    for number in range(3):
        company.won(f"D{number}", "2025-01-10", 100)
    company.plan = company.plan.replace("[[components]]", '[[components]]\npay = "on_cash"')
    company.run("2025-Q1")
    left = company.left
    company.receive("D1", "2025-04-02", "1")
    rows = left.rows(company.items)

    assert left.waiting == ("D0", "D1", "D2")
    assert [len(each.item.receipts) for each in rows if each.item.item_id] == [0, 1, 0]
    assert carried_text(left).count("flat") == 1
