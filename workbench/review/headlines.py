"""Which results and problems the summary names; the rule is fixed and the same for everyone.

Results, in this order, at most three: the amount won (with a year ago), new customers, the largest
deal when it brought a quarter or more, satisfaction, pipeline created. Problems, at most two: next
pipeline below one times, discounts or put-off dates far beyond the peers, past-due deals, the gap
to quota, a rate below the peers' median, one customer with half of the amount. People may write
others; these are what the figures alone say.
"""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench import i18n
from workbench.i18n import message
from workbench.page.number import value_text
from workbench.review import words
from workbench.review.outlook import target_figures
from workbench.review.rows import largest_share, past_due, total

if TYPE_CHECKING:
    from workbench.review.brief import Brief

_RESULTS, _PROBLEMS = 3, 2
_LARGE, _HALF = Decimal("0.25"), Decimal("0.5")
_BEYOND = Decimal("1.5")  # times the upper end of what is told of the peers
Sentence = Callable[["Brief"], str]


def results(review: "Brief") -> list[str]:
    """Give up to three sentences on what was reached."""
    return _first(_RESULTS, (_won, _new_customers, _largest, _satisfaction, _created), review)


def problems(review: "Brief") -> list[str]:
    """Give up to two sentences on what is short."""
    asked = (_cover, _beyond_peers, _overdue, _gap, _below_peers, _one_customer)
    return _first(_PROBLEMS, asked, review)


def _first(most: int, sentences: Iterable[Sentence], review: "Brief") -> list[str]:
    written = (sentence(review) for sentence in sentences)
    return [text for text in written if text][:most]


def _won(review: "Brief") -> str:
    lang, won = review.lang, review.figures["won_revenue"]
    if won.value is None:
        return ""
    written, earlier = words.fact_text(won, lang), review.earlier_figures
    before = earlier.value("won_revenue") if earlier else None
    if before is None:
        counted = words.counted_deals(review.figures["won_deals"], lang)
        return message("summary-result-won", lang, won=written, deals=counted)
    gap = won.value - before
    change = "up" if gap > 0 else "down" if gap < 0 else "same"
    size = value_text(abs(gap), "money", won.currency, lang)
    return message("summary-result-growth", lang, won=written, change=change, gap=size)


def _new_customers(review: "Brief") -> str:
    n = review.figures.value("new_logos")
    return message("summary-result-logos", review.lang, n=int(n)) if n else ""


def _largest(review: "Brief") -> str:
    found = largest_share(review.deal_rows("won"))
    if found is None or found[1] < _LARGE:
        return ""
    row, share = found
    lang = review.lang
    amount = value_text(row.amount, "money", review.currency, lang)
    return message(
        "summary-result-largest", lang, deal=row.name, amount=amount, share=i18n.share(share, lang)
    )


def _satisfaction(review: "Brief") -> str:
    csat, lang = review.figures["csat"], review.lang
    if csat.value is None:
        return ""
    value, counted = words.fact_text(csat, lang), words.counts(csat, lang)
    return message("summary-result-csat", lang, value=value, counts=counted)


def _created(review: "Brief") -> str:
    created, lang = review.figures["pipeline_created"], review.lang
    if not created.value:
        return ""
    amount, counted = words.fact_text(created, lang), words.deals(created.n, lang)
    return message("summary-result-created", lang, amount=amount, deals=counted)


def _cover(review: "Brief") -> str:
    name, found = target_figures(review)
    covered = found["pipeline_coverage"]
    if review.has_left or covered.value is None or covered.value >= 1:
        return ""
    times = words.fact_text(covered, review.lang)
    return message("summary-problem-coverage", review.lang, period=name, coverage=times)


def _overdue(review: "Brief") -> str:
    found = past_due(review.deal_rows("open"))
    if not found:
        return ""
    amount = value_text(total(found), "money", review.currency, review.lang)
    return message("summary-problem-past-due", review.lang, n=len(found), amount=amount)


def _gap(review: "Brief") -> str:
    gap = review.figures["quota_gap"]
    if gap.value is None or gap.value <= 0:
        return ""
    return message("summary-problem-gap", review.lang, gap=words.fact_text(gap, review.lang))


def _below_peers(review: "Brief") -> str:
    for metric, wrong in (("win_rate", "below"), ("csat", "below")):
        peers = review.figures.peers(metric)
        if peers is not None and peers.verdict == wrong:
            fact, lang = review.figures[metric], review.lang
            return message(
                "summary-problem-below",
                lang,
                metric=words.label(metric, lang),
                value=words.fact_text(fact, lang),
                median=words.median(peers, fact, lang),
            )
    return ""


def _beyond_peers(review: "Brief") -> str:
    """Name what is half as much again as the end of what is told of the peers' middle."""
    for metric in ("discount_depth", "push_count"):
        fact, others = review.figures[metric], review.figures.peers(metric)
        if fact.value is None or others is None or not others.high or fact.n < words.RANKED_FROM:
            continue
        if fact.value > others.high * _BEYOND:
            return message(
                "summary-problem-beyond",
                review.lang,
                metric=words.label(metric, review.lang),
                value=words.fact_text(fact, review.lang),
                middle=words.middle_half(others, fact, review.lang),
            )
    return ""


def _one_customer(review: "Brief") -> str:
    share = review.figures["top_account_share"]
    if share.value is None or share.value < _HALF:
        return ""
    return message(
        "summary-problem-concentration", review.lang, share=words.fact_text(share, review.lang)
    )
