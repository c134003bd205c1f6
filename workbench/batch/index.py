"""The entries of the index pages, from the facts of a period and what was made."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from workbench.batch.folder import folder_names
from workbench.batch.plan import Plan
from workbench.batch.status import Status, read_status
from workbench.metrics.fact import Comparison, Fact, FactSet
from workbench.model.employment import Employment
from workbench.private import make_private, write_private
from workbench.publish.index import IndexSetting, index_pages
from workbench.publish.row import Entry
from workbench.review.figures import Figures
from workbench.snapshots.employment import employments_of
from workbench.snapshots.facts import period_facts

FOLDER = "_index"
_SHOWN = ("quota_attainment", "win_rate", "pipeline_coverage")


def write_index(plan: Plan) -> Path:
    """Write the index pages of everything in the period's folder.

    Returns
    -------
    Path
        The page of everyone.
    """
    folder = make_private(plan.folder / FOLDER)
    pages = index_pages(_entries(plan), _setting(plan))
    for old in folder.glob("*.html"):
        if old.name not in pages:
            old.unlink()
    for name, html in pages.items():
        write_private(folder / name, html)
    return folder / "index.html"


def _setting(plan: Plan) -> IndexSetting:
    following = plan.next_period
    managers = {rep.manager_id: rep.manager_name for rep in plan.people.values() if rep.manager_id}
    names = {**folder_names(managers)}
    return IndexSetting(
        period=plan.period.name,
        next_period=following.name if following else "",
        as_of=plan.snapshot.as_of,
        is_made=plan.workspace.is_made,
        has_moved_on=bool(plan.moved_on),
        langs=plan.langs,
        manager_pages={key: f"team-{name}" for key, name in sorted(names.items())},
    )


def _entries(plan: Plan) -> list[Entry]:
    facts = period_facts(plan.snapshot, plan.workspace, plan.period)
    figures = _figures(facts)
    next_figures = (
        _figures(period_facts(plan.snapshot, plan.workspace, plan.next_period))
        if plan.next_period
        else {}
    )
    left_out = _left_out(facts.left_out)
    at_work = employments_of(plan.snapshot, plan.period)
    entries = []
    for rep_id, rep in plan.people.items():
        status = read_status(plan.folder / plan.folders[rep_id], rep_id)
        if status.documents:
            entries.append(
                Entry(
                    rep_id=rep_id,
                    name=rep.name,
                    team=rep.team,
                    manager_id=rep.manager_id,
                    manager_name=rep.manager_name,
                    folder=plan.folders[rep_id],
                    **_states(plan, status),
                    figures=figures.get(rep_id),
                    next_figures=next_figures.get(rep_id),
                    left_out=left_out.get(rep_id, 0),
                    left_on=_left_on(at_work[rep_id], plan.snapshot.as_of),
                )
            )
    return entries


def _left_on(at_work: Employment, as_of: date) -> date | None:
    """Give the last day at work of who has left; None while at work, at the last day known."""
    return at_work.last_on if at_work.has_left(as_of) else None


def _states(plan: Plan, status: Status) -> dict[str, Any]:
    made = {
        lang: status.documents[plan.stem(lang)]
        for lang in plan.langs
        if plan.stem(lang) in status.documents
    }
    return {
        "documents": {
            lang: f"{plan.stem(lang)}.html" for lang, one in made.items() if one.state == "made"
        },
        "problems": {lang: one.problem for lang, one in made.items() if one.problem},
    }


def _figures(facts: FactSet) -> dict[str, Figures]:
    """Give each rep's figures that an index shows."""
    wanted = pa.array(_SHOWN)
    totals = [Fact(**row) for row in _of(facts.facts, wanted) if not row["by"]]
    peers = [Comparison(**row) for row in _of(facts.comparisons, wanted)]
    found = _by_rep(totals)
    compared = _by_rep(peers)
    return {rep_id: Figures.of(found[rep_id], compared.get(rep_id, [])) for rep_id in found}


def _of(table: pa.Table, metrics: pa.Array) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = table.filter(
        pa.compute.is_in(table["metric"], value_set=metrics)
    ).to_pylist()
    return rows


def _by_rep(rows: Iterable[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for row in rows:
        found.setdefault(row.rep_id, []).append(row)
    return found


def _left_out(table: pa.Table) -> Mapping[str, int]:
    """Count each rep's rows left out: several metrics may leave out the same row."""
    most: dict[tuple[str, str], int] = {}
    for row in table.to_pylist():
        key = (row["rep_id"], row["reason"])
        most[key] = max(most.get(key, 0), row["n"])
    counted: dict[str, int] = {}
    for (rep_id, _), n in most.items():
        counted[rep_id] = counted.get(rep_id, 0) + n
    return counted
