"""zh and en are equal, and figures are rounded half up before they are written."""

import re
from datetime import date
from decimal import Decimal
from importlib.resources import files

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from workbench import i18n
from workbench.errors import UnknownNameError


class Variables(Visitor):
    def __init__(self):
        self.found = set()

    def visit_VariableReference(self, node):  # noqa: N802 (the visitor's own naming)
        self.found.add(node.id.name)


def messages(lang):
    """Give every message of a language with the variables it names."""
    found = {}
    for entry in (files("workbench") / "locale" / lang).iterdir():
        resource = FluentParser().parse(entry.read_text(encoding="utf-8"))
        assert not [item for item in resource.body if isinstance(item, ast.Junk)], entry.name
        for item in resource.body:
            if isinstance(item, ast.Message):
                assert item.id.name not in found, f"{item.id.name} is written twice"
                variables = Variables()
                variables.visit(item)
                found[item.id.name] = variables.found
    return found


def test_both_languages_have_the_same_messages_with_the_same_variables():
    assert messages("zh") == messages("en")


def test_english_sentences_hold_no_chinese():
    texts = [
        entry.read_text(encoding="utf-8")
        for entry in (files("workbench") / "locale" / "en").iterdir()
    ]

    # A language is named in itself
    assert re.findall(r"[\u4e00-\u9fff]", "".join(texts).replace("中文", "")) == []


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        (Decimal("1810000"), "181.0万元", "¥1.81M"),
        (Decimal("310000"), "31.0万元", "¥310k"),
        (Decimal("8400"), "8,400元", "¥8,400"),
        (Decimal("-451000"), "−45.1万元", "−¥451k"),
        (Decimal("125000000"), "1.25亿元", "¥125.00M"),
        # The sums at which the next unit begins: rounded, they are of it
        (Decimal("9999.4"), "9,999元", "¥9,999"),
        (Decimal("9999.5"), "1.0万元", "¥10k"),
        (Decimal("10000"), "1.0万元", "¥10k"),
        (Decimal("999999"), "100.0万元", "¥1,000k"),
        (Decimal("1000000"), "100.0万元", "¥1.00M"),
        (Decimal("99999999"), "10,000.0万元", "¥100.00M"),
        (Decimal("100000000"), "1.00亿元", "¥100.00M"),
        (Decimal("1000000000"), "10.00亿元", "¥1.00B"),
        (Decimal("0"), "0元", "¥0"),
        (Decimal("-0.3"), "0元", "¥0"),
    ],
)
def test_money_is_shortened_as_people_write_it(value, zh, en):
    assert (i18n.money(value, "CNY", "zh"), i18n.money(value, "CNY", "en")) == (zh, en)


def test_money_nobody_named_the_currency_of_is_a_number_without_a_blank():
    assert [i18n.money(Decimal(8400), "", lang) for lang in i18n.LANGS] == ["8,400", "8,400"]


@pytest.mark.parametrize(
    ("value", "said"),
    [("4.75", "4.75"), ("3.00", "3"), ("0.5", "0.5"), ("2.995", "3"), ("-1.2", "−1.2")],
)
def test_a_multiple_is_said_with_the_decimals_it_has(value, said):
    assert i18n.times(Decimal(value), "en") == said


def test_halves_are_rounded_up():
    assert i18n.number(Decimal("2.345"), "en", 2) == "2.35"


def test_a_share_is_written_as_a_percentage():
    assert i18n.share(Decimal("0.35714"), "zh") == "35.7%"


def test_a_span_of_days_names_its_last_day():
    start, last = date(2026, 7, 1), date(2026, 9, 30)

    assert i18n.date_range(start, last, "zh") == "2026年7月1日–9月30日"
    assert i18n.date_range(start, last, "en") == "1 Jul – 30 Sep 2026"


def test_a_message_without_its_value_is_refused():
    with pytest.raises(KeyError, match="points"):
        i18n.message("points", "zh")


def test_an_unknown_language_lists_the_known_ones():
    with pytest.raises(UnknownNameError, match="Known: 'en', 'zh'"):
        i18n.require_lang("zh-CN")


_UNITS = "单项天个次人条笔家行名步期周月份种张处倍档级位段列轮封组场件"
_HAN = "\u4e00-\u9fff"
_NAMES = {"owner", "period", "type", "role", "year"}  # what is no number before a word of these


def test_a_number_in_chinese_stands_apart_from_its_unit():
    """Read the sentences as they are written: 21 单, never 21单; amounts and dates are made."""
    run_in = re.compile(
        rf"[{_HAN}]\d|\d[{_HAN}]|\{{ ?\$(?P<after>\w+) ?\}}[{_UNITS}]"
        rf"|[{_HAN}]\{{ ?\$(?P<before>\w+) ?\}} [{_UNITS}]"
    )
    found = [
        (file.name, line)
        for file in sorted((files("workbench") / "locale" / "zh").iterdir(), key=lambda f: f.name)
        for line in file.read_text(encoding="utf-8").splitlines()
        for hit in run_in.finditer(line)
        if not line.startswith("#") and not {hit["after"], hit["before"]} & _NAMES
    ]
    assert found == []
