"""Cycles of the made company: two finished and one in progress, so that documents are alive.

`python -m workbench.review.cycle.made data/demo` writes `store.jsonl` anew. All words are invented.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from workbench.i18n import Lang
from workbench.review.cycle.desk import Desk
from workbench.review.cycle.made_clock import Clock
from workbench.review.cycle.made_life import answer_requests, honour, live
from workbench.review.cycle.made_sessions import make_sessions
from workbench.review.cycle.made_table import announce, calibrate
from workbench.review.cycle.made_words import ACTIONS, SAID, Action
from workbench.review.cycle.opening import begin
from workbench.review.kept import drawn
from workbench.review.promised.figure import came_to
from workbench.sources.workspace import open_workspace
from workbench.store import Actor, Store, open_store
from workbench.store.entries import Place, read_entries, save_entry
from workbench.store.exchange import export_lines
from workbench.store.inbox import answer, ask
from workbench.store.promises import answer_promise, promises_of
from workbench.store.rules import STAGES, Side, Stage, Subject
from workbench.store.standing import standings
from workbench.store.subjects import delegate

HR, OPS, HEAD = Actor("HR", "hr"), Actor("OPS", "sales_ops"), Actor("GM", "manager")
# Day the cycle opens, and how many days later each stage is left
CYCLES = (("2026-Q1", datetime(2026, 4, 1, 1)), ("2026-Q2", datetime(2026, 7, 1, 1)))
CURRENT = ("2026-Q3", datetime(2026, 10, 1, 1))
_DAYS = (4, 9, 14, 17, 21, 24, 38)
# Where the reviews in progress stand, in turn
_STANDING = ("conversation", "sign_off", "appeal", "manager_review", "self_review", "data_check")


@dataclass(frozen=True)
class _Scene:
    """One review being written."""

    desk: Desk
    cycle: str
    subject: Subject
    number: int  # of the rep, so that not everybody says the same
    lang: Lang

    @property
    def rep(self) -> Actor:
        return Actor(self.subject.rep_id, "rep")

    @property
    def manager(self) -> Actor:
        return Actor(self.subject.delegate_id or self.subject.manager_id, "manager")

    def said(self, key: str) -> Any:  # noqa: ANN401 (any value of a form)
        told = SAID[self.lang][key]
        return told[self.number % len(told)] if isinstance(told, tuple) else told

    def write(self, actor: Actor, place: str, side: Side, value: object) -> None:
        section, item = place.split(".")
        entries = read_entries(self.desk.store, actor, self.cycle, self.subject.rep_id)
        kept = entries.get((section, item, side))
        where = Place(self.cycle, self.subject.rep_id, section, item, side)
        save_entry(self.desk.store, actor, where, value, kept.version if kept else 0)


def make_cycles(desk: Desk, clock: Clock) -> None:
    """Open three quarterly cycles and let everybody write, live and thank in between."""
    for number, (period, opened) in enumerate([*CYCLES, CURRENT]):
        is_last = (period, opened) == CURRENT
        live(desk, clock, period, number)
        _run(desk, clock, period, opened, _STANDING if is_last else ("closed",))
        answer_requests(desk, clock, is_last=is_last)
        honour(desk, clock, period, opened + timedelta(days=12))
    announce(desk, clock, CURRENT[0], CURRENT[1] + timedelta(days=13))


def _run(desk: Desk, clock: Clock, period: str, opened: datetime, ends: Sequence[str]) -> None:
    clock.now = opened
    due = [desk.today + timedelta(days=days) for days in _DAYS]
    cycle = begin(desk, OPS, period, due_on=due[0]).cycle
    languages = {row["rep_id"]: row["language"] for row in desk.snapshot.table("reps").to_pylist()}
    scenes = []
    for number, standing in enumerate(standings(desk.store, HR, cycle)):
        rep_id = standing.subject.rep_id
        if not standing.subject.manager_id:
            delegate(desk.store, HR, cycle, rep_id, HEAD.person_id)
        found = next(s for s in standings(desk.store, HR, cycle) if s.subject.rep_id == rep_id)
        lang: Lang = "en" if languages.get(rep_id) == "en" else "zh"
        scenes.append(_Scene(desk, cycle, found.subject, number, lang))
    is_met = len(ends) == 1
    for part in (STAGES[:_TABLE], STAGES[_TABLE:]):
        for scene in scenes:
            _pass(scene, clock, [s for s in part if s in _until(scene, ends)], due)
        if (part == STAGES[:_TABLE]) is is_met:
            calibrate(desk, clock, cycle, opened + timedelta(days=15), is_met=is_met)


_TABLE = STAGES.index("calibration")


def _until(scene: _Scene, ends: Sequence[str]) -> tuple[Stage, ...]:
    """Give the stages a review has left."""
    return STAGES[: STAGES.index(ends[scene.number % len(ends)])]


def _pass(scene: _Scene, clock: Clock, stages: Sequence[Stage], due: Sequence[date]) -> None:
    for stage in stages:
        at, number = STAGES.index(stage), scene.number
        late = 2 if number % 9 == 4 and stage == "self_review" else 0  # noqa: PLR2004
        opened = due[0] - timedelta(days=_DAYS[0])
        clock.now = datetime.combine(opened, time(1)) + timedelta(
            days=_DAYS[at] - 1 + late, hours=number % 7
        )
        _leave(scene, stage, due[at + 1] if at + 1 < len(due) else None)


def _leave(scene: _Scene, stage: str, due: Any) -> None:  # noqa: ANN401 (a date or none)
    desk, cycle, rep_id = scene.desk, scene.cycle, scene.subject.rep_id
    acts = {
        "data_check": (scene.rep, _check),
        "self_review": (scene.rep, _report),
        "manager_review": (scene.manager, _judge),
        "calibration": (HR, None),
        "conversation": (scene.manager, _agree),
        "appeal": (HR, None),
    }
    if stage == "sign_off":
        desk.sign(scene.rep, cycle, rep_id, "agreed")
        desk.sign(scene.manager, cycle, rep_id, "agreed")
        return
    actor, act = acts[stage]
    if act is not None:
        act(scene)
    desk.advance(actor, cycle, rep_id, due)


def _check(scene: _Scene) -> None:
    """Now and then a rep questions a figure, and sales ops answers."""
    if scene.number % 8 != 3:  # noqa: PLR2004
        return
    review = (scene.cycle, scene.subject.rep_id)
    about = {"metric": "won_revenue", "section": "results"}
    store, days = scene.desk.store, scene.desk.workspace.calendar
    item = ask(store, scene.rep, review, "question", scene.said("question"), about, calendar=days)
    answer(scene.desk.store, OPS, item, scene.said("answer"))


def _report(scene: _Scene) -> None:
    store, cycle, rep_id = scene.desk.store, scene.cycle, scene.subject.rep_id
    for n, kept in enumerate(promises_of(store, scene.rep, cycle, rep_id)):
        if kept.state == "open" and kept.cycle != cycle:
            state = ("done", "done", "open", "dropped")[(scene.number + n) % 4]
            if state != "open":
                reason = scene.said(f"is_{state}")
                came = came_to(kept, scene.desk.review(scene.rep, cycle, rep_id), store.clock())
                answer_promise(store, scene.rep, cycle, kept, state, reason, came)
    entries = read_entries(store, scene.rep, cycle, rep_id)
    for place in ("highlights.cases", "problems.problems"):
        proposed = entries.get((*place.split("."), "rep"))  # type: ignore[arg-type]
        deals = f"{drawn(proposed.value, scene.lang)}\n" if proposed else ""
        scene.write(scene.rep, place, "rep", deals + scene.said(place))
    for place in ("summary.ask", "values.example"):
        scene.write(scene.rep, place, "rep", scene.said(place))
    scene.write(scene.rep, "feedback.upward", "private", scene.said("feedback.upward"))
    for place in ("problems.keep", "problems.stop", "problems.try"):
        scene.write(scene.rep, place, "rep", scene.said(place))
    scene.write(scene.rep, "competence.matrix", "rep", _skills(scene))
    today = scene.desk.today
    asked = [
        [what, whom, (today + timedelta(days=days)).isoformat(), stake]
        for what, whom, days, stake in scene.said("support.requests")
    ]
    scene.write(scene.rep, "support.requests", "rep", asked)
    scene.write(scene.rep, "values.values", "shared", _values(scene))


def _values(scene: _Scene) -> list[list[str]]:
    """Fill in the values somebody has an example of; the others stay empty."""
    (item,) = [i for i in scene.desk.template(scene.cycle).forms["values"] if i.key == "values"]
    told = {row[0]: list(row) for row in scene.said("values.values")}
    names = [row.in_(scene.lang) for row in item.rows]
    return [told.get(name, [name, "", ""]) for name in names]


def _skills(scene: _Scene, shift: int = 0) -> list[list[str]]:
    """Rate each skill; the manager's view (shift 1) differs a little from the own."""
    items = scene.desk.template(scene.cycle).forms["competence"]
    asked = next(item for item in items if item.key == "matrix").rows
    levels = scene.said("competence.matrix")
    moved = [level + shift * ((scene.number + n) % 3 - 1) for n, level in enumerate(levels)]
    proof = scene.said("competence.proof")
    return [
        [row.in_(scene.lang), str(max(1, min(5, level))), "" if n or shift else proof]
        for n, (row, level) in enumerate(zip(asked, moved, strict=True))
    ]


