"""What a column holds, where its name says nothing: days, money, stages, people, keys."""

import re
from collections.abc import Callable, Iterable, Sequence

from workbench.errors import SourceError
from workbench.i18n import Lang, message
from workbench.proposal.draft import Draft, Source
from workbench.proposal.export import Export
from workbench.proposal.words import FEW, known_outcome
from workbench.proposal.proposal import Choice, Question

_MOST = 0.9  # of the different texts must look like it
_DAY = re.compile(r"^\d{1,4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,4}日?(?:[ T].*)?$")
_MONEY = re.compile(r"^[^\w]*(?:[A-Z]{3}\s?)?-?\d[\d.,'\s]*(?:[^\w%]*|\s?[A-Z]{3})$")
_NEEDED = ("deal_id", "rep_id", "amount", "close_on", "created_on", "stage")
_ASKED = ("deal_id", "rep_id")  # without which there is no deal
_LISTED = 12  # headers a question offers


def complete(draft: Draft, lang: Lang) -> list[Question]:
    """Fill what names left open of a table of deals by what the columns hold; ask for the rest."""
    free = [header for header in draft.export.headers if header not in draft.used]
    for column in _NEEDED:
        if column in draft.columns:
            continue
        fitting = [header for header in free if _FITS[column](draft.export, header)]
        chosen = _one(column, draft.export, fitting)
        if chosen:
            draft.columns[column] = Source(chosen, "content")
            draft.offered[column] = [chosen]
            free.remove(chosen)
    keys = [header for header in draft.export.headers if _is_key(draft.export, header)]
    if "deal_id" not in draft.columns and not keys:
        raise SourceError(message("proposal-no-key", lang, file=draft.export.file))
    return [
        _question(draft, column, keys if column == "deal_id" else free, lang)
        for column in _ASKED
        if column not in draft.columns
    ]


def tells_of_deals(export: Export) -> bool:
    """Whether a file looks like deals, whatever its columns are called: stages and money."""
    holds = {column: [h for h in export.headers if _FITS[column](export, h)] for column in _FITS}
    return all(holds[column] for column in ("stage", "amount", "close_on"))


def _one(column: str, export: Export, fitting: Sequence[str]) -> str:
    """Choose where one fits, or where an order tells: of days the earlier are of the beginning."""
    if column in ("close_on", "created_on") and len(fitting) == 2:  # noqa: PLR2004 (a pair of days)
        first, second = sorted(fitting, key=lambda header: _middle(export.values(header)))
        return second if column == "close_on" else first
    if column == "deal_id":
        return fitting[0] if fitting else ""
    return fitting[0] if len(fitting) == 1 else ""


def _middle(texts: Sequence[str]) -> str:
    years = sorted(re.sub(r"\D", "", text[:10]) for text in texts)
    return years[len(years) // 2] if years else ""


def _share(export: Export, header: str, looks: Callable[[str], object]) -> float:
    texts = export.values(header)
    return sum(bool(looks(text)) for text in texts) / len(texts) if texts else 0.0


def _is_days(export: Export, header: str) -> bool:
    return _share(export, header, _DAY.match) >= _MOST


def _is_money(export: Export, header: str) -> bool:
    texts = export.values(header)
    has_parts = any(re.search(r"\d[.,]\d|[€$£¥￥]", text) for text in texts)
    return (
        has_parts and not _is_days(export, header) and _share(export, header, _MONEY.match) >= _MOST
    )


def _is_stage(export: Export, header: str) -> bool:
    texts = export.values(header)
    return len(texts) <= FEW and any(known_outcome(text) for text in texts)


def _is_key(export: Export, header: str) -> bool:
    texts = export.values(header)
    is_plain = not _is_days(export, header) and not _is_money(export, header)
    return is_plain and len(texts) == export.raw.rows


def _is_people(export: Export, header: str) -> bool:
    texts = export.values(header)
    if len(texts) < 2 or 2 * len(texts) > export.raw.rows or _is_stage(export, header):  # noqa: PLR2004
        return False
    return _share(export, header, lambda text: not re.search(r"\d", text)) >= _MOST


_FITS: dict[str, Callable[[Export, str], bool]] = {
    "deal_id": _is_key,
    "rep_id": _is_people,
    "amount": _is_money,
    "close_on": _is_days,
    "created_on": _is_days,
    "stage": _is_stage,
}


def _question(draft: Draft, column: str, free: Iterable[str], lang: Lang) -> Question:
    listed = list(free)
    likely = [header for header in listed if _FITS[column](draft.export, header)]
    choices = tuple(Choice(h, _examples(draft, h)) for h in (likely or listed)[:_LISTED])
    asks = message(f"proposal-ask-{column.replace('_', '-')}", lang, file=draft.export.file)
    return Question(("tables", draft.table, "columns", column), asks, choices)


def _examples(draft: Draft, header: str) -> str:
    return ", ".join(draft.export.values(header)[:3])
