"""The document of a signed round, read for what it holds as data."""

from dataclasses import dataclass
from pathlib import Path

from workbench.batch.execute import read_notebook
from workbench.batch.plan import period_place, stem_of
from workbench.batch.rep_folders import rep_folders
from workbench.batch.signed import SignedFolder
from workbench.batch.written import kept_hashes
from workbench.i18n import Lang
from workbench.model.period import Period
from workbench.publish.sections import sections
from workbench.review.as_signed import Held, held_in
from workbench.review.cycle.answers import cycle_name
from workbench.review.person import people
from workbench.snapshots import Snapshot
from workbench.sources.workspace import Workspace
from workbench.store.opening import store_of


@dataclass(frozen=True)
class KeptRounds:
    """The signed documents of a workspace, in one template and language."""

    workspace: Workspace
    snapshot: Snapshot
    template: str
    lang: Lang

    def __call__(self, rep_id: str, period: str, number: int) -> Held | None:
        """Read one round; None where it is not kept here as the store noted it."""
        span = self.workspace.calendar.period(period)
        signed = SignedFolder(self._folder(rep_id, span, number), self._noted(rep_id, span))
        name = f"{stem_of(self.workspace, self.template, self.lang)}.ipynb"
        if not signed.holds(name):
            return None
        found = sections(read_notebook(signed.folder / name))
        return held_in(each.record for each in found)

    def _folder(self, rep_id: str, period: Period, number: int) -> Path:
        everybody = people(self.snapshot, period, self.workspace.manager_scope)
        place = period_place(self.workspace, period)
        names = {each: rep.name for each, rep in everybody.items()}
        folders = rep_folders(place, {rep_id: rep_id, **names}, self.workspace.aliases)
        return place / folders[rep_id] / "signed" / str(number)

    def _noted(self, rep_id: str, period: Period) -> frozenset[str]:
        store = store_of(self.workspace)
        try:
            cycle = cycle_name(period.name, self.template)
            found = kept_hashes(store, cycle, self.workspace.aliases)
        finally:
            store.engine.dispose()
        return found.get(rep_id, frozenset())