def _develop(scene: _Scene) -> None:
    """Take the first need or strength the figures proposed, else one of the manager's."""
    entries = read_entries(scene.desk.store, scene.rep, scene.cycle, scene.subject.rep_id)
    proposed = entries.get(("competence", "development", "shared"))
    what = drawn(proposed.value, scene.lang)[0][0] if proposed else scene.said("problems.try")
    end = scene.desk.workspace.calendar.period(scene.cycle.partition(":")[0]).end
    day = (end + timedelta(days=45)).isoformat()
    rows = [[what, scene.said("competence.how"), day]]
    scene.write(scene.manager, "competence.development", "shared", rows)


def _judge(scene: _Scene) -> None:
    review = scene.desk.review(scene.manager, scene.cycle, scene.subject.rep_id)
    reached = review.figures.value("quota_attainment")
    level = 2 + sum((reached or Decimal(0)) >= step for step in _STEPS)
    reason = scene.said("rating.reason")
    scene.write(scene.manager, "rating.rating", "manager", {"level": level, "reason": reason})
    scene.write(scene.manager, "values.example", "manager", scene.said("values.seen"))
    scene.write(scene.manager, "competence.matrix", "manager", _skills(scene, 1))
    won = review.deal_rows("won")
    evidence = won[0].deal_id if won else ""
    keep = {**scene.said("feedback.keep"), "evidence": evidence}
    scene.write(scene.manager, "feedback.keep", "manager", keep)
    scene.write(scene.manager, "feedback.change", "manager", scene.said("feedback.change"))


