"""The tables under a statement: each component deal by deal, balances, cancelled, not counted."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench import i18n
from workbench.i18n import MISSING, message
from workbench.incentives.earning import Earned, Factor, Path
from workbench.incentives.statement import Kept, Statement
from workbench.incentives.trace import walked
from workbench.page.parts import Block, Fold, Note
from workbench.page.table import Column, Table, figures
from workbench.page.table import words as text
from workbench.review.pay.ledger_words import Told, ledger_tables, status
from workbench.review.pay.words import (
    component_name,
    exact,
    measure_name,
    note,
    percent,
    plain,
    reason,
)

if TYPE_CHECKING:
    from workbench.i18n import Lang
    from workbench.review.brief import Brief

_MOST = 60  # rows a component shows; all stand in the CSV


def statement_tables(statement: Statement, review: "Brief") -> list[Block]:
    """Draw everything under the waterfall."""
    lang = review.lang
    kept = {(each.kept.line, each.kept.row_id): each.kept for each in statement.payments}
    folds = [_component(each, kept, lang) for each in statement.earned]
    parts = (_balances, _taken, _left)
    below = [block for part in parts for block in part(statement, lang)]
    return [*_status(statement, review), *folds, *below, *_ledger(statement, review)]


def _status(statement: Statement, review: "Brief") -> list[Block]:
    """Say who approved an issued statement; or, after issued ones, that this one is none yet."""
    ledger, lang = review.pay.ledger, review.lang
    told = status(ledger.issued.get(statement.period.name), lang)
    if not told and ledger.issue is not None:
        told = message("ledger-draft", lang, day=i18n.long_date(review.as_of, lang))
    return [Note(told)] if told else []


def _ledger(statement: Statement, review: "Brief") -> list[Block]:
    told = ledger_tables(statement, review.pay.ledger, review.lang)
    return [_told(each, review.lang) for each in told]


def _told(told: Told, lang: "Lang") -> Table:
    heads = [
        figures(head) if number in told.figures else text(head)
        for number, head in enumerate(told.heads)
    ]
    rows = told.rows[:_MOST]
    if len(told.rows) > _MOST:
        more = message("incentive-more", lang, n=len(told.rows) - _MOST)
        rows.append([more, *[""] * (len(told.heads) - 1)])
    return Table(heads, rows, title=told.title)


def _component(each: Earned, kept: dict[tuple[str, str], Kept], lang: "Lang") -> Fold:
    """Draw one component: what it was measured by, and each row's way through its tiers."""
    summary = message("incentive-how", lang, name=component_name(each, lang))
    rows = [_rows(each, kept, lang)] if each.raw.paths and each.component.is_by_row else []
    return Fold(summary, _terms(each, lang), rows)


def _terms(each: Earned, lang: "Lang") -> list[tuple[str, str]]:
    terms = []
    if each.quota is not None:
        terms.append((message("incentive-quota", lang), _quota(each, lang)))
    if each.quota is not None and each.quota.value:
        reached = i18n.share(each.credit / each.quota.value, lang, 2)
        terms.append((message("incentive-attainment", lang), reached))
    if each.modifier.measure:
        terms.append((message("incentive-modifier", lang), _modifier(each.modifier, lang)))
    if each.gate.measure:
        terms.append((message("incentive-gate", lang), _gate(each.gate, lang)))
    limit = each.component.limit
    if limit is not None and limit.per_component is not None:
        terms.append((message("incentive-limit", lang), exact(limit.per_component, lang)))
    terms.append((message("incentive-earned", lang), exact(each.amount, lang)))
    if each.reason:
        terms.append((message("incentive-reason", lang), reason(each.reason, lang)))
    return terms


def _quota(each: Earned, lang: "Lang") -> str:
    assert each.quota is not None  # asked by the caller
    if each.quota.value is None:
        return f"{MISSING} {reason(each.quota.reason, lang)}"
    value, given = plain(each.quota.value, lang), each.quota.given
    if given is None or given == each.quota.value:
        told = value
    else:
        told = message("incentive-quota-text", lang, given=plain(given, lang), value=value)
    comma = "，" if lang == "zh" else ", "
    return comma.join([told, *(note(code, lang) for code in each.quota.note.split())])


