"""A later export is not the earlier: columns come, go, are named anew, or are used by nothing."""

from datetime import date

import pytest

from workbench.errors import SourceError
from workbench.publish.data_notes import data_notes
from workbench.snapshots import current_snapshot
from workbench.snapshots.current import freeze_now

TOLD = """
[tables.deals]
file = "deals.csv"
columns.deal_id = "Id"
columns.rep_id = "Owner"
columns.is_closed = "Closed"
columns.is_won = "Won"
columns.amount = "Value"
"""
HEAD = "Id,Owner,Closed,Won,Value"
DEALS = f"{HEAD}\nD1,ana,true,true,100\n"
PLAIN = "deal_id,rep_id,is_closed,is_won,amount\nD1,ana,true,true,100\n"


def anew(made, head, row="D1,ana,true,true,100", file="deals.csv"):
    """Write a later export."""
    (made.folder / file).write_text(f"{head}\n{row}\n", encoding="utf-8")


def refused(made):
    with pytest.raises(SourceError) as caught:
        made.freeze()
    return str(caught.value)


def notes(made, table="deals"):
    """What check says of a table's columns."""
    said = data_notes(current_snapshot(made.workspace)).splitlines()
    return [line for line in said if line.startswith(f"{table}: ") and " column" in line]


@pytest.fixture
def said(caplog):
    caplog.set_level("INFO", "workbench")
    return lambda: [line for line in caplog.messages if "he source of " in line]


@pytest.mark.parametrize("new", ["Deal Value", "Amount", "Wert"])
def test_a_mapped_column_under_a_new_name_is_offered_with_its_line(company, new):
    made = company(DEALS, toml=TOLD)
    made.freeze()
    anew(made, HEAD.replace("Value", new))

    said = refused(made)

    assert "maps amount to 'Value', which is no column of deals.csv" in said
    assert f"Since it was frozen last, deals.csv lost 'Value' and has the new '{new}'" in said
    assert f'columns.amount = "{new}"' in said


def test_what_the_offered_line_says_can_be_frozen(company):
    made = company(DEALS, toml=TOLD)
    made.freeze()
    anew(made, HEAD.replace("Value", "Wert"))
    toml = made.folder / "workbench.toml"
    toml.write_text(toml.read_text().replace('amount = "Value"', 'amount = "Wert"'))

    assert made.freeze().table("deals")["amount"].to_pylist() == [100]


def test_a_column_that_two_may_stand_for_is_offered_neither(company):
    made = company(DEALS, toml=TOLD)
    made.freeze()
    anew(made, HEAD.replace("Value", "Wert,Rabatt"), "D1,ana,true,true,100,5")

    assert "columns.amount" not in refused(made)


def test_a_new_column_is_told_once(company, said):
    made = company(DEALS, toml=TOLD)
    freeze_now(made.workspace)
    assert said() == []  # nothing to compare with
    anew(made, f"{HEAD},Stage,Mood", "D1,ana,true,true,100,Won,fine")
    freeze_now(made.workspace)

    (told,) = said()
    assert told.startswith("New in the source of deals: 'Stage', 'Mood'.")
    assert told.endswith('under [tables.deals] of workbench.toml: columns.stage = "Stage"')
    anew(made, f"{HEAD},Stage,Mood", "D1,ana,true,true,150,Won,fine")
    freeze_now(made.workspace)
    freeze_now(made.workspace)  # of nothing new
    assert said() == [told]


def test_freezing_the_very_same_files_tells_nothing_again(company, said):
    made = company(DEALS, toml=TOLD)
    made.freeze()
    anew(made, f"{HEAD},Mood", "D1,ana,true,true,100,fine")
    freeze_now(made.workspace)
    freeze_now(made.workspace)

    assert len(said()) == 1
    assert "not there at the freeze" not in data_notes(current_snapshot(made.workspace))


def test_check_shows_what_is_new_with_the_line_until_the_next_freeze(company):
    made = company(DEALS, toml=TOLD)
    made.freeze()
    anew(made, f"{HEAD},Stage", "D1,ana,true,true,100,Won")
    first = data_notes(current_snapshot(made.workspace))
    anew(made, f"{HEAD},Stage", "D1,ana,true,true,150,Won")

    assert "deals: 1 column: not there at the freeze before" in first
    assert '        [tables.deals]\n        columns.stage = "Stage"\n' in first
    assert notes(made) == ["deals: 1 column: not used (which does no harm): Stage"]


def test_a_new_column_that_stands_for_nothing_has_no_line(company):
    made = company(DEALS, toml=TOLD)
    made.freeze()
    anew(made, f"{HEAD},Mood", "D1,ana,true,true,100,fine")

    assert "[tables.deals]" not in data_notes(made.freeze())


def test_a_new_column_that_is_mapped_has_no_line(company):
    made = company(DEALS, toml=TOLD)
    made.freeze()
    anew(made, f"{HEAD},Created", "D1,ana,true,true,100,2026-08-01")
    toml = made.folder / "workbench.toml"
    toml.write_text(f'{toml.read_text()}columns.close_on = "Created"\n')  # though called otherwise

    assert "[tables.deals]" not in data_notes(made.freeze())


