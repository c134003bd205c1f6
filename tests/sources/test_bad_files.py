"""Bad files and mappings: one sentence with the value, the place and the next step."""

import pytest

from workbench.errors import SourceError, WorkspaceError

DEALS = """
deal_id,rep_id,amount,is_closed,is_won,close_on
D1,ana,100,true,true,2026-08-01
"""


def _refused(made, kind=SourceError):
    with pytest.raises(kind) as refusal:
        made.freeze()
    return str(refusal.value)


def test_a_missing_file_is_named_with_the_nearest(company):
    made = company(DEALS)
    (made.folder / "deals.csv").rename(made.folder / "deal.csv")

    said = _refused(made)

    assert "deals.csv" in said
    assert "deal.csv'" in said


def test_an_encoding_in_doubt_names_the_byte_the_line_and_the_lines_to_paste(company):
    # One sign of two bytes: 陳 in Big5, 朝 in GB 18030
    made = company(DEALS)
    (made.folder / "reps.csv").write_bytes("rep_id,name\nana,陳\n".encode("big5"))

    said = _refused(made)

    assert "reps.csv" in said
    assert "byte 0xb3 in line 2" in said
    assert "As gb18030 it reads '朝'; as big5 it reads '陳'" in said
    assert 'encoding = "gb18030" or encoding = "big5"' in said


def test_a_file_that_reads_clearly_best_in_one_encoding_needs_no_telling(company):
    # Was refused before; the names are those of people and nothing else reads so
    made = company(DEALS)
    (made.folder / "reps.csv").write_bytes("rep_id,name\nana,José\n".encode("latin-1"))

    assert made.freeze().table("reps")["name"].to_pylist() == ["José"]


def test_a_told_encoding_is_used(company):
    made = company(DEALS, toml='[tables.reps]\nfile = "reps.csv"\nencoding = "latin-1"\n')
    (made.folder / "reps.csv").write_bytes("rep_id,name\nana,José\n".encode("latin-1"))

    assert made.freeze().table("reps")["name"].to_pylist() == ["José"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_usual_chinese_files_need_no_telling(company, encoding):
    made = company(DEALS)
    (made.folder / "reps.csv").write_bytes("rep_id,name\nana,安娜\n".encode(encoding))

    assert made.freeze().table("reps")["name"].to_pylist() == ["安娜"]


def test_an_unknown_column_of_the_file_offers_the_nearest(company):
    made = company(
        "deal_id,owner,amount,is_closed,is_won\nD1,ana,1,true,true\n",
        toml='[tables.deals]\nfile = "deals.csv"\n'
        'columns = { deal_id = "deal_id", rep_id = "ownr", is_closed = "is_closed", '
        'is_won = "is_won" }\n',
    )

    said = _refused(made)

    assert "'ownr'" in said
    assert "Did you mean 'owner'?" in said


def test_an_unknown_column_of_the_contract_offers_the_nearest(company):
    made = company(
        DEALS,
        toml='[tables.deals]\nfile = "deals.csv"\ncolumns = { amountt = "amount" }\n',
    )

    assert "Did you mean 'amount'?" in _refused(made)


def test_two_columns_mapped_to_one_are_refused(company):
    made = company(
        DEALS,
        toml='[tables.deals]\nfile = "deals.csv"\n'
        'columns = { amount = "amount", amount = "deal_id" }\n',
    )

    assert "workbench.toml" in _refused(made, WorkspaceError)


def test_two_columns_of_one_name_are_refused(company):
    made = company("deal_id,rep_id,amount,amount,is_closed,is_won\nD1,ana,1,2,true,true\n")

    assert "two columns named 'amount'" in _refused(made)


def test_a_column_that_is_required_and_missing_says_how_to_give_it(company):
    made = company("deal_id,rep_id,is_closed\nD1,ana,true\n")

    said = _refused(made)

    assert "deals.is_won" in said
    assert "Map is_won in" in said


def test_a_broken_required_column_names_file_column_and_row(company):
    made = company("deal_id,rep_id,is_closed,is_won\nD1,ana,perhaps,true\nD2,ana,true,true\n")

    said = _refused(made)

    assert "deals.csv" in said
    assert "column 'is_closed', row 2" in said
    assert "'perhaps'" in said


def test_a_row_of_too_many_cells_is_named(company):
    made = company("deal_id,rep_id,is_closed,is_won\nD1,ana,true,true,extra\n")

    assert "row 2, has 5 cells for 4 columns" in _refused(made)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("[money]\ncurrencyy = 'CNY'\n", "currencyy"),
        ("[calendar]\nzone = 'Asia/Shangai'\n", "Did you mean 'Asia/Shanghai'?"),
        ("[calendar]\nfiscal_year_start = 13\n", "a month is 1 to 12"),
        ("[money]\nbasis = 'profit'\n", "basis"),
        ("[tables.dealz]\nfile = 'x.csv'\n", "Did you mean 'deals'?"),
        ("[oops\n", "is not TOML"),
    ],
)
def test_a_mistake_in_the_workspace_names_key_and_remedy(company, line, said):
    made = company(DEALS, head="[workspace]\nas_of = 2026-09-30\n", toml=line)

    assert said in _refused(made, WorkspaceError)


def test_a_failing_select_names_its_table(company):
    made = company(
        DEALS,
        toml='[files.raw]\nfile = "deals.csv"\n[tables.deals]\nsql = "select nothing from raw"\n',
    )

    said = _refused(made)

    assert "deals" in said
    assert "nothing" in said


def test_a_select_reads_the_raw_files_and_nothing_else(company):
    made = company(
        DEALS,
        toml='[files.raw]\nfile = "deals.csv"\n[tables.deals]\n'
        "sql = \"select * from read_csv('/etc/passwd')\"\n",
    )

    assert _refused(made)
