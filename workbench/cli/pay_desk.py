"""What every command of pay begins with: the workspace, its store, and who acts."""

# ruff: noqa: PLC0415

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.options import acting, at
from workbench.errors import ParameterError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.i18n import Lang
    from workbench.sources.workspace import Workspace
    from workbench.store import Actor, Store
    from workbench.store.pay.rules import Act
    from workbench.store.pay.run import Run, State

RunOption = Annotated[
    str, typer.Option("--run", metavar="RUN", help="As pay status names it; else by --period.")
]
PayAsOption = Annotated[
    str,
    typer.Option("--as", metavar="PERSON:ROLE", help="Who acts: O01:sales_ops, F01:finance."),
]
FormOption = Annotated[str, typer.Option("--format", help="table or json.")]


@dataclass(frozen=True)
class PayDesk:
    """One workspace, its store, and who acts."""

    space: "Workspace"
    store: "Store"
    actor: "Actor"

    def find(self, run: str, period: str, states: "Sequence[State]" = ()) -> "Run":
        """Find the run that is meant, by its name or its period."""
        from workbench.i18n import error
        from workbench.store.pay.finding import find_run

        if run and period:
            raise error(ParameterError, "refusal-run-named-twice")
        if run:
            return find_run(self.store, self.actor, run)
        return find_run(self.store, self.actor, period=self.period(period), states=states)

    def period(self, told: str) -> str:
        """Write a period as runs are named by it; "" is the workspace's own."""
        return self.space.calendar.period(told or self.space.default_period).name

    def lang(self, told: str) -> "Lang":
        """Take the language asked for, else the company's first."""
        return lang_of(self.space, told)


def is_begun(workspace: str, told: str, act: "Act") -> bool:
    """Whether anything was written here yet; who may not read what there is is refused first."""
    from workbench.review.acting import require_named
    from workbench.store.pay.rules import reach

    space, actor = at(workspace), acting(told)
    require_named(space, actor)
    reach(actor, act)
    return space.has_store


def lang_of(space: "Workspace", told: str) -> "Lang":
    """Take the language asked for, else the company's first."""
    from workbench.i18n import require_lang

    return require_lang(told or space.languages[0])


@contextmanager
def opened_pay(workspace: str, told: str, *, must_be_begun: bool = True) -> Iterator[PayDesk]:
    """Open the desk of pay for one command.

    Parameters
    ----------
    told
        Who acts, PERSON:ROLE.
    must_be_begun
        Whether there must be a store already: what only reads makes none.
    """
    from workbench.i18n import error
    from workbench.review.acting import require_named
    from workbench.store.opening import store_of

    space, actor = at(workspace), acting(told)
    require_named(space, actor)
    if must_be_begun and not space.has_store:
        period = space.default_period or "2026-Q3"
        raise error(ParameterError, "refusal-run-never", period=period)
    store = store_of(space)
    try:
        yield PayDesk(space, store, actor)
    finally:
        store.engine.dispose()
