"""The course of the period: how the amount won grew day by day, and on which customers it hangs."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import accumulate
from typing import TYPE_CHECKING

from workbench import i18n
from workbench.charts.bars import Bar, bars
from workbench.charts.cumulative import Calendar, Run, Step
from workbench.charts.cumulative import cumulative as draw
from workbench.charts.figure import HALF
from workbench.i18n import message
from workbench.model.money import quotient
from workbench.model.period import Period
from workbench.model.written_periods import shifted
from workbench.page.parts import Block, Exhibit
from workbench.page.picture import Picture
from workbench.review import exhibits, words
from workbench.review.rows import DealRow, largest, total
from workbench.review.target import target_text

if TYPE_CHECKING:
    from workbench.review.brief import Brief

_CUSTOMERS = 5
_MONTHS_SHOWN = 6  # longer periods name every other month, and so on


def cumulative(review: "Brief") -> Block:
    """Draw the amount won as it grew, with the target and a year ago."""
    lang = review.lang
    if review.figures["won_revenue"].reason == "outside_record":
        return exhibits.absent(review.figures["won_revenue"], lang)
    won = [row for row in review.deal_rows("won") if row.amount is not None]
    earlier = [row for row in review.earlier_won if row.amount is not None]
    runs = [_run(won, review.period, review, is_this=True)]
    if earlier and review.earlier_period is not None:
        runs.append(_run(earlier, review.earlier_period, review, is_this=False))
    target = review.figures["effective_quota"]
    title = _title(won, review)
    label = ""
    if target.value is not None:
        label = message("results-target", lang, amount=target_text(target, lang))
    drawn = Picture(
        lambda width: draw(
            runs,
            _calendar(review.period, lang),
            width=width,
            amount_text=lambda amount: _amount(amount, review),
            target=words.position(target.value),
            target_label=label,
        ),
        key="course",
        description=title,
        widths=(HALF,),
    )
    key = "results-cumulative-sub" if len(runs) > 1 else "results-cumulative-sub-now"
    return Exhibit(title, message(key, lang), drawn, is_full=False)


def concentration(review: "Brief") -> Block:
    """Draw what share of the amount won the largest customers brought."""
    lang, share = review.lang, review.figures["top5_account_share"]
    if share.value is None or share.denominator is None:
        return exhibits.absent(share, lang)
    ranked = _customers(review.deal_rows("won"))
    rows = [_bar(name, amount, share.denominator, review) for name, amount in ranked[:_CUSTOMERS]]
    rest = sum((amount for _, amount in ranked[_CUSTOMERS:]), Decimal(0))
    if rest > 0:
        name = message("results-rest", lang)
        rows.append(_bar(name, rest, share.denominator, review, is_rest=True))
    # The heading says five only where there are more
    few = share.n if share.n <= _CUSTOMERS else 0
    told = words.fact_text(share, lang)
    title = message("results-concentration-title", lang, share=told, n=few)
    drawn = Picture(
        lambda width: bars(rows, width=width),
        key="customers",
        description="; ".join([title, *(f"{row.name} {row.label}" for row in rows)]),
        widths=(HALF,),
    )
    facts = [review.figures["top_account_share"], share, review.figures["account_hhi"]]
    subtitle = message("results-concentration-sub", lang, n=share.n)
    return Exhibit(title, subtitle, drawn, (exhibits.fold(facts, review),), is_full=False)


def _title(won: Sequence[DealRow], review: "Brief") -> str:
    lang, top, amount = review.lang, largest(won), total(won)
    share = ""
    if top is not None and top.amount is not None and amount > 0:
        share = i18n.share(quotient(top.amount, amount), lang)
    written = i18n.money(amount, review.workspace.currency, lang)
    n = len(won) if share else 0
    return message("results-cumulative-title", lang, n=n, share=share, won=written)


def _run(won: Sequence[DealRow], period: Period, review: "Brief", *, is_this: bool) -> Run:
    lang, currency = review.lang, review.workspace.currency
    amounts = [row.amount for row in won if row.amount is not None]
    steps = [
        Step(
            float((row.close_on - period.start).days),
            float(reached),
            f"{row.name} {i18n.money(amount, currency, lang)}",
        )
        for row, amount, reached in zip(won, amounts, accumulate(amounts), strict=True)
        if row.close_on is not None
    ]
    end = period.elapsed_end(review.snapshot.as_of)
    return Run(
        label=str(period.start.year),
        steps=steps,
        last_day=float((end - period.start).days),
        is_this=is_this,
    )


def _calendar(period: Period, lang: i18n.Lang) -> Calendar:
    firsts = [period.start]
    following = shifted(period.start.replace(day=1), 1)
    while following < period.end:
        firsts.append(following)
        following = shifted(following, 1)
    every = -(-len(firsts) // _MONTHS_SHOWN)
    ends = [*firsts[1:], period.end]
    months = [
        (_day(first, period), _day(end, period), i18n.month_name(first, lang) if named else "")
        for first, end, named in zip(
            firsts, ends, (n % every == 0 for n in range(len(firsts))), strict=True
        )
    ]
    return Calendar(days=_day(period.end, period), months=months)


def _day(day: date, period: Period) -> float:
    return float((day - period.start).days)


def _amount(amount: float, review: "Brief") -> str:
    return i18n.money(Decimal(repr(amount)), review.workspace.currency, review.lang, has_unit=False)


def _customers(won: Sequence[DealRow]) -> list[tuple[str, Decimal]]:
    """Add up what each customer brought, the largest first."""
    sums: dict[str, Decimal] = {}
    for row in won:
        if row.account and row.amount is not None:
            sums[row.account] = sums.get(row.account, Decimal(0)) + row.amount
    return sorted(sums.items(), key=lambda item: (-item[1], item[0]))


def _bar(
    name: str, amount: Decimal, whole: Decimal, review: "Brief", *, is_rest: bool = False
) -> Bar:
    share = quotient(amount, whole)
    return Bar(
        name=name,
        value=float(share),
        label=i18n.share(share, review.lang),
        tone="peer" if is_rest else "rep",
    )
