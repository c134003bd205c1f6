"""An award's rule over a period: who is a candidate, by which figure, and who is not eligible, why.

The rule proposes; a person grants. Nothing here reads a clock or depends on the order of reps.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from workbench.metrics.recognition.drawn import Drawn
from workbench.model.money import round_half_up

Figure = Literal["attainment", "win_rate", "improvement", "colleagues_helped"]
Every = Literal["month", "quarter", "half", "year"]
FEWEST = 5  # people among whom a figure is drawn; fewer have no middle
_TIED = 4  # decimals to which figures are compared: a hundredth of a percent


@dataclass(frozen=True, kw_only=True)
class Rule:
    """What an award asks; data of the workspace."""

    key: str
    figure: Figure
    every: Every
    fewest: int  # deals (or pieces of evidence) a figure rests on
    strength: int  # deals more at the middle of all; 0 where people are counted
    at_least: Decimal | None  # of the figure as it is, before it is drawn
    days_here: int  # days since hiring on the period's last day
    pause: int  # periods a winner waits


@dataclass(frozen=True, kw_only=True)
class Entrant:
    """One rep as the rule sees them."""

    rep_id: str
    value: Decimal | None  # the figure as it is
    drawn: Drawn | None = None  # None where it is counted, not drawn
    n: int = 0  # won deals, decided deals, or pieces of evidence
    reason: str = ""  # code of why there is no figure
    grade: str = ""  # of the data; D is not ranked
    hired_on: date | None = None
    left_on: date | None = None
    is_team: bool = False  # the figures are those of a whole team
    won_in: tuple[str, ...] = ()  # the periods just before in which this award was won


@dataclass(frozen=True)
class Bar:
    """Why somebody is not eligible."""

    rep_id: str
    reason: str  # team, left, too_new, no_figure, grade_d, too_few, too_low, won_lately
    detail: str = ""  # the value the reason speaks of


@dataclass(frozen=True)
class Proposal:
    """What a rule proposes for a period."""

    rule: Rule
    period: str
    candidates: tuple[str, ...]  # several on a tie, none for `reason`
    ranked: tuple[Entrant, ...]  # the eligible, best first; equal figures by id, which decides none
    barred: tuple[Bar, ...]
    hash: str  # sha256 of the rule, the period, the snapshot and everything read of the entrants
    reason: str = ""  # nobody_eligible, group_too_small, nobody_ahead
    is_lead_chance: bool = False  # chance alone would give such a lead over the next


def propose(
    rule: Rule, period: str, last_day: date, entrants: Sequence[Entrant], snapshot: str
) -> Proposal:
    """Apply a rule.

    Parameters
    ----------
    period, last_day
        Its name, and the day tenure is counted to.
    entrants
        One per rep reviewed in the period.
    snapshot
        Hash of the data the figures were made from.

    Returns
    -------
    Proposal
        Equal figures, to four decimals, are all candidates: which of them, a person says.
    """
    barred = [bar for each in entrants if (bar := _bar(rule, each, last_day))]
    out = {bar.rep_id for bar in barred}
    ranked = sorted((e for e in entrants if e.rep_id not in out), key=_place)
    reason = _why_nobody(rule, ranked)
    first = () if reason else tuple(e for e in ranked if _rank(e) == _rank(ranked[0]))
    return Proposal(
        rule=rule,
        period=period,
        candidates=tuple(each.rep_id for each in first),
        ranked=tuple(ranked),
        barred=tuple(sorted(barred, key=lambda bar: bar.rep_id)),
        hash=_hash(rule, period, entrants, snapshot),
        reason=reason,
        is_lead_chance=_is_lead_chance(ranked, len(first)),
    )


def rank(entrant: Entrant) -> Decimal:
    """Give the figure an eligible rep is ranked by: drawn where it is drawn, else as counted."""
    chosen = entrant.drawn.value if entrant.drawn is not None else entrant.value
    return chosen if chosen is not None else Decimal(0)


def _rank(entrant: Entrant) -> Decimal:
    return round_half_up(rank(entrant), _TIED)


def _place(entrant: Entrant) -> tuple[Decimal, str]:
    return -_rank(entrant), entrant.rep_id


def _bar(rule: Rule, each: Entrant, last_day: date) -> Bar | None:
    """Give the first thing that bars somebody, in the order people ask."""
    hired, left, value = each.hired_on, each.left_on, each.value
    is_low = rule.at_least is not None and value is not None and value < rule.at_least
    asked = (
        ("team", each.is_team, ""),
        ("left", left is not None and left <= last_day, str(left)),
        ("too_new", hired is not None and (last_day - hired).days < rule.days_here, str(hired)),
        ("no_figure", value is None, each.reason),
        ("grade_d", each.grade == "D", ""),
        ("too_few", each.n < rule.fewest, str(each.n)),
        ("too_low", is_low, str(value)),
        ("won_lately", bool(each.won_in), ", ".join(each.won_in)),
    )
    found = ((reason, detail) for reason, is_so, detail in asked if is_so)
    first = next(found, None)
    return None if first is None else Bar(each.rep_id, *first)


def _why_nobody(rule: Rule, ranked: Sequence[Entrant]) -> str:
    if not ranked:
        return "nobody_eligible"
    if rule.strength and len(ranked) < FEWEST:
        return "group_too_small"
    return "" if _rank(ranked[0]) > 0 else "nobody_ahead"


def _is_lead_chance(ranked: Sequence[Entrant], first: int) -> bool:
    """Whether the 95 % interval of the first one's lead over the next holds nothing."""
    if not first or first >= len(ranked):
        return False
    leader, following = ranked[0].drawn, ranked[first].drawn
    return leader is not None and following is not None and leader.less(following).low <= 0


def _hash(rule: Rule, period: str, entrants: Sequence[Entrant], snapshot: str) -> str:
    read = sorted((asdict(each) for each in entrants), key=lambda each: str(each["rep_id"]))
    whole = {"rule": asdict(rule), "period": period, "snapshot": snapshot, "read": read}
    return hashlib.sha256(json.dumps(whole, sort_keys=True, default=str).encode()).hexdigest()
