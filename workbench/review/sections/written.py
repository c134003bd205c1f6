"""The headings of what people write: their own words once they are there, else what is asked."""

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from workbench import i18n
from workbench.i18n import message
from workbench.model.day import day_of
from workbench.review.cycle.checking import is_blank
from workbench.review.forms import names

if TYPE_CHECKING:
    from workbench.review.brief import Brief

_QUOTED = ("highlights", "problems", "feedback", "plan")  # one thing said first leads the section
_SIGNED = ("appeal", "closed")  # the stages after the last signature
_MOST = 70  # signs of a heading; words are never cut, so a longer sentence does not lead
_DRAFTED = " · "  # a line the draft named a deal by; what people wrote stands below it
_SENTENCE = re.compile(r"[^。！？!?\n]+")


def written_finding(key: str, review: "Brief") -> str:
    """Say the finding of a section that no data fill."""
    told = _signed(review) if key == "signoff" else _quoted(key, review) if key in _QUOTED else ""
    # To who has left something else is asked, and where no deals are recorded none is named
    kinds = ("left",) * review.has_left + ("no-deals",) * (not review.has_deals)
    others = (f"{key}-finding-{kind}" for kind in kinds)
    asked = next((each for each in others if i18n.has_message(each, review.lang)), f"{key}-finding")
    return told or message(asked, review.lang)


def _quoted(key: str, review: "Brief") -> str:
    """Quote the first sentence people wrote; "" where there is none that fits a heading."""
    for item in review.template.forms.get(key, ()):
        for entry in () if item.is_private else review.answers.of(key, item):
            first, more = _first(entry.value)
            if first and len(first) <= _MOST:
                return message("written-finding", review.lang, words=first, more=more)
    return ""


def _first(value: object) -> tuple[str, int]:
    """Give the first sentence of a value, and how many more rows of a table it has."""
    if isinstance(value, str):
        lines = (line for line in value.splitlines() if _DRAFTED not in line)
        found = next(filter(None, map(_SENTENCE.search, lines)), None)
        return (found[0].strip() if found else ""), 0
    if isinstance(value, Mapping):
        return _first(value.get("behaviour") or value.get("situation") or "")
    rows = [row for row in value if not is_blank(row)] if isinstance(value, list) else []
    first = rows[0][0] if rows and isinstance(rows[0], list) and rows[0] else ""
    return _first(first)[0] if isinstance(first, str) else "", max(0, len(rows) - 1)


def _signed(review: "Brief") -> str:
    """Say who signed and when, once all have; "" before."""
    if review.answers.stage not in _SIGNED:
        return ""
    days = {
        each.side: day_of(each.signed_at, review.time_zone) for each in review.answers.signatures
    }
    return _signatures(days, review) if days else ""


def _signatures(days: Mapping[str, date], review: "Brief") -> str:
    lang, day = review.lang, i18n.long_date(max(days.values()), review.lang)
    if len(days) == 1:
        return message("signoff-finding-one", lang, who=names(review)[next(iter(days))], day=day)
    is_one_day = len(set(days.values())) == 1
    return message(f"signoff-finding-{'day' if is_one_day else 'both'}", lang, day=day)
