"""What changed since the last review: rates told from chance, and what later data restated."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.review.by_hand import HEAD, brief, company_of_nothing, fact, told
from workbench.i18n import message
from workbench.model.calendar import Calendar
from workbench.page.parts import Fold
from workbench.page.short import short
from workbench.page.text import blocks_text
from workbench.review.cycle.earlier import Earlier
from workbench.review.figures import Figures
from workbench.review.last_review import LastReview
from workbench.review.sections.every import section
from workbench.review.sections.since_last import rule_name, since_last
from workbench.review.text import Text
from workbench.review.told_rules import told_definitions, told_rules
from workbench.snapshots import freeze
from workbench.sources.workspace import open_workspace

Q2, DAY = Calendar().period("2026-Q2"), date(2026, 6, 30)
NAME = Text(zh="季度述职", en="Quarterly review")
SIGNED = Earlier(
    "2026-Q2", NAME, datetime(2026, 7, 20, tzinfo=UTC), cycle="2026-Q2:quarterly", data=(DAY, "x")
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return company_of_nothing(tmp_path_factory.mktemp("nothing"))


def rate(metric, hits, cases):
    return fact(metric, hits / cases, "share", top=hits, bottom=cases, n=cases)


def won(amount):
    return fact("won_revenue", amount, "money")


def last(*facts, **more):
    return LastReview(Q2, Figures.of(facts, []), **more)


def blocks(folder, before, *now, lang="en", **parts):
    return since_last(brief(folder, *now, lang=lang, last_review=before, **parts))


def in_the_open(found):
    return lines([each for each in found if not isinstance(each, Fold)])


def folded(found):
    return [each for each in found if isinstance(each, Fold)]


def lines(found, lang="en"):
    return [" ".join(line.split()) for line in blocks_text(found, lang) if line.strip()]


def test_what_moved_beyond_chance_stands_open_and_the_rest_is_folded(folder):
    before = last(rate("slippage_rate", 15, 20), rate("win_rate", 9, 20), won(100))
    found = blocks(folder, before, rate("slippage_rate", 1, 20), rate("win_rate", 11, 20), won(300))

    assert in_the_open(found) == [
        "Since the period before, 2026-Q2",
        "figure before now difference what it says",
        "Slippage 75.0% · 15 / 20 5.0% · 1 / 20 −70.0 points lower, more than by chance",
    ]
    (fold,) = folded(found)
    assert fold.summary == "The other 2 figures that differ"
    rest = lines(fold.blocks)
    assert any(line.startswith("Win rate 45.0%") and "may be chance" in line for line in rest)
    assert any(line.startswith("Won revenue ¥100") for line in rest)


@pytest.mark.parametrize(
    ("lang", "now", "said"),
    [
        ("en", (11, 20), "One rate can be told, and its change may be chance."),
        ("en", (2, 4), "Too few cases yet to say of any rate whether it moved."),
        ("zh", (11, 20), "能比较的比率有 1 个，变化可能只是偶然。"),
        ("zh", (2, 4), "样本还少，还看不出哪个比率变了。"),
    ],
)
def test_where_none_moved_it_is_said_of_how_many(folder, lang, now, said):
    found = blocks(folder, last(rate("win_rate", 9, 20)), rate("win_rate", *now), lang=lang)

    assert any(said in line for line in in_the_open(found))


def test_a_rate_that_stayed_the_same_counts_among_those_that_can_be_told(folder):
    before = last(rate("win_rate", 9, 20), won(1))
    same = in_the_open(blocks(folder, before, rate("win_rate", 9, 20), won(2)))
    none = in_the_open(blocks(folder, last(won(1)), won(2)))

    assert any("One rate can be told" in line for line in same)
    assert any("No rate is on record in both periods." in line for line in none)


def test_of_a_period_that_still_runs_no_sum_is_compared(folder):
    made = brief(
        folder, rate("win_rate", 11, 20), won(1), last_review=last(rate("win_rate", 9, 20), won(9))
    )
    running = replace(made, period=Calendar().period("2026-10-01..2026-12-31"))
    vars(running).update(figures=made.figures, last_review=made.last_review)

    told = lines(since_last(running))
    assert any("Win rate" in line for line in told)
    assert not any("Won revenue" in line for line in told)


def test_what_later_data_restate_stands_open_with_the_day_of_those_signed(folder):
    before = last(won(150), signed=SIGNED, then=Figures.of([won(100)], []))
    found = in_the_open(blocks(folder, before, won(150)))

    assert "Since the last review, of 2026-Q2, signed on 20 Jul 2026" in found[0]
    assert any("on the data of 30 Jun 2026" in line for line in found)
    assert any(line.startswith("Won revenue ¥100") and "¥150" in line for line in found)


def test_where_the_signed_data_are_gone_it_says_so_on_a_screen(folder):
    before = last(won(150), signed=SIGNED, is_gone=True)

    assert any("cannot be told" in line for line in lines(blocks(folder, before, won(1))))


def test_rules_that_changed_since_it_was_signed_are_named(folder):
    then = ("calendar.zone", "quotas.prorate")
    open_ = " ".join(in_the_open(blocks(folder, last(won(1), signed=SIGNED, ruled=then), won(1))))

    assert "how figures are counted: the time zone, whether targets shrink with days away." in open_


def test_the_rules_of_a_signature_are_held_against_those_of_now(corrected):
    before = corrected[1]
    now = told_rules(open_workspace(corrected[0]).figure_rules)
    signed = signed_on(before.as_of, before.hash)

    def ruled(rules):
        return looked_back(corrected, replace(signed, rules=rules)).ruled

    assert ruled(now | {"quotas.prorate": "True"}) == ("quotas.prorate",)
    assert ruled(now) == ruled(None) == ()  # as they were, and not kept


def test_definitions_that_read_otherwise_since_it_was_signed_are_named(folder):
    before = last(won(1), signed=SIGNED, redefined=("won_revenue", "win_rate"))
    open_ = " ".join(in_the_open(blocks(folder, before, won(1))))

    # this review has no win rate
    assert "are defined in other words: Won revenue. Both" in open_


def test_the_definitions_of_a_signature_are_held_against_those_of_now(corrected):
    now, before = told_definitions(), corrected[1]
    signed = signed_on(before.as_of, before.hash)

    def redefined(rules):
        return looked_back(corrected, replace(signed, rules=rules)).redefined

    assert redefined(now | {"definition.win_rate": "other"}) == ("win_rate",)
    # as they were; of a metric that is new; kept without definitions; and not kept
    assert redefined(now) == redefined({}) == redefined(None) == ()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_rule_has_a_name(folder, lang):
    rules = told_rules(open_workspace(folder).figure_rules)
    assert all(message(rule_name(option), lang) for option in rules)


def test_without_a_review_before_or_a_change_nothing_stands_there(folder):
    assert blocks(folder, None, won(100)) == []
    assert blocks(folder, last(won(100)), won(100)) == []


def test_a_talk_has_it_on_paper_without_what_is_folded(folder):
    made = brief(folder, rate("win_rate", 1, 20), won(5), last_review=last(
        rate("win_rate", 15, 20), won(100)
    ))  # fmt: skip
    on_screen = "\n".join(told("results", made)[1])
    printed = "\n".join(blocks_text(short(section("results", made)).blocks, "en"))

    assert "The other figure that differs" in on_screen
    assert "lower, more than by chance" in printed
    assert "The other figure that differs" not in printed


DEALS = "deal_id,rep_id,amount,is_closed,is_won,created_on,close_on\n"


def deal(number, amount, day):
    return f"D{number},ana,{amount},true,true,2026-01-05,{day}\n"


@pytest.fixture(scope="module")
def corrected(tmp_path_factory):
    """Give a company that counts a deal of the second quarter anew, and what stood before."""
    folder = tmp_path_factory.mktemp("corrected")
    (folder / "reps.csv").write_text("rep_id,name\nana,Ana\n", encoding="utf-8")
    (folder / "workbench.toml").write_text(HEAD, encoding="utf-8")
    both = deal(2, 50, "2026-08-04")
    (folder / "deals.csv").write_text(DEALS + deal(1, 100, "2026-05-04") + both, encoding="utf-8")
    before = freeze(open_workspace(folder), None)
    (folder / "deals.csv").write_text(DEALS + deal(1, 150, "2026-05-04") + both, encoding="utf-8")
    freeze(open_workspace(folder), None)
    return str(folder), before


def looked_back(corrected, *earlier):
    return brief(corrected[0], earlier_reviews=earlier).last_review


def signed_on(day, data, cycle="2026-Q2:quarterly", at=SIGNED.signed_at):
    return replace(SIGNED, cycle=cycle, data=(day, data), signed_at=at)


def test_the_last_review_has_its_figures_by_both_data(corrected):
    before = corrected[1]
    found = looked_back(corrected, signed_on(before.as_of, before.hash))

    assert found.period.name == "2026-Q2"
    assert found.then.value("won_revenue") == 100
    assert found.figures.value("won_revenue") == 150


def test_data_that_are_not_kept_here_are_never_taken_for_those_of_that_day(corrected):
    found = looked_back(corrected, signed_on(corrected[1].as_of, "ffffffffff"))

    assert found.is_gone
    assert found.then is None


def test_unsigned_it_is_the_period_before_alone(corrected):
    found = looked_back(corrected, replace(SIGNED, period="2026-Q1"))

    assert (found.period.name, found.signed, found.then) == ("2026-Q2", None, None)


def test_of_several_signed_ones_that_of_the_same_template_is_the_last(corrected):
    before, late = corrected[1], datetime(2026, 8, 1, tzinfo=UTC)
    other = signed_on(before.as_of, before.hash, "2026-Q2:coaching", late)
    own = signed_on(before.as_of, before.hash)

    assert looked_back(corrected, own, other).signed is own
    assert looked_back(corrected, other).signed is other


def test_before_somebody_came_or_anything_was_recorded_there_is_none(corrected, folder):
    made = brief(corrected[0])
    new = replace(made, rep=replace(made.rep, hired_on=date(2026, 7, 1)))

    assert made.last_review is not None
    assert new.last_review is None
    assert brief(folder).last_review is None
