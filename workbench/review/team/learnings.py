"""What a team takes from its reviews: at most three sentences a manager chose and shared."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.errors import ParameterError
from workbench.i18n import error
from workbench.review.cycle.lessons import Lesson, lessons
from workbench.review.cycle.naming import others_named
from workbench.review.team.pack import Pack
from workbench.store.registers import Line, add_line, end_line, lines_of

MOST = 3


@dataclass(frozen=True)
class Shared:
    """A learning as it was kept."""

    line: Line
    names: tuple[str, ...]  # people it names: ask them before it is shown


def shared(pack: Pack) -> list[Line]:
    """List what was shared with this team for this period, the first one first."""
    found = lines_of(pack.desk.store, pack.actor, "learning")
    mine = [line for line in found if line.grounds == _place(pack) and line.ended_at is None]
    return sorted(mine, key=lambda line: (str(line.made_at), line.line))


def candidates(pack: Pack) -> list[Lesson]:
    """List the lessons of the team's signed reviews that the reader may read, latest first.

    Nobody but who may read a review gets anything here; what is chosen is shared without a name.
    """
    if pack.actor.role == "rep":
        return []
    return [each for each in lessons(pack.desk, pack.actor) if each.rep_id in pack.team.ids]


def share(pack: Pack, text: str) -> Shared:
    """Share a learning with the team, in words that name nobody.

    Raises
    ------
    ParameterError
        When there are three already, or it says nothing.
    RefusedError
        For who leads nobody.
    """
    if len(shared(pack)) >= MOST:
        raise error(ParameterError, "refusal-learnings", n=MOST)
    line = Line(register="learning", what=text.strip(), grounds=_place(pack))
    kept = add_line(pack.desk.store, pack.actor, line)
    return Shared(kept, tuple(_named(text, pack)))


def take_back(pack: Pack, line: str, reason: str) -> None:
    """Show a learning no more; who shared it, or HR, does that, and says why."""
    end_line(pack.desk.store, pack.actor, line, reason)


def _named(text: str, pack: Pack) -> Sequence[str]:
    return others_named(text, [each.name for each in pack.team.members])


def _place(pack: Pack) -> str:
    return f"{pack.team.name} · {pack.period.name}"
