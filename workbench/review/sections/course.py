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
from workbench.page.cells import Cell
from workbench.page.number import Number
from workbench.page.parts import Block, Exhibit
from workbench.page.picture import Picture
from workbench.page.table import Table, figures
from workbench.page.table import words as text
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
    if review.figures["won_revenue"].value is None:  # of no deal won the amount is known
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
            amount_text=exhibits.amounts(review.currency, lang),
            target=words.position(target.value),
            target_label=label,
        ),
        key="course",
        description=exhibits.said(title, _reached(runs, label, review), lang),
        widths=(HALF,),
    )
    key = "results-cumulative-sub" if len(runs) > 1 else "results-cumulative-sub-now"
    return Exhibit(title, message(key, lang), drawn, _by_month(runs, review), is_full=False)


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
    written = exhibits.shares(lang)
    title = message(
        "results-concentration-title", lang, n=min(len(ranked), _CUSTOMERS),
        share=words.fact_text(share, lang), named=_are_named(review.deal_rows("won")),
    )  # fmt: skip
    drawn = Picture(
        lambda width: bars(rows, width=width, axis_text=written),
        key="customers",
        description=exhibits.said(title, (f"{row.name} {row.label}" for row in rows), lang),
        widths=(HALF,),
    )
    facts = [review.figures["top_account_share"], share, review.figures["account_hhi"]]
    subtitle = message("results-concentration-sub", lang, n=share.n)
    table = _customer_table(ranked, rest, share.denominator, review)
    fold = exhibits.fold(facts, review)
    return Exhibit(title, subtitle, drawn, table, (fold,), is_full=False)


def _are_named(won: Sequence[DealRow]) -> str:
    """Tell whether every deal won has a customer: shares are of what named ones brought."""
    return "all" if all(row.account for row in won if row.amount is not None) else "some"


def _customer_table(
    ranked: Sequence[tuple[str, Decimal]], rest: Decimal, whole: Decimal, review: "Brief"
) -> Table:
    lang, currency = review.lang, review.currency
    shown = [*ranked[:_CUSTOMERS], *([(message("results-rest", lang), rest)] if rest > 0 else [])]
    rows: list[list[Cell]] = [
        [name, Number(amount, "money", currency, is_exact=True),
         Number(quotient(amount, whole), "share")]
        for name, amount in shown
    ]  # fmt: skip
    keys = ("results-customer", "results-amount", "exhibit-share")
    name, *others = (message(key, lang) for key in keys)
    return Table([text(name), *map(figures, others)], rows, is_plain=True)


def _title(won: Sequence[DealRow], review: "Brief") -> str:
    lang, top, amount = review.lang, largest(won), total(won)
    written = i18n.money(amount, review.currency, lang)
    if top is not None and top.amount is not None and amount <= 0:  # more went back than was sold
        deals = words.deals(len(won), lang)
        return message("results-cumulative-title-below", lang, won=written, deals=deals)
    share = ""
    if top is not None and top.amount is not None:
        share = i18n.share(quotient(top.amount, amount), lang)
    n = len(won) if share else 0
    return message("results-cumulative-title", lang, n=n, share=share, won=written)


def _run(won: Sequence[DealRow], period: Period, review: "Brief", *, is_this: bool) -> Run:
    lang, currency = review.lang, review.currency
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
    end = period.elapsed_end(review.as_of)
    return Run(
        label=str(period.start.year),
        steps=steps,
        last_day=float((end - period.start).days),
        is_this=is_this,
    )


def _reached(runs: Sequence[Run], target: str, review: "Brief") -> list[str]:
    """Say where each line ends, and the target it is read against."""
    ends = [
        f"{run.label} {_money(run.steps[-1].total if run.steps else 0.0, review)}" for run in runs
    ]
    return [*ends, *([target] if target else [])]


def _by_month(runs: Sequence[Run], review: "Brief") -> Table:
    """Give where each line stood at the end of each month; what is still to come is absent."""
    period, lang = review.period, review.lang
    firsts = _firsts(period)
    ends = [_day(end, period) for end in (*firsts[1:], period.end)]
    rows: list[list[Cell]] = [
        [
            i18n.month_name(first, lang),
            *(_standing(run, _day(first, period), end, review) for run in runs),
        ]
        for first, end in zip(firsts, ends, strict=True)
    ]
    heads = [text(message("exhibit-month", lang)), *(figures(run.label) for run in runs)]
    return Table(heads, rows, is_plain=True)


def _standing(run: Run, first: float, end: float, review: "Brief") -> Number:
    reached = [step.total for step in run.steps if step.day < end]
    total = Decimal(repr(reached[-1] if reached else 0.0))
    return Number(total if first < run.last_day else None, "money", review.currency, is_exact=True)


def _money(amount: float, review: "Brief") -> str:
    return i18n.money(Decimal(repr(amount)), review.currency, review.lang)


def _firsts(period: Period) -> list[date]:
    """Give the first days of the months of a period."""
    firsts = [period.start]
    following = shifted(period.start.replace(day=1), 1)
    while following < period.end:
        firsts.append(following)
        following = shifted(following, 1)
    return firsts


def _calendar(period: Period, lang: i18n.Lang) -> Calendar:
    firsts = _firsts(period)
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
