"""What a review asks of somebody who has left: nothing that looks ahead."""

from datetime import date
from typing import TYPE_CHECKING

from workbench.i18n import Lang, long_date, message
from workbench.review.template import Template

if TYPE_CHECKING:
    from workbench.model.employment import Employment
    from workbench.review.rep_period import RepPeriod

_AHEAD = ("plan",)  # sections about the period to come


def template_for(template: Template, employment: "Employment", as_of: date) -> Template:
    """Give the template as it is asked of a rep; of who has left, without what looks ahead.

    Parameters
    ----------
    employment
        The days at work in the period reviewed.
    as_of
        The last day known: who left between the period and that day has no next period either.
    """
    if not employment.has_left(max(as_of, employment.period.last_day)):
        return template
    sections = tuple(key for key in template.sections if key not in _AHEAD)
    forms = {
        key: tuple(item for item in items if not item.looks_ahead)
        for key, items in template.forms.items()
        if key in sections
    }
    kept = {key: items for key, items in forms.items() if items}
    return template.model_copy(update={"sections": sections, "forms": kept})


def left_text(review: "RepPeriod") -> str:
    """Say which day was the last at work, of who has no next period; "" for others."""
    last = review.employment.last_on
    if last is None or not review.has_left:
        return ""
    return last_day_text(last, review.lang)


def last_day_text(last: date, lang: Lang) -> str:
    """Say which day is the last at work."""
    return message("leaving-last-day", lang, date=long_date(last, lang))
