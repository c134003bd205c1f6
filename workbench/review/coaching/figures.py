"""The figures of a session as a table: now, what it rests on, the goal, the own course."""

from collections.abc import Sequence

from markupsafe import Markup

from workbench.charts.figure import figure
from workbench.charts.tiny import course
from workbench.i18n import MISSING, Lang, message
from workbench.review.coaching.measures import Measure
from workbench.review.table import figures, table, words

_COURSE = 120  # px
_HEADS = ("metric", "value", "n", "goal", "course")


def figures_table(found: Sequence[Measure], lang: Lang, *, title: str = "") -> Markup:
    """Draw the measures, one per row; a phone shows them as cards."""
    heads = [
        (figures if name in ("value", "goal") else words)(message(f"coach-head-{name}", lang))
        for name in _HEADS
    ]
    return table(heads, [_row(each, lang) for each in found], lang=lang, title=title)


def _row(found: Measure, lang: Lang) -> list[str | Markup]:
    name: str | Markup = found.name
    if found.is_focus:
        chip = Markup('{} <span class="chip ev">{}</span>')
        name = chip.format(found.name, message("coach-is-focus", lang))
    value = Markup("<b>{}</b>").format(found.value)
    return [name, value, found.counts, found.goal, _course(found)]


def _course(found: Measure) -> Markup | str:
    known = [(period, text) for period, position, text in found.course if position is not None]
    if len(known) < 2:  # noqa: PLR2004 (a line has two ends)
        return MISSING
    told = " → ".join(f"{period} {text}" for period, text in known)
    drawn = figure(
        lambda width: course([position for _, position, _ in found.course], width=width),
        key=f"course-{found.metric.replace('_', '-')}",
        description=told,
        widths=(_COURSE,),
    )
    first = f"{known[0][0]} {known[0][1]} →"
    return Markup('<span class="course">{}<small>{}</small></span>').format(drawn, first)
