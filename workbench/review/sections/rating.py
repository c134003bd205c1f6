"""The rating: how the score was made, so that nobody has to believe it. People rate, not sums."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench import i18n
from workbench.i18n import MISSING, message
from workbench.metrics.score import CAP, Item, Score
from workbench.page.cells import Cell
from workbench.page.number import Number
from workbench.page.parts import Block, Callout, Fold
from workbench.page.table import Table, figures
from workbench.page.table import words as text
from workbench.review import words
from workbench.review.outlook import label_of
from workbench.review.scoring import score_of
from workbench.review.sections.earlier_ratings import earlier_ratings
from workbench.review.sections.next_level import next_level
from workbench.review.sections.weighted_ratings import weighted_ratings

if TYPE_CHECKING:
    from workbench.review.brief import Brief


def rating(review: "Brief") -> tuple[str, Sequence[Block]]:
    """Print the weighted score item by item; what could not be scored says why."""
    if review.answers.is_appealed:
        finding, shown = _rating(review)
        note = message("rating-appealed", review.lang)
        return f"{note} {finding}", [_appealed(review), *shown]
    return _rating(review)


def _appealed(review: "Brief") -> Callout:
    """Say that the rating has no effect while an appeal is open."""
    title, text_ = (message(f"rating-appealed{key}", review.lang) for key in ("", "-text"))
    return Callout(title=title, text=text_)


def _rating(review: "Brief") -> tuple[str, Sequence[Block]]:
    lang, score = review.lang, score_of(review)
    if score.value is None or score.share_used is None:
        why = "no-weights" if score.items and not score.weight_given else "none"
        title = message("score-none-title", lang)
        note = Callout(title=title, text=message(f"score-{why}", lang))
        return message("rating-finding", lang), [note, *_of_people(review)]
    finding = message(
        "score-finding",
        lang,
        score=i18n.share(score.value, lang),
        used=i18n.share(score.share_used, lang, 0),
        part="whole" if score.share_used == 1 else "less",
    )
    return finding, [_table(score, review), _how(score, review), *_of_people(review)]


def _of_people(review: "Brief") -> list[Block]:
    """Print what people rated, now where it is weighed and before; and what the next level asks."""
    return weighted_ratings(review) + earlier_ratings(review) + next_level(review)


def _table(score: Score, review: "Brief") -> Table:
    lang = review.lang
    heads = [
        text(message("score-item", lang)),
        figures(message("score-weight", lang)),
        figures(message("score-reached", lang)),
        figures(message("score-counted", lang)),
        text(message("score-remark", lang)),
    ]
    rows: list[list[Cell]] = [_row(item, review) for item in score.items]
    used, reached = Number(score.share_used, "share", places=0), Number(score.value, "share")
    rows.append([message("score-total", lang), used, "", reached, ""])
    return Table(heads, rows, title=message("score-title", lang), has_total=True)


def _row(item: Item, review: "Brief") -> list[Cell]:
    lang = review.lang
    is_known = (item.key, "", "") in review.figures.facts
    return [
        label_of(item.key, review) if is_known else words.label(item.key, lang),
        Number(item.weight, "share", places=0),
        Number(item.score, "share"),
        Number(item.counted, "share"),
        _remark(item, review),
    ]


def _remark(item: Item, review: "Brief") -> str:
    lang = review.lang
    if item.score is None:
        return words.reason_text(item.reason, item.note, lang)
    if item.counted is None:
        return message("score-grade-d", lang)
    if not item.weight:
        return message("score-weightless", lang)
    if item.score != item.counted:
        return message("score-capped", lang, cap=i18n.share(CAP, lang, 0))
    return message(f"review-grade-{item.grade or 'A'}", lang)


def _share(value: Decimal | None, review: "Brief") -> str:
    return MISSING if value is None else i18n.share(value, review.lang)


def _how(score: Score, review: "Brief") -> Fold:
    lang = review.lang
    counted = [item for item in score.items if item.counted is not None and item.weight]
    parts = " + ".join(
        f"{i18n.share(item.weight, lang, 0)} × {_share(item.counted, review)}" for item in counted
    )
    sum_ = f"({parts}) / {i18n.share(score.weight_used, lang, 0)} = {_share(score.value, review)}"
    terms = [
        (message("review-formula", lang), sum_),
        (
            message("score-rule", lang),
            message("score-rule-text", lang, cap=i18n.share(CAP, lang, 0)),
        ),
        (message("score-person", lang), message("score-person-text", lang)),
    ]
    return Fold(message("score-how", lang), terms)
