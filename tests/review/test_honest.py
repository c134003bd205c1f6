"""What is said of one rate in its section agrees: counted apart, and perhaps not so for good."""

from decimal import Decimal

import pytest

from tests.review.by_hand import PERIOD, REP, brief, company_of_nothing, fact, peers, told
from workbench.metrics.fact import Comparison
from workbench.review.sections.results import measures


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return company_of_nothing(tmp_path_factory.mktemp("nothing"))


@pytest.mark.parametrize(
    ("lang", "heads", "says"),
    [
        ("en", "Win rate", "Win rate: above peers as counted; adjusted for the sample"),
        ("zh", "赢单率", "赢单率：这一期的数字高于同岗位同事；按样本量调整后，还说不准"),
    ],
)
def test_a_rate_that_lies_apart_as_counted_is_not_said_to_be_like_the_others(
    folder, lang, heads, says
):
    # Ten of fifteen were won, where others win two to four of ten
    ends = {"low": Decimal("0.42"), "high": Decimal("0.85")}
    rate = fact("win_rate", "0.667", "share", top=10, bottom=15, n=15, **ends)
    adjusted = Comparison(
        PERIOD, REP, "win_rate", "shrunk", None, None, None, 19, "not_distinguishable"
    )
    counted = peers("win_rate", "0.2", "0.4", n_peers=19, verdict="above")
    head, lines = told("peers", brief(folder, rate, compared=[counted, adjusted], lang=lang))

    assert heads in head
    assert any(line.startswith(says) for line in lines)


def test_where_nobody_is_compared_no_column_of_peers_is_empty(folder):
    won = fact("won_deals", 4)
    alone = measures(["won_deals"], "results-figures", brief(folder, won))
    among = brief(folder, won, compared=[peers("won_deals", "0", "10")])
    beside = measures(["won_deals"], "results-figures", among)

    assert [len(each.blocks[0].columns) for each in (alone, beside)] == [4, 5]
