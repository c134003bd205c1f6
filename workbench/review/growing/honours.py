"""An award or a reward in the reader's language: what it is, and by which rule."""

from dataclasses import replace

from workbench.i18n import Lang, message
from workbench.review.growing.book import Award
from workbench.review.growing.rule_text import rule_text
from workbench.review.text import Text
from workbench.store.registers import Line


def honour_text(line: Line, lang: Lang) -> tuple[str, str]:
    """Give what was given and its grounds; a line people wrote stays as they wrote it."""
    if "rule" not in line.about:
        return line.what, line.grounds
    award = Award.model_validate(line.about["rule"])
    granted = message(
        "award-granted", lang, award=award.label.in_(lang), period=str(line.about["period"])
    )
    if line.register == "award":
        return granted, rule_text(award, lang)
    return Text.model_validate(line.about["what"]).in_(lang), granted


def in_words(line: Line, lang: Lang) -> Line:
    """Give a line as a reader of the language sees it: an award and a reward by their rule."""
    what, grounds = honour_text(line, lang)
    return replace(line, what=what, grounds=grounds)
