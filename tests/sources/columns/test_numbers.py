"""Numbers as people and programs write them: one form for the whole column."""

from decimal import Decimal

import pyarrow as pa
import pytest

from workbench.errors import SourceError


@pytest.mark.parametrize(
    ("texts", "meant"),
    [
        (["1.234,56", "12.500", "7"], ["1234.56", "12500", "7"]),
        (["1,234.56", "12,500"], ["1234.56", "12500"]),
        (["1.234.567", "1.234"], ["1234567", "1234"]),
        (["1,234,567", "1.250"], ["1234567", "1.25"]),
        (["0,500", "12,125"], ["0.5", "12.125"]),
        (["0.500", "12.125"], ["0.5", "12.125"]),
        (["12,5", "1,234"], ["12.5", "1.234"]),
        (["1 234,50", "1\u00a0234,50", "1\u202f234,50"], ["1234.5"] * 3),
        (["1'234.50", "1’234"], ["1234.5", "1234"]),
        (["1 234", "12,500"], ["1234", "12.5"]),
        (["1,00,000", "12,34,567.5", "1,000"], ["100000", "1234567.5", "1000"]),
        (["1,0000", "1,2345,6789.5"], ["10000", "123456789.5"]),
        (["１，２３４．５", "７"], ["1234.5", "7"]),
    ],
)
def test_one_cell_settles_the_signs_of_the_whole_column(read, texts, meant):
    found = [f"{v.normalize():f}" for v in read("money", *texts).values]
    assert found == meant


@pytest.mark.parametrize(
    ("texts", "meant"),
    [
        (["1,2345", "1,2345", "-1,000"], ["12345", "12345", None]),
        (["1,2345", "-1,000", "12,000"], [None, "-1000", "12000"]),
    ],
)
def test_groups_are_of_the_size_most_cells_have_and_others_are_no_number(read, texts, meant):
    values = read("money", *texts, decimal=".").values
    assert [None if v is None else f"{v.normalize():f}" for v in values] == meant


def test_a_dot_before_three_figures_everywhere_is_refused_with_both_sums(read):
    with pytest.raises(SourceError) as refused:
        read("money", "12.500", "850")
    assert str(refused.value) == (
        "deals.csv, row 2, column 'Source': '12.500' is 12.5 or 12500, by the sign before "
        'decimals; the column sums to 862.5 or 13350. Write `decimal = "."` or '
        '`decimal = ","` under [tables.deals] of workbench.toml.'
    )


@pytest.mark.parametrize("texts", [["1,234", "5"], ["€ 1,234"], ["1,0000"], ["1.234", "1,234"],
                                   ["1.5", "2,5"], ["1.5", "1,5", "1,234"]])  # fmt: skip
def test_two_readings_are_refused(read, texts):
    with pytest.raises(SourceError, match=r'Write `decimal = "\."` or `decimal = ","`'):
        read("money", *texts, reporting="CNY")


@pytest.mark.parametrize(("decimal", "meant"), [(".", "12.5"), (",", "12500")])
def test_a_told_sign_wins(read, decimal, meant):
    found = read("money", "12.500", "850", decimal=decimal)
    assert found.values == [Decimal(meant), Decimal(850)]
    assert found.decisions == {}


@pytest.mark.parametrize("text", ["$1,234", "¥1,234", "￥1,234", "£ 1,234", "USD 1,234",
                                  "1,234 CNY", "1,234元", "CNY1,234"])  # fmt: skip
def test_beside_a_currency_written_so_a_comma_groups(read, text):
    found = read("money", text, reporting="CNY")
    assert found.values == [Decimal(1234)]
    assert found.decisions == {"decimal": '"."'}


def test_a_cell_of_the_other_form_is_unreadable_where_no_cell_is_open(read):
    assert read("money", "1.5", "2.5", "1,25").values == [Decimal("1.5"), Decimal("2.5"), None]


