"""The entries of the index pages, from the facts of a period and what was made."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import pyarrow as pa

from workbench.batch.plan import Plan
from workbench.batch.status import Status, read_status
from workbench.i18n import Lang
from workbench.metrics.fact import STILL_OPEN, Comparison, Fact, FactSet
from workbench.model.employment import Employment
from workbench.model.period import Period
from workbench.publish.beside import File, page_of
from workbench.publish.deck.kept import file_in
from workbench.publish.problem import Problem
from workbench.publish.row import Entry
from workbench.review.asked_formats import FORMATS
from workbench.review.edition import EDITIONS, USUAL
from workbench.review.figures import Figures
from workbench.snapshots.employment import employments_of
from workbench.snapshots.facts import period_facts

_SHOWN = (
    "quota_attainment", "linear_pace", "win_rate", "pipeline_coverage", "needed_coverage",
)  # fmt: skip


def entries(plan: Plan) -> list[Entry]:
    """Give an entry for everybody of whom a document was made or should have been, by rep."""
    facts = period_facts(plan.snapshot, plan.workspace, plan.period)
    before = plan.workspace.calendar.year_before(plan.period)
    figures = _figures(facts)
    next_figures, earlier = (_of_period(plan, each) for each in (plan.next_period, before))
    left_out = _left_out(facts.left_out)
    at_work = employments_of(plan.snapshot, plan.period)
    found = []
    for rep_id, rep in plan.people.items():
        status = read_status(plan.folder / plan.folders[rep_id], rep_id, plan.workspace.aliases)
        if status.documents:
            found.append(
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
                    earlier=earlier.get(rep_id),
                    left_out=left_out.get(rep_id, 0),
                    left_on=_left_on(at_work[rep_id], plan.snapshot.as_of),
                )
            )
    return found


def _left_on(at_work: Employment, as_of: date) -> date | None:
    """Give the last day at work of who has left; None while at work, at the last day known."""
    return at_work.last_on if at_work.has_left(as_of) else None


def _states(plan: Plan, status: Status) -> dict[str, Any]:
    files = {lang: tuple(_files(plan, status, lang)) for lang in plan.langs}
    pages = {lang: page_of(found) for lang, found in files.items()}
    problems = {lang: _problem(plan, status, lang) for lang in plan.langs}
    return {
        "documents": {lang: page.name for lang, page in pages.items() if page},
        "problems": {lang: each for lang, each in problems.items() if each},
        "files": {
            lang: tuple(each for each in found if each != pages[lang])
            for lang, found in files.items()
        },
    }


def _files(plan: Plan, status: Status, lang: Lang) -> Iterator[File]:
    """Give what was made in a language and lies there, the usual edition first."""
    folder = plan.folder / plan.folders[status.rep_id]
    for edition in sorted(EDITIONS, key=USUAL.__ne__):
        stem = plan.stem(lang, edition)
        one = status.documents.get(stem)
        for form in FORMATS if one is not None and one.state == "made" else ():
            file = file_in(folder, stem, form)
            if file is not None:
                yield File(edition, form, file.name)


def _problem(plan: Plan, status: Status, lang: Lang) -> Problem | None:
    known = (status.documents.get(plan.stem(lang, edition)) for edition in EDITIONS)
    return next((each.problem for each in known if each is not None and each.problem), None)


def _of_period(plan: Plan, period: Period | None) -> dict[str, Figures]:
    return _figures(period_facts(plan.snapshot, plan.workspace, period)) if period else {}


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
        if row["reason"] == STILL_OPEN:  # its end has not come: nothing is wrong with it
            continue
        key = (row["rep_id"], row["reason"])
        most[key] = max(most.get(key, 0), row["n"])
    counted: dict[str, int] = {}
    for (rep_id, _), n in most.items():
        counted[rep_id] = counted.get(rep_id, 0) + n
    return counted
