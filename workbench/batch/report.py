"""What a batch did."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from workbench.batch.job import Outcome

_REASONS = 5  # so many different reasons are told; run.json has the reason of each document


@dataclass(frozen=True, kw_only=True)
class BatchReport:
    """Documents made, left as they were, and failed."""

    made: tuple[Outcome, ...]
    skipped: tuple[Path, ...]  # documents that were current
    failed: tuple[Outcome, ...]
    seconds: float
    documents: tuple[Path, ...]  # of all who were asked for, made now or before
    index: Path  # the index page of everyone


def report_text(report: BatchReport) -> str:
    """Say in a few lines what was made, what was not, and what to do about it."""
    parts = [f"{len(report.made)} made", f"{len(report.skipped)} unchanged"]
    if report.failed:
        parts.append(f"{len(report.failed)} failed")
    lines = [f"{', '.join(parts)} in {report.seconds:.1f} s."]
    if report.skipped and report.made:
        lines += _reasons(report.made)
    if not report.made and not report.failed:
        lines = ["Nothing is new: " + lines[0] + " Make them again with --force."]
    return "\n".join([*lines, *map(failure_text, report.failed)])


def _reasons(made: tuple[Outcome, ...]) -> list[str]:
    """Say how many were made for which reason, the most frequent first."""
    counted = Counter(outcome.why for outcome in made)
    return [f"{n} made because of: {why}." for why, n in counted.most_common(_REASONS)]


def failure_text(outcome: Outcome) -> str:
    """Say of one review what stopped it."""
    problem = outcome.problem
    if problem is None:
        return f"Review of {outcome.name} failed."
    place = f' in section "{problem.section}"' if problem.section else ""
    text = problem.text.rstrip(".") or "no text"
    return f"Review of {outcome.name} stopped{place}: {problem.error}: {text}."
