"""What an export may say of itself beside its columns."""

import re

import pytest
from pydantic import ValidationError

from workbench.proposal.profile import Export, profiles

ABOUT = {"zh": "目标", "en": "Targets"}


def test_the_months_of_a_year_are_twelve():
    with pytest.raises(ValidationError, match="twelve"):
        Export(table="quotas", about=ABOUT, columns={"rep_id": ["Name"]}, months=[["January"]])


@pytest.mark.parametrize("profile", ["fxiaoke", "xiaoshouyi", "odoo"])
def test_orders_are_told_from_deals(profile):
    kinds = [each.kind for each in profiles()[profile].exports if each.table == "deals"]

    assert kinds[0] == "deals"
    assert kinds[-1] == "orders"


@pytest.mark.parametrize("profile", ["any", "fxiaoke", "xiaoshouyi"])
def test_months_come_with_their_year(profile):
    (goals,) = (each for each in profiles()[profile].exports if each.table == "quotas")

    assert len(goals.months) == 12
    assert goals.year


@pytest.mark.parametrize("profile", ["fxiaoke", "xiaoshouyi", "odoo"])
def test_what_tells_an_export_is_a_header_it_knows(profile):
    for export in profiles()[profile].exports:
        names = [*export.columns.values(), *export.months, export.year, export.unused]
        names += [each for made in export.derived for each in made.needs.values()]
        known = {plain(header) for each in names for header in each}

        assert {plain(each) for each in export.tells} <= known, export.about.en


def plain(header):
    return re.sub(r"[\W_]+", " ", header.casefold()).strip()
