"""A figure of few cases is drawn hollow wherever it stands beside others."""

from itertools import product

import pytest

from workbench.charts import theme
from workbench.charts.ranking import Standing, ranking


def dots(**told):
    row = Standing(key="a", name="Ana", value=0.5, label="50%", note="2 / 4", **told)
    made = ranking([row], width=600, line=None, line_label="", axis_text=str, is_share=True)
    return [each for rows in made.rows.values() for each in rows if "edge" in each]


@pytest.mark.parametrize(("is_small", "is_unsteady"), [*product([True, False], repeat=2)])
def test_a_dot_of_the_ranking_is_hollow_where_its_sample_is_small(is_small, is_unsteady):
    (dot,) = dots(is_small=is_small, is_unsteady=is_unsteady)

    assert (dot["colour"] == theme.PAPER) is (is_small or is_unsteady)
    assert dot["edge"] != theme.PAPER
