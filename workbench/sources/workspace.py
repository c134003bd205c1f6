"""A workspace: a folder whose `workbench.toml` says where a company's tables come from."""

import os
import tomllib
from collections.abc import Collection
from copy import copy
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from pydantic import ValidationError

from workbench.errors import RefusedError, WorkspaceError
from workbench.model.calendar import Calendar
from workbench.model.given import text_of
from workbench.model.period import Period
from workbench.model.rules import Rules
from workbench.sources.calendar_rules import weeks_of
from workbench.sources.source_folder import SourceFolder
from workbench.sources.workspace_file import WorkspaceFile, fault_sentence

FILE_NAME = "workbench.toml"
VARIABLE = "WORKBENCH_WORKSPACE"
STORE_NAME = "store.db"
SEED_NAME = "store.jsonl"  # what `workbench store export` wrote
_MAKING = (
    "Make one with `workbench demo --to d` (a made company) or `workbench init w` (a "
    "workbench.toml to fill in), then give it: --workspace d, or --workspace w."
)


class Workspace(SourceFolder):
    """An opened workspace: its rules, and where its tables come from."""

    def __init__(self, folder: Path, rules: WorkspaceFile) -> None:
        super().__init__(folder, rules)
        about = rules.workspace
        self.name = about.name or folder.name
        self.is_made = about.is_made
        self.as_of = about.as_of
        self.languages = about.languages
        self.currency = rules.money.currency
        self.manager_scope = rules.reviews.manager_scope
        self.template = rules.reviews.template
        self.templates = rules.reviews.templates  # by newcomer, leaver, manager
        self.aliases = rules.people.aliases
        self.finance = rules.roles.finance
        self.support = rules.roles.support
        self.pay_columns = rules.pay.columns
        self.fonts = tuple(self._font(name) for name in rules.publish.fonts)
        named = rules.publish.deck_template
        self.deck_template = folder / named if named else None
        self.channels = rules.outreach.channels
        self.serve = rules.serve
        self.outputs = (folder / about.outputs if about.outputs else Path("outputs")).resolve()

    def among(self, people: Collection[str]) -> "Workspace":
        """Give the same workspace as data know people in which an id that ended was still here.

        Two ids that are one person today stood for two then, each with figures of their own: words
        and signatures of the one are not the other's.
        """
        known = {
            ended: stays for ended, stays in self.aliases.items()
            if not (ended in people and stays in people)
        }  # fmt: skip
        if known == self.aliases:
            return self
        then = copy(self)
        then.aliases = known
        return then

    def title(self, lang: str) -> str:
        """Name the company in a language."""
        title = self.rules.workspace.title
        if title is None:
            return self.name
        return title.zh if lang == "zh" else title.en

    def _font(self, name: str) -> str:
        """Give where a font's file is; a family keeps its name."""
        is_file = Path(name).suffix.lower() in (".ttf", ".otf", ".ttc")
        return str(self.folder / name) if is_file else name

    @property
    def store_url(self) -> str:
        """Where what people write is kept."""
        return self.rules.store.url or f"sqlite:///{self.folder / STORE_NAME}"

    @property
    def has_store(self) -> bool:
        """Whether anything was ever written here; a database by URL counts as written."""
        is_begun = (self.folder / STORE_NAME).exists() or self.seed is not None
        return bool(self.rules.store.url) or is_begun

    @property
    def is_shared(self) -> bool:
        """Whether people are told apart, by a server in front that says who each one is.

        Raises
        ------
        RefusedError
            When an identity is set and the store is a file: whoever reads the file sees everybody.
        """
        identity = self.serve.identity
        if identity and not self.store_url.startswith("postgresql"):
            raise RefusedError(
                f"[serve] identity = {identity!r} needs a store in PostgreSQL: a file protects "
                'nobody. Set [store] url = "postgresql+psycopg://…", or take identity out.'
            )
        return bool(identity)

    @property
    def seed(self) -> Path | None:
        """An export that a new store begins with; None where there is none."""
        file = self.folder / SEED_NAME
        return file if file.exists() else None

    @property
    def default_period(self) -> str:
        """The period a command takes when none is given.

        Raises
        ------
        WorkspaceError
            When workbench.toml names none.
        """
        period = self.rules.workspace.default_period
        if not period:
            raise WorkspaceError(
                f"{self.folder / FILE_NAME} names no default period. Give --period, or add "
                'default_period = "2026-Q3" to [workspace].'
            )
        return period

    @cached_property
    def calendar(self) -> Calendar:
        """The company's calendar, its own table of periods included."""
        rules = self.rules.calendar
        return Calendar(
            fiscal_year_start=rules.fiscal_year_start,
            weeks=weeks_of(rules, self.folder / FILE_NAME),
            periods=self._periods(),
            country=rules.country,
            working_weekdays=rules.working_weekdays,
            working_hours=rules.working_hours,
            zone=rules.zone,
        )

    @cached_property
    def figure_rules(self) -> Rules:
        """The rules figures are computed by; nothing else of workbench.toml moves one."""
        return Rules(
            calendar=self.calendar,
            currency=self.currency,
            amount_basis=self.rules.money.basis,
            deals_kind=self.rules.deals.kind,
            prorate_quotas=self.rules.quotas.prorate,
            manager_scope=self.manager_scope,
            age_edges=self.rules.deals.age_edges,
        )

    def _periods(self) -> tuple[Period, ...]:
        source = self.rules.calendar.periods
        if source is None:
            return ()
        from workbench.sources.periods import read_periods  # noqa: PLC0415 (loads DuckDB)

        return read_periods(self, source)


def open_workspace(folder: Path | str | None = None) -> Workspace:
    """Open a workspace.

    Parameters
    ----------
    folder
        The folder, or its workbench.toml; a relative one is looked for here and in the folders
        above. None takes `$WORKBENCH_WORKSPACE`, else the nearest of the current folder and those
        above that holds a workbench.toml, or one in its `data/demo`.

    Raises
    ------
    WorkspaceError
        When there is none, or its workbench.toml cannot be used; names file, key and value.
    """
    told = text_of("workspace", folder)
    told = told or os.environ.get(VARIABLE, "")
    found = (_located(Path(told)) if told else _nearest()).resolve()
    file = found / FILE_NAME
    try:
        rules = tomllib.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as reason:
        raise WorkspaceError(f"{file} is not TOML: {reason}.") from reason
    try:
        return Workspace(found, WorkspaceFile.model_validate(rules))
    except ValidationError as reason:
        raise WorkspaceError(fault_sentence(file, reason)) from reason


def _nearest() -> Path:
    """Find the workspace one stands in; where a demo stands beside the code, that one."""
    for above in [Path.cwd(), *Path.cwd().parents]:
        for folder in (above, above / "data" / "demo"):
            if (folder / FILE_NAME).is_file():
                return folder
    raise WorkspaceError(
        f"There is no workspace here: neither {str(Path.cwd())!r} nor a folder above holds a "
        f"{FILE_NAME}. {_MAKING}"
    )


def _located(folder: Path) -> Path:
    """Find a relative folder here or in a folder above, as a notebook in notebooks/ needs."""
    if folder.name == FILE_NAME:
        folder = folder.parent
    above = [Path.cwd(), *Path.cwd().parents]
    places = [folder] if folder.is_absolute() else [start / folder for start in above]
    for place in places:
        if (place / FILE_NAME).is_file():
            return place
    raise WorkspaceError(
        f"There is no workspace {str(folder)!r}: it holds no {FILE_NAME}. {_MAKING}"
    )