def test_a_cell_of_another_size_of_groups_is_unreadable(read):
    texts = ["1,234,567.5", "2,345,000", "1,00,000"]
    assert read("money", *texts).values == [Decimal("1234567.5"), Decimal(2345000), None]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("-5", "-5"), ("−5", "-5"), ("+5", "5"), ("100-", "-100"), ("(300)", "-300"),
        ("$(300)", "-300"), ("($300)", "-300"), ("-$3", "-3"), ("$-3", "-3"), ("（3）", "-3"),
        ("1.5万", "15000"), ("2亿", "200000000"), ("3千", "3000"), ("1.2万元", "12000"),
        ("3k", "3000"), ("3K", "3000"), ("1.25M", "1250000"), ("2m", "2000000"),
        ("0.5bn", "500000000"), ("1.00005万", "10000.5"), ("-1.5万", "-15000"),
        ("1e3", "1000"), ("1.5E+2", "150"), ("-25e-1", "-2.5"), (".5", "0.5"), ("5.", "5"),
        ("1.00005", "1.0001"), ("-1.00005", "-1.0001"), ("1.00004999999999999999", "1"),
        ("8.906e-11", "0"), ("99999999999999.9999", "99999999999999.9999"),
        ("0.00004" + "9" * 50, "0"), ("0" * 30 + "7", "7"),
    ],
)  # fmt: skip
def test_signs_scales_and_exponents_are_exact(read, text, meant):
    assert read("money", text, "1.25").values == [Decimal(meant), Decimal("1.25")]


@pytest.mark.parametrize(
    "text",
    ["1e99999999", "1e-99999999", "9" * 60, "100000000000000", "99999999999999.99995", "1_000",
     "NaN", "inf", "--5", "(-5)", "(5", "5)", "()5", "5()", ")5(", "-5-", "1.2.3,4",
     "1,2,3", "12a", "a12", "5 万 6", "35%", "$", "1..2", "1 2", "٣", "²", "1e3e3", "0x10",
     "5 XXQ"],
)  # fmt: skip
def test_what_is_no_amount_is_missing_and_spoils_no_other(read, text):
    assert read("money", text, "1.25").values == [None, Decimal("1.25")]


def test_units_multiply_exactly_and_round_once(read):
    assert read("money", "1.5", "(2)", unit=Decimal(1000)).values == [Decimal(1500), Decimal(-2000)]
    assert read("money", "0.5", unit=Decimal("7.12345")).values == [Decimal("3.5617")]
    assert read("money", "99999999999999", unit=Decimal("0.01")).values == [
        Decimal("999999999999.99")
    ]
    assert read("money", "99999999999999", unit=Decimal(1000)).values == [None]
    assert read("rate", "725.5", unit=Decimal("0.01")).values == [Decimal("7.255")]
    assert read("number", "1.5", unit=Decimal(60)).values == [90.0]


def test_a_unit_of_endless_figures_is_refused(read):
    with pytest.raises(SourceError, match=r"units\.amount: 1\.0+1 has too many figures"):
        read("money", "1", unit=Decimal("1." + "0" * 30 + "1"))


def test_each_kind_gives_its_type(read):
    money = pa.decimal128(18, 4)
    for kind, type_ in {"money": money, "share": pa.decimal128(9, 8), "rate": pa.decimal128(18, 8),
                        "number": pa.float64(), "integer": pa.float64()}.items():  # fmt: skip
        for texts in (["1", None], ["1", "x"]):
            found = read(kind, *texts)
            assert (found.type, found.declared, found.values) == (type_, type_, [1, None])


def test_a_plain_column_decides_nothing(read):
    found = read("money", "1.50", "-20", None)
    assert found.values == [Decimal("1.5"), Decimal(-20), None]
    assert found.decisions == {}


def test_a_column_without_a_readable_cell_is_still_read(read):
    assert read("money", "n/a", "tbd", None).values == [None, None, None]
    assert read("money").values == []
