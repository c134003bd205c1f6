"""The line a live page says where its figures are pinned and the source is not."""

from workbench import i18n
from workbench.i18n import Lang, message
from workbench.snapshots import Snapshot
from workbench.snapshots.current import has_moved_on
from workbench.sources.workspace import Workspace


def moved_on_line(workspace: Workspace, snapshot: Snapshot, lang: Lang) -> str:
    """Say that the source changed since a pinned snapshot; "" where it did not."""
    if not has_moved_on(workspace, snapshot):
        return ""
    return message("live-moved-on", lang, as_of=i18n.long_date(snapshot.as_of, lang))
