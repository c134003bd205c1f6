"""What follows a box while it is drawn: ranking, trend and funnel of the deals inside it.

Only marks change: rows keep their order, axes are those of deals of every age and size, and shares
go to 1. What is drawn is drawn by the functions of the pictures; it is asked of cubes, which are
made when the pointer comes near.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.charts.scale import Reach
from workbench.i18n import Lang
from workbench.metrics.catalogue import is_state
from workbench.metrics.cutting import is_cut
from workbench.metrics.fact import Fact
from workbench.review import words
from workbench.review.exploration.exploration import Exploration
from workbench.review.exploration.funnel import KEY, drawn_funnel, funnel_rows, passages
from workbench.review.exploration.picture import Draw
from workbench.review.exploration.ranked import drawn_ranking, ranking_rows
from workbench.review.exploration.trend import courses, drawn_trend
from workbench.review.exploration.view import View
from workbench.snapshots.question import Question

STATES = ("won", "lost", "open")  # of the deals that are listed and counted
_SHARES: Reach = (0.0, 1.0)


@dataclass(frozen=True)
class Held:
    """What stands still while a box is drawn; None: the chart does not follow it."""

    view: View  # of deals of every age and size
    reps: tuple[str, ...]  # shown in the ranking, in their order
    has_line: bool  # whether the ranking shows the figure of all together
    ranking: Reach | None
    trend: Reach | None
    funnel: int | None


def boxless(view: View) -> View:
    """Give the same view of deals of every age and size."""
    return view.model_copy(update={"days": None, "amount": None})


def prepare(explored: Exploration, view: View) -> None:
    """Make the cubes of everything that follows a box, and of what is counted when it is let go."""
    where, period = explored.where(view), explored.period(view)
    explored.cut.prepare(_asked(explored, view), [(period, where, STATES)])


def hold(explored: Exploration, view: View, facts: Sequence[Fact], lang: Lang) -> Held:
    """Say what stands still while a box is drawn in a view.

    Parameters
    ----------
    facts
        Shown in the ranking, in their order.
    """
    wide = boxless(view)
    reps, has_line = tuple(fact.rep_id for fact in facts), False
    ranking = trend = funnel = None
    if is_cut(view.metric) and reps:
        standing = explored.standing(wide, reps)
        total = explored.total(wide, explored.where_of(wide, explored.team(wide)))
        has_line = total is not None and any(fact.low is not None for fact in standing)
        ranking = _reach([*standing, *([total] if total is not None and has_line else [])])
        if not is_state(view.metric):
            told = courses(explored, wide, lang)
            trend = _reach([*told.facts, *told.others])
    if explored.cut.has("passages"):
        funnel = max(passages(explored, wide)[1].values(), default=0)
    return Held(wide, reps, has_line, ranking, trend, funnel or None)


def moving(explored: Exploration, view: View, held: Held, lang: Lang) -> dict[str, Draw]:
    """Give the drawings of a view whose box is being drawn, by chart.

    Parameters
    ----------
    view
        With the box as it stands now.
    held
        Of the view the box is drawn in.

    Returns
    -------
    dict
        What does not follow a box is not there: figures that are not cut by deal, and the trend of
        those that tell how things stand.
    """
    drawn: dict[str, Draw] = {}
    if held.ranking is not None:
        facts = explored.standing(view, held.reps)
        total = explored.total(view, explored.where_of(view, explored.team(view)))
        rows = ranking_rows(explored, view, facts, lang)
        line = total if held.has_line else None
        drawn["ranking"] = drawn_ranking(rows, facts[0], line, view, lang, held.ranking)
    if held.trend is not None:
        drawn["trend"] = drawn_trend(courses(explored, view, lang), lang, held.trend)
    if held.funnel is not None:
        found, entered = passages(explored, view)
        stages = funnel_rows(explored, view, found, entered, lang)
        drawn["funnel"] = drawn_funnel(stages, lang, held.funnel)
    return drawn


def _reach(facts: Iterable[Fact]) -> Reach:
    """Give the values an axis has to hold; shares may go anywhere from none to all."""
    known = list(facts)
    if known and known[0].unit == "share":
        return _SHARES
    ends = [end for fact in known for end in (fact.value, fact.low, fact.high)]
    placed = [place for place in map(words.position, ends) if place is not None]
    return min([0.0, *placed]), max([0.0, *placed])


def _asked(explored: Exploration, view: View) -> list[Question]:
    """List what ranking, trend and funnel ask of a view, each chart once."""
    period, key = explored.period(view), view.metric
    asked: list[Question] = []
    if is_cut(key):
        team = explored.team(view)
        where = explored.where_of(view, tuple(explored.members(view)))
        asked.append(Question(key=key, each="rep", periods=(period,), where=where))
        if is_state(key):
            whole = explored.where_of(view, team)
            asked.append(Question(key=key, each="all", periods=(period,), where=whole))
        else:
            periods = tuple(explored.periods(view))
            whose = [team, *((rep,) for rep in (view.rep, view.against) if rep)]
            asked += [
                Question(key=key, each="period", periods=periods,
                         where=explored.where_of(view, reps))
                for reps in whose
            ]  # fmt: skip
    if explored.cut.has("passages"):
        stages = "" if KEY in explored.cut.lacks else KEY
        where = explored.where(view).without("stage")
        asked.append(Question(key=stages, each="stage", periods=(period,), where=where))
    return asked
