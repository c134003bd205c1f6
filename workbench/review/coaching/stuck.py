"""The open deals of a session: how long each stands in its stage, and where it counts as stuck."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from workbench import i18n
from workbench.charts.pipeline import OpenDeal
from workbench.i18n import message
from workbench.metrics.stages import STUCK_AFTER
from workbench.page.cells import Cell
from workbench.page.number import Number
from workbench.page.parts import Fold
from workbench.page.table import Table
from workbench.page.table import figures as number_head
from workbench.page.table import words as text
from workbench.review import exhibits, kept, words
from workbench.review.kept import Kept
from workbench.review.sections.open_deals import in_order, stage_name

if TYPE_CHECKING:
    from workbench.review.brief import Brief


@dataclass(frozen=True)
class WalkDeal:
    """One open deal, as it may be walked through."""

    deal_id: str
    name: str
    stage: str  # in the reader's language
    days: int | None  # in its stage; None: no history
    line: float | None  # days from which it counts as stuck; None: too few won deals to say
    amount: Decimal | None
    next_step: str
    close_on: date | None
    touched_on: date | None
    is_past_due: bool
    stage_named: str = ""  # as the source names it

    @property
    def is_stuck(self) -> bool:
        """Whether it is longer in its stage than deals won from it, by more than two weeks."""
        return self.days is not None and self.line is not None and self.days > self.line


@dataclass(frozen=True)
class Walk:
    """What the walk-through can choose from; longest in their stage first."""

    deals: tuple[WalkDeal, ...]
    stages: tuple[str, ...]  # from top to bottom
    lines: dict[str, float]  # the stuck line of each stage that has one

    def deal(self, deal_id: str) -> WalkDeal | None:
        """Find a deal; None where it is not open any more."""
        return next((deal for deal in self.deals if deal.deal_id == deal_id), None)


def walk_of(review: "Brief") -> Walk:
    """Read a rep's open deals with their days in stage.

    Without a history of stages the days since creation cannot be told apart by stage: such deals
    are listed, and not drawn.
    """
    rows = review.rows("stuck_share").to_pylist() or _undated(review)
    found = sorted((_deal(row, review) for row in rows), key=_order)
    names = {stage_name(row.get("stage") or "", review): row.get("stage") or "" for row in rows}
    raw = in_order(names.values())
    return Walk(
        tuple(found),
        tuple(stage_name(stage, review) for stage in raw),
        {deal.stage: deal.line for deal in found if deal.line is not None},
    )


def drawn(walk: Walk, review: "Brief") -> list[OpenDeal]:
    """Give the deals as the chart draws them; a stuck one asks for a decision."""
    return [
        OpenDeal(
            name=deal.name, stage=deal.stage, age_days=float(deal.days),
            amount=words.position(deal.amount), is_past_due=deal.is_stuck,
            hover=evidence(deal, review), deal_id=deal.deal_id,
        )
        for deal in walk.deals
        if deal.days is not None
    ]  # fmt: skip


def title(walk: Walk, review: "Brief") -> str:
    """Say how many are stuck, and which one longest."""
    stuck = [deal for deal in walk.deals if deal.is_stuck]
    counted = words.deals(len(walk.deals), review.lang)
    if not stuck:
        return message("coach-stuck-none", review.lang, deals=counted)
    return message("coach-stuck", review.lang, n=len(stuck), deals=counted, name=stuck[0].name)


def said(walk: Walk, review: "Brief") -> str:
    """Say what the drawing says: the finding, then each deal in its stage, longest first."""
    told = (f"{deal.name} {stay(deal, review)}" for deal in walk.deals if deal.days is not None)
    return exhibits.said(title(walk, review), told, review.lang)


def figures(walk: Walk, review: "Brief") -> Fold:
    """Give the deals drawn as a table, folded away."""
    lang, currency = review.lang, review.currency
    keys = ("exhibit-stage", "coach-days", "coach-stuck-from", "exhibit-amount")
    heads = [text(message("results-deal", lang)), text(message(keys[0], lang))]
    heads += [number_head(message(key, lang)) for key in keys[1:]]
    rows: list[list[Cell]] = [
        [deal.name, deal.stage, Number(deal.days, "days"),
         Number(None if deal.line is None else round(deal.line), "days"),
         Number(deal.amount, "money", currency)]
        for deal in walk.deals
        if deal.days is not None
    ]  # fmt: skip
    return Fold(message("exhibit-figures", lang), blocks=(Table(heads, rows),))


def evidence(deal: WalkDeal, review: "Brief") -> str:
    """Write a deal as evidence: id, name, amount, stage, days, last touch."""
    return str(kept.drawn(evidence_kept(deal, review), review.lang))


def evidence_kept(deal: WalkDeal, review: "Brief") -> Kept:
    """Keep a deal as evidence, by keys and figures: a session is read in both languages."""
    amount = kept.figure(deal.amount, "money", review.currency)
    told: list[str | Kept] = [f"{deal.deal_id} {deal.name}", amount, _stay_kept(deal)]
    if deal.touched_on is not None:
        told.append(kept.sentence("coach-touched", day=kept.day(deal.touched_on)))
    return kept.parts(told)


def stay(deal: WalkDeal, review: "Brief") -> str:
    """Write stage and days in it."""
    return str(kept.drawn(_stay_kept(deal), review.lang))


def _stay_kept(deal: WalkDeal) -> Kept:
    stage = kept.stage(deal.stage_named)
    if deal.days is None:
        return stage
    key = "coach-stay-stuck" if deal.is_stuck else "coach-stay"
    return kept.sentence(key, stage=stage, days=kept.figure(Decimal(deal.days), "days"))


def risk(deal: WalkDeal, review: "Brief") -> str:
    """Say what speaks against the expected day."""
    lang = review.lang
    if deal.close_on is None:
        return message("coach-no-close", lang)
    day = i18n.short_date(deal.close_on)
    return message("coach-overdue" if deal.is_past_due else "coach-expected", lang, day=day)


def _undated(review: "Brief") -> Sequence[dict[str, Any]]:
    return [
        {
            "deal_id": row.deal_id, "name": row.name, "stage": row.stage, "amount": row.amount,
            "close_on": row.close_on, "is_past_due": row.is_past_due,
        }
        for row in review.deal_rows("open")
    ]  # fmt: skip


def _deal(row: dict[str, Any], review: "Brief") -> WalkDeal:
    total, stays, days = (row.get(name) for name in ("stage_total_days", "won_stays", "stage_days"))
    line = float(total) / float(stays) + STUCK_AFTER if total is not None and stays else None
    return WalkDeal(
        deal_id=str(row["deal_id"]),
        name=str(row.get("name") or row["deal_id"]),
        stage=stage_name(row.get("stage") or "", review),
        days=None if days is None else int(days),
        line=line,
        amount=row.get("amount"),
        next_step=str(row.get("next_step") or ""),
        close_on=row.get("close_on"),
        touched_on=row.get("last_touched_on"),
        is_past_due=bool(row.get("is_past_due")),
        stage_named=str(row.get("stage") or ""),
    )


def _order(deal: WalkDeal) -> tuple[bool, int, str]:
    return (not deal.is_stuck, -(deal.days or 0), deal.deal_id)
