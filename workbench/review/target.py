"""The target in words: what is asked, and what was given before leave, ramp or leaving."""

from typing import TYPE_CHECKING

from workbench.i18n import message
from workbench.page.number import value_text
from workbench.review import words

if TYPE_CHECKING:
    from workbench.i18n import Lang
    from workbench.metrics.fact import Fact

_WHY = ("left", "on_leave", "ramping", "hired", "reduced_quota")  # the first that holds is told


def target_text(quota: "Fact", lang: "Lang") -> str:
    """Write an effective quota; where it is lowered, with why and the full one beside it.

    Returns
    -------
    str
        `225,000 while ramping (full 300,000)`; a dash for an absent one.
    """
    if not is_lowered(quota):
        return words.fact_text(quota, lang)
    full = value_text(quota.numerator, quota.unit, quota.currency, lang)
    codes = [code.partition(":")[0] for code in quota.note.split()]
    why = next((name for name in _WHY if name in codes), "reduced_quota")
    key = f"target-{why.replace('_', '-')}"
    return message(key, lang, amount=words.fact_text(quota, lang), full=full)


def is_lowered(quota: "Fact") -> bool:
    """Whether less is asked than was given."""
    is_told = quota.value is not None and quota.numerator is not None
    return is_told and quota.value != quota.numerator
