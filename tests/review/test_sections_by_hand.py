"""Each section on a brief made by hand: the sentence a person would check, and its lines."""

import sys
from decimal import Decimal
from pathlib import Path

import pytest

from workbench.page.text import form_text

sys.path.insert(0, str(Path(__file__).parent))

from by_hand import brief, company_of_nothing, fact, peers, told, written

from workbench.review.cycle.drafting import needs
from workbench.review.kept import drawn
from workbench.review.section import KEYS
from workbench.review.sections.every import FROM_DATA, section

# 1.5 million won of a quota of one, in 3 of 4 decided deals; ten open, two of them past their day
FIGURES = (
    fact("won_revenue", 1_500_000, "money", n=3),
    fact("effective_quota", 1_000_000, "money"),
    fact("quota_attainment", "1.5", "share", top=1_500_000, bottom=1_000_000, n=3),
    fact("quota_gap", -500_000, "money"),
    fact("won_deals", 3),
    fact("lost_deals", 1),
    fact("win_rate", "0.75", "share", top=3, bottom=4, n=4, low=Decimal("0.3"),
         high=Decimal("0.95")),
    fact("open_deals", 10),
    fact("open_pipeline", 2_000_000, "money", n=10),
    fact("past_due_share", "0.2", "share", top=2, bottom=10, n=10),
    fact("forecast_wape", "0.181", "share", top=181, bottom=1000, n=4),
    fact("forecast_bias", "0.1", "share", top=100, bottom=1000, n=4),
)  # fmt: skip
SAID = {
    "summary": ("Won revenue reached 150.0% of target; 10 deals are open",
                "赢单额达成目标的 150.0%，未结商机 10 单"),
    "commitments": ("No promise of the last period is recorded yet; go through them one by one",
                    "还没有登记上期的承诺，请逐条补上"),
    "goals": ("No goal is recorded for this period", "本期没有登记目标"),
    "results": ("Won ¥1.50M, 150.0% of target", "赢单额 150.0万元，达成目标的 150.0%"),
    "pipeline": ("10 deals open, worth ¥2.00M; none is past its close date",
                 "未结商机 10 单，共 200.0万元；没有逾期未结的商机"),
    "forecast": ("Forecasts over 4 periods ran 10.0% high; the misses come to 18.1% of what came",
                 "最近 4 期的预测合计偏高 10.0%，误差为实际的 18.1%"),
    "peers": ("The rate compared cannot be told apart from peers', and it is early: the cases are"
              " few", "这项比率目前看不出与同岗位同事有差别，样本还少"),
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return company_of_nothing(tmp_path_factory.mktemp("nothing"))


@pytest.fixture(scope="module")
def ana(folder):
    return brief(folder, *FIGURES, compared=[peers("win_rate", "0.2", "0.4")])


RATE = peers("win_rate")
SHRUNK = peers("win_rate", verdict="not_distinguishable")._replace(method="shrunk")


def lines_of(key, made):
    return told(key, made)[1]


@pytest.mark.parametrize("key", SAID)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_section_opens_with_what_the_figures_say(folder, key, lang):
    made = brief(folder, *FIGURES, compared=[peers("win_rate", "0.2", "0.4")], lang=lang)

    assert told(key, made)[0] == SAID[key][lang == "zh"]


def test_the_first_page_tells_reached_won_and_lost_with_their_counts(ana):
    lines = lines_of("summary", ana)

    assert lines[0] == "Quota attainment  150.0%  ¥500k above target  ¥1.50M / ¥1.00M, 3 deals"
    assert "3 / 4, 95% interval 30–95%, few cases" in lines[1]
    assert "Not distinguishable from the peers' median of 20% to 40%" in lines[1]


def test_results_give_the_parts_of_a_figure(ana):
    lines = lines_of("results", ana)

    assert "¥500k above target" in lines
    at = next(n for n, line in enumerate(lines) if line.strip() == "Numerator: 1,500,000")
    assert lines[at + 1].strip() == "Denominator: 1,000,000"


def test_without_a_target_nothing_is_compared(folder):
    made = brief(folder, fact("won_revenue", 1_500_000, "money", n=3))

    finding, lines = told("results", made)
    assert finding == "Won ¥1.50M; the company has given no targets yet"
    assert any("has given no targets yet" in line for line in lines)


def test_a_figure_of_the_pipeline_stands_with_its_counts_and_an_absent_one_with_its_reason(ana):
    lines = lines_of("pipeline", ana)

    assert any(line.split()[:6] == ["Past-due", "share", "20.0%", "2", "/", "10"] for line in lines)
    assert any("Calls" in line and "no activities are on record" in line for line in lines)


def test_a_middle_half_that_is_one_step_is_told_as_one(folder):
    alike = peers("discount_depth", "0.1", "0.1", n_peers=19, value=Decimal("0.1"))
    own = fact("discount_depth", "0.05", "share", n=9)
    made = brief(folder, *FIGURES, own, compared=[alike])
    lines = told("results", made)[1]

    assert any(line.split()[0] == "Discount" and "about 10%" in line for line in lines)
    assert not any("10% – 10%" in line for line in lines)


def test_a_forecast_says_how_few_periods_it_rests_on(ana):
    rows = [line.split() for line in lines_of("forecast", ana) if "WAPE" in line]

    assert rows[0][-5:] == ["18.1%", "4", "few", "cases", "—"]


def test_peers_are_a_band_and_no_person(ana):
    lines = lines_of("peers", ana)

    said = (
        "Every interval includes the peers' median: Win rate 75.0% (3 / 4 few cases), peers median"
    )
    assert f"{said} 20% to 40%" in lines
    assert "7 others" in lines[0]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Not distinguishable from the peers' median  3 / 4"),
        ("zh", "与同类中位数无法区分  3 / 4"),
    ],
)
def test_of_few_others_the_verdict_is_told_and_not_where_they_lie(folder, lang, said):
    made = brief(folder, *FIGURES, compared=[peers("win_rate")], lang=lang)
    lines = "\n".join(lines_of("peers", made))

    assert said in lines_of("summary", made)[1]
    assert ("With fewer than 12 peers", "同类不足 12 人时")[lang == "zh"] in lines
    assert ("No rate is apart from peers'", "没有比率与同类的差距")[lang == "zh"] in lines
    assert ("Peers' middle half", "同类中间一半")[lang == "zh"] not in lines


