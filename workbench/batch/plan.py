"""What a batch is to make: who, in which languages, into which folders."""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from workbench.batch.folder import folder_name, period_folder
from workbench.batch.job import ENGINES, Engine
from workbench.batch.parameters import require_declared
from workbench.batch.rep_folders import rep_folders
from workbench.errors import require_known
from workbench.i18n import Lang, require_lang
from workbench.model.given import day
from workbench.model.period import Period
from workbench.publish.made import require_formats
from workbench.review.asked_formats import FORMATS, asked_formats
from workbench.review.cycle.answers import cycle_name, pinned_snapshot
from workbench.review.edition import EDITIONS, EVERY_EDITION, USUAL, asked_editions
from workbench.review.fitting import require_named
from workbench.review.notebook import REVIEW, require_notebook
from workbench.review.person import Person, people
from workbench.review.template import template_names
from workbench.review.whom import whom
from workbench.snapshots import Snapshot, current_snapshot, open_snapshot
from workbench.snapshots.current import has_moved_on
from workbench.snapshots.facts import reviewed
from workbench.sources.known_ids import id_among
from workbench.sources.workspace import Workspace

_LOG = logging.getLogger("workbench")


@dataclass(frozen=True, kw_only=True)
class Request:
    """What somebody asked for; "" and () take the workspace's own."""

    period: str = ""
    reps: tuple[str, ...] = ()  # ids or names; ("all",) takes everyone
    langs: tuple[str, ...] = ()
    formats: tuple[str, ...] = FORMATS[:1]
    editions: tuple[str, ...] = (USUAL,)
    template: str = ""
    as_of: str = ""
    is_frozen: bool = False  # answer from the last snapshot; the source is not looked at
    jobs: int = 0  # how many at once; 0: two for each core on warm kernels, else one
    is_forced: bool = False  # make again what is current
    engine: Engine = "warm"  # or `stock`, papermill's own
    timeout: int = 600  # seconds a cell may take
    notebook_timeout: int = 3600  # seconds all cells together may take
    memory_mb: int = 2048  # what the kernel of one notebook may take
    on: str = ""  # "dask": on a cluster instead of this machine's cores
    scheduler: str = ""  # address of the Dask scheduler; "" starts a local cluster
    notebook: Path | None = None  # None: the review notebook


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A request that has been checked: everything in it exists."""

    workspace: Workspace
    snapshot: Snapshot
    period: Period
    people: Mapping[str, Person]  # everybody, by rep_id
    folders: Mapping[str, str]  # folder name of everybody
    chosen: tuple[str, ...]  # whose documents are to be made
    langs: tuple[Lang, ...]
    formats: tuple[str, ...]  # beside HTML
    editions: tuple[str, ...] = (USUAL,)
    template: str
    notebook: Path
    moved_on: str  # what of the source changed since the snapshot the cycle is pinned to

    @property
    def folder(self) -> Path:
        """Where the folders of the reps stand; absolute."""
        return period_place(self.workspace, self.period)

    @property
    def next_period(self) -> Period | None:
        """The period after this one, seen from this one's end."""
        return self.workspace.calendar.outlook(self.period, self.snapshot.as_of)

    @property
    def as_of(self) -> str:
        """Name the very snapshot, as the notebook's parameter `as_of` takes it."""
        return self.snapshot.address

    def stem(self, lang: Lang, edition: str = USUAL) -> str:
        """Name the files of a document; see `stem_of`."""
        return stem_of(self.workspace, self.template, lang, edition)


def stem_of(workspace: Workspace, template: str, lang: Lang, edition: str = USUAL) -> str:
    """Name the files of a document: what is usual of template, edition, language is unnamed."""
    base = "review" if template == workspace.template else template
    base = base if edition == USUAL else f"{base}.{edition}"
    return base if lang == workspace.languages[0] else f"{base}.{lang}"


