"""What is to be made, and what came of it; both cross from one process to another."""

from dataclasses import dataclass
from pathlib import Path

from workbench.batch.status import State
from workbench.publish.problem import Problem


@dataclass(frozen=True)
class DocumentJob:
    """One run of the notebook."""

    stem: str  # of its files: `review`, `review.en`, `onboarding`
    parameters: dict[str, str]
    input_hash: str


@dataclass(frozen=True, kw_only=True)
class Job:
    """All runs for one rep; they share a folder, so they are made one after another."""

    rep_id: str
    name: str
    folder: Path  # absolute
    notebook: Path  # absolute
    documents: tuple[DocumentJob, ...]
    timeout: int = 600  # seconds a cell may take


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What came of one document."""

    rep_id: str
    name: str
    stem: str
    state: State
    seconds: float = 0.0
    problem: Problem | None = None
