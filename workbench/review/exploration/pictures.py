"""The map of a view, which keeps all ages and sizes while some are chosen; what it all says."""

from collections.abc import Sequence
from decimal import Decimal

from workbench import i18n
from workbench.charts.deal_map import Spot, deal_map
from workbench.i18n import Lang, message
from workbench.metrics.fact import Fact
from workbench.page.cells import Cell
from workbench.page.number import Number
from workbench.page.table import Table, figures
from workbench.page.table import words as text
from workbench.review import exhibits, words
from workbench.review.exploration.exploration import Exploration
from workbench.review.exploration.picture import Picture, all_name, empty
from workbench.review.exploration.standing import Standings
from workbench.review.exploration.view import View

_CELLS, _MOST_DOTS = (36, 20), 250
_LISTED = 30  # dots of a map in its table


def map_spots(explored: Exploration, view: View, lang: Lang) -> list[Spot]:
    """Place the open deals of a view, whatever age and size it asks for."""
    where = explored.where(view).without("days", "amount")
    currency = explored.workspace.currency
    spots = []
    for row in explored.cut.deals.points(where, _CELLS, _MOST_DOTS):
        amount = i18n.money(Decimal(str(round(row["amount"]))), currency, lang)
        days = message("review-days", lang, n=i18n.number(round(row["days"]), lang))
        name = row["name"] if row["n"] == 1 else words.deals(row["n"], lang)
        late = f" · {message('explore-late', lang)}" if row["late"] else ""
        spots.append(
            Spot(days=float(row["days"]), amount=float(row["amount"]), n=row["n"],
                 is_late=row["late"] * 2 > row["n"], hover=f"{name} · {days} · {amount}{late}")
        )  # fmt: skip
    return spots


def map_picture(explored: Exploration, view: View, spots: Sequence[Spot], lang: Lang) -> Picture:
    """Draw the open deals by age and amount."""
    if not spots:
        return empty("explore-map-none", message("explore-widen", lang), lang)
    where = explored.where(view)
    counted = explored.cut.deals.counted(explored.period(view), where, ("open",))
    unplaced = explored.cut.deals.unplaced(where.without("days", "amount"))
    currency = explored.workspace.currency
    total = i18n.money(counted["total"] or Decimal(0), currency, lang)
    title = message(
        "explore-map-finding", lang, deals=words.deals(counted["n"], lang), amount=total
    )
    rest = message("explore-map-unplaced", lang, n=unplaced) if unplaced else ""
    return Picture(
        lambda width: deal_map(
            spots, width=width,
            days_text=lambda days: message("review-days", lang, n=i18n.number(round(days), lang)),
            amount_text=lambda amount: i18n.money(
                Decimal(str(amount)), currency, lang, has_unit=False
            ),
        ),
        title,
        f"{message('explore-map-sub', lang)}{rest}",
        exhibits.said(title, (spot.hover for spot in _ranked(spots)), lang),
        _table(spots, currency, lang),
    )  # fmt: skip


def _ranked(spots: Sequence[Spot]) -> list[Spot]:
    return sorted(spots, key=lambda spot: (-spot.amount, spot.days))


def _table(spots: Sequence[Spot], currency: str, lang: Lang) -> Table:
    """Give the dots of the map, the largest amount first; the deals themselves stand below."""
    keys = ("exhibit-deals", "exhibit-age", "exhibit-amount")
    heads = [text(message("exhibit-what", lang)), *(figures(message(key, lang)) for key in keys)]
    rows: list[list[Cell]] = [
        [spot.hover.partition(" · ")[0], Number(spot.n, "count"), Number(round(spot.days), "days"),
         Number(round(spot.amount), "money", currency)]
        for spot in _ranked(spots)[:_LISTED]
    ]  # fmt: skip
    left = len(spots) - _LISTED
    if left > 0:
        rows.append([message("exhibit-more-deals", lang, n=left), None, None, None])
    return Table(heads, rows)


def finding(view: View, found: Standings, total: Fact | None, lang: Lang) -> str:
    """Say in one sentence what the view shows."""
    name = words.label(view.metric, lang)
    if found.is_within_chance:
        return message("explore-finding-chance", lang, n=found.compared, metric=name)
    if found.apart:
        n = i18n.number(found.compared, lang)
        return message("explore-finding-apart", lang, n=len(found.apart), of=n, metric=name)
    if total is not None and total.value is not None:
        value = f"{words.fact_text(total, lang)} ({words.counts(total, lang)})"
        return message(
            "explore-finding-total", lang, metric=name, value=value, who=all_name(view, lang)
        )
    known = [fact for fact in found.facts if fact.value is not None]
    if known:
        return message("explore-finding-known", lang, metric=name, n=len(known))
    return message("explore-finding-none", lang, metric=name)
