"""Sentences the program writes and the store keeps: as keys and figures, drawn for each reader.

What a person typed is text and stays as it is; so does what an earlier version kept as text.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from workbench import i18n
from workbench.i18n import Lang, has_message, message
from workbench.page.number import value_text
from workbench.review import words

Kept = dict[str, Any]  # JSON: one of what is made below
_SHAPES = (
    {"said", "with"}, {"lines"}, {"parts"}, {"figure", "unit", "currency", "is_coarse"},
    {"metric"}, {"stage"}, {"day"},
)  # fmt: skip


def sentence(key: str, **values: str | int | Kept) -> Kept:
    """Keep a sentence by its key and what it names."""
    return {"said": key, "with": values}


def lines(kept: Iterable[str | Kept]) -> Kept:
    """Keep several, each on its line."""
    return {"lines": list(kept)}


def parts(kept: Iterable[str | Kept]) -> Kept:
    """Keep several in one line, with dots between them."""
    return {"parts": list(kept)}


def figure(
    value: Decimal | None, unit: str, currency: str = "", *, is_coarse: bool = False
) -> Kept:
    """Keep a figure with its unit; None stays absent. A coarse share is told without decimals."""
    told = None if value is None else str(value)
    return {"figure": told, "unit": unit, "currency": currency, "is_coarse": is_coarse}


def metric(key: str) -> Kept:
    """Keep the name of a metric."""
    return {"metric": key}


def stage(name: str) -> Kept:
    """Keep a stage as the source names it; "" is none."""
    return {"stage": name}


def day(on: date) -> Kept:
    """Keep a day, told without its year."""
    return {"day": on.isoformat()}


def is_kept(value: object) -> bool:
    """Whether a value is one of these, and no words of a person."""
    return isinstance(value, Mapping) and set(value) in _SHAPES


def drawn(value: Any, lang: Lang) -> Any:  # noqa: ANN401 (any value of a form)
    """Write what is kept in a language, also within rows and parts; all else stays as it is."""
    if isinstance(value, list):
        return [drawn(each, lang) for each in value]
    if is_kept(value):
        return _drawn(value, lang)
    if isinstance(value, Mapping):
        return {name: drawn(each, lang) for name, each in value.items()}
    return value


def marked(value: object, lang: Lang) -> dict[str, Kept]:
    """Give what is kept anywhere in a value, by the text a reader of the language sees."""
    if is_kept(value):
        assert isinstance(value, dict)
        return _marked(value["lines"], lang) if "lines" in value else {_drawn(value, lang): value}
    if isinstance(value, Mapping):
        return _marked(value.values(), lang)
    return _marked(value, lang) if isinstance(value, list) else {}


def _marked(values: Iterable[object], lang: Lang) -> dict[str, Kept]:
    return {name: each for value in values for name, each in marked(value, lang).items()}


def _drawn(kept: Mapping[str, Any], lang: Lang) -> str:
    return next(write(kept, lang) for name, write in _WRITERS.items() if name in kept)


def _sentence(kept: Mapping[str, Any], lang: Lang) -> str:
    told = {name: drawn(each, lang) for name, each in kept.get("with", {}).items()}
    key = str(kept["said"])
    if not has_message(key, lang):  # a store of another version: what it names is there at least
        return " · ".join(str(each) for each in told.values())
    return message(key, lang, **told)


def _figure(kept: Mapping[str, Any], lang: Lang) -> str:
    value = None if kept["figure"] is None else Decimal(kept["figure"])
    if kept.get("is_coarse") and value is not None and kept["unit"] == "share":
        return i18n.share(value, lang, 0)
    return value_text(value, kept["unit"], kept.get("currency", ""), lang)


_WRITERS: Mapping[str, Callable[[Mapping[str, Any], Lang], str]] = {
    "said": _sentence,
    "figure": _figure,
    "lines": lambda kept, lang: "\n".join(drawn(kept["lines"], lang)),
    "parts": lambda kept, lang: " · ".join(drawn(kept["parts"], lang)),
    "metric": lambda kept, lang: words.label(kept["metric"], lang),
    "stage": lambda kept, lang: words.stage_name(kept["stage"], lang),
    "day": lambda kept, _lang: i18n.short_date(date.fromisoformat(kept["day"])),
}
