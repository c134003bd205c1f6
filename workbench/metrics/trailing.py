"""What the twelve months before tell: sales velocity (M16) and the coverage needed (M20)."""

from datetime import date
from decimal import Decimal

from workbench.metrics.conversion import KNOWN_SHARE
from workbench.metrics.credits import NO, YES
from workbench.metrics.disclosure import FEWEST, rate_told
from workbench.metrics.expression import Table, Value, _, ibis
from workbench.metrics.ground import Ground
from workbench.metrics.metric import Metric, Outcome, Parts, absent, exact
from workbench.metrics.parts import Opens, Part, count_of, known_of, median_of, sum_of
from workbench.model.money import quotient

_OTHERS = 5  # the one threshold of anonymity


def year_until(end: date) -> date:
    """Give the day twelve months before a day."""
    leap = (end.month, end.day) == (2, 29)
    return (end.replace(day=28) if leap else end).replace(year=end.year - 1)


def trailing(ground: Ground) -> Table:
    """Give the deals closed in the twelve months to the end, and those open and qualified."""
    end, now = ground.basis.end, ground.of_state
    rows = now.credited
    decided = rows.filter(
        _.is_closed & (_.close_on >= year_until(end)) & (_.close_on < end)
    ).mutate(on=_.close_on)
    waiting = rows.filter(~_.is_closed & _.is_qualified.fill_null(YES)).mutate(
        on=ibis.literal(now.basis.as_of)
    )
    both = decided.union(waiting).mutate(is_won=_.is_won.fill_null(NO))
    days = both.close_on.delta(both.created_on, unit="day")
    return now.one_row_per_deal(both.mutate(cycle_days=days))


def team_year(ground: Ground) -> Table:
    """Give each rep what their team, and the company, won and lost in those twelve months.

    One row per rep, `circle` (team or company) and member of it, already summed per member; the
    company is one row.
    """
    sums = (
        trailing(ground)
        .filter(_.is_closed)
        .group_by("rep_id")
        .aggregate(
            won=_.amount.sum(where=_.is_won),
            lost=_.amount.sum(where=~_.is_won),
            n_lost=_.is_won.ifelse(0, 1).sum(),
            known_lost=(~_.is_won & _.amount.notnull()).ifelse(1, 0).sum(),
        )
    )
    reps = ground.tables["reps"]
    team = reps.team if "team" in reps.columns else ibis.null().cast("string")
    placed = reps.select(member_id="rep_id", team=team)
    members = sums.join(placed, sums.rep_id == placed.member_id).drop("rep_id")
    seats = reps.select("rep_id", own_team=team)
    near = members.join(seats, members.team == seats.own_team).mutate(circle=ibis.literal("team"))
    far = members.drop("team", "member_id").aggregate(
        won=_.won.sum(), lost=_.lost.sum(), n_lost=_.n_lost.sum(), known_lost=_.known_lost.sum()
    )
    names = ("rep_id", "circle", "won", "lost", "n_lost", "known_lost")
    everywhere = far.cross_join(reps.select("rep_id")).mutate(circle=ibis.literal("company"))
    decimals = {name: _[name].cast("decimal(38,8)") for name in ("won", "lost")}
    counts = {name: _[name].cast("int64") for name in ("n_lost", "known_lost")}
    kept = [rows.mutate(**decimals, **counts).select(*names) for rows in (near, everywhere)]
    return ibis.union(*kept)


def _velocity(parts: Parts) -> Outcome:
    waiting, decided, won = (int(parts[name] or 0) for name in ("waiting", "decided", "won"))
    known, total = int(parts["known"] or 0), exact(parts["total"])
    cycle = exact(parts["cycle"])
    if not decided:
        return absent("no_closed_deals_in_year", n=waiting)
    if not known or total is None or cycle is None:
        return absent("no_won_deals", n=waiting)
    if cycle <= 0:
        return absent("cycle_not_positive", n=waiting)
    # N × (total / known) × (won / decided) / cycle with one division, so that it is rounded once
    top, bottom = waiting * total * won, known * decided * cycle
    return Outcome(quotient(top, bottom), n=decided)


def _needed(parts: Parts) -> Outcome:
    circle = "team" if int(parts["members"] or 0) > _OTHERS else "company"
    won, lost = (exact(parts[f"{name}_{circle}"]) or Decimal(0) for name in ("won", "lost"))
    n_lost, known_lost = (int(parts[f"{name}_{circle}"] or 0) for name in ("n_lost", "known_lost"))
    if known_lost < n_lost * KNOWN_SHARE:
        return absent("lost_amounts_unknown", n=known_lost)
    if won <= 0:
        return absent("no_value_closed", n=known_lost)
    note = "team_record" if circle == "team" else "company_record"
    # Made of colleagues' deals, so told as coarse as what is told of them
    return Outcome(rate_told(quotient(won + lost, won), FEWEST), n=n_lost, note=note)


def _in_circle(name: str, circle: str) -> Part:
    return sum_of(lambda t: t[name], lambda t: t.circle == circle)


def _is_won(deals: Table) -> Value:
    return deals.is_closed & deals.is_won


TRAILING = (
    Metric(
        key="sales_velocity",
        id="M16",
        unit="money_per_day",
        direction=1,
        source="Open deals × average size × win rate / cycle, of the twelve months before",
        population="trailing",
        # Four figures in one: its rows are named by what they are, and nothing but n adds up
        opens=Opens(
            n=("decided",),
            among=("waiting",),
            words={"open": "waiting", "won": "won", "lost": "decided"},
        ),
        parts={
            "waiting": count_of(lambda t: ~t.is_closed),
            "decided": count_of(lambda t: t.is_closed),
            "won": count_of(_is_won),
            "total": sum_of(lambda t: t.amount, _is_won),
            "known": known_of(lambda t: t.amount, _is_won),
            "cycle": median_of(lambda t: t.cycle_days, _is_won),
        },
        finish=_velocity,
        needs=(
            "deals.close_on",
            "deals.created_on",
            "amount",
            "state.is_open",
            "state.is_qualified",
        ),
        needs_losses=True,
        needs_open=True,
    ),
    Metric(
        key="needed_coverage",
        id="M20",
        unit="ratio",
        direction=0,
        source="One over the win rate by value of the team in the twelve months before",
        population="team_year",
        withheld="others_rows",
        parts={
            "members": count_of(lambda t: t.circle == "team"),
            **{
                f"{name}_{circle}": _in_circle(name, circle)
                for name in ("won", "lost", "n_lost", "known_lost")
                for circle in ("team", "company")
            },
        },
        finish=_needed,
        needs=("deals.close_on", "amount"),
        needs_losses=True,
    ),
)
