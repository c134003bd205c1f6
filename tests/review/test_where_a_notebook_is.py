"""A workspace's own notebook wins over the shipped one; where there is neither, both are named."""

from pathlib import Path

import pytest

from workbench.errors import WorkspaceError
from workbench.review.notebook import REVIEW, find_notebook, require_notebook

BESIDE = Path(__file__).parents[2] / "notebooks"


def test_without_an_own_notebook_the_shipped_one_is_taken(tmp_path):
    assert require_notebook(REVIEW, tmp_path) == BESIDE / "rep_review.ipynb"


def test_an_own_notebook_wins(tmp_path):
    (tmp_path / "notebooks").mkdir()
    own = tmp_path / "notebooks" / "rep_review.ipynb"
    own.write_text("{}", encoding="utf-8")

    assert require_notebook(REVIEW, tmp_path) == own.resolve()


def test_one_that_is_nowhere_is_none_or_a_sentence_with_both_ways_out(tmp_path):
    assert find_notebook("gone", tmp_path) is None
    with pytest.raises(WorkspaceError) as told:
        require_notebook("gone", tmp_path)

    assert str(told.value) == (
        f"There is no gone.ipynb: this installation holds none in '{BESIDE}'. Install "
        f"rep-review-workbench again, or put your own into '{tmp_path / 'notebooks'}'."
    )
