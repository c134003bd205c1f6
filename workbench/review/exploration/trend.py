"""The trend of a view: its figure over the last periods, a rep's beside the team's."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench import i18n
from workbench.charts.course import Line, Point, course
from workbench.charts.scale import Reach
from workbench.i18n import Lang, message
from workbench.metrics.catalogue import is_state
from workbench.metrics.cutting import is_cut
from workbench.metrics.fact import Fact
from workbench.page.table import Table, figures
from workbench.page.table import words as text
from workbench.review import exhibits, words
from workbench.review.exploration.exploration import Exploration
from workbench.review.exploration.picture import Draw, Picture, all_name, axis_text, empty
from workbench.review.exploration.view import View


@dataclass(frozen=True)
class Courses:
    """Whose course is drawn, beside whose, and the facts of both."""

    main: Line
    other: Line | None
    facts: Sequence[Fact]
    others: Sequence[Fact]


def trend_picture(explored: Exploration, view: View, lang: Lang) -> Picture:
    """Draw the view's figure over the last periods, a rep's beside the team's."""
    if is_state(view.metric):
        return empty("explore-trend-state", message("explore-trend-state-sub", lang), lang)
    if not is_cut(view.metric) and (not view.rep or view.is_of_deals):
        return empty("explore-trend-none", message("explore-trend-none-sub", lang), lang)
    told = courses(explored, view, lang)
    is_share = told.facts[0].unit == "share"
    title = _title(told.main, view, lang)
    points = [f"{point.name} {point.label} ({point.n_label})" for point in told.main.points]
    if told.other is not None:
        last = told.other.points[-1]
        points.append(f"{told.other.name} {last.name} {last.label} ({last.n_label})")
    return Picture(
        drawn_trend(told, lang),
        title,
        message("explore-trend-sub" if is_share else "explore-trend-sub-plain", lang),
        exhibits.said(title, points, lang),
        _table(told, lang),
    )


def _table(told: Courses, lang: Lang) -> Table:
    """Give the points of each line, period by period, with what they rest on."""
    lines = [told.main, *([told.other] if told.other else [])]
    n = message("results-n", lang)
    heads = [text(message("exhibit-period", lang))]
    heads += [figures(head) for line in lines for head in (line.name, n)]
    rows = [
        [points[0].name, *(cell for point in points for cell in (point.label, _n(point)))]
        for points in zip(*(line.points for line in lines), strict=True)
    ]
    return Table(heads, rows)


def _n(point: Point) -> str:
    return point.n_label.removeprefix("n = ")


def courses(explored: Exploration, view: View, lang: Lang) -> Courses:
    """Give the lines of a trend: a rep's beside another's or the team's, else the team's alone."""
    periods, people = explored.periods(view), explored.people(view)
    if is_cut(view.metric):
        team = explored.course(view, explored.where_of(view, explored.team(view)), periods)
        own, rest = (
            explored.course(view, explored.where_of(view, (rep,)), periods) if rep else []
            for rep in (view.rep, view.against)
        )
    else:
        team = []
        own, rest = (
            explored.rep_course(view, rep, periods) if rep else []
            for rep in (view.rep, view.against)
        )
    name = people[view.rep].name if own else all_name(view, lang)
    beside = rest or (team if own else [])
    beside_name = people[view.against].name if rest else all_name(view, lang)
    other = _line(beside_name, beside, lang) if beside else None
    facts = own or team
    return Courses(_line(name, facts, lang), other, facts, beside)


def drawn_trend(told: Courses, lang: Lang, reach: Reach | None = None) -> Draw:
    """Say how lines are drawn; `reach` as in `drawn_ranking`."""
    is_share, written = told.facts[0].unit == "share", axis_text(told.facts[0], lang)
    return lambda width: course(
        told.main, told.other, width=width, axis_text=written, is_share=is_share, reach=reach
    )


def _title(main: Line, view: View, lang: Lang) -> str:
    last = main.points[-1]
    metric = words.label(view.metric, lang)
    return message("explore-trend-title", lang, who=main.name, metric=metric, value=last.label)


def _line(name: str, facts: Sequence[Fact], lang: Lang) -> Line:
    points = [
        Point(
            name=fact.period,
            value=words.position(fact.value),
            label=words.coarse(fact.value, fact, lang),
            n_label=f"n = {i18n.number(fact.n, lang)}",
            is_unsteady=words.is_unsteady(fact),
            low=words.position(fact.low),
            high=words.position(fact.high),
            is_this=fact.period == facts[-1].period,
        )
        for fact in facts
    ]
    return Line(name=name, points=points)
