"""Awards: what each rule proposes for a period, granting one, and proving a grant again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from workbench.errors import ParameterError, RefusedError, require_known
from workbench.i18n import error, message, said
from workbench.metrics.recognition.award import Every, Proposal, propose, rank
from workbench.model.period import Period, PeriodKind
from workbench.review.growing.book import Award, Book, load_book
from workbench.review.growing.entrants import Field, entrants, field_of
from workbench.review.growing.records import Days, helps_in, helps_told
from workbench.review.growing.rule_text import rule_text
from workbench.snapshots import Snapshot, open_snapshot
from workbench.snapshots.facts import reviewed
from workbench.store import Actor
from workbench.store.naming import actor_said
from workbench.store.registers import Line, add_line, lines_of

if TYPE_CHECKING:
    from workbench.review.cycle.desk import Desk

_SIZES: tuple[tuple[int, Every], ...] = ((45, "month"), (135, "quarter"), (270, "half"))
_RULE = Actor.program("awards")  # a rule counts every line of the period; what is shown is chosen


@dataclass(frozen=True)
class Proven:
    """Whether a granted award can be made again from its snapshot."""

    line: Line
    again: str  # the hash as it comes out now
    is_same: bool


def size_of(period: Period) -> PeriodKind:
    """Say how long a period is: its kind, or what a range of its length is nearest to."""
    if period.kind != "range":
        return period.kind
    days = (period.end - period.start).days
    return next((every for upper, every in _SIZES if days <= upper), "year")


def proposals(
    desk: "Desk", actor: Actor, period: str = "", award: str = ""
) -> list[tuple[Award, Proposal]]:
    """Apply the rules of every award of a period's size.

    Parameters
    ----------
    award
        Only this one, by key.

    Raises
    ------
    RefusedError
        For a rep: a ranking of colleagues is for those who lead.
    ParameterError
        When the award is one of another size of period.
    """
    require_lead(actor, "refusal-what-proposed")
    span = desk.workspace.calendar.period(period or desk.workspace.default_period)
    chosen = _chosen(load_book(desk.workspace.folder), span, award)
    return _applied(desk, chosen, span, desk.snapshot)


def grant(
    desk: "Desk", actor: Actor, award: str, rep_id: str, period: str = "", reason: str = ""
) -> Line:
    """Grant an award: a line that carries the rule, the figure and the hash of what was read.

    Parameters
    ----------
    reason
        Needed when the rule does not propose this rep: a person may see what no rule does.

    Raises
    ------
    ParameterError
        When a rep no rule proposes is named without a reason.
    RefusedError
        When the actor grants nothing, or to themselves.
    """
    require_lead(actor, "refusal-what-granted")
    span = desk.workspace.calendar.period(period or desk.workspace.default_period)
    ((rule, proposal),) = proposals(desk, actor, span.name, _known(desk, award))
    require_known("rep", [rep_id], [*(e.rep_id for e in proposal.ranked), *_barred(proposal)])
    is_proposed = rep_id in proposal.candidates
    if not is_proposed and not reason.strip():
        raise error(ParameterError, "refusal-award-why", award=award, rep=rep_id, period=span.name)
    told = rule_text(rule, desk.lang)
    about = {
        "award": rule.key, "period": span.name, "hash": proposal.hash,
        "rule": rule.model_dump(mode="json"),
        "as_of": desk.snapshot.as_of.isoformat(), "snapshot": desk.snapshot.hash,
        "is_proposed": is_proposed, "reason": reason.strip(), **_figure(proposal, rep_id),
    }  # fmt: skip
    what = message("award-granted", desk.lang, award=rule.label.in_(desk.lang), period=span.name)
    line = Line(register="award", what=what, rep_id=rep_id, grounds=told, about=about)
    made = add_line(desk.store, actor, line)
    if rule.reward is not None:
        reward = Line(
            register="reward", what=rule.reward.in_(desk.lang), rep_id=rep_id, grounds=what,
            owner=actor.person_id,
            about={"of": made.line, "period": span.name, "what": rule.reward.model_dump(),
                   "award": rule.key, "rule": rule.model_dump(mode="json")},
        )  # fmt: skip
        add_line(desk.store, actor, reward)
    return made


def prove(desk: "Desk", actor: Actor, line: str) -> Proven:
    """Apply the rule of a granted award to its snapshot again, and compare the hashes."""
    require_lead(actor, "refusal-what-proven")
    granted = lines_of(desk.store, actor, "award")
    found = {each.line: each for each in granted if "hash" in each.about}
    require_known("award", [line], found)
    about = found[line].about
    day = date.fromisoformat(str(about["as_of"]))
    snapshot = open_snapshot(desk.workspace, day, str(about["snapshot"]))
    rule = Award.model_validate(about["rule"])
    span = desk.workspace.calendar.period(str(about["period"]))
    ((_award, proposal),) = _applied(desk, [rule], span, snapshot)
    return Proven(found[line], proposal.hash, proposal.hash == about["hash"])


def require_lead(actor: Actor, what: str) -> None:
    """Refuse what is for managers, sales ops and HR; `what` is the key that names it."""
    if actor.role not in ("manager", "sales_ops", "hr"):
        raise error(RefusedError, "refusal-lead-only", who=actor_said(actor), what=said(what))


def _chosen(book: Book, span: Period, award: str) -> list[Award]:
    size = size_of(span)
    if award:
        require_known("award", [award], [each.key for each in book.award])
    found = [each for each in book.award if award in ("", each.key)]
    if award and found[0].every != size:
        sizes = {"every": said(f"size-{found[0].every}"), "size": said(f"size-{size}")}
        raise error(ParameterError, "refusal-award-size", award=award, period=span.name, **sizes)
    return [each for each in found if each.every == size]


def _known(desk: "Desk", award: str) -> str:
    require_known("award", [award], [each.key for each in load_book(desk.workspace.folder).award])
    return award


def _applied(
    desk: "Desk", awards: Sequence[Award], span: Period, snapshot: Snapshot
) -> list[tuple[Award, Proposal]]:
    if not awards:
        return []
    now = _field(desk, snapshot, span)
    earlier = desk.workspace.calendar.preceding(span)
    needs_before = any(each.figure == "improvement" for each in awards)
    before = _field(desk, snapshot, earlier) if needs_before and earlier is not None else None
    granted = lines_of(desk.store, _RULE, "award")
    return [(each, _proposed(each, now, before, granted, desk, snapshot)) for each in awards]


def _field(desk: "Desk", snapshot: Snapshot, span: Period) -> Field:
    space = desk.workspace
    days = Days.of(span, snapshot.as_of, space.zone)
    mentoring, praise = (lines_of(desk.store, _RULE, name) for name in ("mentoring", "praise"))
    helps = [*helps_in(snapshot, days), *helps_told(mentoring, praise, days)]
    return field_of(snapshot, space, span, reviewed(snapshot, space, span), helps)


def _proposed(
    award: Award,
    now: Field,
    before: Field | None,
    granted: Iterable[Line],
    desk: "Desk",
    snapshot: Snapshot,
) -> Proposal:
    won_in = _won_in(award, now.period, granted, desk)
    found = entrants(award.rule, now, before, won_in)
    return propose(award.rule, now.period.name, now.period.last_day, found, snapshot.hash)


def _won_in(
    award: Award, span: Period, granted: Iterable[Line], desk: "Desk"
) -> Mapping[str, list[str]]:
    """Give, by rep, the periods just before in which the award was granted, as far as it pauses."""
    told, earlier = [], span
    for _ in range(award.pause):
        found = desk.workspace.calendar.preceding(earlier)
        if found is None:
            break
        earlier = found
        told.append(found.name)
    won: dict[str, list[str]] = {}
    for line in granted:
        if line.about.get("award") == award.key and line.about.get("period") in told:
            won.setdefault(line.rep_id, []).append(str(line.about["period"]))
    return {rep_id: sorted(set(periods)) for rep_id, periods in won.items()}


def _figure(proposal: Proposal, rep_id: str) -> dict[str, object]:
    found = next((each for each in proposal.ranked if each.rep_id == rep_id), None)
    if found is None:
        return {}
    return {"value": str(found.value), "ranked_by": str(rank(found)), "n": found.n}


def _barred(proposal: Proposal) -> list[str]:
    return [bar.rep_id for bar in proposal.barred]
