"""A progress bar on stderr, document by document; plain lines where nobody watches."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from workbench.batch.job import Outcome
from workbench.batch.report import failure_text
from workbench.batch.run import Watch


@contextmanager
def shown_progress() -> Iterator[Watch]:
    """Give a watch that shows a batch to the person who started it."""
    console = Console(stderr=True, highlight=False)
    if not console.is_terminal:
        yield _plain_watch()
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _RateColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, speed_estimate_period=120) as bar:
        task = bar.add_task("Reviews", total=None)

        def done(outcome: Outcome) -> None:
            bar.update(task, advance=1, description=outcome.name[:24])
            if outcome.problem:
                console.print(failure_text(outcome), markup=False)

        yield Watch(
            lambda total: bar.update(task, total=total),
            done,
            lambda sentence: console.print(sentence, markup=False),
        )


class _RateColumn(ProgressColumn):
    """How many documents are made in a minute."""

    def render(self, task: Task) -> Text:
        """Draw the rate of the last two minutes; nothing before there is one."""
        return Text(f"{task.speed * 60:.0f}/min" if task.speed else "", style="progress.data.speed")


def _plain_watch() -> Watch:
    counted = {"done": 0, "total": 0}

    def start(total: int) -> None:
        counted["total"] = total

    def done(outcome: Outcome) -> None:
        counted["done"] += 1
        text = f"{counted['done']}/{counted['total']} {outcome.name}: {outcome.state}"
        why = f" ({outcome.why})" if outcome.why not in {"", "new"} else ""
        sys.stderr.write(f"{text}, {outcome.seconds:.1f} s{why}\n")
        if outcome.problem:
            sys.stderr.write(failure_text(outcome) + "\n")
        sys.stderr.flush()

    return Watch(start, done, _say)


def _say(sentence: str) -> None:
    sys.stderr.write(sentence + "\n")
    sys.stderr.flush()
