"""A rate that fell against the same person's own a year before, by more than chance."""

from workbench.i18n import Lang, message
from workbench.metrics.comparison.before_after import Cases, before_after
from workbench.metrics.fact import Fact
from workbench.review import words
from workbench.review.figures import Figures

_RATE = "win_rate"  # of several rates asked of everybody some would fall by chance alone


def fallen(earlier: Figures | None, now: Figures | None, lang: Lang) -> str:
    """Say that the win rate fell, with both rates and their counts; "" where it did not.

    Few cases, or a difference that chance would give, are no fall.
    """
    before, after = (_of(figures) for figures in (earlier, now))
    if before is None or after is None:
        return ""
    if before_after([_cases(before)], [_cases(after)]).verdict != "below":
        return ""
    return message(
        "publish-index-fell",
        lang,
        now=words.fact_text(after, lang),
        counts=words.counts(after, lang),
        before=words.fact_text(before, lang),
        earlier=words.counts(before, lang),
    )


def _of(figures: Figures | None) -> Fact | None:
    fact = figures.facts.get((_RATE, "", "")) if figures else None
    return fact if fact is not None and fact.value is not None else None


def _cases(fact: Fact) -> Cases:
    return int(fact.numerator or 0), int(fact.denominator or 0)