def test_what_is_told_of_nobody_of_so_few_has_no_column(folder):
    few, many = (
        brief(folder, *FIGURES, compared=[peers("win_rate"), shrunk])
        for shrunk in (SHRUNK, SHRUNK._replace(n_peers=30, value=Decimal("0.5")))
    )

    assert "Adjusted for sample size" not in "\n".join(lines_of("peers", few))
    assert "Place among peers" not in "\n".join(lines_of("peers", few))
    assert "Adjusted for sample size" in "\n".join(lines_of("peers", many))


def test_a_column_of_the_middle_half_stands_where_it_is_told_of_one(folder):
    own = fact("average_deal_size", 90_000, "money", n=9)
    said = peers("average_deal_size", 100_000, 200_000, n_peers=19)
    without, with_it = (
        "\n".join(
            lines_of("peers", brief(folder, *FIGURES, own, compared=[peers("win_rate"), row]))
        )
        for row in (said, said._replace(n_peers=30, value=Decimal(150_000)))
    )

    assert "Average deal size" in without
    assert "Middle half" not in without
    assert "Middle half" in with_it


@pytest.mark.parametrize(
    ("won", "before", "said"),
    [
        (900_000, 600_000, "Change: Won ¥300k more than a year ago"),  # more, and still not enough
        (900_000, 1_400_000, "Cause: Won ¥500k less than a year ago"),
        (1_500_000, 600_000, "Cause: Won ¥900k more than a year ago"),
        (1_500_000, 2_000_000, "Change: Won ¥500k less than a year ago"),
    ],
)
def test_a_change_is_called_the_cause_where_it_goes_the_way_of_the_result(
    folder, won, before, said
):
    grown = won - before
    more = (
        fact("quota_attainment", won / 1_000_000, "share", top=won, bottom=1_000_000, n=3),
        fact("revenue_growth_yoy", grown / before, "share", top=grown, bottom=before, n=3),
    )
    part = peers("won_revenue", value=Decimal(grown))._replace(method="change_volume")
    made = brief(folder, *FIGURES, *more, compared=[part])

    assert any(line.startswith(said) for line in lines_of("summary", made))


