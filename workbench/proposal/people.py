"""People on a list who appear nowhere: they are asked about, not reviewed."""

from collections.abc import Iterable, Mapping

from workbench.i18n import Lang, message
from workbench.proposal.draft import Draft
from workbench.proposal.proposal import Choice, Question
from workbench.sources.sql import named

ROOT = "people"  # of the answer: people = "seen"
SEEN, ALL = "seen", "all"
NAMING = ("deals", "quotas", "activities")
_SHOWN = 3


def settle_people(drafts: Mapping[str, Draft], told: str, lang: Lang) -> list[Question]:
    """Keep of the list those who appear in deals, quotas or activities, and who lead one of them.

    Asks where some do not appear; nobody is asked about where all do, or where deals make the list.
    """
    reps = drafts.get("reps")
    if reps is None or told == ALL:
        return []
    unseen = _unseen(drafts, reps)
    if not unseen:
        return []
    if told == SEEN:
        reps.where = _where(drafts, reps)
        return []
    shown = ", ".join(unseen[:_SHOWN]) + ("…" if len(unseen) > _SHOWN else "")
    asks = message("proposal-ask-people", lang, n=len(unseen), names=shown)
    choices = tuple(Choice(each, message(f"proposal-people-{each}", lang)) for each in (SEEN, ALL))
    return [Question((ROOT,), asks, choices)]


def _unseen(drafts: Mapping[str, Draft], reps: Draft) -> list[str]:
    header = reps.columns["rep_id"].header
    seen = {value for draft, column in _naming(drafts) for value in draft.texts(column)}
    manager = reps.columns.get("manager_id")
    if manager is not None:
        seen.update(reps.texts(manager.header))
    return [value for value in reps.texts(header) if value not in seen]


def _naming(drafts: Mapping[str, Draft]) -> Iterable[tuple[Draft, str]]:
    for draft in drafts.values():
        header = draft.offered.get("rep_id", [""])[0]
        if draft.table in NAMING and draft.sql and header:
            yield draft, header
        elif draft.table in NAMING and "rep_id" in draft.columns and not draft.sql:
            yield draft, draft.columns["rep_id"].header


def _where(drafts: Mapping[str, Draft], reps: Draft) -> str:
    """Write whom the tables name, and who leads them; each table by its own rows."""
    seen = [f"SELECT {named(column)} FROM {draft.rows()}" for draft, column in _naming(drafts)]
    manager = reps.columns.get("manager_id")
    if manager is not None:
        seen.append(f"SELECT {named(manager.header)} FROM {reps.rows()}")
    listed = "\n  UNION ALL ".join(seen)
    return f"{named(reps.columns['rep_id'].header)} IN (\n  {listed}\n)"
