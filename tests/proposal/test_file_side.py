"""The deals of a file are read by what workbench.toml says of it, whatever kind of file it is."""

from decimal import Decimal

import duckdb
import pytest

from workbench.proposal.reconcile import reconcile


def reconciled(made):
    return reconcile(made.workspace, made.freeze())


def counts(counted):
    return {state: n for state, n in counted.deals.items() if n}


def sums(counted):
    return {currency: value for currency, value in counted.sums.items() if value}


MAPPED = """
    [tables.deals]
    file = "deals.csv"
    columns = {{ deal_id = "id", rep_id = "who", is_closed = "s", is_won = "s", amount = "worth" }}
    values.is_closed = {{ Gewonnen = true, Verloren = true, else = false }}
    values.is_won = {{ Gewonnen = true, else = false }}
    {more}
"""


def test_two_currencies_are_summed_apart(company):
    made = company("""
        deal_id,rep_id,is_closed,is_won,amount,currency
        D1,ana,true,true,100,EUR
        D2,bo,true,true,200,USD
        D3,cy,true,true,300,USD
        D4,ana,true,true,400,dollars
    """)

    found = reconciled(made)
    assert sums(found.file) == {"EUR": 100, "USD": 500, "dollars": 400}
    assert sums(found.here) == {"EUR": 100, "USD": 200, "": 400}
    assert {reason: sums(part) for reason, part in found.reasons.items()} == {
        "unknown_rep": {"USD": -300},
        "unknown_currency": {"dollars": -400, "": 400},
    }
    assert found.unexplained.is_nothing


def test_german_decimals_are_read_with_the_comma(company):
    deals = """
        id;who;s;worth
        D1;ana;Gewonnen;1.234,56 €
        D2;bo;Gewonnen;12.500
        D3;bo;Verloren;1,5
        D4;bo;Neu;2
    """

    found = reconciled(company(deals, toml=MAPPED.format(more="")))
    assert counts(found.file) == {"won": 2, "lost": 1, "open": 1}
    assert sums(found.file) == {"EUR": Decimal("1234.56"), "CNY": 12500}
    assert found.file.sums == found.here.sums


@pytest.mark.parametrize(
    ("worth", "more", "value"),
    [
        ("3.5万", "", Decimal(35_000)),
        ("(500)", "", Decimal(-500)),
        ("500-", "", Decimal(-500)),
        ("2.5", "units.amount = 1000", Decimal(2500)),
        ("12.500", 'decimal = ","', Decimal(12_500)),
        ("free", "values.amount = { free = 0 }", Decimal(0)),
    ],
)
def test_amounts_are_read_as_workbench_toml_means_them(company, worth, more, value):
    made = company(f"id,who,s,worth\nD1,ana,Gewonnen,{worth}\n", toml=MAPPED.format(more=more))

    found = reconciled(made)
    assert found.file.sums == found.here.sums == {"CNY": value}


def test_null_values_are_no_amount(company):
    made = company(
        "id,who,s,worth\nD1,ana,Gewonnen,-\nD2,bo,Gewonnen,7\n",
        toml=MAPPED.format(more='null_values = ["-"]'),
    )

    found = reconciled(made)
    assert (sums(found.file), found.unread) == ({"CNY": 7}, ())


SQL = """
    [files.raw]
    file = "raw.{kind}"
    [tables.deals]
    sql = '''select id as deal_id, who as rep_id, true as is_closed, won as is_won,
      cast(worth as decimal(18,4)) as amount from raw order by random()'''
"""


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_the_rows_of_a_select_are_told_apart_in_whatever_order_they_come(company, kind):
    made = company(toml=SQL.format(kind=kind))
    twin = "('D1', 'ana', true, 100)"
    rows = f"{twin}, {twin}, ('D2', 'cy', true, 200), ('D3', 'bo', false, 5)"
    duckdb.sql(
        f"COPY (SELECT * FROM (VALUES {rows}) t(id, who, won, worth))"
        f" TO '{made.folder / f'raw.{kind}'}' (FORMAT {kind})"
    )

    found = reconciled(made)
    assert (counts(found.file), sums(found.file)) == ({"won": 3, "lost": 1}, {"CNY": 400})
    assert {reason: sums(part) for reason, part in found.reasons.items()} == {
        "duplicate_row": {"CNY": -100},
        "unknown_rep": {"CNY": -200},
    }
    assert found.unexplained.is_nothing


def test_a_parquet_file_is_counted_by_its_own_values(company):
    made = company(toml='[tables.deals]\nfile = "d.parquet"\n')
    duckdb.sql(
        "COPY (SELECT 'D1' AS deal_id, 'ana' AS rep_id, true AS is_closed, true AS is_won,"
        f" 12.5::DOUBLE AS amount) TO '{made.folder / 'd.parquet'}' (FORMAT parquet)"
    )

    found = reconciled(made)
    assert found.file.sums == found.here.sums == {"CNY": Decimal("12.5")}
