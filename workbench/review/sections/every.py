"""All sections: from a key to its finding, body and form."""

from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from workbench.i18n import message
from workbench.page.parts import Block
from workbench.page.shown import Shown
from workbench.review.forms import form, is_to_write
from workbench.review.section import KEYS
from workbench.review.sections.appendix import appendix
from workbench.review.sections.cover import cover
from workbench.review.sections.written import written_finding

if TYPE_CHECKING:
    from workbench.review.brief import Brief

Body = Callable[["Brief"], tuple[str, Sequence[Block]]]
_HERE = __name__.rpartition(".")[0]
# A section that data fill is a function in a module of its own name
FROM_DATA: dict[str, Body] = {
    key: getattr(import_module(f"{_HERE}.{key}"), key)
    for key in KEYS
    if key not in ("cover", "appendix") and find_spec(f"{_HERE}.{key}")
}


# Figures there stand beside what people say
_BESIDE_WORDS = ("commitments", "problems", "competence", "values", "support", "rating")


def section(key: str, review: "Brief") -> Shown:
    """Make the section of a key; those that no data fill are written by people."""
    if key == "cover":
        return cover(review)
    lang = review.lang
    if key not in review.made:
        review.made[key] = _made(key, review)
    finding, body = review.made[key]
    number, name = review.template.number(key), message(f"{key}-name", lang)
    question = message(f"{key}-question", lang)
    return Shown(
        key=key, lang=lang, finding=finding, blocks=body, number=number, name=name,
        question=question, source=_who(key, review), form=form(key, review),
        is_numbered=key != "summary", is_to_write=is_to_write(key, review),
    )  # fmt: skip


def _made(key: str, review: "Brief") -> tuple[str, Sequence[Block]]:
    if key in FROM_DATA:
        return FROM_DATA[key](review)
    return written_finding(key, review), []


def _defining(review: "Brief") -> tuple[str, Sequence[Block]]:
    """Make the appendix, which defines what the other sections name."""
    others = [key for key in review.template.sections if key != "appendix"]
    return appendix(review, "\n".join(str(section(key, review)) for key in others))


FROM_DATA["appendix"] = _defining


def _who(key: str, review: "Brief") -> str:
    if key in FROM_DATA and key not in _BESIDE_WORDS:
        return message("review-source-data", review.lang)
    fillers = {item.filled_by for item in review.template.forms.get(key, ())}
    filler = fillers.pop() if len(fillers) == 1 else "both"
    return message(f"review-source-{filler}", review.lang)
