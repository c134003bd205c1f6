"""M21, the weighted pipeline: what open deals are worth by the record of their stage.

Of the decided deals that ever were in a stage, the share that was won; over the rep's team when at
least five other reps of it have decided deals, else over the company. A CRM's own probability is
only the fallback, and the note says so.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ibis import _

from workbench.metrics.credits import Tables, counted_deals, money
from workbench.metrics.metric import Outcome, absent, exact
from workbench.metrics.scope import records
from workbench.model.money import quotient, round_half_up

_OTHERS = 5  # the one threshold of anonymity
_DECIDED = 5  # decided deals a stage needs for its share to be used
Stage = Mapping[str, Any]


@dataclass(frozen=True)
class StageRecord:
    """What became of the decided deals that were in each stage."""

    company: Mapping[str, tuple[int, int]]  # won and decided, by stage
    teams: Mapping[str, Mapping[str, tuple[int, int]]]  # the same, by team
    team_sizes: Mapping[str, int]  # reps with decided deals, by team
    team_of: Mapping[str, str]  # the rep's team

    def of(self, rep_id: str) -> tuple[str, Mapping[str, tuple[int, int]]]:
        """Give the record a rep's deals are weighted by, and the code of whose it is."""
        team = self.team_of.get(rep_id, "")
        if self.team_sizes.get(team, 0) > _OTHERS:
            return "stage_record_team", self.teams[team]
        return "stage_record_company", self.company


def stage_record(tables: Tables) -> StageRecord | None:
    """Count won and decided deals by stage; None without a history of stages."""
    history = tables.get("deal_history")
    if history is None or "stage" not in history.columns:
        return None
    deals = counted_deals(tables).filter(_.is_closed).select("deal_id", "rep_id", "is_won")
    seen = history.filter(_.stage.notnull()).select("deal_id", "stage").distinct()
    counted = (
        seen.join(deals, "deal_id")
        .group_by("rep_id", "stage")
        .aggregate(won=_.is_won.ifelse(1, 0).sum(), decided=_.count())
    )
    return _record(records(counted), _teams(tables))


def weighted(stages: Sequence[Stage], record: StageRecord | None, rep_id: str) -> Outcome:
    """Weight a rep's open amounts by stage.

    Parameters
    ----------
    stages
        One row per stage of the rep's open deals: `stage`, `total` (known amounts), `n` (deals),
        `expected` (amount × CRM probability) and `rated` (deals with such a probability).
    """
    n = sum(int(row["n"]) for row in stages)
    if not n:
        return Outcome(Decimal(0), n=0)
    if record is not None:
        return _by_record(stages, *record.of(rep_id))
    if not any(row["rated"] for row in stages):
        return absent("no_stage_probability", n=n)
    total = sum((exact(row["expected"]) or Decimal(0) for row in stages), Decimal(0))
    return Outcome(total, n=sum(int(row["rated"]) for row in stages), note="crm_probability")


def counted_stages(record: StageRecord, rep_id: str) -> frozenset[str]:
    """Name the stages whose open deals are weighted: those with enough decided deals behind."""
    _code, stages = record.of(rep_id)
    return frozenset(stage for stage, (_won, decided) in stages.items() if decided >= _DECIDED)


def stage_parts(table: Any) -> dict[str, Any]:  # noqa: ANN401 (an ibis table of the open deals)
    """Give the parts SQL counts per rep and stage."""
    return {
        "total": table.amount.sum(),
        "n": table.count(),
        "expected": money(table.amount, table.probability).sum(),
        "rated": table.probability.count(),
    }


def _by_record(
    stages: Sequence[Stage], code: str, record: Mapping[str, tuple[int, int]]
) -> Outcome:
    total, counted = Decimal(0), 0
    for row in stages:
        won, decided = record.get(row["stage"] or "", (0, 0))
        if decided >= _DECIDED:
            total += round_half_up((exact(row["total"]) or Decimal(0)) * quotient(won, decided), 10)
            counted += int(row["n"])
    outcome = Outcome(total, n=counted, note=code)
    if not counted:
        return absent("no_stage_probability", n=0)
    is_whole = counted == sum(int(row["n"]) for row in stages)
    return outcome if is_whole else outcome.noted("stage_without_record")


def _record(rows: Sequence[Stage], team_of: Mapping[str, str]) -> StageRecord:
    company: dict[str, tuple[int, int]] = {}
    teams: dict[str, dict[str, tuple[int, int]]] = {}
    members: dict[str, set[str]] = {}
    for row in rows:
        team = team_of.get(row["rep_id"], "")
        members.setdefault(team, set()).add(row["rep_id"])
        for counts in (company, teams.setdefault(team, {})):
            won, decided = counts.get(row["stage"], (0, 0))
            counts[row["stage"]] = (won + int(row["won"]), decided + int(row["decided"]))
    sizes = {team: len(reps) for team, reps in members.items() if team}
    return StageRecord(company, teams, sizes, team_of)


def _teams(tables: Tables) -> dict[str, str]:
    reps = tables["reps"]
    if "team" not in reps.columns:
        return {}
    return {row["rep_id"]: row["team"] or "" for row in records(reps.select("rep_id", "team"))}
