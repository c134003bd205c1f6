"""Moves between teams in the middle of a period, as the cover tells them."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from workbench import i18n
from workbench.i18n import message

if TYPE_CHECKING:
    from workbench.review.rep_period import RepPeriod


def moves_text(review: "RepPeriod") -> str:
    """Say since when the rep is in which team, of who moved in the period; "" for others.

    Teams alone: the managers of earlier ones have no place in the document.
    """
    rows = review.own_rows("assignments")
    lang = review.lang
    told = [
        message("cover-moved-from", lang, date=i18n.long_date(day, lang), before=before, team=team)
        for day, before, team in _moves(rows, review.period.start, review.period.end)
    ]
    return ("；" if lang == "zh" else "; ").join(told)


def _moves(
    rows: Sequence[Mapping[str, Any]], start: date, end: date
) -> list[tuple[date, str, str]]:
    """Give the days within bounds on which the team became another, with both."""
    placed = sorted((row for row in rows if row.get("team")), key=lambda row: row["start_on"])
    return [
        (row["start_on"], before["team"], row["team"])
        for before, row in pairwise(placed)
        if before["team"] != row["team"] and start < row["start_on"] < end
    ]
