"""What a fork server knows before its first fork: the libraries, and the facts of a period."""

import contextlib
import os
import warnings
from collections.abc import Mapping
from importlib import import_module
from typing import Any

from workbench.batch.memory import give_back_early, trim
from workbench.batch.warm.lease import Books
from workbench.snapshots.held import hold
from workbench.snapshots.mapped import let_go

# All that a kernel and a review load. None of them may start a thread or an event loop.
_MODULES = (
    "ipykernel_launcher", "ipykernel.kernelapp", "ipykernel.ipkernel", "ipykernel.debugger",
    "IPython.core.completer", "IPython.core.completerlib", "IPython.core.debugger",
    "IPython.core.magics", "IPython.core.oinspect", "IPython.extensions.storemagic",
    "IPython.utils.wildcard", "matplotlib_inline.backend_inline",
    "comm", "jedi", "prompt_toolkit", "pygments.lexers.python", "numpy.random",
    "pandas", "pyarrow.parquet", "pyarrow.compute", "altair", "ipywidgets", "jinja2",
    "babel.numbers", "babel.dates", "holidays.countries", "scipy.stats", "sqlalchemy", "duckdb",
    "workbench.review.review", "workbench.review.sections.every",
    "workbench.review.cycle.answers", "workbench.widgets.form",
)  # fmt: skip


def preload(books: Books) -> None:
    """Import everything once and, for a batch, open what its notebooks read.

    Parameters
    ----------
    books
        Parameters of reviews to warm up with; none: notebooks of any kind are served, nothing is
        opened.
    """
    os.environ.setdefault("ARROW_IO_THREADS", "1")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in _MODULES:
            with contextlib.suppress(ImportError):  # a notebook imports it, or does without
                import_module(name)
        if books:
            give_back_early()
            hold()
            for parameters in books:
                warm_up(parameters)
            let_go()
            trim()


def warm_up(parameters: Mapping[str, str]) -> None:
    """Make one review and throw it away: what it read is held, what it compiled is compiled."""
    review_room: Any = import_module("workbench.review.review")
    keys = import_module("workbench.review.section").KEYS
    learning: Any = import_module("workbench.review.growing.learning")
    promised: Any = import_module("workbench.review.promised.ahead")
    # A review that cannot be made says so in its own notebook, not here
    with contextlib.suppress(Exception):
        review = review_room.open_review(**parameters)
        for key in keys:
            with contextlib.suppress(Exception):
                review.section(key)
        learning.read_ahead(review)  # a rep's own courses say which of it is read
        promised.read_ahead(review)  # and the own promises, of which days
