"""The checks of a run as text: sums beside the last period, and what to look at, in words."""

import json
from collections.abc import Callable
from decimal import Decimal

from workbench.i18n import MISSING, Lang, date_range, listed, message, money_exact, number
from workbench.model.period import Period
from workbench.review.pay.checks import Checks
from workbench.review.pay.findings import WEIGHTS, Finding
from workbench.review.pay.text import aligned
from workbench.review.pay.totals import KIND, TEAM, Total

FORMATS = ("table", "json")
_SNAPSHOT = 8  # digits of its hash that name it


def checks_text(checks: Checks, period: Period, form: str, lang: Lang) -> str:
    """Write the checks of a run; ends with a line feed.

    Parameters
    ----------
    period
        Of the run.
    form
        `table`: to read. `json`: every sum and finding, each with its sentence.
    """
    writers: dict[str, Callable[[Checks, Period, Lang], str]] = {"table": _table, "json": _json}
    return writers[form](checks, period, lang)


def sentence(finding: Finding, checks: Checks, lang: Lang) -> str:
    """Say what was found, with the person, the sums and what to look at."""
    sums = {name: _sum(name, each, finding, lang) for name, each in finding.sums.items()}
    told = finding.told or MISSING
    if finding.parts:
        told = listed((_part(name, each, finding, lang) for name, each in finding.parts), lang)
    who = listed((_who(rep, checks) for rep in finding.reps), lang)
    return message(f"pay-check-{finding.code}", lang, who=who, n=finding.n, told=told, **sums)


def _table(checks: Checks, period: Period, lang: Lang) -> str:
    run = checks.run
    state = message(f"pay-state-{run.state}", lang)
    days = date_range(period.start, period.last_day, lang)
    data = message(
        "pay-checks-data", lang, n=checks.n, day=f"{run.head.as_of}",
        snapshot=run.head.snapshot[:_SNAPSHOT],
    )  # fmt: skip
    head = f"{message('pay-checks', lang, run=run.run, state=state, days=days)}\n{data}\n"
    first = "" if checks.last else f"{message('pay-checks-first', lang)}\n"
    return "\n".join([head + first, _totals(checks, lang), _found(checks, lang)])


def _totals(checks: Checks, lang: Lang) -> str:
    names = ("by", "n", "this", *(("last-n", "last", "change") if checks.last else ()))
    heads = [message(f"pay-total-{name}", lang, period=checks.last) for name in names]
    rows = [
        [total_name(each, lang), f"{each.n}", _at_least(each, lang), f"{each.last_n}",
         _figure(each.last, lang), _figure(each.change, lang, is_signed=True)]
        for each in checks.totals
    ]  # fmt: skip
    cells = [heads, *(row[: len(names)] for row in rows)]
    return aligned(cells, figures=range(1, len(names)))


def total_name(total: Total, lang: Lang) -> str:
    """Name a sum: the plan, the team or the kind of line, and the currency."""
    name = message(f"pay-kind-{total.name}", lang) if total.by == KIND else total.name
    key = "no-team" if total.by == TEAM and not name else total.by
    return message(f"pay-total-{key}", lang, name=name, currency=total.currency)


def _found(checks: Checks, lang: Lang) -> str:
    if not checks.findings:
        return f"{message('pay-checks-fine', lang)}\n"
    parts = []
    for weight in WEIGHTS:
        found = [each for each in checks.findings if each.weight == weight]
        lines = [f"- {sentence(each, checks, lang)}" for each in found]
        if lines:
            parts.append("\n".join([message(f"pay-checks-{weight}", lang), *lines, ""]))
    return "\n".join(parts)


def _json(checks: Checks, period: Period, lang: Lang) -> str:
    told = {
        "run": checks.run.run, "state": checks.run.state, "period": period.name,
        "as_of": f"{checks.run.head.as_of}", "snapshot": checks.run.head.snapshot,
        "statements": checks.n, "last": checks.last,
        "totals": [
            {"by": each.by, "name": each.name, "currency": each.currency, "people": each.n,
             "sum": f"{each.paid:f}", "is_at_least": each.is_partial,
             "last_people": each.last_n, "last": _plain(each.last), "change": _plain(each.change)}
            for each in checks.totals
        ],
        "findings": [
            {"weight": each.weight, "code": each.code, "reps": list(each.reps),
             "currency": each.currency, "n": each.n,
             "sums": {name: f"{value:f}" for name, value in each.sums.items()},
             "sentence": sentence(each, checks, lang)}
            for each in checks.findings
        ],
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _sum(name: str, value: Decimal, finding: Finding, lang: Lang) -> str:
    """Write a sum; what is taken is told by the words, so its sign is not written again."""
    return money_exact(abs(value) if name == "cap_loss" else value, finding.currency, lang)


def _part(name: str, amount: Decimal, finding: Finding, lang: Lang) -> str:
    told = money_exact(amount, finding.currency, lang)
    return message("pay-part", lang, name=message(name, lang), amount=told)


def _who(rep_id: str, checks: Checks) -> str:
    return f"{rep_id} {checks.names.get(rep_id, '')}".strip()


def _at_least(total: Total, lang: Lang) -> str:
    told = number(total.paid, lang, 2)
    return message("pay-at-least", lang, amount=told) if total.is_partial else told


def _figure(value: Decimal | None, lang: Lang, *, is_signed: bool = False) -> str:
    return MISSING if value is None else number(value, lang, 2, is_signed=is_signed)


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"
