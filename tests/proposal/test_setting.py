"""A `--set` line is read as a person writes it, and what we offer reads back as what it offers."""

import shlex
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import ParameterError
from workbench.proposal.setting import parsed, set_line
from workbench.sources.table_source import TableSource
from workbench.sources.workspace_file import WorkspaceFile

COLUMNS = ("tables", "deals", "columns", "amount")
texts = st.text(st.characters(exclude_categories=["Cs"]))
plain = texts | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.dates()


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ('money.currency="EUR"', "EUR"),
        ("money.currency=EUR", "EUR"),
        ("money.currency = 'EUR' ", "EUR"),
        ("quotas.prorate=true", True),
        ("workspace.as_of=2026-09-30", date(2026, 9, 30)),
        ("tables.deals.units.amount=0.10", Decimal("0.10")),
        ("tables.deals.columns.amount=2026", "2026"),  # a header is text, whatever it looks like
        ('tables.deals.columns."amount"=a=b', "a=b"),
        ('tables.deals.values.is_won."Won = yes"=true', True),
        ("tables.deals.constants.is_won=false", False),
        ("tables.deals.constants.currency=EUR", "EUR"),
        ('tables.deals.null_values=["n/a", ""]', ["n/a", ""]),
        ("tables.deals.decimal=,", ","),
        ("tables.reps.from=deals", "deals"),
        ('money.currency=""', ""),
        ("workspace.title.zh=某公司", "某公司"),
        ("tables.deals.skip_footer=1", 1),
    ],
)
def test_a_value_is_toml_or_plain_text_as_its_option_asks(setting, value):
    assert parsed(setting)[1] == value


def test_a_quoted_part_of_a_path_may_hold_dots_blanks_and_signs():
    path, _ = parsed('tables.deals.values.stage."a.b = c"=x')

    assert path == ("tables", "deals", "values", "stage", "a.b = c")


@given(texts, st.recursive(plain, lambda each: st.lists(each) | st.dictionaries(texts, each)))
def test_a_line_we_offer_reads_back(key, value):
    path = ("tables", "deals", "values", "stage", key)
    word, setting = shlex.split(set_line(path, value))  # as a shell hands it over

    assert (word, parsed(setting)) == ("--set", (path, value))


@given(texts)
def test_a_header_we_offer_reads_back_as_text(header):
    assert parsed(shlex.split(set_line(COLUMNS, header))[1]) == (COLUMNS, header)


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("money.currency_code=EUR", r"\[money\] holds no 'currency_code'. Did you mean 'currency'"),
        ("tables.deal.file=x", "Did you mean 'deals'"),
        ("tables.deals.columns.amount_eur=x", "Did you mean 'amount'"),
        ("tables.reps.taken_from=deals", "holds no 'taken_from'"),  # it is called from
        ("money.currency.x=1", "money.currency is a value, and nothing stands under it"),
        ("currency", "no PATH=VALUE"),
        ("=EUR", "no PATH=VALUE"),
        ("a b=EUR", "no PATH=VALUE"),
        ("[money]\ncurrency=EUR", "no PATH=VALUE"),
        ("quotas.prorate=true\nx=1", "Write it as: quotas.prorate = true"),  # two lines are none
        ("money.currency=", "nothing stands after ="),
        ("money=EUR", r'a section of options. Write it as: money.currency = "EUR"'),
        ("calendar.fiscal_year_start=April", r"Write it as: calendar.fiscal_year_start = 4"),
        ('tables.deals.file="deals.csv', "begins as TOML and is none"),
    ],
)
def test_what_cannot_be_set_is_refused_with_the_next_step(setting, said):
    with pytest.raises(ParameterError, match=said):
        parsed(setting)


def _options():
    for section, field in WorkspaceFile.model_fields.items():
        for option in getattr(field.annotation, "model_fields", {}).values():
            yield f"{section}.{option.examples[0]}"
    for option in TableSource.model_fields.values():
        yield f"tables.deals.{option.examples[0]}"


@pytest.mark.parametrize("setting", [*_options()])
def test_every_example_of_an_option_can_be_set(setting):
    assert parsed(setting)[0][0] == setting.split(".")[0]
