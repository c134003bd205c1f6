"""What a pay run is: its head, the steps it has taken, and what its state lets come next."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from workbench.errors import ParameterError, Said
from workbench.i18n import error, said, told
from workbench.store.naming import conflict

State = Literal["draft", "checked", "approved", "paid", "replaced", "withdrawn"]
OPEN: tuple[State, ...] = ("draft", "checked")  # may still be replaced or withdrawn
ISSUED: tuple[State, ...] = ("approved", "paid")
TOOK_ITS_PLACE = " took its place"  # as the ledger keeps it, behind the name of the later run
_BEFORE: Mapping[State, State] = {"checked": "draft", "approved": "checked", "paid": "approved"}


@dataclass(frozen=True)
class RunHead:
    """What a run was asked for, and which data and rules it was computed from."""

    period: str
    plans: tuple[str, ...]  # ids it is limited to; () is all
    reps: tuple[str, ...]  # ids it is limited to; () is all
    snapshot: str  # its hash
    as_of: date  # of the data
    asked: str  # the day of data asked for; "" for none
    rules: Mapping[str, object]  # by plan: its version and the hash of its text


@dataclass(frozen=True)
class Step:
    """One step a run has taken."""

    step: State
    n: int  # counted over all runs: a higher one came later
    person_id: str
    role: str
    at: datetime  # UTC
    why: str  # why it was withdrawn, what replaced it; "" where nothing was to be said

    def __str__(self) -> str:
        return told(self.said, "en")

    @property
    def said(self) -> Said:
        """Say what was done, by whom and when, and why."""
        key = "refusal-run-done-why" if self.why else "refusal-run-done"
        return said(
            key, step=step_said(self.step), who=self.person_id, day=f"{self.at:%Y-%m-%d}",
            at=f"{self.at:%H:%M}", why=self._why(),
        )  # fmt: skip

    def _why(self) -> str | Said:
        """Give the reason: somebody's own words, or which run replaced it."""
        run = self.why.removesuffix(TOOK_ITS_PLACE)
        if self.step != "replaced" or run == self.why:
            return self.why
        return said("refusal-run-replaced", run=run)


@dataclass(frozen=True)
class Run:
    """A run and its steps, the first one first; there is always the draft."""

    run: str
    head: RunHead
    made_at: datetime
    steps: tuple[Step, ...]

    @property
    def state(self) -> State:
        """Say where it stands: its last step."""
        return self.steps[-1].step

    @property
    def drafted(self) -> Step:
        """Give the step it began with."""
        return self.steps[0]

    def step(self, name: State) -> Step | None:
        """Give one step; None where it was not taken."""
        return next((each for each in self.steps if each.step == name), None)

    @property
    def next(self) -> str:
        """Say what comes next, and who does it."""
        return told(self.next_said, "en")

    @property
    def next_said(self) -> Said:
        """Say the same, for each reader in their language."""
        return said(f"refusal-run-next-{self.state}", run=self.run, period=self.head.period)

    def require_next(self, name: State) -> None:
        """Refuse a step a second time, out of order, or on a run that is closed.

        Raises
        ------
        ConflictError
            When it was taken already; tells by whom and when.
        ParameterError
            When another step comes first.
        """
        done = self.step(name)
        if done is not None:
            raise conflict(
                "refusal-run-twice", self.state, run=self.run, done=done.said, step=step_said(name),
                next=self.next_said,
            )  # fmt: skip
        if self.state != _BEFORE[name]:
            raise error(
                ParameterError, "refusal-run-order", stands=self._stands(), step=step_said(name),
                next=self.next_said,
            )  # fmt: skip

    def require_open(self, name: State) -> None:
        """Refuse to take back a run that was approved, or is out already."""
        if self.state not in OPEN:
            raise conflict(
                "refusal-run-order", self.state, stands=self._stands(), step=step_said(name),
                next=self.next_said,
            )  # fmt: skip

    def _stands(self) -> Said:
        last = self.steps[-1]
        if last == self.drafted:
            return said("refusal-run-draft", run=self.run)
        return said("refusal-run-was", run=self.run, done=last.said)


def step_said(step: State) -> Said:
    """Name a step as what is done to a run."""
    return said(f"refusal-run-step-{step}")
