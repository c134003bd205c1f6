"""What of the open deals is a risk of the period to come."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.i18n import message
from workbench.page.number import value_text
from workbench.review import words
from workbench.review.rows import past_due, total
from workbench.review.verdict.candidate import (
    IN_HAND,
    LIKELY,
    NO_MONEY,
    PARTLY,
    SURE,
    Candidate,
    stake_of,
)
from workbench.review.verdict.cover import cover_of, times

if TYPE_CHECKING:
    from workbench.review.brief import Brief

_MANY = Decimal("0.3")  # a share of open deals worth a sentence
_FEWEST = 5  # open deals
_BEYOND = Decimal("1.5")


def thin_cover(review: "Brief") -> Iterator[Candidate]:
    """Tell a pipeline that is less than what is needed, and by how much."""
    cover, lang = cover_of(review), review.lang
    if review.has_left or not cover.is_short:
        return
    lacking = value_text(cover.lacking, "money", review.currency, lang)
    known = "needed" if cover.needed.value is not None else "all"
    said = message(
        f"verdict-cover-{known}",
        lang,
        period=cover.period,
        coverage=times(cover.fact, lang),
        needed=times(cover.needed, lang),
        lacking=lacking,
    )
    stake = stake_of(cover.lacking, review)
    asked = message("verdict-decide-cover", lang)
    yield Candidate("cover", said, stake, LIKELY, IN_HAND, is_ahead=True, asked=asked)


def overdue(review: "Brief") -> Iterator[Candidate]:
    """Tell open deals whose expected day is over."""
    found, lang = past_due(review.deal_rows("open")), review.lang
    if found:
        amount = value_text(total(found), "money", review.currency, lang)
        said = message("summary-problem-past-due", lang, n=len(found), amount=amount)
        asked, stake = message("verdict-decide-past-due", lang, n=len(found)), total(found)
        yield Candidate(
            "past_due", said, stake_of(stake, review), SURE, IN_HAND, is_ahead=True, asked=asked
        )


def stuck(review: "Brief") -> Iterator[Candidate]:
    """Tell deals that stay longer in their stage than deals that were won did."""
    fact, amount = review.figures["stuck_share"], review.figures.value("open_pipeline")
    if fact.value is None or fact.value < _MANY or fact.n < _FEWEST or fact.numerator is None:
        return
    stake = NO_MONEY if amount is None else stake_of(fact.value * amount, review)
    n, lang = int(fact.numerator), review.lang
    said = message("verdict-stuck", lang, n=n, all=fact.n)
    asked = message("verdict-decide-stuck", lang, n=n)
    yield Candidate("stuck", said, stake * PARTLY, LIKELY, IN_HAND, is_ahead=True, asked=asked)


def old(review: "Brief") -> Iterator[Candidate]:
    """Tell open deals that are much older than deals take to be won, or than the peers' are."""
    fact, lang = review.figures["pipeline_age_days"], review.lang
    cycle, peers = review.figures["sales_cycle_days"], review.figures.peers("pipeline_age_days")
    if fact.value is None or fact.n < _FEWEST:
        return
    age = words.fact_text(fact, lang)
    if peers is not None and peers.high and fact.value > peers.high * _BEYOND:
        others = words.others_told(peers, fact, lang)
        said = message("verdict-old-peers", lang, n=fact.n, age=age, others=others)
    elif cycle.value and cycle.n >= _FEWEST and fact.value > cycle.value * _BEYOND:
        won = words.fact_text(cycle, lang)
        said = message("verdict-old-own", lang, n=fact.n, age=age, cycle=won)
    else:
        return
    asked = message("verdict-decide-old", lang)
    yield Candidate("old", said, NO_MONEY * 2, LIKELY, IN_HAND, is_ahead=True, asked=asked)


def fewer_created(review: "Brief") -> Iterator[Candidate]:
    """Tell new pipeline of less than half of the year before."""
    now, earlier, lang = review.figures["pipeline_created"], review.earlier_figures, review.lang
    before = earlier["pipeline_created"] if earlier else None
    if now.value is None or before is None or not before.value or before.n < _FEWEST:
        return
    if now.value * 2 < before.value:
        told = {"now": words.fact_text(now, lang), "before": words.fact_text(before, lang)}
        said = message("verdict-created-fell", lang, **told)
        lost = stake_of(before.value - now.value, review) / 4  # of new pipeline a part is won
        asked = message("verdict-decide-created", lang)
        yield Candidate("created", said, lost, SURE, IN_HAND, is_ahead=True, asked=asked)


def one_customer(review: "Brief") -> Iterator[Candidate]:
    """Tell that one customer brought half of the amount won, or more."""
    share, lang = review.figures["top_account_share"], review.lang
    won = review.figures["won_deals"]
    if share.value is None or share.value * 2 < 1 or (won.value or 0) <= 1:
        return
    said = message("summary-problem-concentration", lang, share=words.fact_text(share, lang))
    asked = message("verdict-decide-customer", lang)
    yield Candidate("one_customer", said, NO_MONEY, SURE, PARTLY, is_ahead=True, asked=asked)
