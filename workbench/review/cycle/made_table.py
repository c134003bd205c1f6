"""The made company at the calibration table and in its team meetings. All words are invented."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from workbench.model.day import day_of
from workbench.review.team.calibrating import change_rating, sheet
from workbench.review.team.learnings import share
from workbench.review.team.pack import open_pack
from workbench.store import Actor
from workbench.store.calibration import View, save_view
from workbench.store.entries import read_entries
from workbench.store.meeting import begin_meeting
from workbench.store.registers import Line, add_line, mark_read
from workbench.store.rules import Subject, is_signed
from workbench.store.standing import standings

if TYPE_CHECKING:
    from workbench.review.cycle.desk import Desk

_HR, _OPS = Actor("HR", "hr"), Actor("OPS", "sales_ops")
_LATE = "M01"  # has not written on everybody yet while the last cycle runs
_REASONS = (
    "两单按期结单，预测与实际相差不到一成",
    "逾期商机从六单降到两单，新增会议在目标之上",
    "大单靠移交，自己带来的商机不多；下一步都写清了",
    "陪访时先问验收标准，报价后一周内拿到答复",
)
_FROM_OUTSIDE = ("一起做过一单，准备充分", "联合报价时资料晚了三天", "共享了报价模板，我们组在用")
_CHANGES = ("会上对照了两单移交的来源，按自己带来的部分评", "补充了两个客户的书面反馈，都在商机里")
_LEARNINGS = (
    "报价前先见到决策人：这样做的单子，报价后很少再改范围。",
    "验收标准写进方案第一页，采购和实验室一起签，周期短了。",
    "没有下一步的商机当周就约时间，约不到就关掉。",
)
_NEWS = (
    ("国庆后第一周起，报价统一用新模板；旧模板十月底停用。", _OPS),
    ("十一月六日全员预测会，请带上每单的下一步和日期。", _HR),
)


def calibrate(desk: "Desk", clock: Any, cycle: str, day: datetime, *, is_met: bool) -> None:  # noqa: ANN401 (the maker's clock)
    """Let managers write their views; where it is due, begin the meeting and change two ratings."""
    clock.now = day
    waiting = [each.subject for each in standings(desk.store, _HR, cycle)]
    waiting = [each for each in waiting if not is_signed(each)]
    leads = sorted({_lead(each) for each in waiting})
    for number, subject in enumerate(waiting):
        lead = _lead(subject)
        if not is_met and lead == _LATE and number % 2:
            continue
        level = _level(desk, subject, number)
        _write(desk, subject, lead, level, number, _REASONS[number % len(_REASONS)])
        if number % 3 == 0 and subject.rep_id not in leads:
            other = next(each for each in reversed(leads) if each not in (lead, "GM"))
            shifted = min(5, max(1, level + (-1, 1, -2)[number % 9 // 3]))
            _write(desk, subject, other, shifted, number + 1, _FROM_OUTSIDE[number % 9 // 3])
    if is_met:
        _meet(desk, cycle)


def announce(desk: "Desk", clock: Any, period: str, day: datetime) -> None:  # noqa: ANN401
    """Share three learnings with each team, announce two things, and let some read them."""
    clock.now = day
    for number, manager in enumerate(("M01", "M02", "M03", "M04")):
        pack = open_pack(desk, Actor(manager, "manager"), manager, period)
        for n in range(3 if number < 2 else 2):  # noqa: PLR2004 (not everybody shares as much)
            share(pack, _LEARNINGS[(number + n) % len(_LEARNINGS)])
    for what, who in _NEWS:
        line = add_line(desk.store, who, Line(register="announcement", what=what))
        for number, rep in enumerate(f"R{n:02}" for n in range(1, 21)):
            if number % 3:
                clock.now += timedelta(hours=1)
                mark_read(desk.store, Actor(rep, "rep"), line.line)
    due = day_of(day, desk.workspace.time_zone) + timedelta(days=60)
    add_line(desk.store, _HR, Line(register="position", what="华东区售前工程师", due_on=due))


def _lead(subject: Subject) -> str:
    return subject.delegate_id or subject.manager_id


def _level(desk: "Desk", subject: Subject, number: int) -> int:
    """Take the level of the manager's own form; before one is written, a plain guess."""
    actor = Actor(_lead(subject), "manager")
    entries = read_entries(desk.store, actor, subject.cycle, subject.rep_id)
    entry = entries.get(("rating", "rating", "manager"))
    level = entry.value.get("level") if entry and isinstance(entry.value, Mapping) else None
    return level if isinstance(level, int) else 3 + number % 2


def _write(desk: "Desk", subject: Subject, lead: str, level: int, number: int, reason: str) -> None:
    view = View(
        cycle=subject.cycle, rep_id=subject.rep_id, person_id=lead, level=level,
        growth=1 + (number * 2 + level) % 3, reason=reason,
    )  # fmt: skip
    save_view(desk.store, Actor(lead, "manager"), view)


def _meet(desk: "Desk", cycle: str) -> None:
    begin_meeting(desk.store, _HR, cycle)
    for manager, reason in zip(("M02", "M04"), _CHANGES, strict=True):
        actor = Actor(manager, "manager")
        seen = next(each for each in sheet(desk, actor, cycle).seen if each.can_adjust)
        assert seen.now is not None
        level, growth = seen.now
        after = level - 1 if level > 3 else level + 1  # noqa: PLR2004 (towards the middle)
        change_rating(desk, actor, cycle, seen, (after, growth), reason)
