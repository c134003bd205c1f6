"""Commission figures of others: 1,500 lines, seven reps, the rules of a published notebook."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from worked import paid

from workbench.incentives.inputs import Item, Line, RepInput

FOLDER = Path(__file__).parent / "pbpython"
PLAN = """
id = "notebook"
version = "1"
label = { zh = "佣金", en = "Commission" }
currency = "USD"
period = "year"
[[assignments]]
reps = [%r]
from = 2015-01-01

[[components]]
id = "rate"
label = { zh = "比例", en = "Rate" }
earn = { kind = "flat", rate = 0.02 }
[components.credit]
rows = "lines"
multipliers = [
    { factor = 1.25, when = "family == 'Shirt'" },
    { factor = 2, when = "family == 'Belt' and quantity >= 10" },
    { factor = 2.25, when = "family == 'Shoes' and line_amount >= 1000" },
]

[[components]]
id = "bonus"
label = { zh = "奖金", en = "Bonus" }
credit = { rows = "lines", where = "family == 'Shoes' and line_amount >= 1000" }
earn = { kind = "bonus", amount = 250 }
"""


def _rows(name):
    with (FOLDER / name).open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def _item(number, row):
    amount, quantity = Decimal(row["amount"]), Decimal(row["quantity"])
    fields = {"family": row["category"], "quantity": quantity, "line_amount": amount}
    line = Line({"amount": amount, "quantity": quantity}, fields)
    on = date.fromisoformat(row["sold_on"])
    return Item(
        f"L{number:04d}", on, Decimal(1), "USD", Decimal(1), {"amount": amount}, {}, (line,)
    )


@pytest.mark.parametrize("wanted", _rows("commission.csv"), ids=lambda row: row["sales_rep"])
def test_each_rep_gets_what_the_notebook_pays(wanted):
    rep = wanted["sales_rep"]
    rows = [row for row in _rows("sales.csv") if row["sales_rep"] == rep]
    items = tuple(_item(number, row) for number, row in enumerate(rows))
    given = RepInput(rep, "USD", date(2016, 12, 31), items)
    (found,) = paid(given, PLAN % rep, "2015-06-15..2016-06-14")

    assert len(found.earned[0].raw.paths) == int(wanted["lines"])
    assert found.amount("gross") == Decimal(wanted["comp"])
