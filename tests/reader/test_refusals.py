"""A refusal says everything that is wrong at once, with the lines to paste."""

import tomllib

import pytest

DEALS = "deal_id,rep_id,amount,is_closed,is_won,close_on\nD1,ana,1,true,true,2026-08-01\n"


def test_every_fault_of_all_tables_stands_in_one_refusal(company, said):
    made = company(
        "deal_id,rep_id,amount,is_closed,is_won,close_on\nD1,ana,12.500,perhaps,true,03/04/2026\n",
        reps="rep,name\nana,Ana\n",
        quotas="rep_id,start_on,end_on,target\nana,2026-07-01,2026-10-01,much\n",
        activities="activity_id,rep_id,kind,at\nA1,ana,call,05/06/2026\n",
    )

    sentence = said(made)

    assert "reps.csv gives no column for reps.rep_id" in sentence
    assert "'12.500' is 12.5 or 12500" in sentence
    assert "'03/04/2026' is 2026-04-03 as dmy" in sentence
    assert "quotas.csv, column 'target', row 2, holds 'much', which is no money" in sentence
    assert "'05/06/2026' is" in sentence
    assert len(sentence.splitlines()) == 5


def test_parts_of_deals_that_could_not_be_read_add_no_fault_of_their_own(company, said):
    made = company(
        "deal_id,rep_id,is_closed,is_won\nD1,ana,perhaps,true\n",
        deal_splits="deal_id,rep_id,share\nD1,ana,0.5\nD1,bo,0.5\n",
    )

    (line,) = said(made).splitlines()

    assert "deals.csv, column 'is_closed', row 2, holds 'perhaps'" in line


def test_broken_columns_of_one_table_stand_in_one_refusal(company, said):
    made = company(
        "deal_id,rep_id,amount,is_closed,is_won\nD1,ana,much,perhaps,never\nD2,,more,true,maybe\n"
    )

    lines = said(made).splitlines()

    assert [line.partition("column ")[2].partition(",")[0] for line in lines] == [
        "'rep_id'",
        "'amount'",
        "'is_closed'",
        "'is_won'",
    ]
    assert all("deals.csv, column " in line and "map another column" in line for line in lines)


def test_a_missing_column_lists_the_headers_and_the_likeliest_with_its_line(company, said):
    made = company("Opportunity ID,Opportunity Owner,Amount,Stage,is_closed\n1,ana,1,Won,true\n")

    (line,) = said(made).splitlines()

    assert line == (
        "deals.csv gives no column for deals.deal_id and deals.rep_id and deals.is_won, which are "
        "required. It has 'Opportunity ID', 'Opportunity Owner', 'Amount', 'Stage', 'is_closed'. "
        "As it seems, under [tables.deals] of workbench.toml: "
        # is_closed is taken now for its equal name: a list of columns has to name it
        'columns = { is_closed = "is_closed", deal_id = "Opportunity ID", '
        'rep_id = "Opportunity Owner", is_won = "Stage" }'
    )


def test_where_columns_are_told_only_those_that_lack_are_proposed(company, said):
    made = company(
        "Opportunity ID,who,Stage,is_closed\n1,ana,Won,true\n",
        toml='[tables.deals]\nfile = "deals.csv"\ncolumns.rep_id = "who"\n'
        'columns.is_closed = "is_closed"\n',
    )

    assert said(made).endswith(': columns.deal_id = "Opportunity ID"; columns.is_won = "Stage"')


def test_chinese_headers_are_proposed_as_well(company, said):
    made = company("商机编号,负责人,金额,状态,赢单\n1,ana,1,已关闭,是\n")

    sentence = said(made)

    for column, header in (
        ("deal_id", "商机编号"),
        ("rep_id", "负责人"),
        ("is_closed", "状态"),
        ("is_won", "赢单"),
    ):
        assert f'{column} = "{header}"' in sentence


@pytest.mark.parametrize("header", ['Deal "Id"', "deal\\id", "deal\tid", "deal_id\u200b"])
def test_the_proposed_line_can_be_pasted_whatever_the_header_holds(company, said, header):
    # Names near to deal_id, with signs that TOML writes otherwise
    cell = '"' + header.replace('"', '""') + '"'
    made = company(f"{cell},rep_id,is_closed,is_won\nD1,ana,true,true\n")
    sentence = said(made)

    line = sentence.partition("of workbench.toml: ")[2]
    assert tomllib.loads(line)["columns"]["deal_id"] == header.replace("\t", " ")


FILES = '[files.raw]\nfile = "deals.csv"\n[files.people]\nfile = "reps.csv"\n'


def _selecting(company, sql, limits=""):
    return company(DEALS, toml=f'{FILES}[tables.deals]\nsql = """{sql}"""\n{limits}')


def test_a_select_longer_than_allowed_is_stopped_and_says_which_limit(company, said):
    sql = (
        "select count(*) as deal_id from range(10000000000) a, range(1000) b where a.range % 7 = 1"
    )
    made = _selecting(company, sql, "[limits]\nselect_seconds = 0.3\n")

    sentence = said(made)

    assert "[tables.deals] sql was stopped after 0.3 seconds" in sentence
    assert "[limits] select_seconds = " in sentence


def test_a_select_larger_than_allowed_is_stopped_and_says_which_limit(company, said):
    sql = "select list(range) as deal_id from range(50000000)"
    made = _selecting(company, sql, '[limits]\nselect_memory = "50MB"\n')

    sentence = said(made)

    assert "[tables.deals] sql needs more than 50MB of memory" in sentence
    assert "[limits] select_memory = " in sentence


@pytest.mark.parametrize(
    "sql",
    [
        "select * from raw; select * from people",
        "select * from raw; drop view raw",
        "create table t as select * from raw",
        "copy (select * from raw) to '{folder}/out.csv'",
        "attach '{folder}/other.db'",
        "set memory_limit = '9GB'",
        "install httpfs",
        "",
        "-- nothing",
    ],
)
def test_what_is_no_single_select_is_refused_and_leaves_nothing(company, said, tmp_path, sql):
    before = _selecting(company, sql.format(folder=tmp_path))

    sentence = said(before)

    assert "[tables.deals] sql is no single select" in sentence or "give either file" in sentence
    assert not list(tmp_path.glob("out*")) + list(tmp_path.glob("other*"))


@pytest.mark.parametrize(
    "source",
    [
        "read_csv('{folder}/secret.csv')",
        "read_csv('{folder}/*.csv')",
        "read_text('/etc/passwd')",
        "read_parquet('{folder}/secret.parquet')",
        "'{folder}/secret.csv'",
        "glob('{folder}/*')",
        "read_csv('https://example.invalid/x.csv')",
    ],
)
def test_a_select_reads_no_other_file(company, said, tmp_path, source):
    (tmp_path / "secret.csv").write_text("deal_id\nsecret-cell\n")
    made = _selecting(company, f"select * from {source.format(folder=tmp_path)}")

    sentence = said(made)

    assert "[tables.deals] sql failed: " in sentence
    assert "secret-cell" not in sentence
