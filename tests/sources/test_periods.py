"""The company's own periods, as workbench.toml tells them."""

from datetime import date

import pytest

from workbench.errors import PeriodError, SourceError, WorkspaceError

HEAD = "[workspace]\nas_of = 2026-09-30\n[calendar]\n"


def calendar_of(company, rows="", lines='periods = { file = "periods.csv" }\n'):
    made = company(head=HEAD + lines)
    (made.folder / "periods.csv").write_text(rows, encoding="utf-8")
    return made.workspace.calendar


def test_kind_and_parent_are_read_in_either_language(company):
    rows = (
        "name,start_on,end_on,kind,parent\n"
        "全年,2026-01-01,2026-12-01,年度,\n大促,2026-05-20,2026-06-19,月,全年\n"
    )

    found = calendar_of(company, rows).periods

    assert [(each.name, each.kind, each.parent) for each in found] == [
        ("全年", "year", ""), ("大促", "month", "全年"),
    ]  # fmt: skip


def test_words_of_ones_own_are_mapped_as_in_any_table(company):
    lines = (
        '[calendar.periods]\nfile = "periods.csv"\nvalues.kind = { Wk = "week" }\n'
        'columns = { name = "Label", start_on = "From", end_on = "To", kind = "Sort" }\n'
    )
    rows = "Label,From,To,Sort\nA,2026-01-05,2026-01-12,Wk\n"

    assert calendar_of(company, rows, lines).period("A").kind == "week"


def test_a_constant_kind_answers_for_all_rows(company):
    lines = '[calendar.periods]\nfile = "periods.csv"\nconstants = { kind = "range" }\n'
    rows = "name,start_on,end_on\nSpring,2026-02-01,2026-04-05\n"

    assert calendar_of(company, rows, lines).period("Spring").kind == "range"
    with pytest.raises(PeriodError, match=r"periods.csv, row 2: 'Spring' has 63 days"):
        _ = calendar_of(company, rows)


def test_last_days_are_read_as_such_where_it_is_told(company):
    rows = "name,start_on,end_on\nQ1,2026-01-01,2026-03-31\nQ2,2026-04-01,2026-06-30\n"
    lines = '[calendar.periods]\nfile = "periods.csv"\nends = "inclusive"\n'

    assert calendar_of(company, rows, lines).period("Q1").end == date(2026, 4, 1)
    with pytest.raises(PeriodError, match=r'row 2: .* so 2026-03-31 is in neither.*"inclusive"'):
        _ = calendar_of(company, rows)


def test_a_row_without_a_name_is_named_by_its_row(company):
    with pytest.raises(PeriodError, match=r"periods.csv, row 2, lacks the name"):
        _ = calendar_of(company, "name,start_on,end_on\n,2026-01-01,2026-04-01\n")


def test_a_column_that_is_not_there_is_refused(company):
    with pytest.raises(SourceError, match=r"no column for periods\.end_on"):
        _ = calendar_of(company, "name,start_on\nQ1,2026-01-01\n")


def test_two_lines_make_years_of_whole_weeks(company):
    lines = 'weeks = "5-4-4"\nyear_ends = "Saturday nearest 31 December"\n'

    assert calendar_of(company, lines=lines).period("FY2026-P01").end == date(2026, 2, 8)


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ('weeks = "4-4-5"\n', "takes two lines; add year_ends = "),
        ('year_ends = "last Saturday of January"\n', "takes two lines; add weeks = "),
        ('weeks = "4-4-4"\n', "'4-4-5', '4-5-4' or '5-4-4'"),
        ('weeks = "4-4-5"\nyear_ends = "31 January"\n', "year_ends = '31 January': no day on"),
        (
            'weeks = "4-4-5"\nyear_ends = "last Friday of June"\nfiscal_year_start = 7\n',
            "not both; drop fiscal_year_start",
        ),
    ],
)  # fmt: skip
def test_lines_that_make_no_year_are_refused_with_the_line_to_write(company, lines, says):
    with pytest.raises(WorkspaceError, match=says):
        _ = calendar_of(company, lines=lines)


def test_ends_are_told_only_where_there_are_any(company):
    made = company(toml='[tables.reps]\nfile = "reps.csv"\nends = "inclusive"\n')

    with pytest.raises(SourceError, match=r"\[tables.reps\] ends = 'inclusive' .* no such column"):
        made.freeze()


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("quotas", "rep_id,start_on,end_on,target\nana,2026-07-01,2026-09-30,9\n"),
        ("absences", "rep_id,start_on,end_on\nana,2026-07-01,2026-09-30\n"),
        ("assignments", "rep_id,start_on,end_on\nana,2026-07-01,2026-09-30\n"),
        (
            "contracts",
            "contract_id,account_id,start_on,end_on,annual_value\nc,a,2026-07-01,2026-09-30,9\n",
        ),
    ],
)
@pytest.mark.parametrize(("ends", "day"), [("inclusive", 1), ("exclusive", 0)])
def test_one_rule_of_ends_holds_in_every_table(company, table, row, ends, day):
    toml = f'[tables.{table}]\nfile = "{table}.csv"\nends = "{ends}"\n'
    made = company(toml=toml, **{table: row})

    found = made.freeze().table(table)["end_on"].to_pylist()
    assert found == [date(2026, 10, 1) if day else date(2026, 9, 30)]


def test_a_day_of_leave_is_a_day_where_ends_are_last_days(company):
    toml = '[tables.absences]\nfile = "absences.csv"\nends = "inclusive"\n'
    made = company(toml=toml, absences="rep_id,start_on,end_on\nana,2026-07-01,2026-07-01\n")

    assert made.freeze().table("absences")["end_on"].to_pylist() == [date(2026, 7, 2)]
