"""The funnel of a view: what became of the deals that entered each stage in the period."""

from collections.abc import Mapping, Sequence

from workbench import i18n
from workbench.charts.stage_flow import Stage, stage_flow
from workbench.i18n import Lang, message
from workbench.metrics.metric import Outcome
from workbench.page.cells import Cell
from workbench.page.number import Number
from workbench.page.table import Table, figures
from workbench.page.table import words as text
from workbench.review import exhibits, words
from workbench.review.exploration.exploration import Exploration
from workbench.review.exploration.picture import Draw, Picture, empty
from workbench.review.exploration.view import View

KEY = "stage_conversion"


def funnel_picture(explored: Exploration, view: View, lang: Lang) -> Picture:
    """Draw what became of the deals that entered each stage in the period."""
    if not explored.cut.has("passages"):
        return empty("explore-funnel-none", message("explore-funnel-none-sub", lang), lang)
    found, entered = passages(explored, view)
    if not entered:
        return empty("explore-funnel-empty", message("explore-widen", lang), lang)
    rows = funnel_rows(explored, view, found, entered, lang)
    period, title = explored.period(view).name, _title(found, lang)
    return Picture(
        drawn_funnel(rows, lang),
        title,
        message("explore-funnel-sub", lang, period=period),
        exhibits.said(title, (f"{row.name} {row.rate_label} ({row.counts})" for row in rows), lang),
        _table(rows, lang),
    )


def _table(rows: Sequence[Stage], lang: Lang) -> Table:
    keys = ("explore-funnel-passed", "explore-funnel-still", "explore-funnel-lost", "exhibit-share")
    heads = [text(message("exhibit-stage", lang)), *(figures(message(key, lang)) for key in keys)]
    held: list[list[Cell]] = [
        [row.name, *(Number(n, "count") for n in (row.passed, row.still, row.lost)),
         row.rate_label]
        for row in rows
    ]  # fmt: skip
    return Table(heads, held)


def passages(explored: Exploration, view: View) -> tuple[Mapping[str, Outcome], Mapping[str, int]]:
    """Give by stage how many got past it, and how many entered, whatever stage is picked."""
    period, where = explored.period(view), explored.where(view).without("stage")
    return explored.cut.by_stage(KEY, period, where), explored.cut.entered(period, where)


def funnel_rows(
    explored: Exploration,
    view: View,
    found: Mapping[str, Outcome],
    entered: Mapping[str, int],
    lang: Lang,
) -> list[Stage]:
    """Give a row for each stage, whether any deal entered it or none did."""
    nothing = explored.cut.nothing(KEY, explored.period(view))
    rows = []
    for key in explored.cut.stage_names:
        outcome, n = found.get(key, nothing), entered.get(key, 0)
        left, passed = int(outcome.denominator or 0), int(outcome.numerator or 0)
        rate = "—" if outcome.value is None else i18n.share(outcome.value, lang, 0)
        counts = f"{i18n.number(passed, lang)} / {i18n.number(left, lang)}"
        if 0 < left < words.UNSTEADY_BELOW:
            counts += f"  {message('review-small-sample', lang)}"
        rows.append(
            Stage(key=key, name=words.stage_name(key, lang), passed=passed, still=n - left,
                  lost=left - passed, rate_label=rate, counts=counts, is_picked=key == view.stage)
        )  # fmt: skip
    return rows


def drawn_funnel(rows: Sequence[Stage], lang: Lang, reach: int | None = None) -> Draw:
    """Say how stages are drawn; `reach`: how many deals the widest bar would hold."""
    passed, still, lost = (
        message(f"explore-funnel-{part}", lang) for part in ("passed", "still", "lost")
    )
    return lambda width: stage_flow(rows, width=width, heads=(passed, still, lost), reach=reach)


def _title(found: Mapping[str, Outcome], lang: Lang) -> str:
    known = [
        (outcome.value, words.stage_name(key, lang))
        for key, outcome in found.items()
        if outcome.value is not None and outcome.n >= words.RANKED_FROM
    ]
    if not known:
        return message("explore-funnel-plain", lang)
    value, stage = min(known)
    return message("explore-funnel-finding", lang, stage=stage, share=i18n.share(value, lang, 0))
