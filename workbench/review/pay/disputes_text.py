"""Disputes as a list: which line, whose it is, by when it is answered, and what came of it."""

import json
from collections.abc import Iterable
from datetime import date

from workbench.i18n import Lang, message, number
from workbench.review.cycle.listing import listing
from workbench.store.pay.disputes import Dispute

FORMATS = ("table", "json")
_HEADS = ("id", "rep", "period", "line", "words", "owner", "due", "state", "answer", "amount")


def disputes_text(disputes: Iterable[Dispute], form: str, lang: Lang, today: date) -> str:
    """Write one line per dispute, or the same as JSON; ends with a line feed.

    Parameters
    ----------
    today
        The company's day, which tells what is overdue.
    """
    found = list(disputes)
    if form == "json":
        told = [_record(each, today) for each in found]
        return json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    if not found:
        return f"{message('pay-dispute-none', lang)}\n"
    heads = [message(f"pay-dispute-{name}", lang) for name in _HEADS]
    return listing(heads, [_line(each, lang, today) for each in found])


def _line(each: Dispute, lang: Lang, today: date) -> list[str]:
    due = f"{each.due_on}"
    if each.is_overdue(today):
        due = message("pay-dispute-overdue", lang, day=due)
    return [
        each.dispute, each.rep_id, each.period, each.line, each.text, each.owner,
        due if each.state == "open" else "", message(f"pay-dispute-{each.state}", lang),
        each.answer, "" if each.amount is None else number(each.amount, lang, 2, is_signed=True),
    ]  # fmt: skip


def _record(each: Dispute, today: date) -> dict[str, object]:
    return {
        "dispute": each.dispute, "run": each.run, "rep_id": each.rep_id, "period": each.period,
        "line": each.line, "text": each.text, "asked_by": each.asked_by,
        "asked_at": f"{each.asked_at:%Y-%m-%dT%H:%M:%SZ}", "owner": each.owner,
        "due_on": f"{each.due_on}", "is_overdue": each.is_overdue(today), "state": each.state,
        "answer": each.answer, "answered_by": each.answered_by,
        "amount": None if each.amount is None else f"{each.amount:f}",
    }  # fmt: skip
