"""Who is thanked, and by which rule: awards and praise of the period, as everybody reads them."""

from collections.abc import Sequence

from workbench import i18n
from workbench.i18n import message
from workbench.page.cells import Cell, Lines
from workbench.page.parts import Block, Lede
from workbench.page.table import Table
from workbench.page.table import words as text
from workbench.review.growing.honours import in_words
from workbench.review.team.pack import Pack
from workbench.store.registers import Line

_GIVEN = ("award", "praise")


def recognised(pack: Pack) -> tuple[str, Sequence[Block]]:
    """Show each award with its rule and each praise with the behaviour seen, the latest first."""
    found = [
        in_words(line, pack.lang)
        for register in _GIVEN
        for line in pack.lines(register)
        if line.rep_id and pack.since_start(line.made_at)
    ]
    if not found:
        told = message("team-recognised-empty", pack.lang)
        return message("team-recognised-none", pack.lang), [Lede(told)]
    awards = sum(line.register == "award" for line in found)
    finding = message("team-recognised", pack.lang, awards=awards, praise=len(found) - awards)
    heads = [text(message(f"team-{name}", pack.lang)) for name in ("for", "what", "rule", "from")]
    by_rule: dict[str, list[Line]] = {}
    for line in found:
        by_rule.setdefault(f"{line.register} {line.grounds}", []).append(line)
    rows = [_row(lines, pack) for lines in by_rule.values()]
    return finding, [Table(heads, rows)]


def _row(lines: Sequence[Line], pack: Pack) -> list[Cell]:
    """Give what one rule granted, or one behaviour was thanked for, line by line beside it."""
    who = [pack.names.get(line.rep_id, line.rep_id) for line in lines]
    what = [line.what for line in lines]
    return [
        Lines(who, is_whole=True),
        Lines(what, is_whole=len(lines) > 1),
        lines[0].grounds,
        Lines([_from(line, pack) for line in lines], is_whole=True),
    ]


def _from(line: Line, pack: Pack) -> str:
    day = i18n.short_date(pack.day_of(line.made_at)) if line.made_at else ""
    return f"{pack.names.get(line.made_by, line.made_by)} {day}".strip()
