"""The rules figures are computed by, each as text by its option in workbench.toml."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from workbench.i18n import MISSING
from workbench.model.period import Period

if TYPE_CHECKING:
    from workbench.model.rules import Rules

_OPTIONS = {
    "currency": "money.currency", "amount_basis": "money.basis", "deals_kind": "deals.kind",
    "prorate_quotas": "quotas.prorate", "manager_scope": "reviews.manager_scope",
    "age_edges": "deals.age_edges",
}  # fmt: skip


def told_rules(rules: "Rules") -> dict[str, str]:
    """Write each rule that moves a figure, by its option in workbench.toml."""
    return dict(_told("", rules))


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
