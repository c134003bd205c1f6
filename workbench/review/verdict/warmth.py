"""Thanks given in the period, promises kept, and what is nearest on the way to the next level."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbench.i18n import message
from workbench.review.growing.honours import honour_text
from workbench.review.growing.lines import given_in
from workbench.review.growing.readiness import readiness_of

if TYPE_CHECKING:
    from workbench.review.brief import Brief


def thanks(review: "Brief") -> str:
    """Name the award of the period, else the latest praise in its own words; "" for neither."""
    awards, lang = given_in(review.lines.award, review), review.lang
    if awards:
        what, _grounds = honour_text(awards[-1], lang)
        return message("verdict-award", lang, award=what, n=len(awards) - 1)
    praise = given_in(review.lines.praise, review)
    if not praise:
        return ""
    last = praise[-1]
    by = review.names({last.made_by}).get(last.made_by, last.made_by)
    return message("verdict-praise", lang, words=last.what, by=by, n=len(praise) - 1)


def next_step(review: "Brief") -> str:
    """Name what of the next level is not there yet, and how much is; "" where there is no next."""
    sheet, lang = readiness_of(review), review.lang
    if sheet is None or sheet.next is None or not sheet.criteria:
        return ""
    level = sheet.next.label.in_(lang)
    met = sum(each.state == "met" for each in sheet.criteria)
    nearest = next((each for each in sheet.criteria if each.state == "open"), None)
    if nearest is None:
        n = len(sheet.criteria)
        return message("verdict-level-met", lang, level=level, met=met, all=n, left=n - met)
    return message(
        "verdict-level", lang, level=level, met=met, all=len(sheet.criteria),
        label=nearest.label, gap=nearest.gap,
    )  # fmt: skip


def kind_words(review: "Brief") -> Iterator[tuple[str, str]]:
    """Give what of it there is, each with its label."""
    for key, told in (("thanks", thanks(review)), ("level", next_step(review))):
        if told:
            yield message(f"verdict-{key}-label", review.lang), told
