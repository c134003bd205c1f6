"""What else may be set, as commented lines: an example to uncomment, and what it means."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic.fields import FieldInfo

from workbench.i18n import Lang, message
from workbench.proposal.as_toml import blanks
from workbench.sources.workspace_file import WorkspaceFile

# What a new workspace may want; the rest of the options is in the docs
_USEFUL: Mapping[str, tuple[str, ...]] = {
    "workspace": ("title", "as_of", "outputs"),
    "calendar": ("fiscal_year_start", "country", "periods"),
    "money": ("basis",),
    "deals": ("kind", "age_edges"),
    "quotas": ("prorate",),
    "reviews": ("manager_scope",),
    "store": ("url",),
    "serve": ("identity", "sales_ops", "hr"),
    "outreach": ("channels",),
}


def examples(section: str, given: Iterable[str], lang: Lang) -> Iterator[str]:
    """Write the options of a section that are not given, a line each, without the leading #."""
    fields = options_of(section)
    for name in _USEFUL.get(section, ()):
        if name not in set(given):
            line = fields[name].examples[0]  # type: ignore[index] # every option has one
            meaning = message(f"proposal-option-{section}-{name}", lang)
            yield _explained(line, meaning)


def absent(document: Mapping[str, Any], lang: Lang) -> Iterator[str]:
    """Write the sections a proposal does not have, each with its options; a blank between."""
    for section in _USEFUL:
        if section not in document:
            yield from ("", f"[{section}]", *examples(section, (), lang))
    if "quotas" not in document.get("tables", {}):
        line, meaning = 'file = "quotas.csv"', message("proposal-option-tables-quotas", lang)
        yield from ("", "[tables.quotas]", _explained(line, meaning))


def options_of(section: str) -> Mapping[str, FieldInfo]:
    """Give the options of a section in their order."""
    model: Any = WorkspaceFile.model_fields[section].annotation
    found: Mapping[str, FieldInfo] = model.model_fields
    return found


def _explained(line: str, meaning: str) -> str:
    return f"{line}{blanks(f'# {line}')}# {meaning}"
