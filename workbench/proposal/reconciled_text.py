"""What was reconciled, for the terminal."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from workbench.i18n import Lang, date_range, has_message, listed, long_date, message, number
from workbench.model.money import round_half_up
from workbench.proposal.aligned import aligned
from workbench.proposal.counted import STATES, Counted
from workbench.proposal.reconcile import Reconciled
from workbench.proposal.seen import Idle, Spanned
from workbench.sources.reading.shown import shown

_ACROSS = 3  # currencies beside each other; more stand in tables of their own
_NAMED = 8  # people a line names
_ECHO = 30  # characters of a cell
_CENTS = 2


def reconciled_text(found: Reconciled, lang: Lang) -> str:
    """Write both counts with what lies between them, the spans of days, and who is named nowhere.

    Returns
    -------
    str
        Lines that end in a line feed; sums to the hundredth, or as exact as they differ.
    """
    lines = [*_counts(found, lang), *_unread(found, lang), "", *_tables(found.tables, lang)]
    if found.idle:
        lines += ["", _idle(found.idle, lang)]
    return "".join(f"{line}\n" for line in lines)


def _counts(found: Reconciled, lang: Lang) -> Iterator[str]:
    rows = [(message("reconciled-file", lang, file=found.origin), found.file)]
    rows += [(_reason(reason, lang), part) for reason, part in sorted(found.reasons.items())]
    if not found.unexplained.is_nothing:
        rows.append((message("reconciled-unexplained", lang), found.unexplained))
    rows.append((message("reconciled-here", lang), found.here))
    columns = [*_states(rows), *_currencies(rows)]
    first = len(_states(rows)) + _ACROSS
    cuts = [
        columns[:first],
        *(columns[n : n + _ACROSS] for n in range(first, len(columns), _ACROSS)),
    ]
    for cut in cuts:
        heads = ["", *(_head(column, lang) for column in cut)]
        yield from aligned(heads, _cells(rows, cut, lang), numbers=True)
    yield _verdict(found, lang)


def _verdict(found: Reconciled, lang: Lang) -> str:
    if not found.unexplained.is_nothing:
        return message("reconciled-apart", lang)
    return message("reconciled-explained" if found.reasons else "reconciled-same", lang)


Row = tuple[str, Counted]
Column = tuple[str, str]  # of what kind, and which: ("deals", "won"), ("sums", "EUR")


def _states(rows: Sequence[Row]) -> list[Column]:
    """Give the states; what is unclear only where something is."""
    has_unclear = any(part.deals.get("unclear") for _, part in rows)
    return [("deals", state) for state in STATES if state != "unclear" or has_unclear]


def _currencies(rows: Sequence[Row]) -> list[Column]:
    return [("sums", name) for name in sorted({name for _, part in rows for name in part.sums})]


def _head(column: Column, lang: Lang) -> str:
    kind, name = column
    if kind == "deals":
        return message(f"reconciled-{name}", lang)
    return message("reconciled-sum", lang, currency=name or message("reconciled-no-currency", lang))


def _cells(rows: Sequence[Row], cut: Sequence[Column], lang: Lang) -> Iterator[list[str]]:
    for n, (label, part) in enumerate(rows):
        is_count = n in (0, len(rows) - 1)  # between them stand differences, with their sign
        cells = [_cell(part, column, rows, lang, is_count=is_count) for column in cut]
        if is_count or any(cells):
            yield [label, *cells]


def _cell(part: Counted, column: Column, rows: Sequence[Row], lang: Lang, *, is_count: bool) -> str:
    kind, name = column
    if kind == "deals":
        value, places = Decimal(dict(part.deals).get(name, 0)), 0  # type: ignore[call-overload]
    else:
        value = part.sums.get(name, Decimal(0))
        places = max(_places(each.sums.get(name, Decimal(0))) for _, each in rows)
    return number(value, lang, places, is_signed=not is_count) if value or is_count else ""


def _places(value: Decimal) -> int:
    """Give how many decimals a sum needs: two, or as many as it has."""
    if round_half_up(value, _CENTS) == value:
        return _CENTS
    return -int(value.normalize().as_tuple().exponent)


def _reason(reason: str, lang: Lang) -> str:
    own = f"reconciled-reason-{reason}"
    return message(own if has_message(own, lang) else f"data-reason-{reason}", lang)


def _unread(found: Reconciled, lang: Lang) -> Iterator[str]:
    if not found.has_amounts:
        yield message("reconciled-no-amounts", lang)
    if found.unread:
        first = shown(found.unread[0], _ECHO)
        yield message("reconciled-unread", lang, n=len(found.unread), first=first)


def _tables(tables: Sequence[Spanned], lang: Lang) -> list[str]:
    heads = [message(f"reconciled-{name}", lang) for name in ("table", "rows", "days")]
    rows = [[each.name, number(each.rows, lang), *_days(each, lang)] for each in tables]
    return aligned(heads, rows, numbers=False)


def _days(table: Spanned, lang: Lang) -> list[str]:
    told = (f"{name} {_span(*span, lang)}" for name, span in table.days.items())
    return [" · ".join(told)]


def _span(first: date, last: date, lang: Lang) -> str:
    return long_date(last, lang) if first == last else date_range(first, last, lang)


def _idle(people: Sequence[Idle], lang: Lang) -> str:
    names = [
        message("reconciled-manager", lang, name=each.name) if each.is_manager else each.name
        for each in people[:_NAMED]
    ]
    more = len(people) - len(names)
    told = listed(names, lang)
    if more:
        told = message("reconciled-more", lang, names=told, n=more)
    return message("reconciled-idle", lang, n=len(people), names=told)
