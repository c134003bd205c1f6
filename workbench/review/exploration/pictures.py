"""The four drawings of a view: a ranking, a trend, a funnel, a map of the open deals.

Each follows the choices made in the others, not its own: a ranking keeps all reps of the team
while one is picked, a map all sizes while some are.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal

from workbench import i18n
from workbench.charts.course import Line, Point, course
from workbench.charts.deal_map import Spot, deal_map
from workbench.charts.layers import Drawing
from workbench.charts.ranking import Standing, ranking
from workbench.charts.stage_flow import Stage, stage_flow
from workbench.i18n import Lang, message
from workbench.metrics.catalogue import is_state
from workbench.metrics.cutting import is_cut
from workbench.metrics.fact import Fact
from workbench.review import words
from workbench.review.exploration.exploration import Exploration
from workbench.review.exploration.picture import Picture
from workbench.review.exploration.standing import MOST, Standings, standings
from workbench.review.exploration.view import View

_CELLS, _MOST_DOTS = (36, 20), 250
_DESCRIBED = 12  # marks a description names one by one


def ranking_picture(
    explored: Exploration, view: View, lang: Lang
) -> tuple[Picture, Standings, Fact | None]:
    """Draw the reps of the team side by side; also give what it stands on and the total."""
    found = standings(explored.standing(view))
    total = explored.total(view, explored.where_of(view, explored.team(view)))
    known = bool(found.facts) and any(fact.value is not None for fact in found.facts)
    if not known:
        reason = words.reason(found.facts[0], lang) if found.facts else ""
        return _empty("explore-ranking-none", reason, lang), found, total
    rows = [_standing(explored, view, fact, found, lang) for fact in found.facts[:MOST]]
    line = None if total is None or not found.has_intervals else total
    line_label = ""
    if line is not None:
        line_label = f"{_all_name(view, lang)} {words.fact_text(line, lang)}"
    value = words.position(line.value) if line is not None else None
    is_share = found.facts[0].unit == "share"
    written = _axis(found.facts[0], lang)

    def draw(width: int) -> Drawing:
        return ranking(
            rows, width=width, line=value, line_label=line_label, axis_text=written,
            is_share=is_share,
        )  # fmt: skip

    told = "; ".join(f"{row.name} {row.label} {row.note}" for row in rows[:_DESCRIBED])
    picture = Picture(draw, _ranking_title(found, view, lang), _ranking_sub(found, lang), told)
    return picture, found, total


def trend_picture(explored: Exploration, view: View, lang: Lang) -> Picture:
    """Draw the view's figure over the last periods, a rep's beside the team's."""
    if is_state(view.metric):
        return _empty("explore-trend-state", message("explore-trend-state-sub", lang), lang)
    if not is_cut(view.metric) and (not view.rep or view.is_of_deals):
        return _empty("explore-trend-none", message("explore-trend-none-sub", lang), lang)
    main, other, facts = _lines(explored, view, lang)
    is_share, written = facts[0].unit == "share", _axis(facts[0], lang)
    told = "; ".join(f"{point.name} {point.label} {point.n_label}" for point in main.points)
    return Picture(
        lambda width: course(main, other, width=width, axis_text=written, is_share=is_share),
        _trend_title(main, view, lang),
        message(
            "explore-trend-sub" if facts[0].unit == "share" else "explore-trend-sub-plain", lang
        ),
        told,
    )


def _lines(
    explored: Exploration, view: View, lang: Lang
) -> tuple[Line, Line | None, Sequence[Fact]]:
    """Give whose course is drawn, beside whose, and the facts of the first."""
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
    name = people[view.rep].name if own else _all_name(view, lang)
    beside = rest or (team if own else [])
    beside_name = people[view.against].name if rest else _all_name(view, lang)
    other = _line(beside_name, beside, lang) if beside else None
    facts = own or team
    return _line(name, facts, lang), other, facts


