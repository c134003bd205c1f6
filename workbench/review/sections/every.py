"""All sections: from a key to its finding, body and form."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from markupsafe import Markup

from workbench.i18n import message
from workbench.review.forms import form, is_to_write
from workbench.review.render import render
from workbench.review.section import Section
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

if TYPE_CHECKING:
    from workbench.review.review import Review

Body = Callable[["Review"], tuple[str, Markup]]
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


def section(key: str, review: "Review") -> Section:
    """Make the section of a key; those that no data fill are written by people."""
    if key == "cover":
        return cover(review)
    lang = review.lang
    if key in FROM_DATA:
        finding, body = FROM_DATA[key](review)
    else:
        finding, body = message(f"{key}-finding", lang), Markup("")
    number, name = review.template.number(key), message(f"{key}-name", lang)
    question = message(f"{key}-question", lang)
    html = render(
        "section",
        lang,
        key=key,
        number="" if key == "summary" else number,
        name=name,
        question=question,
        who=_who(key, review),
        finding=finding,
        body=body,
        form=form(key, review),
    )
    return Section(key, finding, html, number, name, question, is_to_write(key, review))


def _who(key: str, review: "Review") -> str:
    if key in FROM_DATA and key not in _BESIDE_WORDS:
        return message("review-source-data", review.lang)
    fillers = {item.filled_by for item in review.template.forms.get(key, ())}
    filler = fillers.pop() if len(fillers) == 1 else "both"
    return message(f"review-source-{filler}", review.lang)
