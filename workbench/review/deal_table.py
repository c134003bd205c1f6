"""The deals behind a figure, as a table whose rows add up to it."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench import i18n
from workbench.i18n import message
from workbench.page.cells import Cell
from workbench.page.number import Number
from workbench.page.parts import Block
from workbench.page.table import Table, figures
from workbench.page.table import words as text
from workbench.review.rows import DealRow, total

if TYPE_CHECKING:
    from workbench.review.rep_period import RepPeriod

_DEALS_SHOWN = 12


def deal_table(
    found: Sequence[DealRow], review: "RepPeriod", most: int = _DEALS_SHOWN
) -> list[Block]:
    """List the deals behind a figure, the largest first; the rest is summed up in one line."""
    if not found:
        return []
    lang, currency = review.lang, review.currency
    ranked = sorted(found, key=lambda row: (-(row.amount or Decimal(0)), row.deal_id))
    shown, rest = ranked[:most], ranked[most:]
    rows = [_deal(row, currency) for row in shown]
    if rest:
        amount = i18n.money(total(rest), currency, lang)
        more = message("results-more", lang, n=len(rest), amount=amount)
        rows.append([more, "", "", "", _exact(total(rest), currency)])
    rows.append([message("results-sum", lang), "", "", "", _exact(total(found), currency)])
    heads = [
        text(message("results-deal", lang)),
        text(message("results-customer", lang)),
        text(message("results-closed", lang)),
        figures(message("results-share", lang)),
        figures(message("results-amount", lang)),
    ]
    return [Table(heads, rows, has_total=True)]


def _deal(row: DealRow, currency: str) -> list[Cell]:
    return [
        row.deal_id if row.name == row.deal_id else f"{row.deal_id} {row.name}",
        row.account,
        row.close_on,
        Number(row.share, "share", places=0),
        _exact(row.amount, currency),
    ]


def _exact(amount: Decimal | None, currency: str) -> Number:
    return Number(amount, "money", currency, is_exact=True)
