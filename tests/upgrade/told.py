"""What a workspace tells, as plain data: read alike by the code that made it and by today's."""

import json
from dataclasses import asdict
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import select

from workbench.review.pay.statements import statements_of
from workbench.review.pay.text import statements_text
from workbench.review.review import open_review
from workbench.snapshots import Snapshot
from workbench.snapshots.facts import period_facts
from workbench.snapshots.pay.plans import plans_of
from workbench.sources.workspace import Workspace
from workbench.store import Actor, Store
from workbench.store.cycles import list_cycles
from workbench.store.entries import read_entries
from workbench.store.exchange import export_lines
from workbench.store.promises import promises_of
from workbench.store.rules import Subject
from workbench.store.schema import passages
from workbench.store.signing import signatures_of
from workbench.store.standing import standings

Row = dict[str, str]
RELATIONS = ("facts", "comparisons")
KEY = ("period", "rep_id", "metric", "by", "level", "relation")  # `by` of a comparison: its method
# Of which day (and which snapshot of it, in turn), which periods
PERIODS = {
    "demo": (("2026-06-30", 0, "2026-Q2"), ("2026-09-30", 0, "2026-Q3"),
             ("2026-09-30", 0, "2026-09")),
    "maven": (("2017-09-30", 0, "2017-Q3"), ("2017-12-31", 0, "2017-Q4"),
              ("2017-12-31", 1, "2017-Q4"), ("2017-12-31", 1, "2017-06-01..2017-08-31")),
}  # fmt: skip
PAID = {"demo": ("R01", "R05", "M01"), "maven": ()}  # whose statements, of the own day and period


def figures(snapshot: Snapshot, workspace: Workspace, period: str) -> list[Row]:
    """Give every fact and comparison of a period, one row each; "" is a missing number."""
    found = period_facts(snapshot, workspace, workspace.calendar.period(period))
    rows = []
    for name in RELATIONS:
        for row in getattr(found, name).to_pylist():
            told = {key: _text(value) for key, value in row.items()}
            told = {"by": told.pop("method", ""), "level": "", **told, "relation": name}
            rows.append({**told, "period": period})
    return sorted(rows, key=lambda row: [row[name] for name in KEY])


def statements(workspace: Workspace, rep_id: str) -> list[dict[str, Any]]:
    """Give the incentive statements of a rep, of the workspace's own day and period."""
    day = workspace.as_of.isoformat() if workspace.as_of else ""
    review = open_review(rep_id, "", str(workspace.folder), as_of=day, lang="zh")
    found = statements_of(review, plans_of(workspace))
    told: list[dict[str, Any]] = json.loads(statements_text(found, "json", "zh"))
    return told


def reviews(store: Store) -> dict[str, Any]:
    """Give cycles and their pins; of each review stage, due days, entries and signatures."""
    hr = Actor("HR", "hr")
    told: dict[str, Any] = {"cycles": {}, "reviews": {}}
    for cycle in list_cycles(store):
        told["cycles"][cycle.cycle] = asdict(cycle)
        for standing in standings(store, hr, cycle.cycle):
            subject = standing.subject
            told["reviews"][f"{cycle.cycle} {subject.rep_id}"] = {
                "stands": {
                    "subject": asdict(subject),
                    "due_on": standing.due_on,
                    "left": _left(store, subject),
                },
                "signatures": [
                    asdict(each) for each in signatures_of(store, hr, cycle.cycle, subject.rep_id)
                ],
                "entries": _entries(store, subject),
            }
    told["promises"] = _promises(store)
    told["rows"] = _counts(store)
    plain: dict[str, Any] = json.loads(json.dumps(told, default=str, ensure_ascii=False))
    return plain


def _left(store: Store, subject: Subject) -> list[list[Any]]:
    """Give the stages a review has left: name, day due, when."""
    chosen = (passages.c.cycle == subject.cycle) & (passages.c.rep_id == subject.rep_id)
    told = select(passages.c.stage, passages.c.due_on, passages.c.left_at).where(chosen)
    with store.reading() as connection:
        return [list(row) for row in connection.execute(told.order_by(passages.c.n))]


def signed_files(outputs: Path) -> dict[str, str]:
    """Give the sha256 of every file that was kept of a signed review, by its place."""
    found = (file for file in sorted(outputs.rglob("signed/*/*")) if file.is_file())
    return {
        file.relative_to(outputs).as_posix(): sha256(file.read_bytes()).hexdigest()
        for file in found
    }


def _entries(store: Store, subject: Subject) -> dict[str, Any]:
    """Read what stands in a review, as its rep and as its manager may see it now."""
    told = {}
    leads = subject.delegate_id or subject.manager_id
    for actor in (Actor(subject.rep_id, "rep"), Actor(leads, "manager")):
        for entry in read_entries(store, actor, subject.cycle, subject.rep_id).values():
            told[str(entry.place)] = {**asdict(entry), "place": str(entry.place)}
    return dict(sorted(told.items()))


def _promises(store: Store) -> list[dict[str, Any]]:
    """List every promise once; each stands in the cycle it was made in."""
    hr, found = Actor("HR", "hr"), []
    for cycle in list_cycles(store):
        for standing in standings(store, hr, cycle.cycle):
            rep_id = standing.subject.rep_id
            mine = promises_of(store, hr, cycle.cycle, rep_id)
            found += [asdict(each) for each in mine if each.cycle == cycle.cycle]
    return sorted(found, key=lambda each: each["promise"])


def _counts(store: Store) -> dict[str, int]:
    """Count the rows of every table, the audit trail included: none is lost, none comes in."""
    counts: dict[str, int] = {}
    for line in export_lines(store, Actor.program("test")):
        name = json.loads(line)["table"]
        counts[name] = counts.get(name, 0) + 1
    return counts


def _text(value: object) -> str:
    """Write a value of a figure; null is not zero, and a number is written one way."""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}" if value else "0"
    return "" if value is None else str(value)
