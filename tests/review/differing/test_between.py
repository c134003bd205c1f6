"""What changed between two reviews, on figures and words written by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from workbench.errors import ParameterError
from workbench.i18n import LANGS
from workbench.metrics.fact import Fact
from workbench.page.text import blocks_text
from workbench.review.as_signed import Basis
from workbench.review.differing.address import Address, read_address
from workbench.review.differing.between import between
from workbench.review.differing.end import End
from workbench.review.figures import Figures

ASKED = ("Wins", "What worked?", "Ana")
OTHER = ("Wins", "What did not?", "Ana")


def rate(metric, hits, cases):
    value = None if not cases else Decimal(hits) / cases
    reason = "" if cases else "no_closed_deals"
    top, bottom = Decimal(hits), Decimal(cases)
    return Fact(
        "Q", "ana", metric, "", "", value, "share", "", top, bottom, cases, None, None, "", reason,
        "",
    )  # fmt: skip


def money(metric, value):
    told = None if value is None else Decimal(value)
    reason = "no_closed_deals" if value is None else ""
    return Fact(
        "Q", "ana", metric, "", "", told, "money", "CNY", told, None, 3, None, None, "", reason, ""
    )


def end(*facts, words=None, day=30):
    kept = Figures.of(facts, [])
    return End(f"day {day}", date(2026, 9, day), f"data{day}", kept, words or {})


def lines(before, after, again=None, lang="en"):
    found = blocks_text(between(before, after, again, lang), lang)
    return [" ".join(line.split()) for line in found]


def line_of(name, *ends):
    return next(line for line in lines(*ends) if line.startswith(name))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ((1, 20), (15, 20), "higher, more than by chance"),
        ((15, 20), (1, 20), "lower, more than by chance"),
        ((9, 20), (11, 20), "may be chance"),
        ((0, 4), (4, 4), "too few cases to tell"),
    ],
)
def test_a_rate_says_whether_it_changed_more_than_by_chance(before, after, said):
    row = line_of("Win rate", end(rate("win_rate", *before)), end(rate("win_rate", *after)))

    assert row.endswith(said)
    assert f"{before[0]} / {before[1]}" in row
    assert f"{after[0]} / {after[1]}" in row


def test_an_absent_figure_has_its_reason_and_no_difference():
    row = line_of("Won revenue", end(money("won_revenue", None)), end(money("won_revenue", 100)))

    assert row.startswith("Won revenue — · ")
    assert "¥0" not in row
    assert row.endswith("¥100 · n = 3 — —")


def test_none_is_no_zero_and_two_absent_figures_are_counted():
    gone, none = money("won_revenue", None), money("won_revenue", 0)

    assert "One figure is absent in both reviews." in lines(end(gone), end(gone))
    assert any(line.startswith("Won revenue ¥0") for line in lines(end(none), end(gone)))
    assert "No figure differs." in lines(end(none), end(none))


def test_later_data_on_the_same_period_are_told_with_both_days():
    before, after = end(money("won_revenue", 100), day=1), end(money("won_revenue", 300))
    again = Figures.of([money("won_revenue", 150)], [])

    told = lines(before, after, again)
    days = "1 Sep 2026 (data1) and by those of 30 Sep 2026 (data30)"
    assert f"The same period by the data of {days}:" in told
    assert "Won revenue ¥100 · n = 3 ¥150 · n = 3 +¥50" in told
    assert "Later data tell the same figures." in lines(before, after, before.figures)


def test_how_things_stand_is_not_told_as_restated():
    before = end(money("open_pipeline", 100), day=1)
    again = Figures.of([money("open_pipeline", 150)], [])

    assert "Later data tell the same figures." in lines(before, before, again)


def test_words_are_added_changed_and_taken_out():
    before = end(words={ASKED: "early visits", OTHER: "late offers"})
    after = end(words={ASKED: "early calls", ("Plan", "Next?", "Ana"): "two visits"})

    told = lines(before, after)
    assert "Wins · What worked? Ana changed early visits early calls" in told
    assert "Plan · Next? Ana added — two visits" in told
    assert "Wins · What did not? Ana no longer there late offers —" in told
    assert "The words you may read are the same in both." in lines(before, before)


def test_words_that_are_not_compared_are_not_told_as_taken_out():
    signed = End("A", date(2026, 9, 1), "x", Figures.of([], []), None, "Read the document.")

    told = lines(signed, end(words={ASKED: "early calls"}))
    assert "Read the document." in told
    assert not any("early calls" in line for line in told)


def test_both_languages_tell_it():
    before, after = end(rate("win_rate", 1, 20)), end(rate("win_rate", 15, 20))
    assert all(any("5.0%" in line for line in lines(before, after, None, lang)) for lang in LANGS)


def test_an_address_names_rep_period_and_round():
    assert read_address("R01@2026-Q3") == Address("R01", "2026-Q3")
    assert read_address(" 李娜@2026-Q3/signed/2 ") == Address("李娜", "2026-Q3", 2)


@pytest.mark.parametrize(
    "told", ["R01", "R01@", "@2026-Q3", "R01@2026-Q3/signed/0", "R01@2026-Q3/1"]
)
def test_another_form_is_told_with_the_form_to_write(told):
    with pytest.raises(ParameterError, match="R01@2026-Q3/signed/1") as caught:
        read_address(told)
    assert f"'{told}'" in str(caught.value)


def based(label, prorate, *, is_signed=True, definition="won by close date"):
    rules, defined = {"quotas.prorate": prorate}, {"Won deals": definition}
    return replace(end(), label=label, is_signed=is_signed, basis=Basis(rules, defined))


def test_rules_and_definitions_that_changed_since_a_signature_are_told():
    told = lines(based("A", "False"), based("B", "True", is_signed=False, definition="won by day"))

    assert "quotas.prorate False True" in told
    assert "Won deals won by close date won by day" in told
    assert "The figures above are computed by the rules of today on both sides." in told
    same = lines(based("A", "False"), based("B", "False"))
    assert "Both reviews stand on the same rules and definitions." in same


def test_rules_a_document_does_not_hold_are_not_told_as_unchanged():
    old = replace(based("A", ""), basis=None)
    told = lines(old, based("B", "True"))

    assert any("cannot be told of A:" in line for line in told)
    assert not any("same rules" in line for line in told)


def test_unsigned_both_stand_on_the_rules_of_today():
    assert "Rules and definitions" not in lines(end(), end())
