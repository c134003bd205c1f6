"""A progress bar on stderr, document by document; plain lines where nobody watches."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

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
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console) as bar:
        task = bar.add_task("Reviews", total=None)

        def done(outcome: Outcome) -> None:
            bar.update(task, advance=1, description=outcome.name[:24])
            if outcome.problem:
                console.print(failure_text(outcome), markup=False)

        yield Watch(lambda total: bar.update(task, total=total), done)


def _plain_watch() -> Watch:
    counted = {"done": 0, "total": 0}

    def start(total: int) -> None:
        counted["total"] = total

    def done(outcome: Outcome) -> None:
        counted["done"] += 1
        text = f"{counted['done']}/{counted['total']} {outcome.name}: {outcome.state}"
        sys.stderr.write(f"{text}, {outcome.seconds:.1f} s\n")
        if outcome.problem:
            sys.stderr.write(failure_text(outcome) + "\n")
        sys.stderr.flush()

    return Watch(start, done)
