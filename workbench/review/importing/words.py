"""The words of an import: what a column is called, what a line rests on, what a cell holds."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from workbench import i18n
from workbench.i18n import MISSING, Lang, message
from workbench.model.day import local
from workbench.model.tables import TABLES
from workbench.proposal import reasons
from workbench.proposal.attempt import Attempt
from workbench.proposal.preview import OUTCOME
from workbench.proposal.profile import profiles
from workbench.proposal.proposal import Line
from workbench.proposal.told_columns import NOT_USED

CURRENCY = ("money", "currency")


def system(attempt: Attempt) -> str:
    """Name the system that wrote the exports."""
    known = profiles().get(attempt.proposal.profile)
    if known is None:
        return message("setup-no-system", attempt.lang)
    return str(getattr(known.title, attempt.lang))


def finding(attempt: Attempt) -> str:
    """Say what would count, or how many answers are missing before anything can be read."""
    lang, found = attempt.lang, attempt.preview
    if found is None:
        n = len(attempt.proposal.questions)
        return message("import-finding-open", lang, system=system(attempt), n=n)
    is_named = CURRENCY not in {question.path for question in attempt.proposal.questions}
    sums = [
        i18n.money(value, code, lang, has_unit=is_named)
        for code, value in sorted(found.sums.items())
    ]
    told = message("import-sums", lang, sums=i18n.listed(sums, lang)) if sums else ""
    return message(
        "import-finding", lang, system=system(attempt), deals=found.deals,
        won=i18n.number(found.won, lang), sums=told, reps=found.reps,
    )  # fmt: skip


def column_name(table: str, column: str, lang: Lang) -> str:
    """Call a column as a person does; the outcome of deals is one column here."""
    if table == "deals" and column == OUTCOME:
        return message("import-outcome", lang)
    return message(f"import-column-{column}", lang)


def header_name(header: str, made: set[str], lang: Lang) -> str:
    """Call a choice of a column: a header of the file, what is put together, or nothing."""
    if header == NOT_USED:
        return message("import-not-used", lang)
    return message("import-made", lang, name=header) if header in made else header


def rests(line: Line | None, attempt: Attempt) -> str:
    """Say what a line rests on; "" where there is none."""
    if line is None:
        return ""
    return reasons.rests(line, attempt.proposal, attempt.lang)


def cell(table: str, column: str, value: Any, zone: ZoneInfo, lang: Lang) -> str:  # noqa: ANN401 (of any kind)
    """Write a value as it was read; what is missing is a dash, not nothing."""
    if value is None:
        return MISSING
    if table == "deals" and column == OUTCOME:
        return message(f"import-outcome-{value}", lang)
    if isinstance(value, bool):
        return message("import-yes" if value else "import-no", lang)
    if isinstance(value, datetime):
        return f"{local(value, zone):%Y-%m-%d %H:%M}"
    if isinstance(value, Decimal | float | int):
        return _figure(TABLES[table].column(column).kind, Decimal(str(value)), lang)
    return str(value)


def _figure(kind: str, value: Decimal, lang: Lang) -> str:
    if kind == "share":
        return i18n.share(value, lang, 0)
    is_whole = value == value.to_integral_value()
    return i18n.number(value, lang, 0 if is_whole else 2)