def _modifier(factor: Factor, lang: "Lang") -> str:
    if factor.value is None:
        name = measure_name(factor.measure, lang)
        return f"{name} {MISSING} {reason(factor.reason, lang)}"
    return message(
        "incentive-modifier-text", lang, name=measure_name(factor.measure, lang),
        value=plain(factor.value, lang), factor=plain(factor.factor or Decimal(0), lang),
    )  # fmt: skip


def _gate(factor: Factor, lang: "Lang") -> str:
    if factor.factor is None:
        why = reason(factor.reason, lang)
        return message("incentive-gate-unknown", lang, rule=factor.measure, reason=why)
    if factor.factor == 1:
        return message("incentive-gate-met", lang, rule=factor.measure)
    by = plain(factor.factor, lang)
    return message("incentive-gate-failed", lang, rule=factor.measure, factor=by)


def _rows(each: Earned, kept: dict[tuple[str, str], Kept], lang: "Lang") -> Table:
    paths = each.raw.paths
    rows: list[list[str]] = [_row(each, path, kept, lang) for path in paths[:_MOST]]
    if len(paths) > _MOST:
        rows.append([message("incentive-more", lang, n=len(paths) - _MOST), *[""] * 8])
    rows.append(_total(each, kept, lang))
    heads = [
        text(message("incentive-deal", lang)),
        text(message("incentive-closed", lang)),
        *(figures(message(f"incentive-{name}", lang)) for name in ("part", "factor", "credit")),
        text(message("incentive-walk", lang)),
        *(
            figures(message(f"incentive-{name}", lang))
            for name in ("earned", "cash-share", "payable")
        ),
    ]
    return Table(heads, rows, has_total=True)


def _row(each: Earned, path: Path, kept: dict[tuple[str, str], Kept], lang: "Lang") -> list[str]:
    row, paid = path.row, kept[each.key, path.row.row_id]
    part = plain(row.amount * row.share, lang)
    if row.rate != 1:
        part = f"{row.item.currency} {part} × {plain(row.rate, lang)}"
    return [
        row.row_id, i18n.short_date(row.item.on), part, plain(row.factor, lang),
        plain(row.credit, lang), walked(path, each.component), exact(path.earned, lang),
        percent(paid.paid, lang), exact(paid.amount * paid.paid, lang),
    ]  # fmt: skip


def _total(each: Earned, kept: dict[tuple[str, str], Kept], lang: "Lang") -> list[str]:
    mine = [kept[each.key, path.row.row_id] for path in each.raw.paths]
    paid = sum((one.amount * one.paid for one in mine), Decimal(0))
    earned = exact(each.raw.amount, lang)
    return [message("incentive-sum", lang), "", "", "", plain(each.credit, lang), "", earned, "",
            exact(paid, lang)]  # fmt: skip


def _balances(statement: Statement, lang: "Lang") -> list[Block]:
    rows = []
    for name in ("due", "draw", "deferred"):
        before, after = getattr(statement.opening, name), getattr(statement.closing, name)
        if before or after:
            label = message(f"incentive-balance-{name}", lang)
            rows.append([label, exact(before, lang), exact(after, lang)])
    heads = [
        text(message("incentive-balance", lang)),
        figures(message("incentive-opening", lang)),
        figures(message("incentive-closing", lang)),
    ]
    title = message("incentive-balances", lang)
    return [Table(heads, rows, title=title)] if rows else []


def _taken(statement: Statement, lang: "Lang") -> list[Block]:
    rows = [
        [each.kept.row_id, each.kept.period or MISSING, reason(each.reason, lang),
         exact(-each.amount, lang)]
        for each in statement.taken
    ]  # fmt: skip
    heads = [
        text(message("incentive-deal", lang)),
        text(message("incentive-taken-when", lang)),
        text(message("incentive-why", lang)),
        figures(message("incentive-taken-amount", lang)),
    ]
    return _titled("incentive-taken", heads, rows, lang)


def _left(statement: Statement, lang: "Lang") -> list[Block]:
    rows = [
        [each.row_id, i18n.short_date(each.item.on), reason(each.reason, lang)]
        for each in statement.not_counted[:_MOST]
    ]
    heads = [text(message(f"incentive-{name}", lang)) for name in ("deal", "closed", "why")]
    return _titled("incentive-not-counted", heads, rows, lang)


def _titled(
    title: str, heads: Sequence[Column], rows: Sequence[Sequence[str]], lang: "Lang"
) -> list[Block]:
    return [Table(heads, rows, title=message(title, lang))] if rows else []
