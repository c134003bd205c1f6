"""What is announced and how many have read it, and which positions are open."""

from collections.abc import Sequence

from workbench import i18n
from workbench.i18n import MISSING, message
from workbench.page.parts import Block, Lede
from workbench.page.table import Table, figures
from workbench.page.table import words as text
from workbench.review.team.pack import Pack
from workbench.store.registers import Line, readers


def announced(pack: Pack) -> tuple[str, Sequence[Block]]:
    """Show what stands, never who has not read it."""
    lines = standing_lines(pack, "announcement")
    open_ = standing_lines(pack, "position")
    body = _positions(open_, pack) if open_ else []
    if not lines:
        told = message("team-announced-empty", pack.lang)
        head = message("team-announced-none", pack.lang)
        return head, [Lede(told), *body]
    heads = [text(message("team-announcement", pack.lang)), text(message("team-from", pack.lang)),
             figures(message("team-read", pack.lang))]  # fmt: skip
    rows = [_row(line, pack) for line in lines]
    finding = message("team-announced", pack.lang, n=len(lines), positions=len(open_))
    return finding, [Table(heads, rows), *body]


def standing_lines(pack: Pack, register: str) -> list[Line]:
    """List what was announced and not ended."""
    return [line for line in pack.lines(register) if line.ended_at is None]


def _row(line: Line, pack: Pack) -> list[str]:
    day = i18n.short_date(pack.day_of(line.made_at)) if line.made_at else ""
    return [line.what, f"{pack.names.get(line.made_by, line.made_by)} {day}", _read(line, pack)]


def _read(line: Line, pack: Pack) -> str:
    """Count the members who have read it; a rep is not told."""
    if pack.actor.role == "rep":
        return MISSING
    read = pack.team.ids & set(readers(pack.desk.store, pack.actor, line.line))
    return f"{len(read)} / {len(pack.team.members)}"


def _positions(lines: list[Line], pack: Pack) -> list[Block]:
    heads = [text(message("team-position", pack.lang)), text(message("team-until", pack.lang))]
    rows = [
        [line.what, i18n.long_date(line.due_on, pack.lang) if line.due_on else MISSING]
        for line in lines
    ]
    return [Table(heads, rows, title=message("team-positions", pack.lang))]
