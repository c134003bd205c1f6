"""The deals behind a rep's figures, as the charts and fold-outs of a review show them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from workbench.model.money import quotient


@dataclass(frozen=True)
class DealRow:
    """One deal as it counts for one rep."""

    deal_id: str
    name: str  # the deal's id when it has no name
    account: str  # "" when the deal has none
    stage: str
    created_on: date | None
    close_on: date | None
    amount: Decimal | None  # what counts for this rep, in the reporting currency; None: unknown
    share: Decimal  # this rep's part of the deal
    is_past_due: bool = False


def deal_rows(rows: Iterable[Mapping[str, Any]]) -> tuple[DealRow, ...]:
    """Read the stored rows of a figure, in order of closing and id."""
    found = [
        DealRow(
            deal_id=row["deal_id"],
            name=row.get("name") or row["deal_id"],
            account=row.get("account") or "",
            stage=row.get("stage") or "",
            created_on=row.get("created_on"),
            close_on=row.get("close_on"),
            amount=row.get("amount"),
            share=row.get("share") or Decimal(1),
            is_past_due=bool(row.get("is_past_due")),
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda row: (row.close_on or date.max, row.deal_id)))


def total(rows: Iterable[DealRow]) -> Decimal:
    """Add the counted amounts; unknown ones add nothing."""
    return sum((row.amount for row in rows if row.amount is not None), Decimal(0))


def largest(rows: Iterable[DealRow]) -> DealRow | None:
    """Give the deal with the largest counted amount; None when there is none."""
    known = [row for row in rows if row.amount is not None]
    return max(known, key=lambda row: (row.amount, row.deal_id), default=None)


def largest_share(won: Iterable[DealRow]) -> tuple[DealRow, Decimal] | None:
    """Give the largest deal won and its share of the amount won; None when nothing was won."""
    found = tuple(won)
    top, amount = largest(found), total(found)
    if top is None or top.amount is None or amount <= 0:
        return None
    return top, quotient(top.amount, amount)


def past_due(open_deals: Iterable[DealRow]) -> tuple[DealRow, ...]:
    """Give the open deals whose expected close date has come."""
    return tuple(row for row in open_deals if row.is_past_due)
