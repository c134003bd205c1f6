"""What stands around an issued statement, as tables of words: adjustments, held rows, disputes."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from workbench import i18n
from workbench.i18n import MISSING, Lang, long_date, message
from workbench.incentives.adjustment import DRAW, DUE, REST, Adjustment
from workbench.incentives.comparing import Difference
from workbench.incentives.statement import Statement
from workbench.review.pay.words import dated, exact, key_name, line_name, reason

if TYPE_CHECKING:
    from workbench.review.pay.issued import IssuedStatement
    from workbench.review.pay.own import OwnLedger
    from workbench.store.pay.doubts import Dispute

_ROLES = ("sales_ops", "finance")
_BALANCES = (DRAW, DUE, REST)


class Told(NamedTuple):
    """A table in words."""

    title: str
    heads: tuple[str, ...]
    rows: list[list[str]]
    figures: tuple[int, ...] = ()  # columns of figures


def ledger_tables(made: Statement, ledger: "OwnLedger", lang: Lang) -> list[Told]:
    """Give what there is to tell of a statement besides its lines; nothing for most."""
    doubts = disputes(doubts_in(made, ledger), made, lang)
    found = [adjustments(made, lang), held(made, lang), spared(made, lang), doubts]
    return [each for each in found if each.rows]


def doubts_in(made: Statement, ledger: "OwnLedger") -> tuple["Dispute", ...]:
    """Give what was doubted of a statement: since it was issued, and before."""
    issued = ledger.issued.get(made.period.name)
    since = issued.disputes if issued is not None else ()
    return (*since, *ledger.doubts.get(made.period.name, ()))


def status(issued: "IssuedStatement | None", lang: Lang) -> str:
    """Say who approved a statement and when, and whether it is paid; "" for one not issued."""
    if issued is None:
        return ""
    kept = issued.kept
    checker = next((each.person_id for each in kept.steps if each.step == "checked"), MISSING)
    told = message(
        "ledger-issued", lang, run=kept.run, checker=checker, approver=kept.approved.person_id,
        day=_day(issued, "approved", lang),
    )  # fmt: skip
    paid = _day(issued, "paid", lang)
    return told + message("ledger-paid", lang, day=paid) if paid else told


def _day(issued: "IssuedStatement", step: str, lang: Lang) -> str:
    day = issued.day(step)
    return "" if day is None else long_date(day, lang)


def adjustments(made: Statement, lang: Lang) -> Told:
    """List what lines issued before are paid more or less; what others moved is one row a line."""
    heads = [message(f"ledger-{name}", lang) for name in ("period", "line", "row", "what")]
    sums = [message(f"ledger-{name}", lang) for name in ("was", "now", "amount")]
    known = [each for each in made.adjustments if each.amount]
    own = [each for each in known if each.causes != ("others",)]
    moved = sorted((each for each in known if each.causes == ("others",)), key=_line)
    grouped = [_joined(list(rows), lang) for _key, rows in groupby(moved, key=_line)]
    rows = [_row(each, lang) for each in own] + grouped
    title = message("ledger-adjustments", lang)
    return Told(title, (*heads, *sums), rows, (4, 5, 6))


def held(made: Statement, lang: Lang) -> Told:
    """List what counts as it was issued, since the data cannot tell it now."""
    heads = (message("ledger-held-what", lang), message("incentive-why", lang))
    rows = [[name, reason(why, lang)] for name, why in made.held]
    return Told(message("ledger-held", lang), heads, rows)


def spared(made: Statement, lang: Lang) -> Told:
    """List what the plan leaves, or takes, beside a recomputation."""
    heads = ("incentive-deal", "ledger-spared-why", "ledger-spared-amount")
    rows = [
        [each.deal_id, message(f"ledger-spared-{each.reason}", lang), _signed(each.amount, lang)]
        for each in made.spared
    ]
    told = tuple(message(name, lang) for name in heads)
    return Told(message("ledger-spared", lang), told, rows, (2,))


def disputes(found: Iterable["Dispute"], made: Statement, lang: Lang) -> Told:
    """List what was doubted of a statement, whose it is to answer, and the answer."""
    names = ("line", "dispute-words", "dispute-state", "dispute-owner", "dispute-due",
             "dispute-answer")  # fmt: skip
    untold = message("form-withheld", lang)  # nobody doubts a line without words
    rows = [
        [key_name(each.line, made, lang), each.text or untold,
         state_name(each, lang), _owner(each.owner, lang), f"{each.due_on}",
         (each.answer or MISSING) if each.text else untold]
        for each in found
    ]  # fmt: skip
    heads = tuple(message(f"ledger-{name}", lang) for name in names)
    return Told(message("ledger-disputes", lang), heads, rows)


def differences(found: Iterable[Difference], lang: Lang) -> Told:
    """List the lines of an issued statement that come out otherwise today."""
    names = ("line", "head-issued", "head-today", "head-change")
    rows = [
        [line_name(each.line, lang), exact(each.issued, lang), exact(each.now, lang),
         MISSING if each.change is None else _signed(each.change, lang)]
        for each in found
    ]  # fmt: skip
    heads = tuple(message(f"ledger-{name}", lang) for name in names)
    return Told(message("ledger-recomputed", lang), heads, rows, (1, 2, 3))


def _row(each: Adjustment, lang: Lang) -> list[str]:
    causes = i18n.listed([message(f"ledger-cause-{name}", lang) for name in each.causes], lang)
    return [each.period or MISSING, _name(each, lang), each.row_id or MISSING, causes,
            *_sums([each], lang)]  # fmt: skip


def _joined(rows: Sequence[Adjustment], lang: Lang) -> list[str]:
    first = rows[0]
    named = first.row_id if len(rows) == 1 else message("ledger-others", lang, n=len(rows))
    why = message("ledger-cause-others", lang)
    return [first.period, _name(first, lang), named or MISSING, why, *_sums(rows, lang)]


def _sums(rows: Sequence[Adjustment], lang: Lang) -> list[str]:
    was, now, amount = (
        sum((getattr(each, name) for each in rows), Decimal(0)) for name in ("was", "now", "amount")
    )
    return [exact(was, lang), exact(now, lang), _signed(amount, lang)]


def _line(each: Adjustment) -> tuple[str, str]:
    return each.period, each.line


def _name(each: Adjustment, lang: Lang) -> str:
    if each.line in _BALANCES:
        return message(f"ledger-balance-{each.line}", lang)
    if each.label is None:
        return each.line
    return dated(each.label.zh if lang == "zh" else each.label.en, each.line, lang)


def state_name(doubt: "Dispute", lang: Lang) -> str:
    """Say how far a doubt has come; of an accepted one by how much its line is corrected."""
    amount = _signed(doubt.amount or Decimal(0), lang)
    return message(f"ledger-state-{doubt.state}", lang, amount=amount)


def state_text(doubt: "Dispute", lang: Lang) -> str:
    """Say until when a doubt is answered, or what the answer is, in one line."""
    state = state_name(doubt, lang)
    if doubt.state == "open":
        return message("ledger-doubt-open", lang, state=state, day=f"{doubt.due_on}")
    told = {"answer": doubt.answer, "by": doubt.answered_by}
    return message("ledger-doubt-answered", lang, state=state, **told)


def _owner(owner: str, lang: Lang) -> str:
    key = f"ledger-owner-{owner}"
    return message(key, lang) if owner in _ROLES else owner


def _signed(amount: Decimal, lang: Lang) -> str:
    return exact(amount, lang, is_signed=True)
