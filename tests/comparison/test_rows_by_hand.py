"""Each row of a comparison by eye: six sellers and their facts, made by hand."""

from decimal import Decimal

import pytest

from workbench.metrics.comparison.rows import change_rows, every_comparison
from workbench.metrics.fact import Comparison, Fact
from workbench.metrics.intervals import wilson

WON = (5, 20, 50, 50, 80, 95)  # of 100 each: half of all


def rate(rep, hits, cases, **changed):
    made = Fact("P", rep, "win_rate", "", "", Decimal(hits) / cases, "share", "", Decimal(hits),
                Decimal(cases), cases, *wilson(hits, cases), "", "", "")  # fmt: skip
    return made._replace(**changed)


def part(rep, segment, hits, cases):
    return rate(rep, hits, cases, by="pipeline", level=segment)


def rows(facts, levels=(), method=""):
    found = every_comparison(facts, levels, {each.rep_id: "seller" for each in (*facts, *levels)})
    return [row for row in found if row.method.startswith(method)]


def test_of_rates_that_lie_apart_each_says_on_which_side_of_the_group_it_is():
    told = rows([rate(f"r{n}", hits, 100) for n, hits in enumerate(WON)], method="shrunk")

    assert [row.verdict for row in told] == [
        "below", "below", "not_distinguishable", "not_distinguishable", "above", "above"
    ]  # fmt: skip
    # What the rates come to is not told of six: it would say where the group's middle lies
    assert told[1] == Comparison("P", "r1", "win_rate", "shrunk", None, None, None, 5, "below")


def test_of_thirty_one_it_is_told_what_a_rate_comes_to_in_steps_of_a_point():
    won = [*WON] * 5 + [50]
    told = rows([rate(f"r{n:02}", hits, 100) for n, hits in enumerate(won)], method="shrunk")

    # 20 of 100 lie between 13 and 29 %; so many cases are hardly drawn to the others' half
    assert told[1] == Comparison(
        "P", "r01", "win_rate", "shrunk", Decimal("0.21"), Decimal("0.13"), Decimal("0.29"), 30,
        "below",
    )  # fmt: skip


def test_a_place_is_a_tenth_of_a_group_of_thirty_one_and_of_thirty_not_told():
    won = range(5, 67, 2)
    everybody = [rate(f"r{n:02}", hits, 100) for n, hits in enumerate(won)]

    assert rows(everybody[:30], method="percentile") == []
    told = rows(everybody, method="percentile")
    # The middle of the thirty-one lies half way; three of them in each tenth, four in one
    tenths = [0] * 3 + [1] * 3 + [2] * 3 + [3] * 3 + [4] * 3 + [5] * 4
    assert [int(row.low * 10) for row in told][:19] == tenths
    assert {(row.value, row.n_peers, row.verdict) for row in told} == {(None, 30, "")}


@pytest.mark.parametrize(
    "sixth",
    [
        rate("r5", 1, 2, by="pipeline", level="big"),
        rate("r5", 1, 2, value=None),
        rate("gone", 1, 2),
    ],
    ids=["of a part", "absent", "of nobody active"],
)
def test_only_a_total_there_is_of_somebody_active_makes_a_sixth(sixth):
    five = [rate(f"r{n}", 5, 10) for n in range(5)]
    roles = {f"r{n}": "seller" for n in range(6)}

    assert every_comparison([*five, sixth], [], roles) == []
    assert every_comparison([*five, rate("r5", 1, 2)], [], roles)


def test_a_rate_at_the_groups_mix_says_whether_the_mix_alone_made_the_difference():
    # All together 13 of 70 big and 33 of 63 small: r2 has no big deal, and borrows 13 of 70
    told = rows(
        [],
        [
            part("r0", "big", 10, 50), part("r0", "small", 9, 15),
            part("r1", "big", 3, 20), part("r1", "small", 4, 8),
            *(part(f"r{n}", "small", 5, 10) for n in range(2, 6)),
        ],
    )  # fmt: skip

    # r0 is better in both and yet won 19 of 65, the others 27 of 68; r1 is worse in both
    assert [(row.rep_id, row.value, row.verdict) for row in told[:3]] == [
        ("r0", Decimal("0.4"), "reversed"),  # (70 · 10/50 + 63 · 9/15) / 133
        ("r1", Decimal("0.3"), ""),  # (70 · 3/20 + 63 · 4/8) / 133
        ("r2", Decimal("0.35"), "borrowed"),  # (70 · 13/70 + 63 · 5/10) / 133
    ]
    assert {(row.period, row.metric, row.method, row.n_peers) for row in told} == {
        ("P", "win_rate", "mix_adjusted", 5)
    }


def test_what_the_top_fifth_brings_is_a_row_of_the_role():
    facts = [
        rate(f"r{n}", 1, 1, metric="won_revenue", value=Decimal(won), unit="money", low=None,
             high=None)
        for n, won in enumerate((50, 30, *[2] * 10))
    ]  # fmt: skip

    # The first three of twelve have 82 of 100
    assert rows(facts, method="pareto") == [
        Comparison("P", "", "won_revenue", "pareto", Decimal("0.82"), None, None, 12, "seller")
    ]


def test_a_change_is_told_in_its_parts_and_without_lines_as_other():
    one = Decimal(1)
    sold = {"ana": {"year_before": {"p": (one, Decimal(10)), "gone": (one, Decimal(7))},
                    "now": {"p": (one, Decimal(12))}}}  # fmt: skip
    sold["cy"] = sold["ana"]
    growth = {"ana": Decimal(-5), "bo": Decimal(9), "cy": Decimal(-5)}
    told = change_rows("P", sold, growth, {"ana"})

    assert {row[4:] for row in told if not row.value} == {(0, None, None, 0, "")}
    assert [row[1:5] for row in told if row.value] == [
        ("ana", "won_revenue", "change_price", 2),
        ("ana", "won_revenue", "change_withdrawn", -7),  # nobody sells it any more
        ("bo", "won_revenue", "change_other", 9),
        ("cy", "won_revenue", "change_price", 2),
        ("cy", "won_revenue", "change_away", -7),  # not there all the time
    ]
    assert {row.period for row in told} == {"P"}
