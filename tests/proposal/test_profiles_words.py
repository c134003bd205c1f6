"""Words of profiles: no header means two things, and every stage of the made exports is known."""

import csv
import io
import re
import tomllib
from pathlib import Path

import pytest
from openpyxl import load_workbook

from workbench.model.tables import TABLES
from workbench.proposal.profile import ANY, Profile, profiles

EXPORTS = Path(__file__).parent / "exports"
# Per made export: its deals, how they are written, the column that tells the end, its open words
MADE = {
    "fxiaoke_zh": ("商机_20260630.csv", "gb18030", ",", "阶段",
                   {"初步洽谈", "需求确认", "商务谈判"}),
    "fxiaoke_api": ("NewOpportunityObj.csv", "utf-8", ",", "sales_status__r", {"进行中"}),
    "xiaoshouyi_zh": ("销售机会.csv", "gb18030", ",", "销售阶段",
                      {"初步接洽", "需求确定", "方案/报价"}),
    "xiaoshouyi_en": ("Opportunities.csv", "utf-8-sig", ",", "Sales Stage",
                      {"Initial contact", "Needs confirmed", "Proposal"}),
    "odoo_en": ("Lead_Opportunity (crm.lead).csv", "utf-8", ",", "Stage",
                {"New", "Qualified", "Proposition"}),
    "odoo_zh": ("商机 (crm.lead).xlsx", "", "", "阶段", {"新建", "合格", "提案"}),
    "made_de": ("Verkaufschancen.csv", "cp1252", ";", "Phase",
                {"Qualifizierung", "Angebot", "Verhandlung"}),
    "made_fr": ("affaires.csv", "utf-8-sig", ";", "Étape",  # codespell:ignore affaires
                {"Découverte", "Proposition envoyée", "Négociation"}),
    "made_ja": ("案件一覧.csv", "cp932", ",", "フェーズ", {"初回訪問", "提案中", "見積提出"}),
}  # fmt: skip
CUSTOM = {"大区", "field_ab12C__c", "所属区域(自定义)", "Territory (custom)", "x_studio_region",
          "Sparte", "Secteur géo", "支社区分"}  # fmt: skip


def plain(header):
    return re.sub(r"[\W_]+", " ", header.casefold()).strip()


def profile_of(made) -> Profile:
    expected = tomllib.loads((EXPORTS / made / "expected.toml").read_text(encoding="utf-8"))
    return profiles()[expected["profile"] or ANY]


def deals_of(made) -> list[dict[str, str]]:
    name, encoding, delimiter, *_ = MADE[made]
    path = EXPORTS / made / name
    if path.suffix == ".xlsx":
        heads, *rows = load_workbook(path).active.iter_rows(values_only=True)
        return [dict(zip(heads, row, strict=True)) for row in rows]
    text = path.read_bytes().decode(encoding)
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


def test_the_profile_of_any_system_names_what_a_review_reads():
    named = {export.table for export in profiles()[ANY].exports}

    assert named == {"deals", "reps", "accounts", "activities", "quotas", "deal_history",
                     "deal_lines", "products"}  # fmt: skip


@pytest.mark.parametrize("table", ["deals", "reps", "quotas"])
def test_the_profile_of_any_system_names_every_column_that_must_be_filled(table):
    (export,) = (each for each in profiles()[ANY].exports if each.table == table)
    required = {column.name for column in TABLES[table].columns if column.is_required}

    assert required <= {*export.columns}


@pytest.mark.parametrize("profile", profiles())
def test_no_header_of_an_export_is_two_columns(profile):
    for export in profiles()[profile].exports:
        claims = {
            (plain(each), column) for column, names in export.columns.items() for each in names
        }
        months = {(plain(each), n) for n, names in enumerate(export.months) for each in names}
        year = {(plain(each), "year") for each in export.year}
        headers = [header for header, _ in (*claims, *months, *year)]

        twice = {header for header in headers if headers.count(header) > 1}

        assert not twice, export.about.en


@pytest.mark.parametrize("profile", profiles())
def test_what_nothing_needs_is_no_column_either(profile):
    for export in profiles()[profile].exports:
        mapped = {plain(each) for names in export.columns.values() for each in names}

        assert not mapped & {plain(each) for each in export.unused}, export.about.en


@pytest.mark.parametrize("profile", profiles())
def test_no_stage_ends_in_two_ways(profile):
    found = profiles()[profile]
    ways = [
        {word.casefold() for word in words} for words in (found.won, found.lost, found.excluded)
    ]

    assert sum(map(len, ways)) == len(set().union(*ways))


@pytest.mark.parametrize("made", MADE)
def test_every_stage_of_a_made_export_is_known(made):
    *_, column, still_open = MADE[made]
    found = profile_of(made)
    known = {*found.won, *found.lost, *found.excluded}

    stages = {row[column] for row in deals_of(made) if row[column]}

    assert stages - known == still_open
    assert not any(word.casefold() in stage.casefold() for word in known for stage in still_open)


@pytest.mark.parametrize("made", MADE)
def test_as_many_are_won_as_expected(made):
    *_, column, _ = MADE[made]
    expected = tomllib.loads((EXPORTS / made / "expected.toml").read_text(encoding="utf-8"))

    won = [row for row in deals_of(made) if row[column] in profile_of(made).won]

    assert len(won) == expected["won"]


@pytest.mark.parametrize("made", MADE)
def test_every_header_of_the_deals_is_known_or_the_companys_own(made):
    exports = [each for each in profile_of(made).exports if each.table == "deals"]
    headers = {plain(header) for header in deals_of(made)[0]} - {plain(each) for each in CUSTOM}

    # One export of the system knows them all
    assert any(headers <= known(export) for export in exports)


def known(export) -> set[str]:
    mapped = [each for names in export.columns.values() for each in names]
    needed = [each for made in export.derived for names in made.needs.values() for each in names]
    return {plain(each) for each in (*mapped, *needed, *export.unused)}
