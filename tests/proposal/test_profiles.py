"""Profiles of four systems: what they name, and that made exports hold nothing they do not know."""

import csv
import io
import re
import tomllib
from pathlib import Path

import pytest
from openpyxl import load_workbook

from workbench.proposal.profile import profiles

EXPORTS = Path(__file__).parent / "exports"
FOUR = ("salesforce", "hubspot", "zoho", "dynamics")
# Per made export: its files of deals, how they are written, the column that tells the end, the
# words that are plainly open
MADE = {
    "salesforce_en": ("report1782896400123.csv", "latin-1", "Stage",
                      {"Qualification", "Proposal/Price Quote"}),
    "salesforce_zh": ("report1782896400123.csv", "gb2312", "阶段", {"资格认定", "提案/报价"}),
    "hubspot_en": ("*deals*.csv", "utf-8", "Deal Stage",
                   {"Appointment scheduled (Sales Pipeline)", "Contract sent (Sales Pipeline)"}),
    "hubspot_zh": ("*交易*.csv", "utf-8", "交易阶段",
                   {"已安排约见 (销售管道)", "合同已发送 (销售管道)"}),
    "zoho_en": ("Deals_*.csv", "utf-8", "Stage", {"Qualification", "Negotiation/Review"}),
    "zoho_zh": ("商机.csv", "utf-8-sig", "阶段", {"资格认定", "谈判/审查"}),
    "dynamics_en": ("All Opportunities*.xlsx", "", "Status", {"Open"}),
    "dynamics_zh": ("所有商机*.xlsx", "", "状态", {"打开"}),
}  # fmt: skip
CUSTOM = {"Region__c", "大区", "Sales region", "Territory Code", "Sales Region"}
HAN = re.compile(r"[一-鿿]")


def plain(header):
    return re.sub(r"[\W_]+", " ", header.casefold()).strip()


def rows_of(made) -> list[dict[str, object]]:
    pattern, encoding, *_ = MADE[made]
    found = []
    for path in sorted((EXPORTS / made).glob(pattern)):
        if path.suffix == ".xlsx":
            heads, *rows = load_workbook(path).worksheets[0].iter_rows(values_only=True)
            found += [dict(zip(heads, row, strict=True)) for row in rows]
        else:
            text = path.read_bytes().decode(encoding).partition("\n\n")[0]  # no footer
            found += csv.DictReader(io.StringIO(text, newline=""))
    return found


def expected(made):
    return tomllib.loads((EXPORTS / made / "expected.toml").read_text(encoding="utf-8"))


def claims(export) -> list[tuple[str, str]]:
    return [(plain(each), column) for column, names in export.columns.items() for each in names]


def known(export) -> set[str]:
    needed = [each for made in export.derived for names in made.needs.values() for each in names]
    return {header for header, _ in claims(export)} | {
        plain(each) for each in (*needed, *export.unused)
    }


@pytest.mark.parametrize("name", FOUR)
def test_a_profile_names_what_a_review_reads(name):
    tables = {export.table for export in profiles()[name].exports}

    assert {"deals", "reps", "accounts", "activities", "products", "deal_lines"} <= tables


@pytest.mark.parametrize("name", FOUR)
def test_no_header_of_an_export_is_two_columns(name):
    for export in profiles()[name].exports:
        headers = [header for header, _ in {*claims(export)}]

        assert len(headers) == len({*headers}), export.about.en


@pytest.mark.parametrize("name", FOUR)
def test_what_nothing_needs_gives_no_column(name):
    for export in profiles()[name].exports:
        needed = {
            each for made in export.derived for names in made.needs.values() for each in names
        }
        given = {header for header, _ in claims(export)} | {plain(each) for each in needed}

        assert not given & {plain(each) for each in export.unused}, export.about.en


@pytest.mark.parametrize("name", FOUR)
def test_what_tells_an_export_is_a_header_it_knows(name):
    for export in profiles()[name].exports:
        assert {plain(each) for each in export.tells} <= known(export), export.about.en


@pytest.mark.parametrize("name", FOUR)
def test_labels_are_known_in_both_languages(name):
    for export in profiles()[name].exports:
        named = [*export.columns.items()]
        named += [(made.column, each) for made in export.derived for each in made.needs.values()]
        lacking = [column for column, names in named if not is_in_both(names)]

        assert not lacking, export.about.en


def is_in_both(names) -> bool:
    """Say whether some names are Chinese and some are not; names of an API alone may do."""
    chinese = [bool(HAN.search(each)) for each in names]
    is_of_api = not any(chinese) and not any(" " in each for each in names)
    return is_of_api or {*chinese} == {True, False}


@pytest.mark.parametrize("name", FOUR)
def test_no_stage_ends_in_two_ways(name):
    found = profiles()[name]
    ways = [{plain(word) for word in words} for words in (found.won, found.lost, found.excluded)]

    assert sum(map(len, ways)) == len(set().union(*ways))


@pytest.mark.parametrize("name", FOUR)
def test_kinds_of_activities_are_kinds_of_the_contract(name):
    kinds = {"call", "meeting", "visit", "email", "task", ""}
    for export in profiles()[name].exports:
        if export.table == "activities":
            found = {*export.values.get("kind", {}).values()}
            found |= {export.constants["kind"]} if "kind" in export.constants else set()

            assert found <= kinds
            assert found or any(made.column == "kind" for made in export.derived)


@pytest.mark.parametrize("made", MADE)
def test_every_header_of_the_deals_is_known_or_the_companys_own(made):
    exports = profiles()[expected(made)["profile"]].exports
    headers = {plain(header) for header in rows_of(made)[0]} - {plain(each) for each in CUSTOM}

    unknown = [headers - known(export) for export in exports if export.table == "deals"]

    assert set() in unknown, unknown


@pytest.mark.parametrize("made", MADE)
def test_every_stage_of_a_made_export_is_known_or_plainly_open(made):
    *_, column, still_open = MADE[made]
    found = profiles()[expected(made)["profile"]]
    endings = {plain(word) for word in (*found.won, *found.lost, *found.excluded)}

    stages = {str(row[column]) for row in rows_of(made)}

    assert {stage for stage in stages if plain(stage) not in endings} == still_open


@pytest.mark.parametrize("made", MADE)
def test_as_many_deals_are_won_as_expected(made):
    *_, column, _open = MADE[made]
    won = {plain(word) for word in profiles()[expected(made)["profile"]].won}

    rows = rows_of(made)

    assert len(rows) == expected(made)["deals"]
    assert sum(plain(str(row[column])) in won for row in rows) == expected(made)["won"]
