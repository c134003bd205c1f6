"""What was reached and what went well, each with what it weighs."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench import i18n
from workbench.i18n import message
from workbench.metrics.catalogue import CATALOGUE
from workbench.page.number import value_text
from workbench.review import words
from workbench.review.rows import largest_share
from workbench.review.verdict.ahead import fewer_created
from workbench.review.verdict.candidate import (
    IN_HAND,
    NO_MONEY,
    OPEN,
    PARTLY,
    RATES,
    SURE,
    Candidate,
    certainty_of,
    is_news,
    stake_of,
    weighed,
)
from workbench.review.verdict.goals import goals_reached, goals_told

if TYPE_CHECKING:
    from workbench.metrics.fact import Fact
    from workbench.review.brief import Brief

_LARGE = Decimal("0.25")


def strengths(review: "Brief") -> Sequence[Candidate]:
    """Give everything that was reached, the weightiest first."""
    finders = (
        _won,
        goals_reached,
        _new_customers,
        _largest,
        _satisfaction,
        _created,
        _apart_from_peers,
    )
    return weighed(finders, review)


def _won(review: "Brief") -> Iterator[Candidate]:
    """Tell what was won, beside a year ago where it is known."""
    lang, won, n = review.lang, review.figures["won_revenue"], review.figures["won_deals"]
    if won.value is None and n.value:
        said = message("summary-result-won-unknown", lang, deals=words.counted_deals(n, lang))
        yield Candidate("won", said, Decimal(0), SURE, IN_HAND)
    if not won.value:
        return
    written, earlier = words.fact_text(won, lang), review.earlier_figures
    before = earlier.value("won_revenue") if earlier else None
    if before is None or won.value < before or not is_news(won.value - before, before):
        counted = words.counted_deals(n, lang)
        said = message("summary-result-won", lang, won=written, deals=counted)
    else:
        size = value_text(won.value - before, "money", won.currency, lang)
        said = message("summary-result-growth", lang, won=written, gap=size)
    yield Candidate("won", said, stake_of(won.value, review), SURE, IN_HAND)


def _new_customers(review: "Brief") -> Iterator[Candidate]:
    n = review.figures.value("new_logos")
    if n and not any(fact.level == "new_logos" for fact in goals_told(review)):
        said = message("summary-result-logos", review.lang, n=int(n))
        yield Candidate("new_logos", said, NO_MONEY, SURE, IN_HAND)


def _largest(review: "Brief") -> Iterator[Candidate]:
    found, lang = largest_share(review.deal_rows("won")), review.lang
    if found is None or found[1] < _LARGE or found[0].amount is None:
        return
    row, share = found
    amount = value_text(row.amount, "money", review.currency, lang)
    told = {"deal": row.name, "amount": amount, "share": i18n.share(share, lang)}
    said = message("summary-result-largest", lang, **told)
    yield Candidate("largest", said, stake_of(row.amount or Decimal(0), review), SURE, PARTLY)


def _satisfaction(review: "Brief") -> Iterator[Candidate]:
    csat, lang = review.figures["csat"], review.lang
    peers, goal = review.figures.peers("csat"), _goal_of("csat", review)
    is_low = goal is not None and goal.value is not None and goal.value < 1
    is_told = any(fact.level == "csat" for fact in goals_told(review))
    is_low = is_low or (peers is not None and peers.verdict == "below")
    if csat.value is None or is_told or is_low:
        return
    value, counted = words.fact_text(csat, lang), words.counts(csat, lang)
    said = message("summary-result-csat", lang, value=value, counts=counted)
    yield Candidate("csat", said, NO_MONEY, certainty_of(csat), IN_HAND)


def _goal_of(metric: str, review: "Brief") -> "Fact | None":
    return review.figures.facts.get(("quota_attainment", "metric", metric))


def _created(review: "Brief") -> Iterator[Candidate]:
    """Tell the new pipeline, unless it is told as too little."""
    created, lang = review.figures["pipeline_created"], review.lang
    if not created.value or any(fewer_created(review)):
        return
    amount, counted = words.fact_text(created, lang), words.deals(created.n, lang)
    said = message("summary-result-created", lang, amount=amount, deals=counted)
    yield Candidate("created", said, stake_of(created.value, review) / 4, OPEN, IN_HAND)


def _apart_from_peers(review: "Brief") -> Iterator[Candidate]:
    """Name the rates on the right side of the peers' median by more than chance."""
    lang = review.lang
    for metric in RATES:
        peers, fact = review.figures.peers(metric), review.figures[metric]
        right = "above" if CATALOGUE[metric].direction > 0 else "below"
        if peers is None or peers.verdict != right:
            continue
        said = message(
            f"verdict-{right}", lang, metric=words.label(metric, lang),
            value=words.fact_text(fact, lang), **words.beside(peers, fact, lang),
        )  # fmt: skip
        yield Candidate(metric, said, NO_MONEY * 2, certainty_of(fact), IN_HAND)