def test_a_need_apart_from_few_others_says_so_without_where_they_lie(folder):
    below = peers("win_rate", verdict="below")
    (need,) = needs(brief(folder, *FIGURES, compared=[below]))

    assert (
        drawn(need, "en")
        == "Need: Win rate 75.0%, behind peers by more than chance (n = 4, 7 peers)"
    )


def test_a_shortfall_beside_few_others_ends_with_the_median(folder):
    below = peers("win_rate", verdict="below")
    lines = "\n".join(lines_of("summary", brief(folder, *FIGURES, compared=[below])))

    assert "Win rate 75.0%, below the peers' median." in lines


def test_of_nobody_nothing_is_compared(folder):
    said = told("peers", brief(folder, *FIGURES))[0]

    assert said == "There are fewer than five peers, so nothing is compared"


def test_an_empty_company_has_every_section_and_invents_no_figure(folder):
    made = brief(folder)
    for key in KEYS:
        shown = section(key, made)
        assert shown.finding
        assert "None" not in shown.finding
    assert told("results", made)[0].startswith("Won revenue cannot be computed: ")


# What people write, by section: the item, its words, and where they are read
WRITTEN = {
    "highlights": ("cases", "Called the buyer of D-1 in week one"),
    "problems": ("problems", "Called too late"),
}


@pytest.mark.parametrize("key", WRITTEN)
def test_what_was_written_stands_in_its_section_as_it_was_written(folder, key):
    item, words = WRITTEN[key]
    made = brief(folder, answers=written(key, item, f"{words} <b>&</b>"))

    form = section(key, made).form
    told_lines = "\n".join(form_text(form, "en"))
    assert f"{words} <b>&</b>" in told_lines
    before = "\n".join(form_text(section(key, brief(folder)).form, "en"))
    assert words not in before


@pytest.mark.parametrize("key", sorted(set(KEYS) - set(FROM_DATA) - {"cover"}))
def test_a_section_people_fill_asks_something(folder, key):
    shown = section(key, brief(folder))

    assert shown.form is not None
    assert shown.form.items
    assert shown.is_to_write


@pytest.mark.parametrize("key", ["competence", "values", "support", "incentive", "rating"])
def test_a_section_without_records_says_what_is_missing_or_asks_for_it(folder, key):
    shown = section(key, brief(folder))
    said = "\n".join(told(key, brief(folder))[1])

    assert shown.form is not None or "growth.toml" in said or "plan" in shown.finding
    assert "%" not in shown.finding


def test_the_cover_names_whom_when_and_on_what_it_rests(folder):
    cover = section("cover", brief(folder)).cover

    assert (cover.name, cover.period) == ("Ana", "2026-Q3")
    assert any("30 Sep 2026" in text for _, text in cover.basis)


def test_the_appendix_defines_what_is_shown(ana):
    lines = lines_of("appendix", ana)

    assert any(line.split()[:3] == ["Win", "rate", "Deals"] for line in lines)
    assert any("Deals won as a share of deals decided" in line for line in lines)
    assert not any("Gap to quota" in line for line in lines)  # there is one, and nothing names it
