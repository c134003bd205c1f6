"""Statements as text for people and programs: a table, JSON, or every traced step as CSV."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.i18n import Lang, long_date, message
from workbench.incentives.comparing import compared
from workbench.incentives.statement import Balances, Line, Statement
from workbench.incentives.trace import TraceRow, explain, trace
from workbench.review.pay.ledger_record import record
from workbench.review.pay.ledger_words import Told, differences, ledger_tables, status
from workbench.review.pay.own import OwnLedger
from workbench.review.pay.words import exact, key_name, least, line_name, outside, reason

if TYPE_CHECKING:
    from workbench.review.pay.issued import IssuedStatement

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
        "table": _table, "json": _json, "csv": _csv,
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
    return "\n".join(_one(each, lang, ledger.issued.get(each.period.name)) for each in statements)


def _one(statement: Statement, lang: Lang, issued: "IssuedStatement | None") -> str:
    period = statement.period
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
        *(_ledger(told) for told in ledger_tables(statement, issued, lang)),
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
        for name, before, after in _pairs(statement.opening, statement.closing)
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


def _pairs(before: Balances, after: Balances) -> list[tuple[str, Decimal, Decimal]]:
    names = ("due", "draw", "deferred")
    return [(name, getattr(before, name), getattr(after, name)) for name in names]


def _json(statements: Sequence[Statement], lang: Lang, ledger: OwnLedger) -> str:
    told = [_record(each, lang, ledger.issued.get(each.period.name)) for each in statements]
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _record(
    statement: Statement, lang: Lang, issued: "IssuedStatement | None"
) -> dict[str, object]:
    return {
        **record(statement, issued),
        "rep_id": statement.rep_id,
        "period": statement.period.name,
        "start_on": str(statement.period.start),
        "last_on": str(statement.period.last_day),
        "currency": statement.currency,
        "input_hash": statement.input_hash,
        "statement_hash": statement.hash,
        "notes": list(statement.notes),
        "lines": [
            {"key": line.key, "name": line_name(line, lang), "kind": line.kind,
             "amount": _plain(line.amount), "reason": line.reason,
             **({"row": line.row_id} if line.row_id else {})}
            for line in statement.lines
        ],
        "balances": {
            name: {"opening": _plain(before), "closing": _plain(after)}
            for name, before, after in _pairs(statement.opening, statement.closing)
        },
        "not_counted": [{"row": row.row_id, "on": str(row.item.on), "reason": row.reason}
                        for row in statement.not_counted],
        "trace": [
            {"step": row.step, "name": row.name, "line": row.line, "row": row.row_id,
             "how": row.how, "value": _plain(row.value), "reason": row.reason}
            for row in trace(statement)
        ],
    }  # fmt: skip


def _csv(statements: Sequence[Statement], lang: Lang, _ledger: OwnLedger) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(
        ["rep_id", "period", "line", "name", "row", "step", "step_name", "how", "value", "reason"]
    )
    for each in statements:
        for row in trace(each):
            writer.writerow(
                [each.rep_id, each.period.name, row.line, _named(row.line, each, lang), row.row_id,
                 row.step, row.name, row.how, _plain(row.value) or "", row.reason]
            )  # fmt: skip
    return out.getvalue()


def _named(key: str, statement: Statement, lang: Lang) -> str:
    if key in {line.key for line in statement.lines}:
        return key_name(key, statement, lang)
    return message(f"incentive-balance-{key}", lang)


def _value(row: TraceRow, lang: Lang) -> str:
    if row.value is None:
        return f"— {reason(row.reason, lang)}"
    told = exact(row.value, lang)
    return f"{told} {reason(row.reason, lang)}".rstrip() if row.reason else told


def _plain(value: Decimal | None) -> str | None:
    if value is None:
        return None
    text = f"{value:f}" if value else "0"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _width(text: str) -> int:
    return sum(2 if glyph > "\u2e7f" else 1 for glyph in text)
