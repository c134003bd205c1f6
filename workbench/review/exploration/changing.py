"""Why won revenue differs between two periods: volume, mix, price, what came and what went."""

from decimal import Decimal

from workbench import i18n
from workbench.charts.waterfall import Change, waterfall
from workbench.i18n import Lang, message
from workbench.metrics.comparison.price_volume_mix import price_volume_mix
from workbench.review import words
from workbench.review.exploration.exploration import Exploration
from workbench.review.exploration.picture import Picture
from workbench.review.exploration.view import View
from workbench.review.sections.change import PARTS


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
    split = price_volume_mix(explored.cut.sold(before, where), explored.cut.sold(now, where))
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
    described = "; ".join(f"{row.name} {row.label}" for row in rows)
    return Picture(
        lambda width: waterfall(rows, width=width),
        title,
        message("explore-change-sub", lang),
        described,
    )