_STEPS = (Decimal("0.8"), Decimal("1.05"), Decimal("1.3"))


def _agree(scene: _Scene) -> None:
    chosen = [ACTIONS[(scene.number + n) % len(ACTIONS)] for n in range(2)]
    end = scene.desk.workspace.calendar.period(scene.cycle.partition(":")[0]).end
    rows = [_row(action, scene.lang, end + timedelta(days=75)) for action in chosen]
    scene.write(scene.manager, "plan.actions", "shared", rows)
    _develop(scene)


def _row(action: Action, lang: Lang, due: Any) -> list[str]:  # noqa: ANN401 (a date)
    return [getattr(action, lang), action.metric, action.aim, due.isoformat(), ""]


def main(folder: Path) -> None:
    """Write store.jsonl of a workspace anew."""
    seed, work = folder / "store.jsonl", folder / ".made.db"
    seed.unlink(missing_ok=True)
    clock = Clock(CYCLES[0][1])
    space = open_workspace(folder)
    store: Store = open_store(f"sqlite:///{work}", clock)
    desk = Desk(space, store, "zh")
    make_cycles(desk, clock)
    make_sessions(desk, clock)
    seed.write_text("".join(export_lines(store, OPS)), encoding="utf-8")
    store.engine.dispose()
    for file in folder.glob(".made.db*"):
        file.unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