def period_place(workspace: Workspace, period: Period) -> Path:
    """Give the folder in which those of the reps stand for a period; absolute."""
    return workspace.outputs / folder_name(workspace.name) / period_folder(period)


def plan(workspace: Workspace, request: Request) -> Plan:
    """Check a request and settle what it leaves open.

    Raises
    ------
    UnknownNameError, PeriodError, ParameterError
        For a rep, language, format, edition, template, period or date that does not exist.
    """
    langs = tuple(dict.fromkeys(map(require_lang, request.langs or workspace.languages[:1])))
    template = request.template or workspace.template
    require_known("template", [template], template_names(workspace.folder))
    require_named(workspace)
    formats = asked_formats(",".join(request.formats))
    editions = _editions(asked_editions(",".join(request.editions)), formats)
    require_formats(workspace.fonts, formats, langs, workspace.deck_template)
    require_known("engine", [request.engine], ENGINES)
    period = workspace.calendar.period(request.period or workspace.default_period)
    notebook = request.notebook or require_notebook(REVIEW, workspace.folder)
    others = ",".join(name for name in editions if name != USUAL)
    require_declared(notebook, ",".join(formats), others)
    snapshot, moved_on = _snapshot(workspace, request, cycle_name(period.name, template))
    everybody = people(snapshot, period, workspace.manager_scope)
    workspace = workspace.among(everybody)
    chosen = (
        chosen_reps(request.reps, everybody, workspace.aliases)
        if request.reps
        else tuple(reviewed(snapshot, workspace, period))
    )
    return Plan(
        workspace=workspace,
        snapshot=snapshot,
        period=period,
        people=everybody,
        folders=rep_folders(
            period_place(workspace, period),
            {rep_id: rep.name for rep_id, rep in everybody.items()},
            workspace.aliases,
        ),
        chosen=chosen,
        langs=langs,
        formats=formats,
        editions=editions,
        template=template,
        notebook=notebook.resolve(),
        moved_on=moved_on,
    )


def _editions(asked: tuple[str, ...], formats: Iterable[str]) -> tuple[str, ...]:
    """Add the usual edition where none is named, and where a file is asked for that is made of it.

    There is one deck and one workbook, whatever editions there are.
    """
    is_asked = not asked or USUAL in asked or not set(formats) <= set(EVERY_EDITION)
    return tuple(name for name in EDITIONS if name in asked or (is_asked and name == USUAL))


def _snapshot(workspace: Workspace, request: Request, cycle: str) -> tuple[Snapshot, str]:
    """Open the day asked for, else the very one an open cycle is pinned to, else the current."""
    alone = request.reps[0] if request.reps and len(request.reps) == 1 else ""
    pinned_day, pinned = (None, "") if request.as_of else pinned_snapshot(workspace, cycle, alone)
    if not pinned:
        asked = day(request.as_of)
        return current_snapshot(workspace, asked, is_frozen=request.is_frozen), ""
    snapshot = open_snapshot(workspace, pinned_day, pinned)
    changed = "" if request.is_frozen else has_moved_on(workspace, snapshot)
    if changed:
        _LOG.info(
            "%s changed since the snapshot that %s is pinned to; its figures stay as they are. "
            "`workbench cycle repin` takes the source as it is now, while nobody has left the data "
            "check.", changed, cycle,
        )  # fmt: skip
    return snapshot, changed


def chosen_reps(
    asked: Iterable[str], everybody: Mapping[str, Person], aliases: Mapping[str, str] | None = None
) -> tuple[str, ...]:
    """Find the reps somebody asked for, each as `whom` does, under whichever of their ids.

    Raises
    ------
    UnknownNameError
        For a rep that does not exist; offers the nearest id or name.
    ParameterError
        When several reps may be meant.
    """
    asked = tuple(asked)
    if asked == ("all",):
        return tuple(everybody)
    names = {rep_id: rep.name for rep_id, rep in everybody.items()}
    return tuple(dict.fromkeys(whom(id_among(rep, names, aliases or {}), names) for rep in asked))
