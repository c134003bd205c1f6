"""Two reviews opened as one reader may see them, and what changed between them."""

from dataclasses import dataclass, replace

from workbench.errors import ParameterError
from workbench.i18n import Lang, error, message
from workbench.page.form import FormItem, Written
from workbench.page.parts import Block
from workbench.review.cycle.answers import cycle_name, pinned_snapshot
from workbench.review.differing.address import Address
from workbench.review.differing.between import between
from workbench.review.differing.end import End, Place
from workbench.review.forms import form
from workbench.review.reader import named_reader
from workbench.review.review import Review, open_review
from workbench.review.whom import acting_as, rep_of
from workbench.review.withheld import withheld_text
from workbench.snapshots.snapshot import Snapshot
from workbench.sources.workspace import Workspace


@dataclass(frozen=True)
class Asking:
    """How two reviews are opened."""

    workspace: Workspace
    snapshot: Snapshot  # of a review no cycle holds to its own
    template: str
    lang: Lang
    actor: str  # who looks, as PERSON:ROLE; "" on a desk: the rep


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
    return between(_end(first, before), _end(second, after), again, asking.lang)


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
    if asked.round is not None and not _is_signed(review, asked.round):
        raise error(ParameterError, "refusal-diff-unsigned", rep=rep_id, period=name, n=asked.round)
    return review


def _actor(asking: Asking) -> str:
    """Name who looks by the id the data have; refuse first where nobody is named and must be."""
    if named_reader(asking.actor, asking.workspace) is None:
        return ""
    who = acting_as(asking.actor, asking.snapshot)
    return f"{who.person_id}:{who.role}"


def _is_signed(review: Review, number: int) -> bool:
    sides = {each.side for each in review.answers.signatures if each.round == number}
    return sides == {"rep", "manager"} or (review.has_left and sides == {"manager"})


def _end(review: Review, asked: Address) -> End:
    lang, period = review.lang, review.period.name
    label = message("differing-review", lang, name=review.rep.name, period=period)
    words: dict[Place, str] | None = None
    if asked.round is None:
        words, why = _words(review), withheld_text(review)
    else:
        label = message("differing-signed", lang, review=label, n=asked.round)
        why = message("differing-signed-words", lang, review=label)
    return End(label, review.as_of, review.data_stamp, review.figures, words, why)


def _words(review: Review) -> dict[Place, str]:
    found: dict[Place, str] = {}
    for key in review.template.sections:
        asked = form(key, review)
        for item in asked.items if asked else ():
            for each in item.written:
                name = message(f"{key}-name", review.lang)
                found[name, item.label, each.who] = _text(item, each)
    return found


def _text(item: FormItem, written: Written) -> str:
    chosen = item.options[written.level - 1 : written.level] if written.level else ()
    lines = (": ".join(filter(None, line)) for line in written.lines)
    rows = (" · ".join(filter(None, row)) for row in written.rows)
    return "\n".join((*chosen, *lines, *rows)) or str(written.level or "")