def funnel_picture(explored: Exploration, view: View, lang: Lang) -> Picture:
    """Draw what became of the deals that entered each stage in the period."""
    cut, period = explored.cut, explored.period(view)
    if not cut.has("passages"):
        return _empty("explore-funnel-none", message("explore-funnel-none-sub", lang), lang)
    where = explored.where(view).without("stage")
    found, entered = cut.by_stage("stage_conversion", period, where), cut.entered(period, where)
    if not entered:
        return _empty("explore-funnel-empty", message("explore-widen", lang), lang)
    rows = []
    lowest: tuple[Decimal, str] | None = None
    for key in cut.stage_names:
        outcome, n = found.get(key, cut.nothing("stage_conversion", period)), entered.get(key, 0)
        left, passed = int(outcome.denominator or 0), int(outcome.numerator or 0)
        rate = "—" if outcome.value is None else i18n.share(outcome.value, lang, 0)
        name = words.stage_name(key, lang)
        if outcome.value is not None and outcome.n >= words.RANKED_FROM:
            lowest = min(lowest or (outcome.value, name), (outcome.value, name))
        counts = f"{i18n.number(passed, lang)} / {i18n.number(left, lang)}"
        rows.append(
            Stage(key=key, name=name, passed=passed, still=n - left, lost=left - passed,
                  rate_label=rate, counts=counts, is_picked=key == view.stage)
        )  # fmt: skip
    heads = tuple(message(f"explore-funnel-{part}", lang) for part in ("passed", "still", "lost"))
    title = message("explore-funnel-plain", lang)
    if lowest is not None:
        share = i18n.share(lowest[0], lang, 0)
        title = message("explore-funnel-finding", lang, stage=lowest[1], share=share)
    told = "; ".join(f"{row.name} {row.rate_label} ({row.counts})" for row in rows)
    return Picture(
        lambda width: stage_flow(rows, width=width, heads=heads),  # type: ignore[arg-type]  # three
        title,
        message("explore-funnel-sub", lang, period=period.name),
        told,
    )


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
        return _empty("explore-map-none", message("explore-widen", lang), lang)
    where = explored.where(view)
    counted = explored.cut.deals.counted(explored.period(view), where, ("open",))
    unplaced = explored.cut.deals.unplaced(where.without("days", "amount"))
    currency = explored.workspace.currency
    total = i18n.money(counted["total"] or Decimal(0), currency, lang)
    box = (
        view.days,
        None if view.amount is None else (float(view.amount[0]), float(view.amount[1])),
    )
    title = message(
        "explore-map-finding", lang, deals=words.deals(counted["n"], lang), amount=total
    )
    rest = message("explore-map-unplaced", lang, n=unplaced) if unplaced else ""
    return Picture(
        lambda width: deal_map(
            spots, width=width, box=box,
            days_text=lambda days: message("review-days", lang, n=i18n.number(round(days), lang)),
            amount_text=lambda amount: i18n.money(
                Decimal(str(amount)), currency, lang, has_unit=False
            ),
        ),
        title,
        f"{message('explore-map-sub', lang)}{rest}",
        title,
    )  # fmt: skip


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
            "explore-finding-total", lang, metric=name, value=value, who=_all_name(view, lang)
        )
    known = [fact for fact in found.facts if fact.value is not None]
    if known:
        return message("explore-finding-known", lang, metric=name, n=len(known))
    return message("explore-finding-none", lang, metric=name)


def _standing(
    explored: Exploration, view: View, fact: Fact, found: Standings, lang: Lang
) -> Standing:
    place = found.facts.index(fact)
    is_small = fact.value is not None and place >= found.compared
    note = words.counts(fact, lang)
    if fact.value is None:
        note = words.reason(fact, lang)
    elif is_small:
        note = f"{note}  {message('explore-small', lang)}"
    has_one_colour = not found.apart
    return Standing(
        key=fact.rep_id,
        name=explored.people(view)[fact.rep_id].name,
        value=words.position(fact.value),
        label="—" if is_small else words.coarse(fact.value, fact, lang),
        note=note,
        low=words.position(fact.low),
        high=words.position(fact.high),
        tone="rep" if has_one_colour or fact.rep_id in found.apart else "peer",
        is_small=is_small,
        is_unsteady=words.is_unsteady(fact),
        is_picked=fact.rep_id in (view.rep, view.against),
    )


def _ranking_title(found: Standings, view: View, lang: Lang) -> str:
    name = words.label(view.metric, lang)
    if found.is_within_chance:
        return message("explore-ranking-chance", lang)
    if found.apart:
        return message("explore-ranking-apart", lang, n=len(found.apart))
    return message("explore-ranking-plain", lang, metric=name)


def _ranking_sub(found: Standings, lang: Lang) -> str:
    told = message(
        "explore-ranking-sub" if found.has_intervals else "explore-ranking-sub-plain", lang
    )
    over = len(found.facts) - MOST
    more = message("explore-ranking-more", lang, n=over, shown=MOST) if over > 0 else ""
    notes = found.facts[0].note.split() if found.facts else []
    today = next((code.partition(":")[2] for code in notes if code.startswith("today:")), "")
    dated = message("explore-ranking-today", lang, day=today) if today else ""
    return f"{dated}{told}{more}"


def _trend_title(main: Line, view: View, lang: Lang) -> str:
    last = main.points[-1]
    metric = words.label(view.metric, lang)
    return message("explore-trend-title", lang, who=main.name, metric=metric, value=last.label)


def _line(name: str, facts: Sequence[Fact], lang: Lang) -> Line:
    points = [
        Point(
            name=fact.period,
            value=words.position(fact.value),
            label=words.coarse(fact.value, fact, lang),
            n_label=f"n={i18n.number(fact.n, lang)}",
            low=words.position(fact.low),
            high=words.position(fact.high),
            is_this=fact.period == facts[-1].period,
        )
        for fact in facts
    ]
    return Line(name=name, points=points)


def _all_name(view: View, lang: Lang) -> str:
    return view.team or message("explore-everybody", lang)


def _axis(fact: Fact, lang: Lang) -> Callable[[float], str]:
    def written(value: float) -> str:
        exact = Decimal(str(round(value, 6)))
        if fact.unit == "share":
            return i18n.share(exact, lang, 0)
        if fact.unit == "money":
            return i18n.money(exact, fact.currency, lang, has_unit=False)
        if fact.unit in ("count", "days", "hours", "points"):
            return i18n.number(exact, lang, 0 if exact == exact.to_integral_value() else 1)
        return words.value_text(exact, fact.unit, fact.currency, lang)

    return written


def _empty(key: str, why: str, lang: Lang) -> Picture:
    title = message(key, lang)
    return Picture(None, title, why, title)
