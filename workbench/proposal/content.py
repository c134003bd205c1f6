"""What columns hold, where names say nothing: it fills a table of deals, or is asked about."""

import re
from collections.abc import Callable, Container, Iterable, Sequence

from workbench.errors import SourceError
from workbench.i18n import Lang, message
from workbench.proposal.draft import Draft, Source
from workbench.proposal.export import Export
from workbench.proposal.looks import (
    is_amount,
    is_days,
    is_few,
    is_key,
    is_money,
    is_people,
    is_stage,
)
from workbench.proposal.proposal import Choice, Question
from workbench.proposal.told_columns import NOT_USED

Looks = Callable[[Export, str], bool]

_NEEDED = ("deal_id", "rep_id", "amount", "close_on", "created_on", "stage")
_ASKED = ("deal_id", "rep_id")  # without which there is no deal
_ASKED_OF_SHAPE = (*_ASKED, "amount", "close_on", "stage")  # no word of such a file is known
_WITHOUT = ("amount", "stage")  # that deals may do without, if somebody says so
_LISTED = 12  # headers a question offers
_FITS: dict[str, Looks] = {
    "deal_id": is_key,
    "rep_id": is_people,
    "amount": is_money,
    "close_on": is_days,
    "created_on": is_days,
    "stage": is_stage,
}
_MAY_FIT: dict[str, Looks] = {**_FITS, "amount": is_amount, "stage": is_few}


def complete(draft: Draft, unused: Container[str], lang: Lang) -> list[Question]:
    """Fill what names left open of a table of deals by what the columns hold; ask for the rest.

    Parameters
    ----------
    unused
        Columns of the table that were told to be given by nothing.
    """
    free = [header for header in draft.export.headers if header not in draft.used]
    open_now = [c for c in _NEEDED if c not in draft.columns and (c in _ASKED or c not in unused)]
    for column in open_now:
        chosen = _one(column, draft.export, _fitting(draft, column, free))
        if chosen:
            draft.columns[column] = Source(chosen, "content")
            draft.offered[column] = [chosen]
            free.remove(chosen)
    keys = [header for header in draft.export.headers if is_key(draft.export, header)]
    if "deal_id" not in draft.columns and not keys:
        raise SourceError(message("proposal-no-key", lang, file=draft.export.file))
    return [
        _question(draft, column, keys if column == "deal_id" else free, lang)
        for column in (_ASKED_OF_SHAPE if draft.is_shape else _ASKED)
        if column in open_now and column not in draft.columns
    ]


def tells_of_deals(export: Export) -> bool:
    """Whether a file looks like deals, whatever its columns are called: stages and money."""
    holds = {column: [h for h in export.headers if _FITS[column](export, h)] for column in _FITS}
    return all(holds[column] for column in ("stage", "amount", "close_on"))


def has_shape_of_deals(export: Export) -> bool:
    """Whether a file of words nobody lists may be deals: owners, sums, days, few other words."""
    holds = {c: {h for h in export.headers if _MAY_FIT[c](export, h)} for c in _MAY_FIT}
    words = holds["rep_id"] | holds["stage"]
    return all(holds[column] for column in ("rep_id", "amount", "close_on")) and len(words) > 1


def _fitting(draft: Draft, column: str, free: Iterable[str]) -> list[str]:
    """List the headers that may give a column; of words nobody lists, any that come again."""
    listed = list(free)
    fitting = [header for header in listed if _FITS[column](draft.export, header)]
    if column == "stage" and draft.is_shape and not fitting:
        return [header for header in listed if is_few(draft.export, header)]
    return fitting


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


def _question(draft: Draft, column: str, free: Iterable[str], lang: Lang) -> Question:
    listed, looks = list(free), (_MAY_FIT if draft.is_shape else _FITS)[column]
    likely = [header for header in listed if looks(draft.export, header)]
    choices = [Choice(h, _examples(draft, h)) for h in (likely or listed)[:_LISTED]]
    if column in _WITHOUT:
        choices.append(Choice(NOT_USED, message(f"proposal-without-{column}", lang)))
    asks = message(f"proposal-ask-{column.replace('_', '-')}", lang, file=draft.export.file)
    return Question(("tables", draft.table, "columns", column), asks, tuple(choices))


def _examples(draft: Draft, header: str) -> str:
    return ", ".join(draft.export.values(header)[:3])
