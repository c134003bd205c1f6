"""Pay runs listed, and the one found that is meant."""

from collections.abc import Sequence

from workbench.errors import ParameterError
from workbench.i18n import error, said
from workbench.store.actor import Actor
from workbench.store.pay.ledger import run_in, runs_in
from workbench.store.pay.rules import reach, require
from workbench.store.pay.run import ISSUED, OPEN, Run, State
from workbench.store.schema import pay_runs
from workbench.store.store import Store


def runs(store: Store, actor: Actor, period: str = "") -> list[Run]:
    """List the runs of a period, or of all, the first drafted first; HR sees what was approved."""
    allowed = reach(actor, "read a pay run")
    chosen = (pay_runs.c.period == period,) if period else ()
    with store.reading() as connection:
        found = runs_in(connection, *chosen)
    return [each for each in found if allowed != "issued" or each.state in ISSUED]


def find_run(
    store: Store, actor: Actor, run: str = "", period: str = "", states: Sequence[State] = ()
) -> Run:
    """Find a run by its name, or the one of a period that is meant.

    Parameters
    ----------
    period
        Where no run is named: its open run; where none is open, the last that was approved, else
        the last.
    states
        Only runs that stand there, as ("approved",) for the one to be noted as paid.

    Raises
    ------
    UnknownNameError
        When there is no such run.
    ParameterError
        When the period has none, or several are meant; names them.
    """
    if run:
        with store.reading() as connection:
            found = run_in(connection, run)
        require(actor, "read a pay run", is_own=False, is_issued=found.state in ISSUED)
        return found
    known = [each for each in runs(store, actor, period) if not states or each.state in states]
    if not period or not known:
        told = {"period": period or said("refusal-nothing")}
        if not states:
            raise error(ParameterError, "refusal-run-none", **told)
        steps = tuple(said(f"pay-state-{state}") for state in states)
        raise error(ParameterError, "refusal-run-none-of", **told, states=steps)
    return _meant(known, period, is_asked=bool(states))


def _meant(known: list[Run], period: str, *, is_asked: bool) -> Run:
    several = known if is_asked else [each for each in known if each.state in OPEN]
    if len(several) > 1:
        runs_told = tuple(
            said("refusal-run-state", run=each.run, state=said(f"pay-state-{each.state}"))
            for each in several
        )
        raise error(
            ParameterError, "refusal-run-several", period=period, runs=runs_told,
            first=several[0].run,
        )  # fmt: skip
    issued = [each for each in known if each.state in ISSUED]
    return (several or issued or known)[-1]
