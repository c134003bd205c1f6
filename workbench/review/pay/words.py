"""A statement in words: names of lines and components, reasons, sums to the cent."""

from decimal import Decimal

from workbench import i18n
from workbench.i18n import MISSING, Lang, has_message, message
from workbench.incentives.earning import Earned
from workbench.incentives.statement import Line, Statement
from workbench.metrics.record import told_record
from workbench.review import words

_OF_LEDGER = ("adjusted", "owed_before", "owed_after", "pay")


def line_name(line: Line, lang: Lang) -> str:
    """Name a line: a component by its label, with the day where the plan changed."""
    if line.kind == "unknown":
        return message("ledger-line-unknown", lang, row=line.row_id)
    if line.key in _OF_LEDGER:
        return message(f"ledger-line-{line.key.replace('_', '-')}", lang)
    if line.label is None:
        return message(f"incentive-line-{line.key.replace('_', '-')}", lang)
    return dated(line.label.zh if lang == "zh" else line.label.en, line.key, lang)


def component_name(each: Earned, lang: Lang) -> str:
    """Name a component as its line is named."""
    label = each.component.label
    return dated(label.zh if lang == "zh" else label.en, each.key, lang)


def key_name(key: str, statement: Statement, lang: Lang) -> str:
    """Name a line by its key, as `A`, `deferred` or `A/D3`; a key of another period as it is."""
    name, _, row_id = key.partition("/")
    line = next((each for each in statement.lines if each.key == name), None)
    told = line_name(line, lang) if line is not None else name
    return f"{told} {row_id}".strip()


def reason(code: str, lang: Lang) -> str:
    """Say why a sum is absent or nothing; "" for none."""
    if not code:
        return ""
    if has_message(f"ledger-reason-{code}", lang):
        return message(f"ledger-reason-{code}", lang)
    own = f"incentive-reason-{code}"
    return message(own if has_message(own, lang) else f"reason-{code}", lang)


def note(code: str, lang: Lang) -> str:
    """Say what to know about a quota."""
    own = f"incentive-note-{code}"
    return message(own, lang) if has_message(own, lang) else words.note_text(code, lang)


def outside(statement: Statement, lang: Lang) -> str:
    """Say that no day of the period is on record; "" where one is."""
    if not statement.notes:
        return ""
    told = words.days(told_record(" ".join(statement.notes)), lang)
    return message("incentive-outside", lang, period=statement.period.name, **told)


def measure_name(name: str, lang: Lang) -> str:
    """Name what a component is measured by."""
    own = f"incentive-measure-{name}"
    return message(own, lang) if has_message(own, lang) else words.label(name, lang)


def exact(amount: Decimal | None, lang: Lang, *, is_signed: bool = False) -> str:
    """Write a sum to the cent without its currency, which stands in the head of the table."""
    return MISSING if amount is None else i18n.number(amount, lang, 2, is_signed=is_signed)


def plain(value: Decimal, lang: Lang) -> str:
    """Write a figure with as many decimals as it has, at most four."""
    text = i18n.number(value, lang, 4)
    return text.rstrip("0").rstrip(".")


def percent(value: Decimal, lang: Lang) -> str:
    """Write a share with as many decimals as it has, at most two."""
    return f"{i18n.number(value * 100, lang, 2).rstrip('0').rstrip('.')}%"


def least(told: str, statement: Statement, lang: Lang) -> str:
    """Say "at least" before a sum of a statement in which an amount is unknown."""
    return message("ledger-at-least", lang, amount=told) if statement.is_partial else told


def dated(label: str, key: str, lang: Lang) -> str:
    """Name a component, with the day where the plan changed in mid-period."""
    _, _, day = key.partition("@")
    return message("incentive-from", lang, name=label, day=day[5:]) if day else label
