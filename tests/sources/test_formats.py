"""The same rows from every kind of file, and texts read as what they say."""

from decimal import Decimal

import pandas as pd
import pytest

ROWS = pd.DataFrame(
    {
        "deal_id": ["007", "@1+1"],
        "rep_id": ["ana", "bo"],
        "amount": ["1,200.50", "(300)"],
        "is_closed": ["true", "true"],
        "is_won": ["true", "false"],
        "close_on": ["2026-08-01", "2026-08-02"],
    }
)
WRITERS = {
    "csv": lambda path: ROWS.to_csv(path, index=False),
    "tsv": lambda path: ROWS.to_csv(path, index=False, sep="\t"),
    "psv": lambda path: ROWS.to_csv(path, index=False, sep="|"),
    "xlsx": lambda path: ROWS.to_excel(path, index=False),
    "parquet": lambda path: ROWS.to_parquet(path, index=False),
}


@pytest.mark.parametrize("ending", WRITERS)
def test_every_kind_of_file_gives_the_same_rows(company, ending):
    made = company(toml=f'[tables.deals]\nfile = "rows.{ending}"\n')
    WRITERS[ending](made.folder / f"rows.{ending}")

    deals = made.freeze().table("deals").to_pylist()

    # Ids keep their zeros, a formula stays text, brackets mean less than nothing
    assert [(row["deal_id"], row["amount"]) for row in deals] == [
        ("007", Decimal("1200.50")),
        ("@1+1", Decimal(-300)),
    ]


@pytest.mark.parametrize(
    ("text", "amount"),
    [("¥1200", 1200), ("$ 1,200", 1200), ("-5", -5), ("1e3", 1000), ("", None)],
)
def test_amounts_are_read_as_people_write_them(company, text, amount):
    made = company(
        "deal_id,rep_id,amount,is_closed,is_won\n"
        f'D1,ana,"{text}",true,true\nD2,ana,1,true,true\nD3,ana,1,true,true\n'
    )

    deals = {row["deal_id"]: row for row in made.freeze().table("deals").to_pylist()}

    assert deals["D1"]["amount"] == amount


def test_values_dates_and_units_are_mapped(company):
    made = company(
        "id,rep,sum,state,day\nD1,ana,1.5,W,01/08/2026\n",
        toml="""
        [tables.deals]
        file = "deals.csv"
        columns.deal_id = "id"
        columns.rep_id = "rep"
        columns.amount = "sum"
        columns.is_won = "state"
        columns.close_on = "day"
        constants = { is_closed = true }
        values.is_won = { W = true, L = false }
        dates = { close_on = "%d/%m/%Y" }
        units = { amount = 1000 }
        """,
    )

    deal = made.freeze().table("deals").to_pylist()[0]

    assert (deal["amount"], deal["is_won"], str(deal["close_on"])) == (1500, True, "2026-08-01")


def test_a_csv_whose_first_header_begins_as_parquet_does_is_text(company):
    made = company(
        "PAR1 ref,deal_id,rep_id,is_closed,is_won\nx,D1,ana,true,true\n",
        toml='[tables.deals]\nfile = "deals.csv"\n',
    )

    assert made.freeze().table("deals")["deal_id"].to_pylist() == ["D1"]
