"""Incentive: gross to net, every deal's path, what is carried, and how to check or dispute it."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench import i18n
from workbench.charts.waterfall import Change, waterfall
from workbench.i18n import message
from workbench.incentives.statement import Line, Statement
from workbench.page.parts import Block, Callout, Exhibit, Group, Note
from workbench.page.picture import Picture
from workbench.review import exhibits, words
from workbench.review.pay.words import least, line_name, outside, reason
from workbench.review.sections.incentive_tables import statement_tables

if TYPE_CHECKING:
    from workbench.i18n import Lang
    from workbench.review.brief import Brief

_REDUCING = ("deferred", "clawback", "draw_recovered", "cap_loss")
_ADDING = ("released", "adjusted", "owed_before", "owed_after")
_PAID = ("net", "adjusted", "owed_before", "owed_after")
_NAMED = 3  # deals that are named in a title
_TOTALS = ("gross", "net", "cash", "pay")
_SHOWN = (
    "gross", "cap_loss", "deferred", "released", "carried_negative", "clawback", "draw_recovered",
    "net", "draw_paid", "cash", "adjusted", "owed_before", "owed_after", "pay",
)  # fmt: skip


def incentive(review: "Brief") -> tuple[str, Sequence[Block]]:
    """Show the statements of the review's period; without a plan, how to add one in one line."""
    pay, lang = review.pay, review.lang
    if pay.problem:
        key = pay.problem.replace("no_plans", "none").replace("_", "-")
        return message(f"incentive-finding-{key}", lang, name=review.rep.name), []
    body = [Group([_exhibit(each, review)]) for each in pay.statements]
    return _finding(pay.statements, lang), [*body, *_below(pay.statements, review)]


def _finding(statements: Sequence[Statement], lang: "Lang") -> str:
    """Say what was earned, what is paid, and what makes the difference; or that it is not known."""
    unknown = next((told for each in statements if (told := outside(each, lang))), "")
    if unknown:
        return unknown
    currency = statements[0].currency
    paid = sum((_sum(statements, key) for key in _PAID), Decimal(0))
    gross, net = _money(_sum(statements, "gross"), currency, lang), _money(paid, currency, lang)
    causes = {key: -_sum(statements, key) for key in _REDUCING}
    why = sorted((key for key, amount in causes.items() if amount > 0), key=lambda k: -causes[k])
    named = [_cause(key, causes[key], currency, lang) for key in why]
    for key in _ADDING:
        amount = _sum(statements, key)
        if amount:
            sign = "+" if amount > 0 else "−"
            named.append(_cause(key, abs(amount), currency, lang, sign=sign))
    if not named:
        told = message("incentive-finding-equal", lang, gross=gross)
    else:
        joined = message("incentive-and", lang).join(named)
        told = message("incentive-finding-why", lang, gross=gross, net=net, why=joined)
    lines = [line for each in statements for line in each.lines if line.amount is None]
    unknown_rows = {line.row_id for line in lines if line.kind == "unknown"}
    if unknown_rows:
        told = message("ledger-finding-unknown", lang, finding=told, n=len(unknown_rows))
    absent = [line for line in lines if line.kind == "component"]
    if absent:
        name = line_name(absent[0], lang)
        told = message("incentive-finding-absent", lang, finding=told, name=name)
    return told


def _cause(key: str, amount: Decimal, currency: str, lang: "Lang", sign: str = "−") -> str:
    told = f"{sign}{_money(amount, currency, lang)}"
    return message(f"incentive-cause-{key.replace('_', '-')}", lang, amount=told)


def _exhibit(statement: Statement, review: "Brief") -> Exhibit:
    lang = review.lang
    changes = changes_of(statement, lang)
    title = _title(statement, lang)
    written = exhibits.amounts(statement.currency, lang)
    drawn = Picture(
        lambda width: waterfall(changes, width=width, axis_text=written),
        key=f"incentive-{statement.period.start}",
        description=exhibits.said(title, (f"{each.name} {each.label}" for each in changes), lang),
    )
    table = exhibits.steps_table(changes, statement.currency, lang)
    details = statement_tables(statement, review)
    return Exhibit(title, _subtitle(statement, review), drawn, table, details)


def changes_of(statement: Statement, lang: "Lang") -> list[Change]:
    """Give the rows of the waterfall from gross to net."""
    return [_change(line, statement, lang) for line in _drawn(statement)]


