"""Columns stand under each other, as text alone."""

from workbench.proposal.aligned import aligned


def test_text_holds_no_colours_where_they_are_forced(monkeypatch):
    # The kernel of a notebook forces them; a page would show their signs
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("CLICOLOR_FORCE", "1")

    assert aligned(["", "won"], [["file", "12"]], numbers=True) == ["      won", "file   12"]


def test_chinese_counts_as_wide_as_it_is():
    lines = aligned(["表", "行"], [["商机", "24"], ["reps", "4"]], numbers=True)

    assert lines == ["表    行", "商机  24", "reps   4"]
