"""What blocks: open requests by who has to answer them. No request names the rep it came from."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from statistics import median

from workbench import i18n
from workbench.i18n import MISSING, message
from workbench.page.cells import Cell, Lines
from workbench.page.parts import Block, Lede, Note
from workbench.page.table import Table, figures
from workbench.page.table import words as text
from workbench.review import words
from workbench.review.team.pack import Pack
from workbench.store.registers import Line


def blocked(pack: Pack) -> tuple[str, Sequence[Block]]:
    """Group what is asked for by its owner, who has most that is late first."""
    lines = [line for line in pack.lines("support") if line.rep_id]
    waiting = [line for line in lines if line.ended_at is None]
    if not waiting:
        told = message("team-blocked-empty", pack.lang)
        return message("team-blocked-none", pack.lang), [Lede(told)]
    owners: dict[str, list[Line]] = {}
    for line in waiting:
        owners.setdefault(line.owner, []).append(line)
    late = sum(line.is_overdue(pack.today) for line in waiting)
    finding = message("team-blocked", pack.lang, n=len(waiting), owners=len(owners), late=late)
    order = sorted(owners, key=lambda name: (-_late(owners[name], pack), name))
    rows = [_row(name, owners[name], pack) for name in order]
    heads = [text(message("team-owner", pack.lang)), text(message("team-requests", pack.lang)),
             figures(message("team-open", pack.lang)), figures(message("team-late", pack.lang)),
             text(message("team-oldest", pack.lang))]  # fmt: skip
    return finding, [Table(heads, rows), *_answered(lines, pack)]


def _late(lines: Sequence[Line], pack: Pack) -> int:
    return sum(line.is_overdue(pack.today) for line in lines)


def _row(owner: str, lines: Sequence[Line], pack: Pack) -> list[Cell]:
    days = [line.due_on for line in lines if line.due_on is not None]
    oldest = i18n.long_date(min(days), pack.lang) if days else MISSING
    asked = Lines([line.what for line in lines])
    late = str(_late(lines, pack))
    return [pack.names.get(owner, owner), asked, str(len(lines)), late, oldest]


def _answered(lines: Sequence[Line], pack: Pack) -> list[Block]:
    """Say how long answers took in this period, the middle of all."""
    took = [line.handling for line in lines if line.handling and pack.since_start(line.ended_at)]
    if not took:
        return []
    middle = Decimal(repr(median(each / timedelta(days=1) for each in took)))
    told = message("team-answered", pack.lang, n=len(took), days=words.days_long(middle, pack.lang))
    return [Note(told, is_quiet=True)]
