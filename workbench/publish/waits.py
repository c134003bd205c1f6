"""Who needs what from whom: what a cycle waits for, grouped by who has to act."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from workbench.i18n import Lang, long_date, message
from workbench.review.cycle.turns import OFFICE, Turn, Turns
from workbench.store import Actor
from workbench.store.rules import may_see

_NAMED = 12  # reps named in one line
_SHOWN = 12  # groups in the open; the others fold out
_PARTS = ("manager", "rep", OFFICE, "hr")


@dataclass(frozen=True, kw_only=True)
class Wait:
    """One thing one side has to do by one day, for one rep or several."""

    does: str
    due: str  # by which day, or since which it is late; "" where no day is set
    is_late: bool
    names: str = ""  # of the reps it is about; "" where that is who acts
    line: str = ""  # a command to paste


@dataclass(frozen=True)
class Waits:
    """All one person or role has to do."""

    who: str
    lines: tuple[Wait, ...]


@dataclass(frozen=True)
class WaitList:
    """What the top of a page says of its cycle."""

    title: str
    on: str  # the day, in words
    shown: tuple[Waits, ...]
    folded: tuple[Waits, ...]


def turns_for(turns: Turns, manager_id: str) -> list[Turn]:
    """Give the turns a manager's page may tell: of reviews that manager knows of."""
    reader = Actor(manager_id, "manager")
    return [each for each in turns.turns if manager_id and may_see(reader, each.subject)]


def wait_list(found: Sequence[Turn], turns: Turns, lang: Lang, *, has_lines: bool) -> WaitList:
    """Group what waits by who has to act, who is late longest first.

    Parameters
    ----------
    has_lines
        Whether the page is one for who runs commands.
    """
    by_who: dict[tuple[int, str], list[Turn]] = {}
    for each in sorted(found, key=_urgency):
        by_who.setdefault(_acts(each), []).append(each)
    groups = [
        Waits(_who(acting[0], turns, lang), _lines(acting, turns, lang, has_lines=has_lines))
        for acting in sorted(by_who.values(), key=lambda acting: _rank(acting[0], turns))
    ]
    return WaitList(
        title=_title(found, turns, lang),
        on=message("publish-waits-on", lang, on=long_date(turns.today, lang)),
        shown=tuple(groups[:_SHOWN]),
        folded=tuple(groups[_SHOWN:]),
    )


def wait_of(turn: Turn, turns: Turns, lang: Lang) -> Wait:
    """Say on a rep's own line who has to act, what, and until when."""
    who = turns.name(turn.person_id) if turn.person_id else _who(turn, turns, lang)
    does = message("publish-waits-of", lang, who=who, does=_does(turn, lang))
    return Wait(does=does, due=_due(turn, turns.today, lang), is_late=turn.is_late(turns.today))


def _title(found: Sequence[Turn], turns: Turns, lang: Lang) -> str:
    if not found:
        return message("publish-waits-none", lang)
    n = len({each.rep_id for each in found})
    late = len({each.rep_id for each in found if each.is_late(turns.today)})
    how = "all" if late == n else "some" if late else "none"
    return message("publish-waits-title", lang, n=n, late=late, how=how)


def _lines(
    acting: Sequence[Turn], turns: Turns, lang: Lang, *, has_lines: bool
) -> tuple[Wait, ...]:
    by_line: dict[tuple[str, date | None, str], list[Turn]] = {}
    for each in acting:
        line = each.line if has_lines else ""
        by_line.setdefault((each.does, each.due_on, line), []).append(each)
    return tuple(
        Wait(
            does=_does(found[0], lang),
            due=_due(found[0], turns.today, lang),
            is_late=found[0].is_late(turns.today),
            names=_names(found, turns, lang),
            line=line,
        )
        for (_, _, line), found in by_line.items()
    )


def _names(found: Sequence[Turn], turns: Turns, lang: Lang) -> str:
    names = sorted(turns.name(each.rep_id) for each in found)
    told = ("、" if lang == "zh" else ", ").join(names[:_NAMED])
    left = len(names) - _NAMED
    return message("publish-waits-more", lang, names=told, n=left) if left > 0 else told


def _acts(turn: Turn) -> tuple[int, str]:
    """Say who acts; the reps, each of whom has the own review, stand together."""
    return _PARTS.index(turn.part), turn.person_id if turn.part == "manager" else ""


def _rank(turn: Turn, turns: Turns) -> tuple[date, int, str]:
    return turn.due_on or date.max, _PARTS.index(turn.part), turns.name(turn.person_id)


def _urgency(turn: Turn) -> tuple[date, str, str]:
    return turn.due_on or date.max, turn.does, turn.rep_id


def _who(turn: Turn, turns: Turns, lang: Lang) -> str:
    if turn.part == "manager" and turn.person_id:
        return turns.name(turn.person_id)
    part = "nobody" if turn.part == "manager" else turn.part
    return message(f"publish-waits-{part}", lang)


def _does(turn: Turn, lang: Lang) -> str:
    return message(f"publish-waits-does-{turn.does}", lang)


def _due(turn: Turn, day: date, lang: Lang) -> str:
    if turn.due_on is None:
        return ""
    due = long_date(turn.due_on, lang)
    if not turn.is_late(day):
        return message("publish-waits-by", lang, due=due)
    return message("publish-waits-late", lang, due=due, n=(day - turn.due_on).days)
