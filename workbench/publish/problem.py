"""Why a document could not be made, as data and as a sentence."""

from dataclasses import dataclass

from workbench.i18n import Lang, has_message, message


@dataclass(frozen=True)
class Problem:
    """What stopped one document."""

    error: str  # class of the error
    text: str  # what it said
    cell: int | None = None  # position in the notebook; None when no cell was reached
    section: str = ""  # key of the section that cell makes; "" for any other cell


def sentence(problem: Problem, lang: Lang) -> str:
    """Say where a document stopped, why, and what to do next."""
    text = problem.text.rstrip(".。") or problem.error
    if problem.section and has_message(f"{problem.section}-name", lang):
        section = message(f"{problem.section}-name", lang)
        return message("publish-stopped-in", lang, section=section, text=text)
    return message("publish-stopped", lang, text=text)
