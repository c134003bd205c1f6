"""What was signed: the rating, the actions agreed on, and the day."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from workbench import i18n
from workbench.i18n import message
from workbench.model.day import day_of
from workbench.review.cycle.checking import is_blank
from workbench.review.template import Item
from workbench.review.weighted_rating import level_in

if TYPE_CHECKING:
    from workbench.review.brief import Brief


def signed_words(review: "Brief") -> Iterator[tuple[str, str]]:
    """Give rating, actions and signatures, each with its label; nothing before.

    An open appeal takes the rating's effect, so that none is told.
    """
    day = signed_day(review)
    if day is None:
        return
    lang = review.lang
    rating, actions = rating_text(review), actions_text(review)
    if rating and not review.answers.is_appealed:
        yield message("verdict-rating-label", lang), rating
    if actions:
        yield message("verdict-actions-label", lang), i18n.listed(actions, lang)
    alone = "-alone" if len(review.answers.to_sign) == 1 else ""
    yield message("verdict-signed-label", lang), message(f"verdict-signed{alone}", lang, date=day)


def signed_day(review: "Brief") -> str | None:
    """Write the day of the last signature; None where one is missing, or it was reopened since."""
    number = review.answers.signed_round
    if not number:
        return None
    latest = max(each.signed_at for each in review.answers.signatures if each.round == number)
    return i18n.long_date(day_of(latest, review.time_zone), review.lang)


def rating_text(review: "Brief") -> str:
    """Write the level the manager chose where a review has one rating; "" for several or none."""
    items = [item for item in review.template.forms.get("rating", ()) if item.kind == "rating"]
    chosen = level_in(_of_manager(items[0], review)) if len(items) == 1 else None
    if chosen is None or not 1 <= chosen <= len(items[0].options):
        return ""
    return items[0].options[chosen - 1].in_(review.lang)


def actions_text(review: "Brief") -> list[str]:
    """Give what is to be done, in the words it was agreed in."""
    found = []
    for item in review.template.forms.get("plan", ()):
        for entry in review.answers.of("plan", item) if item.kind == "actions" else ():
            found += [row[0].strip() for row in entry.value if row and not is_blank(row[0])]
    return found


def _of_manager(item: Item, review: "Brief") -> Any:  # noqa: ANN401 (as it was written)
    entry = review.answers.entries.get(("rating", item.key, "manager"))
    return None if entry is None or entry.is_proposed else entry.value
