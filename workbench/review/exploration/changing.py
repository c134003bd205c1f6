"""Why won revenue differs between two periods: volume, mix, price, what came and what went."""

from datetime import date
from decimal import Decimal

from workbench import i18n
from workbench.charts.waterfall import Change, waterfall
from workbench.i18n import Lang, message
from workbench.metrics.comparison.price_volume_mix import Seller, price_volume_mix
from workbench.model.period import Period
from workbench.review import exhibits, words
from workbench.review.exploration.exploration import Exploration
from workbench.review.exploration.picture import Picture
from workbench.review.exploration.view import View
from workbench.review.sections.change import PARTS
from workbench.snapshots.where import Where


def explained(explored: Exploration, view: View, lang: Lang) -> Picture:
    """Draw the way from one period's won revenue to another's, in the view's cut."""
    before, now = explored.before(view), explored.period(view)
    where, currency = explored.where(view), explored.workspace.currency
    wholes = [explored.cut.whole("won_revenue", period, where) for period in (before, now)]
    for whole in wholes:
        if whole.reason == "outside_record":  # nothing is known to have changed from, or to
            why = words.reason_text(whole.reason, whole.note, lang)
            return Picture(None, message("explore-tool-change", lang), why, why)
    totals = [whole.value or Decimal(0) for whole in wholes]
    if not any(totals):
        told = message("explore-change-none", lang, before=before.name, period=now.name)
        return Picture(None, message("explore-tool-change", lang), told, told)
    seller = _seller(explored, view, before, now)
    sold = {period: explored.cut.sold(period, where) for period in (before, now)}
    split = price_volume_mix(sold[before], sold[now], seller)
    parts = dict(vars(split))
    parts["other"] = totals[1] - totals[0] - split.total
    rows = [
        Change(name=before.name, value=float(totals[0]), is_total=True,
               label=i18n.money(totals[0], currency, lang)),
        *(
            Change(name=message(f"change-{part}", lang), value=float(parts[part]),
                   label=i18n.money(parts[part], currency, lang, is_signed=True))
            for part in PARTS
            if abs(parts[part]) >= 1
        ),
        Change(name=now.name, value=float(totals[1]), is_total=True,
               label=i18n.money(totals[1], currency, lang)),
    ]  # fmt: skip
    change = i18n.money(totals[1] - totals[0], currency, lang, is_signed=True)
    title = message(
        "explore-change-title", lang, change=change, before=before.name, period=now.name
    )
    written = exhibits.amounts(currency, lang)
    return Picture(
        lambda width: waterfall(rows, width=width, axis_text=written),
        title,
        message("explore-change-sub", lang),
        exhibits.said(title, (f"{row.name} {row.label}" for row in rows), lang),
        exhibits.steps_table(rows, currency, lang),
    )


def _seller(explored: Exploration, view: View, before: Period, now: Period) -> Seller:
    """Say what the whole company sells now, and whether a single rep was there in both periods."""
    offered = set(explored.cut.sold(now, Where()))
    rep = explored.people(view).get(view.rep) if view.rep else None
    first, last = min(before.start, now.start), max(before.last_day, now.last_day)
    return Seller(
        None if "" in offered else offered,
        rep is None or ((rep.hired_on or date.min) <= first and (rep.left_on or date.max) >= last),
    )