def test_a_column_that_is_mapped_is_offered_for_no_other(company):
    told = f'{TOLD}columns.acv = "Amount"\n'
    made = company(f"{HEAD},Amount\nD1,ana,true,true,100,50\n", toml=told)
    made.freeze()
    anew(made, "Id,Owner,Closed,Won,Amount", "D1,ana,true,true,50")

    assert "columns.amount" not in refused(made)


def test_a_column_that_nothing_used_goes_silently(company, said):
    made = company(f"{HEAD},stage\nD1,ana,true,true,100,Won\n", toml=TOLD)
    made.freeze()
    anew(made, HEAD)
    freeze_now(made.workspace)

    assert said() == []


def test_a_column_taken_by_its_name_that_is_gone_is_told_and_missing(company, said):
    made = company(PLAIN)
    made.freeze()
    anew(made, "deal_id,rep_id,is_closed,is_won", "D1,ana,true,true")
    found = freeze_now(made.workspace)

    assert "amount" not in found.columns("deals")
    assert said() == [
        "The source of deals has no column 'amount' any more: what it told is missing."
    ]
    assert "deals: 1 column: no longer in the file" in data_notes(found)


def test_a_look_at_another_day_is_nothing_to_compare_with(company, said):
    made = company(DEALS, toml=TOLD)
    made.freeze()
    anew(made, f"{HEAD},Mood", "D1,ana,true,true,100,fine")
    current_snapshot(made.workspace, date(2026, 10, 31))
    freeze_now(made.workspace)

    assert len(said()) == 1


def test_a_pattern_is_compared_as_one(company, said):
    made = company(DEALS, toml=TOLD.replace("deals.csv", "deals_*.csv"))
    anew(made, HEAD, file="deals_1.csv")
    freeze_now(made.workspace)
    anew(made, HEAD, "D2,bo,true,true,50", file="deals_2.csv")
    freeze_now(made.workspace)
    assert said() == []
    anew(made, f"{HEAD},Mood", "D3,bo,true,true,5,fine", file="deals_3.csv")
    freeze_now(made.workspace)

    assert said() == ["New in the source of deals: 'Mood'."]


def test_sql_that_misses_a_column_says_what_the_file_has_instead(company):
    sql = "select Id as deal_id, Owner as rep_id, Closed as is_closed, Won as is_won from raw"
    toml = f'[files.raw]\nfile = "deals.csv"\n[tables.deals]\nsql = "{sql}"\n'
    made = company(DEALS, toml=toml)
    made.freeze()
    anew(made, HEAD.replace("Owner", "Rep"))

    assert "deals.csv lost 'Owner' and has the new 'Rep'" in refused(made)


def test_an_export_that_two_tables_read_is_told_once(company):
    rows = f"{HEAD},Name,Mood\nD1,ana,true,true,100,Ana,fine\n"
    reps = '[tables.reps]\nfrom = "deals"\ncolumns.name = "Name"\n'
    made = company(rows, toml=TOLD + reps)

    assert notes(made, "reps") == []
    assert notes(made) == ["deals: 1 column: not used (which does no harm): Mood"]


def test_of_a_hundred_unused_columns_check_names_some_in_one_line(company):
    extra = [f"x{n}" for n in range(100)]
    made = company(f"{HEAD},{','.join(extra)}\nD1,ana,true,true,100{',1' * 100}\n", toml=TOLD)

    (line,) = notes(made)

    assert "deals: 100 columns" in line
    assert line.endswith("x18, x19 and 80 more, which data_quality lists")
    zh = data_notes(made.freeze(), "zh")
    assert "x18、x19，另有 80 列，见 data_quality" in zh


@pytest.mark.parametrize(
    ("sql", "left"),
    [
        ("select Id as deal_id, Owner as rep_id, Closed as is_closed, Won as is_won from raw"
         " where value > '1'", ["Mood"]),
        ("select *, Id as deal_id, Owner as rep_id, Closed as is_closed, Won as is_won,"
         " 1 as extra from raw", ["extra", "Value", "Mood"]),
    ],
)  # fmt: skip
def test_of_files_read_by_sql_what_no_sql_names_is_unused(company, sql, left):
    toml = f'[files.raw]\nfile = "deals.csv"\n[tables.deals]\nsql = "{sql}"\n'
    made = company(f"{HEAD},Mood\nD1,ana,true,true,100,fine\n", toml=toml)

    assert made.freeze().unmapped("deals") == left


def test_of_all_that_sql_passes_on_what_is_mapped_is_used(company):
    toml = TOLD.replace('file = "deals.csv"', 'sql = "select * from raw"')
    made = company(
        f"{HEAD},Mood\nD1,ana,true,true,100,fine\n",
        toml=f'[files.raw]\nfile = "deals.csv"\n{toml}',
    )

    assert made.freeze().unmapped("deals") == ["Mood"]
