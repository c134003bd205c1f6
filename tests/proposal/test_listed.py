"""Whoever exports can see which exports are recognised, and by which headers."""

import pytest
from rich.cells import cell_len

from workbench.proposal.listed import profiles_text
from workbench.proposal.profile import ANY, profiles

SALESFORCE = """\
Salesforce (salesforce)
  deals: Opportunities: report, list view or Data Loader
"""


def words(text):
    """Give the text without its breaks and blanks."""
    return "".join(text.split())


def told_profiles():
    return [(name, each) for name, each in profiles().items() if name != ANY]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_export_is_listed_with_every_header_of_its_columns(lang):
    written = words(profiles_text(lang))

    missing = [
        (name, column, header)
        for name, profile in told_profiles()
        for export in profile.exports
        for column, headers in export.columns.items()
        for header in headers
        if words(header) not in written
    ]
    assert missing == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_derived_columns_and_notes_are_listed(lang):
    written = words(profiles_text(lang))

    notes = [note for _, profile in told_profiles() for note in profile.notes]
    means = [
        each.means
        for _, profile in told_profiles()
        for export in profile.exports
        for each in export.derived
        if each.means
    ]
    assert [each for each in (*notes, *means) if words(getattr(each, lang)) not in written] == []


def test_a_profile_begins_with_its_name_and_an_export_with_its_table():
    assert SALESFORCE in profiles_text("en")


def test_headers_of_one_column_stand_beside_it_in_the_order_they_are_tried():
    lines = [line.split() for line in profiles_text("en").splitlines()]

    assert any(line[:3] == ["created_on", "CreatedDate,", "Created"] for line in lines)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_line_is_wider_than_a_hundred_columns(lang):
    assert [line for line in profiles_text(lang).splitlines() if cell_len(line) > 100] == []


def test_the_names_any_system_uses_are_no_profile_and_the_end_says_so():
    written = profiles_text("en")

    assert f"({ANY})" not in written
    assert written.splitlines()[-2].startswith("Exports of other systems need no profile")
