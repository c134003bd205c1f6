"""All sections: from a key to its finding, body and form."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from workbench.i18n import message
from workbench.page.parts import Block
from workbench.page.shown import Shown
from workbench.review.forms import form, is_to_write
from workbench.review.sections.appendix import appendix
from workbench.review.sections.commitments import commitments
from workbench.review.sections.competence import competence
from workbench.review.sections.cover import cover
from workbench.review.sections.forecast import forecast
from workbench.review.sections.goals import goals
from workbench.review.sections.incentive import incentive
from workbench.review.sections.peers import peers
from workbench.review.sections.pipeline import pipeline
from workbench.review.sections.rating import rating
from workbench.review.sections.results import results
from workbench.review.sections.summary import summary
from workbench.review.sections.support import support
from workbench.review.sections.values import values
from workbench.review.sections.written import written_finding

if TYPE_CHECKING:
    from workbench.review.brief import Brief

Body = Callable[["Brief"], tuple[str, Sequence[Block]]]
FROM_DATA: dict[str, Body] = {
    "summary": summary,
    "commitments": commitments,
    "goals": goals,
    "results": results,
    "pipeline": pipeline,
    "forecast": forecast,
    "peers": peers,
    "competence": competence,
    "values": values,
    "support": support,
    "incentive": incentive,
    "rating": rating,
    "appendix": appendix,
}


# Figures there stand beside what people say
_BESIDE_WORDS = ("commitments", "competence", "values", "support", "rating")


def section(key: str, review: "Brief") -> Shown:
    """Make the section of a key; those that no data fill are written by people."""
    if key == "cover":
        return cover(review)
    lang = review.lang
    if key in FROM_DATA:
        finding, body = FROM_DATA[key](review)
    else:
        finding, body = written_finding(key, review), []
    number, name = review.template.number(key), message(f"{key}-name", lang)
    question = message(f"{key}-question", lang)
    return Shown(
        key=key, lang=lang, finding=finding, blocks=body, number=number, name=name,
        question=question, source=_who(key, review), form=form(key, review),
        is_numbered=key != "summary", is_to_write=is_to_write(key, review),
    )  # fmt: skip


def _who(key: str, review: "Brief") -> str:
    if key in FROM_DATA and key not in _BESIDE_WORDS:
        return message("review-source-data", review.lang)
    fillers = {item.filled_by for item in review.template.forms.get(key, ())}
    filler = fillers.pop() if len(fillers) == 1 else "both"
    return message(f"review-source-{filler}", review.lang)