def _drawn(statement: Statement) -> list[Line]:
    """Give the lines that are drawn: all totals, and what changes them."""
    has_draw = statement.amount("draw_paid") != 0
    by_key = {line.key: line for line in statement.lines}
    components = [line for line in statement.lines if line.kind == "component" and line.amount]
    changes = [
        by_key[key] for key in _SHOWN
        if key in by_key and (key in _TOTALS or by_key[key].amount)
        and (key != "cash" or has_draw or "pay" in by_key)
    ]  # fmt: skip
    return [*components, *changes]


def _change(line: Line, statement: Statement, lang: "Lang") -> Change:
    amount, is_total = line.amount or Decimal(0), line.key in _TOTALS
    sign = "" if is_total or amount < 0 else "+"
    label = sign + i18n.money_exact(amount, statement.currency, lang)
    label = least(label, statement, lang) if is_total else label
    return Change(name=line_name(line, lang), value=float(amount), label=label, is_total=is_total)


def _title(statement: Statement, lang: "Lang") -> str:
    """Name the deals whose cash is waited for; else say what is drawn."""
    waiting = -statement.amount("deferred")
    deals = list(
        dict.fromkeys(
            kept.item.item_id for kept, _now in statement.payments if kept.amount and kept.paid < 1
        )
    )
    if not waiting or not deals:
        return _plain_title(statement, lang)
    amount = _money(waiting, statement.currency, lang)
    if len(deals) > _NAMED:
        return message("incentive-title-deferred-many", lang, amount=amount, n=len(deals))
    named = i18n.listed(deals, lang)
    return message("incentive-title-deferred", lang, amount=amount, deals=named, n=len(deals))


def _plain_title(statement: Statement, lang: "Lang") -> str:
    """Say what was earned and what is paid; where a line is not known, only what is drawn."""
    if any(line.amount is None for line in statement.lines):
        return message("incentive-title-plain", lang)
    paid = sum((statement.amount(key) for key in _PAID), Decimal(0))
    gross, net = (
        _money(amount, statement.currency, lang) for amount in (statement.amount("gross"), paid)
    )
    return message("incentive-title-paid", lang, gross=gross, net=net)


def _subtitle(statement: Statement, review: "Brief") -> str:
    lang, currency = review.lang, statement.currency
    plans = {each.segment.plan.id: each.segment.plan for each in statement.earned}.values()
    named = [
        message("incentive-plan-named", lang, name=getattr(p.label, lang), version=p.version)
        for p in plans
    ]
    deals = {path.row.item.item_id for _each, path in statement.paths()}
    credit = max((each.credit for each in statement.earned if each.quota), default=None)
    told = i18n.MISSING if credit is None else i18n.money(credit, currency, lang)
    return message(
        "incentive-sub", lang, plans=i18n.listed(named, lang),
        period=statement.period.name, deals=words.deals(len(deals), lang), credit=told,
        cap=_cap(statement, lang),
    )  # fmt: skip


def _cap(statement: Statement, lang: "Lang") -> str:
    if statement.cap is None:
        return message("incentive-cap-none", lang)
    side = "met" if statement.amount("cap_loss") else "below"
    return message(
        f"incentive-cap-{side}", lang, amount=_money(statement.cap, statement.currency, lang)
    )


def _below(statements: Sequence[Statement], review: "Brief") -> list[Block]:
    """Say how to work the statement out again, and what to do when a line is wrong."""
    lang, last = review.lang, statements[-1]
    room = "ledger" if last.period.name in review.pay.ledger.issued else "incentive"
    verify = message(f"{room}-verify", lang, input=last.input_hash[:12], hash=last.hash[:12])
    rep, period = review.rep.rep_id, last.period.name
    dispute = message(f"{room}-dispute", lang, rep=rep, period=period)
    title = message("incentive-verify-title", lang)
    absent = [
        f"{line_name(line, lang)}{message('incentive-colon', lang)}{reason(line.reason, lang)}"
        for each in statements for line in each.lines
        if line.reason and line.kind == "component"
    ]  # fmt: skip
    return [
        *(Note(each) for each in absent),
        Group(
            [
                Callout(title, verify),
                Callout(message("incentive-dispute-title", lang), dispute),
            ],
            is_detail=True,
        ),
    ]


def _sum(statements: Sequence[Statement], key: str) -> Decimal:
    return sum((each.amount(key) for each in statements), Decimal(0))


def _money(amount: Decimal, currency: str, lang: "Lang") -> str:
    return i18n.money_exact(amount, currency, lang)
