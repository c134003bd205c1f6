"""The figures of a session as a table: now, what it rests on, the goal, the own course."""

from collections.abc import Sequence

from workbench.charts.tiny import course
from workbench.i18n import Lang, message
from workbench.page.cells import Cell, Course, Marked, Strong
from workbench.page.picture import Picture
from workbench.page.table import Table, figures, words
from workbench.review.coaching.measures import Measure

_COURSE = 120  # px
_HEADS = ("metric", "value", "n", "goal", "course")


def figures_table(found: Sequence[Measure], lang: Lang, *, title: str = "") -> Table:
    """Give the measures, one per row; a phone shows them as cards."""
    heads = [
        (figures if name in ("value", "goal") else words)(message(f"coach-head-{name}", lang))
        for name in _HEADS
    ]
    return Table(heads, [_row(each, lang) for each in found], title=title)


def _row(found: Measure, lang: Lang) -> list[Cell]:
    name: Cell = found.name
    if found.is_focus:
        name = Marked(found.name, message("coach-is-focus", lang))
    return [name, Strong(found.value), found.counts, found.goal, _course(found)]


def _course(found: Measure) -> Cell:
    known = [(period, text) for period, position, text in found.course if position is not None]
    if len(known) < 2:  # noqa: PLR2004 (a line has two ends)
        return None
    drawn = Picture(
        lambda width: course([position for _, position, _ in found.course], width=width),
        key=f"course-{found.metric.replace('_', '-')}",
        description=" → ".join(f"{period} {text}" for period, text in known),
        widths=(_COURSE,),
    )
    return Course(drawn, f"{known[0][0]} {known[0][1]} →")
