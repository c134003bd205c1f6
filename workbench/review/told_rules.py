"""The rules figures are computed by, by their options in workbench.toml, and their definitions."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from workbench.i18n import MISSING, message
from workbench.metrics.catalogue import CATALOGUE
from workbench.model.period import Period

if TYPE_CHECKING:
    from workbench.model.rules import Rules

_OPTIONS = {
    "currency": "money.currency", "amount_basis": "money.basis", "deals_kind": "deals.kind",
    "prorate_quotas": "quotas.prorate", "manager_scope": "reviews.manager_scope",
    "age_edges": "deals.age_edges",
}  # fmt: skip
_DEFINED = "definition."


def told_rules(rules: "Rules") -> dict[str, str]:
    """Write each rule that moves a figure, by its option in workbench.toml."""
    return dict(_told("", rules))


def told_definitions() -> dict[str, str]:
    """Give a mark of what each figure is said to be, by its metric; it differs where a word does.

    A signature keeps it: no language, and nothing to read, but one can tell that it changed.
    """
    return {f"{_DEFINED}{metric}": _mark(metric) for metric in CATALOGUE}


def redefined(then: Mapping[str, str]) -> tuple[str, ...]:
    """Name the metrics that are said to be something else now than a signature kept."""
    now = told_definitions().items()
    return tuple(key.removeprefix(_DEFINED) for key, mark in now if then.get(key, mark) != mark)


def _mark(metric: str) -> str:
    said = "\n".join(message(f"{metric}-{part}", "en") for part in ("definition", "formula"))
    return sha256(said.encode()).hexdigest()[:12]


def _told(option: str, value: object) -> Iterator[tuple[str, str]]:
    """Write a value by its option, one that is made of several by theirs."""
    if isinstance(value, Period) or not is_dataclass(value):
        yield _OPTIONS.get(option, option), _text(value)
        return
    for each in fields(value):
        yield from _told(f"{option}.{each.name}".strip("."), getattr(value, each.name))


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(_text, value)) or MISSING
    if isinstance(value, Period):
        return f"{value.name} ({value.start} – {value.last_day})"
    return MISSING if value in (None, "") else str(value)
