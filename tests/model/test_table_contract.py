"""What a contract says of its columns, as who fills a table reads it."""

from datetime import date

import pytest

from workbench.model.period import Period, is_larger, span_name
from workbench.model.table_contract import Column, TableContract, local_date_name, rep, required
from workbench.model.tables import TABLES


def contract(name, *columns):
    return TableContract(name, (), tuple(Column(each) for each in columns))


def test_a_required_column_is_one_every_row_must_fill():
    assert required("deal_id") == Column("deal_id", "text", is_required=True)
    assert required("a", "money", "deals", meaning="m") == Column(
        "a", "money", is_required=True, references="deals", meaning="m"
    )


def test_the_column_of_a_rep_names_somebody_of_the_reps():
    assert rep() == Column(
        "rep_id", is_required=True, references="reps", meaning="the rep it counts for"
    )
    assert rep(is_required=False, meaning="m") == Column("rep_id", references="reps", meaning="m")


@pytest.mark.parametrize(
    ("timestamp", "day"), [("at", "on"), ("created_at", "created_on"), ("at_at", "at_on")]
)
def test_the_day_of_a_timestamp_is_named_after_it(timestamp, day):
    assert local_date_name(timestamp) == day


def test_a_table_knows_its_columns_by_name_and_in_order():
    told = contract("deals", "deal_id", "amount")

    assert told.column_names == ("deal_id", "amount")
    assert told.column("amount") == Column("amount")
    with pytest.raises(KeyError):
        told.column("price")


def test_amounts_in_a_currency_of_their_own_are_money_and_rates_are_not():
    assert contract("deals", "amount", "currency").is_money
    assert not contract("deals", "amount").is_money
    assert not contract("fx_rates", "currency", "rate").is_money


def test_every_reference_of_the_tables_is_to_a_table_there_is():
    told = {column.references for table in TABLES.values() for column in table.columns} - {""}

    assert told <= set(TABLES)


@pytest.mark.parametrize(
    ("one", "other", "is_so"),
    [("quarter", "month", True), ("month", "month", False), ("week", "month", False),
     ("year", "range", False), ("range", "week", False)],
)  # fmt: skip
def test_a_longer_kind_is_made_of_shorter_ones_and_a_range_of_none(one, other, is_so):
    assert is_larger(one, other) == is_so


def test_two_days_somebody_gave_are_a_period_without_a_name():
    first, after = date(2026, 3, 1), date(2026, 6, 1)
    assert Period(span_name(first, date(2026, 5, 31)), first, after).is_free
    assert not Period("Spring", first, after).is_free
    whole = Period("w", first, after)
    assert whole.holds(whole)
    assert not whole.holds(Period("x", first, date(2026, 6, 2)))
    assert not whole.holds(Period("x", date(2026, 2, 28), after))
