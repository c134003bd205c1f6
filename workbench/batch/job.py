"""What is to be made, and what came of it; both cross from one process to another."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from workbench.batch.status import State
from workbench.batch.warm.lease import Books
from workbench.errors import Said
from workbench.publish.problem import Problem

Engine = Literal["warm", "stock"]
ENGINES: tuple[Engine, ...] = ("warm", "stock")


@dataclass(frozen=True)
class DocumentJob:
    """One run of the notebook."""

    stem: str  # of its files: `review`, `review.en`, `onboarding`
    parameters: dict[str, str]
    input_hash: str
    parts: Mapping[str, str] = field(default_factory=dict)  # what the hash was made of
    revision: str = ""  # the last change in the store that concerns it
    fonts: tuple[str, ...] = ()  # as workbench.toml names them; () what is usual
    deck_template: Path | None = None  # None: a plain one
    formats: tuple[str, ...] = ()  # files made beside HTML
    is_signed: bool = False  # then the sources of all formats are kept in its notebook
    why: str = ""  # why it is made: "new", "forced", or the parts that changed


@dataclass(frozen=True, kw_only=True)
class Running:
    """How notebooks are run."""

    engine: Engine = "stock"
    timeout: int = 600  # seconds a cell may take
    notebook_timeout: int = 3600  # seconds all cells together may take; warm engine only
    memory_mb: int = 2048  # what a kernel may take beyond its start; warm engine only
    books: Books = ()  # reviews a fork server makes beforehand, by their parameters


@dataclass(frozen=True, kw_only=True)
class Job:
    """All runs for one rep; they share a folder, so they are made one after another."""

    rep_id: str
    name: str
    folder: Path  # absolute
    notebook: Path  # absolute
    documents: tuple[DocumentJob, ...]
    running: Running = field(default_factory=Running)


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What came of one document."""

    rep_id: str
    name: str
    stem: str
    state: State
    seconds: float = 0.0
    problem: Problem | None = None
    why: str = ""
    note: Said | None = None  # what a reader of the batch is told beside
