"""What if: the attainment of a rep, had a driver of the result differed by some percent."""

from decimal import Decimal
from typing import Any

from workbench import i18n
from workbench.charts.bars import Bar, bars
from workbench.i18n import Lang, message
from workbench.metrics.scenario import Changes, Drivers, scenario
from workbench.model.money import FACT_SCALE, round_half_up
from workbench.page.cells import Cell
from workbench.page.number import Number
from workbench.page.table import Table, figures
from workbench.page.table import words as text
from workbench.review import exhibits, words
from workbench.review.exploration.exploration import Exploration
from workbench.review.exploration.picture import Picture
from workbench.review.exploration.view import View, WhatIf

DRIVERS = {
    "win_rate": "win_rate",
    "deal_size": "average_deal_size",
    "cycle_days": "sales_cycle_days",
    "quota": "effective_quota",
}


def tried(explored: Exploration, view: View, lang: Lang) -> Picture:
    """Draw attainment today and under the view's changes."""
    if not view.rep:
        return _told("explore-what-if-pick", lang)
    who = explored.people(view)[view.rep].name
    now = drivers(explored, view)
    if now.won_revenue is None or not now.quota:
        return _told("explore-what-if-none", lang, who=who, period=explored.period(view).name)
    lacking = _lacking(now, view.what_if)
    if lacking:
        name = words.label(DRIVERS[lacking], lang)
        return _told("explore-what-if-unknown", lang, who=who, driver=name)
    today, then = scenario(now, Changes()), scenario(now, changes(now, view.what_if))
    before, after = (_share(found.attainment, lang) for found in (today, then))
    is_same = view.what_if == WhatIf()
    title = message("explore-what-if-same", lang, before=before)
    if not is_same:
        title = message("explore-what-if-title", lang, before=before, after=after)
    currency = explored.workspace.currency
    rows = [
        Bar(name=message(f"explore-what-if-{name}", lang), tone=tone,  # type: ignore[arg-type]
            value=words.position(found.attainment),
            label=f"{_share(found.attainment, lang)}　{_money(found.won_revenue, currency, lang)}")
        for name, tone, found in (("now", "peer", today), ("then", "rep", then))
    ]  # fmt: skip
    sub = message(
        "explore-what-if-sub", lang, revenue=_money(now.won_revenue, currency, lang),
        quota=_money(now.quota, currency, lang),
    )  # fmt: skip
    held: list[list[Cell]] = [
        [row.name, Number(found.attainment, "share"), Number(found.won_revenue, "money", currency)]
        for row, found in zip(rows, (today, then), strict=True)
    ]
    heads = [text(message("exhibit-what", lang))]
    heads += [figures(words.label(key, lang)) for key in ("quota_attainment", "won_revenue")]
    written = exhibits.shares(lang)
    return Picture(
        lambda width: bars(rows, width=width, row_height=34, axis_text=written), title, sub,
        exhibits.said(title, (f"{row.name} {row.label}" for row in rows), lang),
        Table(heads, held, is_plain=True),
    )  # fmt: skip


def drivers(explored: Exploration, view: View) -> Drivers:
    """Gather what a rep's result is made of, from the facts of the period."""
    facts = explored.facts(explored.period(view))

    def value(key: str) -> Decimal | None:
        fact = facts.get((view.rep, key))
        return None if fact is None else fact.value

    return Drivers(
        won_revenue=value("won_revenue"),
        quota=value("effective_quota"),
        win_rate=value("win_rate"),
        deal_size=value("average_deal_size"),
        cycle_days=value("sales_cycle_days"),
        coverage=value("pipeline_coverage"),
        win_rate_by_value=value("win_rate_by_value"),
    )


def changes(now: Drivers, asked: WhatIf) -> Changes:
    """Turn percents into drivers; a rate ends at 1."""
    found: dict[str, Any] = {}
    for name, percent in asked:
        value = getattr(now, name)
        if percent and value is not None:
            then = round_half_up(value * (100 + percent) / 100, FACT_SCALE)
            found[name] = min(then, Decimal(1)) if name == "win_rate" else then
    return Changes(**found)


def _lacking(now: Drivers, asked: WhatIf) -> str:
    return next((name for name, percent in asked if percent and not getattr(now, name)), "")


def _share(value: Decimal | None, lang: Lang) -> str:
    return i18n.MISSING if value is None else i18n.share(value, lang)


def _money(value: Decimal | None, currency: str, lang: Lang) -> str:
    return i18n.MISSING if value is None else i18n.money(value, currency, lang)


def _told(key: str, lang: Lang, **values: str) -> Picture:
    return Picture(None, message("explore-tool-what-if", lang), message(key, lang, **values), "")
