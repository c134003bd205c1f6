"""The stories planted in the made company stand in the documents that should find them."""

import shutil
from pathlib import Path

import pytest

from workbench import open_review
from workbench.review import headlines

SHIPPED = Path(__file__).parents[2] / "data" / "demo"


@pytest.fixture(scope="module")
def review(tmp_path_factory):
    folder = tmp_path_factory.mktemp("stories") / "demo"
    shutil.copytree(SHIPPED, folder, ignore=shutil.ignore_patterns("facts", "snapshots"))
    return lambda rep: open_review(rep, period="2026-Q3", workspace=str(folder), lang="en")


def test_the_discounter_is_told_of_the_discount(review):
    assert any("Discount 25" in text for text in headlines.problems(review("R03")))


def test_the_slipping_pipeline_is_told_of_the_dates(review):
    assert any("Dates put off 24" in text for text in headlines.problems(review("R15")))


def test_great_luck_on_four_deals_is_called_too_few(review):
    assert "too few cases" in review("R07").section("peers").finding


def test_the_quiet_top_performer_has_the_target_met(review):
    assert "126.1% of target" in review("R18").section("results").finding


def test_the_same_rule_names_nothing_for_who_is_like_the_others(review):
    assert not any(
        text.startswith(("Discount", "Dates put off")) for text in headlines.problems(review("R01"))
    )
