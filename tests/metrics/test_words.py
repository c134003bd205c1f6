"""Whatever a metric can say has words in both languages, and its page is not stale."""

import re
from importlib.resources import files
from pathlib import Path

import pytest

from workbench.i18n import LANGS, has_message
from workbench.metrics.catalogue import CATALOGUE
from workbench.metrics.computation import SPECIAL
from workbench.metrics.document import PAGE, page

SOURCES = "\n".join(
    file.read_text(encoding="utf-8")
    for file in sorted(Path(str(files("workbench") / "metrics")).rglob("*.py"))
)
REASONS = set(re.findall(r"\b(?:absent|finish_\w+)\(\s*\"(\w+)\"", SOURCES)) | {
    f"no_{need}_table"
    for metric in CATALOGUE.values()
    for need in metric.needs
    if "." not in need and need != "amount" and need not in SPECIAL
}
NOTES = set(re.findall(r"(?:noted\(|note=)\"(\w+)\"", SOURCES))


def test_the_lists_were_found():
    assert {"no_closed_deals", "no_quota", "no_surveys_table", "history_too_short"} <= REASONS
    assert {"amounts_missing", "crm_probability"} <= NOTES


@pytest.mark.parametrize("lang", LANGS)
def test_every_reason_and_note_has_words(lang):
    wanted = [f"reason-{code}" for code in REASONS] + [f"note-{code}" for code in NOTES]

    assert [key for key in wanted if not has_message(key, lang)] == []


@pytest.mark.parametrize("lang", LANGS)
def test_every_metric_has_a_name_a_definition_and_a_formula(lang):
    wanted = [f"{key}{part}" for key in CATALOGUE for part in ("", "-definition", "-formula")]

    assert [key for key in wanted if not has_message(key, lang)] == []


def test_the_page_of_metrics_is_not_stale():
    assert PAGE.read_text(encoding="utf-8") == page(), "Run: make docs"
