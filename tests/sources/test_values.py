"""What workbench.toml says the texts of a column mean."""

import pyarrow.parquet as pq


def test_a_value_for_whatever_there_is_needs_no_other(company):
    made = company(
        "deal_id,rep_id,is_closed,is_won\nA,ana,yes,odd\nB,bo,yes,Won\n",
        toml='[tables.deals]\nfile = "deals.csv"\nvalues.is_won = { else = false }\n'
        'columns = { deal_id = "deal_id", rep_id = "rep_id", is_closed = "is_closed", '
        'is_won = "is_won" }\n[tables.reps]\nfile = "reps.csv"\n',
    )

    rows = pq.read_table(made.freeze().path("deals")).to_pylist()

    assert [(row["deal_id"], row["is_won"]) for row in rows] == [("A", False), ("B", False)]
