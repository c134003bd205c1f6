"""Problems and causes: the deals that were lost, by the reason recorded; people write the rest."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.i18n import Lang, message
from workbench.page.cells import Cell
from workbench.page.number import Number, value_text
from workbench.page.parts import Block, Note
from workbench.page.table import Table, figures
from workbench.page.table import words as text
from workbench.review.rows import DealRow, largest, total

if TYPE_CHECKING:
    from workbench.review.brief import Brief


_OFTEN = 2


def problems(review: "Brief") -> tuple[str, Sequence[Block]]:
    """Say what was lost and why, as far as it was recorded; nothing where nothing was lost."""
    lost, lang = review.deal_rows("lost"), review.lang
    if not lost:
        return message("problems-finding", lang), []
    reasons = review.lost_reasons()
    if not any(row.deal_id in reasons for row in lost):
        return f"{_lost(lost, review)}{message('problems-no-why', lang)}", []
    by_reason = _grouped(lost, reasons)
    note = Note(message("problems-note", lang), is_quiet=True)
    return f"{_lost(lost, review)}{_why(by_reason, lang)}", [_table(by_reason, review), note]


def _lost(lost: Sequence[DealRow], review: "Brief") -> str:
    """Count what was lost; deals without an amount are counted and add none."""
    known = [row for row in lost if row.amount is not None]
    amount = value_text(total(known), "money", review.currency, review.lang)
    unknown = len(lost) - len(known)
    key = "problems-lost" if known else "problems-lost-unknown"
    told = {"amount": amount} if known else {}
    return message(key, review.lang, n=len(lost), unknown=unknown, **told)


def _why(by_reason: Mapping[str, Sequence[DealRow]], lang: Lang) -> str:
    """Name the reason recorded most often; none where two are as often, or once each."""
    counts = sorted((len(rows) for reason, rows in by_reason.items() if reason), reverse=True)
    most = next(iter(by_reason))
    if counts[0] < _OFTEN or counts[0] in counts[1:]:
        return message("problems-why-many", lang)
    return message("problems-why", lang, reason=most, n=counts[0])


def _grouped(lost: Sequence[DealRow], reasons: Mapping[str, str]) -> dict[str, list[DealRow]]:
    """Put deals under their reason, the commonest first and those without one last."""
    found: dict[str, list[DealRow]] = {}
    for row in lost:
        found.setdefault(reasons.get(row.deal_id, ""), []).append(row)
    order = sorted(found, key=lambda reason: (not reason, -len(found[reason]), reason))
    return {reason: found[reason] for reason in order}


def _table(by_reason: Mapping[str, Sequence[DealRow]], review: "Brief") -> Table:
    lang = review.lang
    heads = [
        text(message("problems-reason", lang)),
        figures(message("problems-deals", lang)),
        figures(message("problems-amount", lang)),
        text(message("problems-largest", lang)),
    ]
    rows: list[list[Cell]] = [
        [
            reason or message("problems-no-reason", lang),
            Number(len(rows), "count"),
            Number(_known(rows), "money", review.currency),
            _largest(rows, review),
        ]
        for reason, rows in by_reason.items()
    ]
    return Table(heads, rows, title=message("problems-title", lang))


def _known(rows: Sequence[DealRow]) -> Decimal | None:
    """Add the amounts; None where none is known."""
    return total(rows) if any(row.amount is not None for row in rows) else None


def _largest(rows: Sequence[DealRow], review: "Brief") -> str:
    top = largest(rows)
    if top is None:
        return message("problems-no-amount", review.lang)
    amount = value_text(top.amount, "money", review.currency, review.lang)
    return message("problems-deal", review.lang, deal=top.name, amount=amount)
