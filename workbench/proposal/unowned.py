"""Deals without an owner, where they are too many for odd rows: unassigned, or never given out."""

from collections.abc import Iterable, Mapping

from workbench.errors import require_known
from workbench.i18n import Lang, message
from workbench.proposal.draft import Draft
from workbench.proposal.proposal import Choice, Question
from workbench.snapshots.checking.broken import BROKEN_REQUIRED
from workbench.sources.sql import named, quoted
from workbench.sources.table_source import TableSource

ROOT = "unowned"  # of the answer: unowned = "leave", or the owner who gets them
LEAVE = "leave"
_SHOWN = 3  # owners a question offers; any other may be told


def settle_unowned(drafts: Mapping[str, Draft], told: str, lang: Lang) -> list[Question]:
    """Leave out the deals nobody owns, or give them to one owner; asks where they are many.

    A few are set aside by the reader, each with its row. A column nobody stands in is no owner.

    Raises
    ------
    UnknownNameError
        When the owner told is none of the deals and on no list.
    """
    deals = drafts["deals"]
    if "rep_id" not in deals.columns:
        return []
    header = deals.columns["rep_id"].header
    has_owner = owned(header, deals.options.get("null_values", ()))
    rows, n = deals.export.raw.rows, deals.count(f"({has_owner}) IS NOT TRUE")
    if told and n:
        _settle(drafts, told, has_owner)
    elif BROKEN_REQUIRED * rows < n < rows:
        deals.where = has_owner  # so that the rest can be read and asked about meanwhile
        return [_question(deals, header, n, lang)]
    return []


def owned(header: str, nothing: Iterable[str]) -> str:
    """Write what is true of rows somebody owns; texts of `nothing` name nobody."""
    none = ", ".join(map(quoted, nothing))
    return f"{named(header)} NOT IN ({none})" if none else f"{named(header)} IS NOT NULL"


def with_unowned(source: TableSource) -> TableSource:
    """Give the source of deals with those nobody owns, where its SQL ends by leaving them out."""
    ending = f" WHERE {owned(source.columns.get('rep_id', 'rep_id'), source.null_values)}"
    sql = source.sql.rstrip()
    is_left_out = sql.endswith(ending)
    return source.model_copy(update={"sql": sql.removesuffix(ending)}) if is_left_out else source


def _settle(drafts: Mapping[str, Draft], told: str, has_owner: str) -> None:
    deals, reps = drafts["deals"], drafts.get("reps")
    if told == LEAVE:
        deals.where = has_owner
        return
    header = deals.columns["rep_id"].header
    listed = reps.texts(reps.columns["rep_id"].header) if reps is not None else []
    require_known("owner of deals", [told], [LEAVE, *deals.texts(header), *listed])
    owner = f"CASE WHEN {has_owner} THEN {named(header)} ELSE {quoted(told)} END"
    deals.instead = f"{owner} AS {named(header)}"


def _question(deals: Draft, header: str, n: int, lang: Lang) -> Question:
    asks = message(
        "proposal-ask-unowned", lang, n=n, rows=deals.export.raw.rows, file=deals.export.file
    )
    nobody = deals.options.get("null_values", ())
    owners = [each for each in deals.texts(header) if each not in nobody][:_SHOWN]
    given = (Choice(e, message("proposal-unowned-give", lang, name=e)) for e in owners)
    return Question((ROOT,), asks, (Choice(LEAVE, message("proposal-unowned-leave", lang)), *given))
