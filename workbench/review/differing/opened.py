"""Two reviews opened as one reader may see them, and what changed between them."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from workbench.errors import ParameterError
from workbench.i18n import Lang, error, message
from workbench.page.parts import Block
from workbench.review.as_signed import Held, Place, basis_of, form_words
from workbench.review.cycle.answers import cycle_name, pinned_snapshot
from workbench.review.differing.address import Address
from workbench.review.differing.between import between
from workbench.review.differing.end import End
from workbench.review.forms import form
from workbench.review.reader import named_reader
from workbench.review.review import Review, open_review
from workbench.review.whom import acting_as, rep_of
from workbench.review.withheld import withheld_text
from workbench.snapshots.snapshot import Snapshot
from workbench.sources.workspace import Workspace

Kept = Callable[[str, str, int], Held | None]  # of a rep, a period, a round


def _nothing(_rep_id: str, _period: str, _number: int) -> None:
    """Have no documents at hand."""


@dataclass(frozen=True)
class Asking:
    """How two reviews are opened."""

    workspace: Workspace
    snapshot: Snapshot  # of a review no cycle holds to its own
    template: str
    lang: Lang
    actor: str  # who looks, as PERSON:ROLE; "" on a desk: the rep
    kept: Kept = _nothing  # reads the document of a signed round; None where it is not here


def differing(before: Address, after: Address, asking: Asking) -> list[Block]:
    """Tell what changed between two reviews of a rep, as the actor may see it.

    Raises
    ------
    UnknownNameError
        For a rep that does not exist; offers the nearest.
    ParameterError
        For two reps, and for a round that was not signed.
    RefusedError
        When the review is not for the actor, or nobody is named where people are told apart.
    PeriodError
        For a period nobody can read.
    """
    asking = replace(asking, actor=_actor(asking))
    rep_id = _one_rep(before, after, asking)
    first, second = _review(rep_id, before, asking), _review(rep_id, after, asking)
    is_same = first.snapshot.hash == second.snapshot.hash
    again = None if is_same else replace(first, snapshot=second.snapshot).figures
    return between(_end(first, before, asking), _end(second, after, asking), again, asking.lang)


def _one_rep(before: Address, after: Address, asking: Asking) -> str:
    aliases = asking.workspace.aliases
    first, second = (rep_of(asking.snapshot, each.rep, aliases) for each in (before, after))
    if first != second:
        raise error(ParameterError, "refusal-diff-reps", first=first, second=second)
    return first


def _review(rep_id: str, asked: Address, asking: Asking) -> Review:
    space = asking.workspace
    name = space.calendar.period(asked.period).name
    day, pinned = pinned_snapshot(space, cycle_name(name, asking.template), rep_id)
    data = f"{day}/{pinned}" if day else asking.snapshot.address
    review = open_review(
        rep_id, name, str(space.folder), as_of=data,
        template=asking.template, lang=asking.lang, surface="live", actor=asking.actor,
    )  # fmt: skip
    if asked.round is not None and not review.answers.is_signed(asked.round):
        raise error(ParameterError, "refusal-diff-unsigned", rep=rep_id, period=name, n=asked.round)
    return review


def _actor(asking: Asking) -> str:
    """Name who looks by the id the data have; refuse first where nobody is named and must be."""
    if named_reader(asking.actor, asking.workspace) is None:
        return ""
    who = acting_as(asking.actor, asking.snapshot)
    return f"{who.person_id}:{who.role}"


def _end(review: Review, asked: Address, asking: Asking) -> End:
    lang, period = review.lang, review.period.name
    label = message("differing-review", lang, name=review.rep.name, period=period)
    end = End(
        label, review.as_of, review.data_stamp, review.figures, None, withheld_text(review),
        basis_of(review),
    )  # fmt: skip
    if asked.round is None:
        return replace(end, words=_words(review))
    held = asking.kept(review.rep.rep_id, period, asked.round)
    return _signed(replace(end, is_signed=True), held, asked.round, lang)


def _signed(end: End, held: Held | None, number: int, lang: Lang) -> End:
    """Take words and rules of a round from its document, words only for who may read all of them.

    A document holds what both sides signed; of whom a side is kept back now, it is here too.
    """
    label = message("differing-signed", lang, review=end.label, n=number)
    words, basis = (held.words, held.basis) if held else (None, None)
    end = replace(end, label=label, basis=basis)
    if end.why:
        return end
    if words is None:
        return replace(end, why=message("differing-signed-words", lang, review=label))
    return replace(end, words=words)


def _words(review: Review) -> dict[Place, str]:
    found: dict[Place, str] = {}
    for key in review.template.sections:
        found |= form_words(message(f"{key}-name", review.lang), form(key, review))
    return found
