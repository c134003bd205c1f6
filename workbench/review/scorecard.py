"""The scorecard: a rep's figures, deals and pay as tables, for a workbook.

It holds what the document of the same reader holds, no more: deals stand in it where the document
has a section of results or pipeline, pay where it has one of incentives.
"""

from collections.abc import Iterator, Sequence
from decimal import Context
from typing import TYPE_CHECKING

from workbench.i18n import message
from workbench.page.cells import Cell, Code
from workbench.page.number import Number
from workbench.page.section import Section
from workbench.page.table import Column, Table, figures
from workbench.page.table import words as text
from workbench.review import words
from workbench.review.pay.words import line_name
from workbench.review.pay.words import reason as pay_reason
from workbench.review.sections.cover import basis_of

if TYPE_CHECKING:
    from workbench.i18n import Lang
    from workbench.metrics.fact import Fact
    from workbench.review.brief import Brief
    from workbench.review.rows import DealRow

_STATES = ("won", "lost", "open")
_WITH_DEALS = {"results", "pipeline"}
_DIGITS = Context(prec=3)  # of a sum, as many as the page has
_BY_OTHERS = {
    "needed_coverage", "projection_pipeline", "projection_seasonal", "seasonal_pace",
    "weighted_pipeline",
}  # fmt: skip
_TOLD_BY_OTHERS = {"team_record", "company_record", "stage_record_team", "stage_record_company"}
_FIGURES = ("value", "numerator", "denominator", "n", "low", "high")


def scorecard(review: "Brief") -> Section:
    """Give what a rep's workbook holds, a table for each of its sheets."""
    lang = review.lang
    title = message("scorecard-name", lang, name=review.rep.name, period=review.period.name)
    return Section("scorecard", lang, title, tuple(_tables(review)))


def _tables(review: "Brief") -> Iterator[Table]:
    yield _figures(review)
    sections = set(review.template.sections)
    if sections & _WITH_DEALS:
        yield _deals(review)
    if "incentive" in sections and not review.pay.problem:
        yield pay_table(review)
    yield about_table(review)


def _heads(
    lang: "Lang", before: Sequence[str], numbers: Sequence[str], after: Sequence[str] = ()
) -> list[Column]:
    return [
        *(text(message(f"scorecard-{name}", lang)) for name in before),
        *(figures(message(f"scorecard-{name}", lang)) for name in numbers),
        *(text(message(f"scorecard-{name}", lang)) for name in after),
    ]


def _figures(review: "Brief") -> Table:
    lang = review.lang
    heads = _heads(lang, ("measure", "key"), _FIGURES, ("absent", "definition"))
    rows = [_figure(fact, review) for key, fact in review.figures.facts.items() if not key[1]]
    return Table(heads, rows, title=message("scorecard-figures", lang))


def as_told(fact: "Fact") -> "Fact":
    """Give a fact as exactly as a document tells it.

    A document rounds, a workbook does not: of a figure that is weighted by what a team or the
    company did, all digits would tell more of others than the page does.
    """
    if fact.metric not in _BY_OTHERS and not _TOLD_BY_OTHERS & set(fact.note.split()):
        return fact
    shorter = None if fact.value is None else _DIGITS.plus(fact.value)
    return fact._replace(value=shorter, numerator=None, denominator=None, low=None, high=None)


def _figure(told: "Fact", review: "Brief") -> list[Cell]:
    fact, lang = as_told(told), review.lang
    part = "money" if fact.unit == "money" else "number"
    return [
        words.label(fact.metric, lang),
        Code(fact.metric),
        words.number_of(fact),
        Number(fact.numerator, part, fact.currency),
        Number(fact.denominator, part, fact.currency),
        Number(fact.n, "count"),
        Number(fact.low, fact.unit, fact.currency),
        Number(fact.high, fact.unit, fact.currency),
        "" if fact.value is not None else words.reason(fact, lang),
        message(f"{fact.metric}-definition", lang),
    ]


def _deals(review: "Brief") -> Table:
    before = ("state", "deal", "deal-name", "customer", "stage", "created", "closed")
    rows = [_deal(row, state, review) for state in _STATES for row in review.deal_rows(state)]
    heads = _heads(review.lang, before, ("share", "counted"))
    return Table(heads, rows, title=message("scorecard-deals", review.lang))


def _deal(row: "DealRow", state: str, review: "Brief") -> list[Cell]:
    lang = review.lang
    return [
        message(f"scorecard-{state}", lang), row.deal_id, row.name, row.account,
        words.stage_name(row.stage, lang) if state == "open" else "", row.created_on, row.close_on,
        Number(row.share, "share"),
        Number(row.amount, "money", review.currency, is_exact=True),
    ]  # fmt: skip


def pay_table(review: "Brief") -> Table:
    """Give the lines of a rep's statements, from gross to net."""
    lang = review.lang
    rows: list[list[Cell]] = [
        [
            each.period.name, line_name(line, lang), Code(line.key),
            Number(line.amount, "money", each.currency, is_exact=True),
            pay_reason(line.reason, lang) if line.reason else "",
        ]
        for each in review.pay.statements for line in each.lines
        if line.amount or line.kind != "change"
    ]  # fmt: skip
    heads = _heads(lang, ("period", "line", "key"), ("amount",), ("absent",))
    return Table(heads, rows, title=message("scorecard-pay", lang))


def about_table(review: "Brief") -> Table:
    """Give whose it is, and on what the figures stand."""
    heads = _heads(review.lang, ("about", "value"), ())
    told = ((message("scorecard-rep", review.lang), review.rep.name), *basis_of(review))
    rows: list[list[Cell]] = [[term, said] for term, said in told]
    return Table(heads, rows, title=message("scorecard-about", review.lang))
