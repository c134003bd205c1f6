"""What a pay run is: its head, the steps it has taken, and what its state lets come next."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from workbench.errors import ConflictError, ParameterError

State = Literal["draft", "checked", "approved", "paid", "replaced", "withdrawn"]
OPEN: tuple[State, ...] = ("draft", "checked")  # may still be replaced or withdrawn
ISSUED: tuple[State, ...] = ("approved", "paid")
_BEFORE: Mapping[State, State] = {"checked": "draft", "approved": "checked", "paid": "approved"}
_NEXT: Mapping[State, str] = {
    "draft": "sales_ops checks it: workbench pay check --run {run} --as PERSON:sales_ops",
    "checked": "finance approves it: workbench pay approve --run {run} --as PERSON:finance",
    "approved": "finance notes that it is paid: workbench pay paid --run {run} --as PERSON:finance",
    "paid": "what changes from now on is a line of a later run",
    "replaced": "the later draft goes on: workbench pay status --period {period}",
    "withdrawn": "draft it again: workbench pay run --period {period}",
}


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
        why = f" ({self.why})" if self.why else ""
        return f"{self.step} by {self.person_id} on {self.at:%Y-%m-%d at %H:%M} UTC{why}"


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
        return _NEXT[self.state].format(run=self.run, period=self.head.period)

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
            sentence = f"{self.run} was {done}; a run is {name} once. Next: {self.next}."
            raise ConflictError(sentence, self.state, 0)
        if self.state != _BEFORE[name]:
            raise ParameterError(f"{self._told()}, so it cannot be {name}. Next: {self.next}.")

    def require_open(self, name: State) -> None:
        """Refuse to take back a run that was approved, or is out already."""
        if self.state not in OPEN:
            sentence = f"{self._told()}, so it cannot be {name}. Next: {self.next}."
            raise ConflictError(sentence, self.state, 0)

    def _told(self) -> str:
        last = self.steps[-1]
        return f"{self.run} is a draft" if last == self.drafted else f"{self.run} was {last}"
