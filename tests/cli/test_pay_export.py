"""`workbench pay export`: what payroll takes over, and the accrual."""

import pytest
from openpyxl import load_workbook
from pay_office import FIN, OPS, Q2, TOML, rows_of

from workbench.errors import ParameterError, UnknownNameError


def test_payroll_names_the_columns_and_texts_are_no_formulas(pay, tmp_path):
    pay.rewrite("workbench.toml", TOML, TOML + '[pay]\ncolumns = { "员工编号" = "rep_id", '
                '"姓名" = "name", "佣金" = "component/ae/A", "应发佣金" = "pay" }\n')  # fmt: skip
    pay.issue(Q2)
    file = tmp_path / "q2.xlsx"
    pay("export", *Q2, "--to", str(file), *FIN)
    sheet = load_workbook(file)["payroll"]

    assert [[cell.value for cell in row] for row in sheet] == [
        ["员工编号", "姓名", "佣金", "应发佣金"], ["ana", "Ana", 100, 80], ["bo", "=Bo", 200, 160],
    ]  # fmt: skip
    assert [sheet.cell(3, column).data_type for column in (2, 3, 4)] == ["s", "n", "n"]


def test_a_column_of_an_unknown_field_is_refused_with_the_nearest(pay, tmp_path):
    pay.rewrite("workbench.toml", TOML, TOML + '[pay]\ncolumns = { "应发" = "gros" }\n')
    pay.issue(Q2)

    with pytest.raises(UnknownNameError, match=r"'应发'.*takes 'gros'.*Did you mean 'gross'"):
        pay("export", *Q2, "--to", str(tmp_path / "q2.csv"), *FIN)
    assert not (tmp_path / "q2.csv").exists()


def test_payroll_takes_what_was_approved_and_a_draft_says_that_it_is_one(pay, tmp_path):
    pay("run", *Q2, *OPS)
    file = ("--to", str(tmp_path / "draft.csv"))
    with pytest.raises(ParameterError, match="states: approved, paid"):
        pay("export", *Q2, *file, *FIN)
    with pytest.raises(ParameterError, match="payroll takes what was approved"):
        pay("export", "--run", "2026-Q2", *file, *FIN)
    pay("export", *Q2, "--draft", *file, *FIN)
    assert list(rows_of(tmp_path / "draft.csv")[0].items())[:2] == [
        ("draft", "draft, not approved"), ("rep_id", "ana"),
    ]  # fmt: skip
    pay("check", *Q2, *OPS)
    pay("approve", *Q2, *FIN)
    with pytest.raises(ParameterError, match="Leave out --draft"):
        pay("export", "--run", "2026-Q2", "--draft", "--to", str(tmp_path / "x.csv"), *FIN)


@pytest.mark.parametrize(("name", "says"), [
    ("there.csv", "is there already"), ("q2.ods", "neither .csv nor .xlsx"),
    ("none/q2.csv", "is not a folder"),
])  # fmt: skip
def test_a_file_is_new_and_of_a_known_kind(pay, tmp_path, name, says):
    (tmp_path / "there.csv").write_text("mine", encoding="utf-8")
    pay.issue(Q2)

    with pytest.raises(ParameterError, match=says):
        pay("export", *Q2, "--to", str(tmp_path / name), *FIN)
    assert (tmp_path / "there.csv").read_text(encoding="utf-8") == "mine"


def test_what_was_approved_is_exported_whatever_became_of_the_plan(pay, tmp_path):
    pay.issue(Q2)
    pay.rewrite("plans/ae.toml", 'id = "ae"', "id = ")
    for words in ((), ("--accrual",)):
        file = tmp_path / f"q2{len(words)}.csv"
        pay("export", *Q2, *words, "--to", str(file), *FIN)

        assert [row["rep_id"] for row in rows_of(file)][:2] == ["ana", "bo"]


def test_the_accrual_holds_what_waits_and_its_total(pay, tmp_path):
    pay.issue(Q2)
    file = tmp_path / "held.csv"
    pay("export", *Q2, "--accrual", "--to", str(file), *FIN)
    told = [
        [row[name] for name in ("kind", "rep_id", "plan", "earned_in", "line", "earned", "held")]
        for row in rows_of(file)
    ]

    assert told == [
        ["row", "ana", "ae", "2026-Q2", "A", "100", "20"],
        ["row", "bo", "ae", "2026-Q2", "A", "200", "40"],
        ["total", "", "ae", "", "", "300", "60"],
    ]
