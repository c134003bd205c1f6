"""What opening a cycle did: it may have begun it, or gone on where an opening was cut off."""

from dataclasses import dataclass
from datetime import date

from workbench.i18n import Lang, listed, message


@dataclass(frozen=True)
class Opening:
    """What one opening did."""

    cycle: str
    as_of: date  # of the data the cycle is pinned to
    is_new: bool
    reviews: int  # in the cycle now
    joined: tuple[str, ...] = ()  # reps who were not in it
    drafts: int = 0  # items a draft was proposed for
    left: tuple[str, ...] = ()  # reps who have left and are asked nothing more
    is_planned: bool = False  # whether a cycle opened without days was given them


def opening_text(done: Opening, lang: Lang) -> str:
    """Say what an opening did, in a sentence or two."""
    drafts = str(done.drafts)
    if done.is_new:
        reviews = str(done.reviews)
        return message("cycle-opened", lang, cycle=done.cycle, n=reviews, drafts=drafts)
    nobody = message("cycle-nobody", lang)
    again = message(
        "cycle-again", lang, cycle=done.cycle, drafts=drafts, as_of=f"{done.as_of}",
        joined=listed(done.joined, lang) or nobody, left=listed(done.left, lang) or nobody,
    )  # fmt: skip
    planned = [message("cycle-planned", lang, cycle=done.cycle)] if done.is_planned else []
    return "\n".join([again, *planned])
