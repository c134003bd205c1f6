"""Workbooks as people keep them: hidden sheets, titles, error cells, zeros, half a file."""

from datetime import date, datetime

import pytest

HEADS = ["deal_id", "rep_id", "amount", "is_closed", "is_won", "close_on"]
DAY = datetime(2026, 8, 1)


def _row(deal_id="D1", rep_id="ana", amount=100, close_on=DAY):
    return [deal_id, rep_id, amount, True, True, close_on]


def _filled(sheet, *rows, heads=HEADS):
    for row in (heads, *rows):
        sheet.append(row)


def _deals(made):
    return {row["deal_id"]: row for row in made.freeze().table("deals").to_pylist()}


def test_the_first_sheet_that_people_see_is_read(book):
    def fill(workbook):
        hidden = workbook.active
        _filled(hidden, _row(amount=999))
        hidden.sheet_state = "hidden"
        _filled(workbook.create_sheet("Deals"), _row(amount=100))

    made = book(fill)

    assert made.value("won_revenue") == 100
    assert 'sheet = "Deals"' in made.freeze().decided("deals")


def test_error_cells_and_formulas_never_computed_are_named_by_row(book):
    def fill(workbook):
        others = [_row(f"P{n}", "bo") for n in range(6)]
        _filled(workbook.active, _row(amount="#REF!"), _row("D2", amount="=1+1"), *others)
        workbook.active["C2"].data_type = "e"

    made = book(fill)
    told = made.freeze().blanked("deals").to_pylist()

    assert [(cell["row"], cell["column"], cell["reason"]) for cell in told] == [
        ("2", "amount", "unreadable_money"),
        ("3", "amount", "unreadable_money"),
    ]
    assert told[0]["value"] == "#REF!"
    assert made.value("won_deals") == 2


def test_title_rows_above_the_header_are_none_of_the_data(book):
    def fill(workbook):
        sheet = workbook.active
        sheet.append(["Won deals, third quarter"])
        sheet.append([])
        _filled(sheet, _row(), _row("D2", "bo", 5))

    made = book(fill)

    assert sorted(_deals(made)) == ["D1", "D2"]
    assert "header_row = 3" in made.freeze().decided("deals")


def test_days_as_serial_numbers_are_days(book):
    # 46235 is 2026-08-01: 46023 is 2026-01-01, and January to July have 212 days
    def fill(workbook):
        _filled(workbook.active, _row(close_on=46023 + 212))

    made = book(fill)

    assert _deals(made)["D1"]["close_on"] == date(2026, 8, 1)
    assert 'dates.close_on = "excel"' in made.freeze().decided("deals")


def test_ids_shown_with_zeros_keep_them(book):
    def fill(workbook):
        _filled(workbook.active, _row(rep_id=123))
        workbook.active["B2"].number_format = "00000"

    made = book(fill, reps="rep_id,name\n00123,Ana\nbo,Bo\n")

    assert made.value("won_revenue", "00123") == 100


def test_ids_that_look_like_numbers_stay_as_written(company):
    made = company(
        "deal_id,rep_id,amount,is_closed,is_won,close_on\n"
        "001,00123,100,true,true,2026-08-01\n1,1E05,200,true,true,2026-08-02\n"
        "NA,NO,10,true,true,2026-08-02\n",
        reps="rep_id,name\n00123,Ana\n1E05,Bo\nNO,Di\n",
    )

    assert [made.value("won_revenue", rep) for rep in ("00123", "1E05", "NO")] == [100, 200, 10]
    assert sorted(_deals(made)) == ["001", "1", "NA"]


@pytest.mark.parametrize("part", [0.2, 0.5, 0.95])
def test_half_a_workbook_is_refused_by_its_name(book, said, part):
    made = book(lambda workbook: _filled(workbook.active, *[_row(f"D{n}") for n in range(99)]))
    path = made.folder / "book.xlsx"
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * part)])

    sentence = said(made)

    assert "book.xlsx is damaged" in sentence
    assert "Export it again" in sentence


def test_a_binary_workbook_is_asked_for_in_another_kind_when_it_cannot_be_read(company, said):
    made = company(toml='[tables.deals]\nfile = "deals.xlsb"\n')
    (made.folder / "deals.xlsb").write_bytes(b"\x01\x02not a workbook\x00\x03\x04")

    sentence = said(made)

    assert "deals.xlsb is no workbook that can be read" in sentence
    assert "encoding" not in sentence
