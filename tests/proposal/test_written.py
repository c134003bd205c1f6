"""A proposal becomes a workbench.toml that says what was proposed, and why, and nothing else."""

import re
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.proposal.proposal import Choice, Line, Proposal, Question, Unused
from workbench.proposal.written import toml_text
from workbench.sources.workspace_file import WorkspaceFile

LINES = (
    Line(("tables", "deals", "columns", "amount"), "Amount", "profile"),
    Line(("tables", "deals", "columns", "deal_id"), "deal_id", "name"),
    Line(("tables", "deals", "columns", "rep_id"), "Vendeur", "name"),
    Line(("tables", "deals", "file"), "deals.csv", "content", "it has amounts"),
    Line(("tables", "deals", "dates", "close_on"), "dmy", "told"),
    Line(("tables", "deals", "values", "is_won"), {"Closed Won": True, "else": False}, "profile"),
    Line(("tables", "reps", "from"), "deals", "only"),
    Line(("workspace", "default_period"), "2026-Q3", "told"),
)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
odd = st.sampled_from(['a "b"', "it's", "# no comment", "a\nb", "C:\\x", "é😀", "a.b c", "", "= 1"])


def proposal(*lines, profile="salesforce", **others):
    return Proposal(Path("/exports"), profile, lines, **others)


def test_lines_stand_in_the_order_of_a_new_workbench_toml_with_what_they_rest_on():
    written = toml_text(proposal(*LINES), "en")

    said = [line for line in written.splitlines() if line and not line.startswith("#")]
    assert [re.sub(r" {2,}", "  ", line) for line in said] == [
        "[workspace]",
        'default_period = "2026-Q3"  # as you said',
        "[tables.reps]",
        'from = "deals"',
        "[tables.deals]",
        'file = "deals.csv"  # by its content: it has amounts',
        'values.is_won = {"Closed Won" = true, else = false}  # as Salesforce calls it',
        'dates.close_on = "dmy"  # as you said',
        "[tables.deals.columns]",
        'deal_id = "deal_id"',
        'rep_id = "Vendeur"  # by its name',
        'amount = "Amount"  # as Salesforce calls it',
    ]


@pytest.mark.parametrize("lang", ["zh", "en"])
@settings(deadline=None)
@given(
    columns=st.dictionaries(st.sampled_from(["deal_id", "amount", "stage"]), texts | odd),
    meant=st.dictionaries(texts | odd, st.booleans() | texts | odd, max_size=6),
    unit=st.decimals(allow_nan=False, allow_infinity=False),
    word=texts | odd,
)
def test_what_is_written_reads_back_as_what_was_proposed(lang, columns, meant, unit, word):
    lines = [
        Line(("tables", "deals", "columns", k), v, "content", word) for k, v in columns.items()
    ]
    lines += [
        Line(("tables", "deals", "values", "stage"), meant, "told"),
        Line(("tables", "deals", "units", "amount"), unit, "told"),
        Line(("tables", "deals", "null_values"), [word, "-"], "told"),
        Line(("files", word, "file"), word, "only", word),
    ]
    unused = (Unused(word, word),)
    found = proposal(*lines, unused=unused, notes=(word,), passed_over={word: word})

    assert tomllib.loads(toml_text(found, lang), parse_float=Decimal) == found.document


def test_a_value_per_line_keeps_its_own_comment():
    path = ("tables", "deals", "values", "is_won")
    found = proposal(
        Line((*path, "Won"), value=True, how="told"), Line((*path, "else"), "", "only")
    )

    written = re.sub(r" {2,}", "  ", toml_text(found, "en"))
    assert '[tables.deals.values.is_won]\nWon = true  # as you said\nelse = ""\n' in written


def test_what_nothing_uses_stands_under_the_table_of_its_file():
    found = proposal(
        *LINES, unused=(Unused("deals.csv", "Age"), Unused("deals.csv", "Fiscal\nPeriod"))
    )

    written = toml_text(found, "en")
    assert "# Used by nothing in deals.csv: Age, Fiscal Period\n\n[tables.deals.columns]" in written


def test_what_nothing_uses_is_said_once_of_a_file_that_two_tables_are_read_from():
    both = Line(("tables", "reps", "file"), "deals.csv", "content")

    written = toml_text(proposal(*LINES[:-2], both, unused=(Unused("deals.csv", "Age"),)), "en")
    assert written.count("Used by nothing") == 1


def test_many_values_stand_one_below_the_other():
    meant = {f"Stage {n}": n == 4 for n in range(5)}
    found = proposal(Line(("tables", "deals", "values", "is_won"), meant, "content"))

    written = re.sub(r" {2,}", "  ", toml_text(found, "en"))
    assert '[tables.deals.values.is_won] # by its content\n"Stage 0" = false\n' in written


def test_what_is_open_is_said_above_with_the_lines_that_settle_it():
    path = ("tables", "deals", "decimal")
    asks = Question(path, "Is 12.500 twelve?", (Choice(".", "it is 12.5"), Choice(",", "12500")))

    head = toml_text(proposal(*LINES, questions=(asks,)), "en").split("[workspace]", maxsplit=1)[0]
    assert "# Not settled yet: Is 12.500 twelve?\n" in head
    assert "# --set 'tables.deals.decimal=\".\"'  (it is 12.5)\n" in head


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_example_holds_once_its_sign_is_taken_away(lang):
    tables = 'tables.reps.file = "r"\ntables.deals.file = "d"\n'

    behind = toml_text(Proposal(Path("/exports"), "", ()), lang).partition("[workspace]")[2]
    lines = [line.removeprefix("# ") for line in f"[workspace]{behind}".splitlines()]
    held = WorkspaceFile.model_validate(tomllib.loads(tables + "\n".join(lines)))
    assert held.quotas.prorate
    assert held.tables["quotas"].file == "quotas.csv"


def test_a_section_that_is_there_offers_only_what_it_lacks():
    written = toml_text(proposal(Line(("money", "basis"), "acv", "told")), "zh")

    assert written.count("basis = ") == 1
    assert "# [money]" not in written
