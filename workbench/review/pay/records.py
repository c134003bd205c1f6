"""Statements for programs: JSON, or every traced step as CSV."""

import csv
import io
import json
from collections.abc import Sequence
from decimal import Decimal

from workbench.i18n import Lang, message
from workbench.incentives.statement import Balances, Statement
from workbench.incentives.trace import trace
from workbench.review.pay.ledger_record import record
from workbench.review.pay.own import OwnLedger
from workbench.review.pay.words import key_name, line_name


def balances(before: Balances, after: Balances) -> list[tuple[str, Decimal, Decimal]]:
    """Give what is carried, by name: before the period and after it."""
    names = ("due", "draw", "deferred")
    return [(name, getattr(before, name), getattr(after, name)) for name in names]


def json_text(statements: Sequence[Statement], lang: Lang, ledger: OwnLedger) -> str:
    """Write statements as JSON, with every row and step."""
    told = [_record(each, lang, ledger) for each in statements]
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _record(statement: Statement, lang: Lang, ledger: OwnLedger) -> dict[str, object]:
    return {
        **record(statement, ledger),
        "rep_id": statement.rep_id,
        "period": statement.period.name,
        "start_on": str(statement.period.start),
        "last_on": str(statement.period.last_day),
        "currency": statement.currency,
        "input_hash": statement.input_hash,
        "statement_hash": statement.hash,
        "notes": list(statement.notes),
        "is_partial": statement.is_partial,
        "lines": [
            {"key": line.key, "name": line_name(line, lang), "kind": line.kind,
             "amount": _plain(line.amount), "reason": line.reason,
             **({"row": line.row_id} if line.row_id else {})}
            for line in statement.lines
        ],
        "balances": {
            name: {"opening": _plain(before), "closing": _plain(after)}
            for name, before, after in balances(statement.opening, statement.closing)
        },
        "not_counted": [{"row": row.row_id, "on": str(row.item.on), "reason": row.reason}
                        for row in statement.not_counted],
        "trace": [
            {"step": row.step, "name": row.name, "line": row.line, "row": row.row_id,
             "how": row.how, "value": _plain(row.value), "reason": row.reason}
            for row in trace(statement)
        ],
    }  # fmt: skip


def csv_text(statements: Sequence[Statement], lang: Lang, _ledger: OwnLedger) -> str:
    """Write statements as CSV, one row per traced step, figures exact."""
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


def _plain(value: Decimal | None) -> str | None:
    if value is None:
        return None
    text = f"{value:f}" if value else "0"
    return text.rstrip("0").rstrip(".") if "." in text else text
