"""The deals behind a figure, as a table whose rows add up to it."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench import i18n
from workbench.i18n import MISSING, message
from workbench.page.parts import Block, Table, figures
from workbench.page.parts import words as text
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
    lang, currency = review.lang, review.workspace.currency
    ranked = sorted(found, key=lambda row: (-(row.amount or Decimal(0)), row.deal_id))
    shown, rest = ranked[:most], ranked[most:]
    rows: list[list[str]] = [_deal(row, review) for row in shown]
    if rest:
        amount = i18n.money(total(rest), currency, lang)
        more = message("results-more", lang, n=len(rest), amount=amount)
        rows.append([more, "", "", "", i18n.money_exact(total(rest), currency, lang)])
    summed = message("results-sum", lang)
    rows.append([summed, "", "", "", i18n.money_exact(total(found), currency, lang)])
    heads = [
        text(message("results-deal", lang)),
        text(message("results-customer", lang)),
        text(message("results-closed", lang)),
        figures(message("results-share", lang)),
        figures(message("results-amount", lang)),
    ]
    return [Table(heads, rows, has_total=True)]


def _deal(row: DealRow, review: "RepPeriod") -> list[str]:
    lang = review.lang
    amount = MISSING
    if row.amount is not None:
        amount = i18n.money_exact(row.amount, review.workspace.currency, lang)
    return [
        row.deal_id if row.name == row.deal_id else f"{row.deal_id} {row.name}",
        row.account,
        i18n.short_date(row.close_on) if row.close_on else MISSING,
        MISSING if row.share is None else i18n.share(row.share, lang, 0),
        amount,
    ]
