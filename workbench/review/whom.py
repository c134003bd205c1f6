"""Whom somebody means: a rep by id or name, in whatever case and width it was typed."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from workbench.errors import ParameterError, UnknownNameError, unknown_name
from workbench.i18n import error, said
from workbench.model.given import one_of, value_is_made_of
from workbench.model.spelling import folded, trimmed
from workbench.review.person import everybodys_names, who_leads
from workbench.snapshots import Snapshot
from workbench.sources.known_ids import id_among

if TYPE_CHECKING:
    from workbench.store import Actor


def rep_of(snapshot: Snapshot, asked: object, aliases: Mapping[str, str] | None = None) -> str:
    """Find the rep somebody means among those of a snapshot; see `whom`."""
    names = everybodys_names(snapshot)
    return whom(id_among(asked, names, aliases or {}) if isinstance(asked, str) else asked, names)


def rep_in_cycle(snapshot: Snapshot, asked: object) -> str:
    """Find the rep of a review in the store, who may have left the list of reps meanwhile.

    Text that fits nobody of the snapshot is given back: whether it is in a cycle is for the store
    to say.
    """
    try:
        return rep_of(snapshot, asked)
    except UnknownNameError:
        return str(asked)


def acting_person(snapshot: Snapshot, person_id: str) -> str:
    """Find who acts among the reps and those who lead them, by id in any case.

    An id that fits nobody, or several, is given back: those who act need not be in the list.
    """
    known = {*everybodys_names(snapshot), *who_leads(snapshot)}
    fitting = [each for each in known if folded(each) == folded(person_id)]
    return fitting[0] if person_id not in known and len(fitting) == 1 else person_id


def acting_as(told: str, snapshot: Snapshot) -> "Actor":
    """Read who acts, reps and managers by id in any case.

    Raises
    ------
    ParameterError, UnknownNameError
        When it is not PERSON:ROLE, or the role is none.
    """
    from workbench.store.actor import Actor  # noqa: PLC0415 (loads SQL)

    actor = Actor.read(told)
    if actor.role not in ("rep", "manager"):
        return actor
    return Actor(acting_person(snapshot, actor.person_id), actor.role)


def whom(asked: object, names: Mapping[str, str]) -> str:
    """Find the rep somebody means.

    Parameters
    ----------
    asked
        An id or a name. An id as it is wins, then a name as it is; after that blanks at the ends,
        full width and case count for nothing. A number or a truth, which papermill made of an id,
        finds the id it was made of.
    names
        Everybody's name, by rep_id.

    Returns
    -------
    str
        The rep_id as the reps have it.

    Raises
    ------
    UnknownNameError
        For a rep that does not exist; offers the nearest id or name.
    ParameterError
        When several reps may be meant.
    """
    if not isinstance(asked, str):
        asked = one_of("rep_id", asked, _given_as(asked, names))
    if asked in names:
        return asked
    for spell in (str, trimmed, folded):
        found = [
            rep_id
            for rep_id, name in names.items()
            if spell(asked) in (spell(rep_id), spell(name)) and spell(asked)
        ]
        if len(found) > 1:
            ids = tuple(said("refusal-person", who=each) for each in found)
            n = str(len(found))
            raise error(ParameterError, "refusal-rep-several", n=n, asked=asked, ids=ids)
        if found:
            return found[0]
    raise unknown_name("rep", asked, {*names, *names.values()})


def _given_as(value: object, names: Mapping[str, str]) -> set[str]:
    """Offer ids; names only where no id gives the value."""
    has_id = any(value_is_made_of(rep_id, value) for rep_id in names)
    return set(names) if has_id else {*names, *names.values()}
