"""Fields that are written no longer: the review went on while they stood on a screen."""

from collections.abc import Iterable

from workbench.errors import RefusedError
from workbench.store import Actor, Store
from workbench.store.rules import may_write
from workbench.store.subjects import read_subject
from workbench.widgets.draft import Draft


def close(drafts: Iterable[Draft], store: Store, actor: Actor, cycle: str, rep_id: str) -> None:
    """Lock what this person may not write at the stage the review stands at now.

    The words stay in the fields, to be read and copied.
    """
    try:
        subject = read_subject(store, actor, cycle, rep_id)
    except RefusedError:  # no part in the review any more
        subject = None
    for draft in drafts:
        if subject is None or not may_write(actor, subject, draft.place.side):
            draft.lock(is_locked=True)
