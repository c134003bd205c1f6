"""Who is where in a cycle, on time and complete, and who has the next thing to do."""

from datetime import date
from typing import TYPE_CHECKING

from workbench.i18n import Lang, listed, message
from workbench.review.cycle.leavers import gone, way_on
from workbench.review.cycle.listing import listing
from workbench.sources.known_ids import by_any_id
from workbench.store import Actor
from workbench.store.owed import Owed, asked_open
from workbench.store.standing import standings

if TYPE_CHECKING:
    from workbench.review.cycle.desk import Desk, Progress
    from workbench.review.cycle.participation import Participation
    from workbench.store.standing import Standing

_ASKED = ("appeal", "question", "feedback", "support")


def status_text(desk: "Desk", actor: Actor, cycle: str) -> str:
    """Write one line per review an actor has a part in; ends with a line feed."""
    return f"{cycle}\n{listing(*status_rows(desk, actor, cycle))}"


def status_rows(desk: "Desk", actor: Actor, cycle: str) -> tuple[list[str], list[list[str]]]:
    """Give the heads, and one row per review an actor has a part in."""
    heads = [message(f"status-{name}", desk.lang) for name in _HEADS]
    asked: dict[str, list[Owed]] = {}
    for owed in asked_open(desk.store, actor, cycle):
        asked.setdefault(owed.rep_id, []).append(owed)
    away = gone(desk)
    rows = [
        _line(each, desk, asked.get(each.rep_id, []), away) for each in desk.status(actor, cycle)
    ]
    return heads, rows


def next_text(standing: "Standing", lang: Lang, turn: tuple[str, ...] | None = None) -> str:
    """Say who has what to do next; at sign-off, who has not signed yet.

    Parameters
    ----------
    turn
        Whose it is, where that is not what the stage says: somebody has left.
    """
    stage, turn = standing.subject.stage.replace("_", "-"), turn or standing.turn
    is_one_left = stage == "sign-off" and len(turn) == 1
    return message(f"next-{stage}-{turn[0]}" if is_one_left else f"next-{stage}", lang)


def stands_text(desk: "Desk", actor: Actor, cycle: str, rep_id: str) -> str:
    """Say in one sentence at which stage a review is now, until when, and what comes next."""
    found = {each.subject.rep_id: each for each in standings(desk.store, actor, cycle)}
    each, lang = by_any_id(desk.workspace.aliases, found)[rep_id], desk.lang
    told = {
        "rep": rep_id, "cycle": cycle, "next": next_text(each, lang),
        "stage": message(f"stage-at-{each.subject.stage.replace('_', '-')}", lang),
    }  # fmt: skip
    if each.subject.stage == "closed":
        return message("cycle-is-closed", lang, rep=rep_id, cycle=cycle)
    if each.due_on is None:
        return message("cycle-stands", lang, **told)
    return message("cycle-stands-due", lang, due=each.due_on.isoformat(), **told)


def _is_over(each: "Progress") -> bool:
    """Whether nobody has anything to do, for who had has left."""
    return each.left_on is not None and not each.turn


def _next(each: "Progress", desk: "Desk", away: frozenset[str]) -> str:
    """Say what comes next; where somebody has left for whom it waits, the line it goes on by."""
    lang, told = desk.lang, []
    if each.left_on is not None:
        told.append(message("next-left", lang, date=each.left_on.isoformat()))
    if not _is_over(each):
        told.append(next_text(each.standing, lang, each.turn))
    told.append(way_on(desk, each.standing, away, lang))
    return "; ".join(filter(None, told))


_HEADS = ("rep", "stage", "next", "due", "on-time", "kept", "asked", "missing")


def _line(each: "Progress", desk: "Desk", asked: list[Owed], away: frozenset[str]) -> list[str]:
    lang, standing, took_part = desk.lang, each.standing, each.took_part
    stage = standing.subject.stage
    return [
        f"{each.rep_id} {each.name}",
        message(f"stage-at-{stage.replace('_', '-')}", lang),
        _next(each, desk, away),
        standing.due_on.isoformat() if standing.due_on and not _is_over(each) else "",
        f"{took_part.on_time}/{took_part.stages}" if took_part.stages else "",
        _kept(took_part, lang),
        _asked(asked, desk),
        ", ".join(item.label.in_(lang) for _section, item in each.missing),
    ]


def _asked(open_now: list[Owed], desk: "Desk") -> str:
    """Count what is asked and unanswered by kind, each with its nearest day, the late ones marked.

    The appeal comes first: while it is open, the rating has no effect.
    """
    told = []
    for kind in _ASKED:
        days = [each.due_on or date.max for each in open_now if each.kind == kind]
        if days:
            day = min(days)
            until = "" if day == date.max else f" {day}{' !' * (day < desk.today)}"
            told.append(message(f"status-asked-{kind}", desk.lang, n=len(days)) + until)
    return listed(told, desk.lang)


def _kept(took_part: "Participation", lang: Lang) -> str:
    """Write promises done of those that are over; done with a missed aim says both."""
    if not took_part.due:
        return ""
    told = f"{took_part.kept}/{took_part.due}"
    if not took_part.missed:
        return told
    return message("promise-status-missed", lang, told=told, n=took_part.missed)
