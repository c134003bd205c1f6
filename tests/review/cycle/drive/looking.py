"""Who reads what: everybody looks everywhere, and what they find is held against the rules.

A planted word says whose it is: `Zq-ana-manager` stands only where Ana's manager wrote on her.
"""

import re

from tests.review.cycle.drive.pages import Hand
from tests.review.cycle.drive.town import CYCLE, HR, LEADS, OPS
from workbench.errors import RefusedError
from workbench.store import Actor
from workbench.store.rules import SIDES, may_read, may_read_appeal
from workbench.store.subjects import read_subject
from workbench.widgets.form import form_of

READERS = (
    "ana:rep", "bea:rep", "ida:rep", "eve:manager", "mia:manager", "max:manager", "dora:manager",
    HR, OPS, "mia:finance",
)  # fmt: skip
LOOKED_AT = ("ana",)  # whose write page everybody tries to open
COMMANDS = (("todo",), ("inbox", "list"), ("cycle", "lessons"))
_WORD = re.compile(r"Zq-([a-z]+)-([a-z]+)")


def planted(rep, side):
    """Give the word of a side about a rep."""
    return f"Zq-{rep}-{side}"


def words_in(text):
    """Find the planted words in a text, as rep and side."""
    return set(_WORD.findall(text))


def everybody_looks(drive):
    """Let everybody look at commands and pages; gives what was read against the rules.

    Also how many words were read at all: where nobody reads anything, nothing is shown to be right.
    """
    found = {actor: _seen(drive, actor) for actor in READERS}
    against = {
        (actor, *word) for actor, words in found.items() for word in words
        if not _may(drive, Actor.read(actor), *word)
    }  # fmt: skip
    return against, sum(map(len, found.values()))


def _seen(drive, actor):
    texts = []
    for words in COMMANDS:
        texts += _if_allowed(lambda told=words: drive.types(*told, "--as", actor))
    for rep in LOOKED_AT:
        texts += _if_allowed(lambda told=rep: _page(drive, actor, told))
    return set().union(*map(words_in, texts))


def _page(drive, actor, rep):
    form = form_of(drive.desk, Actor.read(actor), CYCLE, rep)
    return Hand(form.widget, form).reads()


def _if_allowed(look):
    try:
        return [look()]
    except RefusedError:
        return []


def _may(drive, actor, rep, side):
    """Say whether the rules let somebody read a planted word now."""
    try:
        subject = read_subject(drive.desk.store, actor, CYCLE, rep)
    except RefusedError:
        subject = None
    if side in SIDES:
        return subject is not None and may_read(actor, subject, side)
    if side == "appeal":
        return subject is not None and may_read_appeal(actor, subject)
    return actor.person_id in _told_of(rep, side) or (side, actor.role) == ("asked", "sales_ops")


def _told_of(rep, side):
    """Name who alone hears of what was asked and given between people."""
    return {"asked": (rep,), "thanks": (rep, "ana"), "wish": (rep, LEADS[rep])}[side]
