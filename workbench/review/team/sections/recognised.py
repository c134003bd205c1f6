"""Who is thanked, and by which rule: awards and praise of the period, as everybody reads them."""

from markupsafe import Markup

from workbench import i18n
from workbench.i18n import message
from workbench.review.render import render
from workbench.review.table import table
from workbench.review.table import words as text
from workbench.review.team.pack import Pack
from workbench.store.registers import Line

_GIVEN = ("award", "praise")


def recognised(pack: Pack) -> tuple[str, Markup]:
    """Show each award with its rule and each praise with the behaviour seen, the latest first."""
    found = [
        line
        for register in _GIVEN
        for line in pack.lines(register)
        if line.rep_id and pack.since_start(line.made_at)
    ]
    if not found:
        told = message("team-recognised-empty", pack.lang)
        return message("team-recognised-none", pack.lang), render("empty", pack.lang, text=told)
    awards = sum(line.register == "award" for line in found)
    finding = message("team-recognised", pack.lang, awards=awards, praise=len(found) - awards)
    heads = [text(message(f"team-{name}", pack.lang)) for name in ("for", "what", "rule", "from")]
    return finding, table(heads, [_row(line, pack) for line in found], lang=pack.lang)


_WHOLE = Markup('<span class="day">{}</span>')


def _row(line: Line, pack: Pack) -> list[str | Markup]:
    day = i18n.short_date(line.made_at.date()) if line.made_at else ""
    giver = _WHOLE.format(pack.names.get(line.made_by, line.made_by))
    who = _WHOLE.format(pack.names.get(line.rep_id, line.rep_id))
    return [who, line.what, line.grounds, giver + " " + _WHOLE.format(day)]
