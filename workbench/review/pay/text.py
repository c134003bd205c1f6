"""Statements as text for people and programs: a table, JSON, or every traced step as CSV."""

from collections.abc import Callable, Iterable, Sequence

from workbench.i18n import Lang, long_date, message
from workbench.incentives.comparing import compared
from workbench.incentives.statement import Line, Statement
from workbench.incentives.trace import TraceRow, explain
from workbench.review.pay.ledger_words import Told, differences, ledger_tables, status
from workbench.review.pay.own import OwnLedger
from workbench.review.pay.records import balances, csv_text, json_text
from workbench.review.pay.words import exact, least, line_name, outside, reason

FORMATS = ("table", "json", "csv")
_GAP = "  "
_NOTHING = OwnLedger()


def statements_text(
    statements: Sequence[Statement], form: str, lang: Lang, ledger: OwnLedger = _NOTHING
) -> str:
    """Write statements.

    Parameters
    ----------
    form
        `table`: lines, balances and hashes, to read. `json`: the same with every row and step.
        `csv`: one row per traced step, figures exact.
    ledger
        What was issued to the rep, for who approved it and what was doubted.

    Returns
    -------
    str
        Ends with a line feed.
    """
    writers: dict[str, Callable[[Sequence[Statement], Lang, OwnLedger], str]] = {
        "table": _table, "json": json_text, "csv": csv_text,
    }  # fmt: skip
    return writers[form](statements, lang, ledger)


def explained_text(statement: Statement, key: str, lang: Lang) -> str:
    """Write how a line came about, step by step.

    Raises
    ------
    UnknownNameError
        When there is no such line, or no such deal in it; offers the nearest.
    """
    heads = [message(f"incentive-head-{name}", lang) for name in ("step", "row", "how", "value")]
    rows = [
        [f"{row.step:>2} {message(f'incentive-step-{row.name}', lang)}", row.row_id, row.how,
         _value(row, lang)]
        for row in explain(statement, key)
    ]  # fmt: skip
    return aligned([heads, *rows], figures=(3,))


def aligned(rows: Sequence[Sequence[str]], figures: Iterable[int] = ()) -> str:
    """Set rows in columns; Chinese characters take two places."""
    widths = [max(_width(row[column]) for row in rows) for column in range(len(rows[0]))]
    right = set(figures)
    lines = [
        _GAP.join(
            " " * (width - _width(cell)) + cell
            if column in right
            else cell + " " * (width - _width(cell))
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    return "\n".join(lines) + "\n"


def differences_text(issued: Statement, now: Statement | None, lang: Lang) -> str:
    """Write what comes out otherwise today than in an issued statement, line by line."""
    found = [] if now is None else compared(issued, now)
    if not found and now is not None:
        return message("ledger-unchanged", lang) + "\n"
    told = differences(found, lang)
    return f"{told.title}\n\n" + aligned([told.heads, *told.rows], figures=told.figures)


def _table(statements: Sequence[Statement], lang: Lang, ledger: OwnLedger) -> str:
    return "\n".join(_one(each, lang, ledger) for each in statements)


def _one(statement: Statement, lang: Lang, ledger: OwnLedger) -> str:
    period, issued = statement.period, ledger.issued.get(statement.period.name)
    first, last = long_date(period.start, lang), long_date(period.last_day, lang)
    head = f"{statement.rep_id}  {period.name} ({first} – {last})  {statement.currency}\n"
    head += f"{status(issued, lang)}\n" if issued is not None else ""
    rows = [
        [line_name(line, lang), _amount(line, statement, lang), line.key, reason(line.reason, lang)]
        for line in statement.lines
        if line.amount or line.kind != "change"
    ]
    heads = [message(f"incentive-head-{name}", lang) for name in ("line", "amount")]
    body = aligned([[*heads, "", ""], *rows], figures=(1,))
    unknown = outside(statement, lang)
    parts = [
        head,
        f"{unknown}\n" if unknown else "",
        body,
        _balances(statement, lang),
        _taken(statement, lang),
        _left(statement, lang),
        *(_ledger(told) for told in ledger_tables(statement, ledger, lang)),
    ]
    hashes = f"input {statement.input_hash}\nstatement {statement.hash}\n"
    return "\n".join(part for part in [*parts, hashes] if part)


def _amount(line: Line, statement: Statement, lang: Lang) -> str:
    told = exact(line.amount, lang)
    return least(told, statement, lang) if line.kind == "total" else told


def _ledger(told: Told) -> str:
    return f"{told.title}\n" + aligned([told.heads, *told.rows], figures=told.figures)


def _balances(statement: Statement, lang: Lang) -> str:
    told = [
        [message(f"incentive-balance-{name}", lang), exact(before, lang), exact(after, lang)]
        for name, before, after in balances(statement.opening, statement.closing)
        if before or after
    ]
    heads = [message(f"incentive-{name}", lang) for name in ("balances", "opening", "closing")]
    return aligned([heads, *told], figures=(1, 2)) if told else ""


def _taken(statement: Statement, lang: Lang) -> str:
    rows = [
        [each.kept.row_id, each.kept.period, reason(each.reason, lang),
         exact(-each.amount, lang, is_signed=True)]
        for each in statement.taken
    ]  # fmt: skip
    names = ("taken", "taken-when", "why", "taken-amount")
    heads = [message(f"incentive-{name}", lang) for name in names]
    return aligned([heads, *rows], figures=(3,)) if rows else ""


def _left(statement: Statement, lang: Lang) -> str:
    rows = [
        [row.row_id, f"{row.item.on}", reason(row.reason, lang)] for row in statement.not_counted
    ]
    heads = [message(f"incentive-{name}", lang) for name in ("not-counted", "closed", "why")]
    return aligned([heads, *rows]) if rows else ""


def _value(row: TraceRow, lang: Lang) -> str:
    if row.value is None:
        return f"— {reason(row.reason, lang)}"
    told = exact(row.value, lang)
    return f"{told} {reason(row.reason, lang)}".rstrip() if row.reason else told


def _width(text: str) -> int:
    return sum(2 if glyph > "\u2e7f" else 1 for glyph in text)
