"""What was issued before a run; the texts are read as far as they are asked for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from workbench.incentives.ledger.carrying import Carried, carried_of
from workbench.incentives.ledger.drafting import Accepted
from workbench.incentives.ledger.frozen import Frozen, frozen_of


@dataclass(frozen=True)
class Before:
    """One statement that was issued."""

    rep_id: str
    mark: str  # the fingerprint of what it was computed from
    kept: str  # the text: a line with what it leaves, and the frozen input after it

    @cached_property
    def left(self) -> Carried:
        """What it leaves to the next."""
        return carried_of(self.kept.partition("\n")[0], self.rep_id)

    @cached_property
    def frozen(self) -> Frozen:
        """What it was made from."""
        return frozen_of(frozen_text_of(self.kept))


@dataclass(frozen=True)
class Issue:
    """What was issued to the company's people before a run."""

    left: Mapping[str, Carried]  # by rep, what the last statement leaves
    marks: Mapping[str, str]  # by rep, the fingerprint of what it was computed from
    before: Callable[[str], tuple[Before, ...]]  # what was issued to a rep, in its order
    accepted: Mapping[str, tuple[Accepted, ...]]  # by rep, disputes not yet paid


def frozen_text_of(kept: str) -> str:
    """Give the frozen input of a kept text, whose first line is what the statement leaves."""
    return kept.partition("\n")[2]
