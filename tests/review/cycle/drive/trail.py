"""What everybody did, written down beside the store by the drive, and the trail held against it."""

import json
from collections import Counter, defaultdict

from sqlalchemy import select

from workbench.store import Actor
from workbench.store.schema import audit, entries, inbox, passages, promises, signatures


class Book:
    """Who did what, as the drive had them do it."""

    def __init__(self):
        self.acts = Counter()  # by person, role, verb and rep
        self.words = {}  # by rep and place: who wrote there last, and what

    def did(self, actor, *verbs, rep="", n=1):
        """Write down acts of somebody."""
        told = Actor.read(actor)
        for verb in verbs:
            self.acts[told.person_id, told.role, verb, rep] += n

    def wrote(self, actor, rep, place, value):
        """Write down what somebody left standing in a form; `place` is section.item.side."""
        self.words[rep, place] = (Actor.read(actor).person_id, value)


def lines_of(store):
    """Read the trail, the earliest line first."""
    with store.reading() as connection:
        return connection.execute(select(audit).order_by(audit.c.n)).all()


def acts_in(lines):
    """Count who did what, but for words: those are followed place by place."""
    return Counter(
        (each.person_id, each.role, each.verb, each.rep_id)
        for each in lines if each.verb != "write"
    )  # fmt: skip


def rows_of(store, table):
    """Read a table of the store."""
    with store.reading() as connection:
        return connection.execute(select(table)).all()


def held(store):
    """Give what stands in all forms: who wrote there last, and what, by rep and place.

    What was proposed and nobody touched is not there.
    """
    return {
        (each.rep_id, f"{each.section}.{each.item}.{each.side}"): (
            each.saved_by, json.loads(each.value)
        )
        for each in rows_of(store, entries) if not each.is_proposed
    }  # fmt: skip


def broken_chains(store, lines):
    """Name the entries whose lines do not lead, version by version, to what stands there."""
    told = defaultdict(list)
    for each in lines:
        if each.verb in ("write", "propose"):
            told[each.cycle, each.rep_id, each.subject].append(each)
    found = []
    for entry in rows_of(store, entries):
        subject = f"{entry.section}.{entry.item} ({entry.side})"
        own = told.pop((entry.cycle, entry.rep_id, subject), [])
        leads = [None, *(json.loads(each.after) for each in own)]
        comes = [json.loads(each.before) if each.before else None for each in own]
        is_whole = (
            len(own) == entry.version
            and leads[:-1] == comes
            and leads[-1] == json.loads(entry.value)
            and own[-1].person_id == entry.saved_by
        )
        found += [] if is_whole else [(entry.rep_id, subject)]
    return found + list(told)  # a line without an entry is broken as well


def kept(store):
    """Count what the store holds of acts that leave a row, by verb and rep."""
    found = Counter(("sign", each.rep_id) for each in rows_of(store, signatures))
    found += Counter(("promise", each.rep_id) for each in rows_of(store, promises))
    found += Counter(("ask", each.rep_id) for each in rows_of(store, inbox))
    found += Counter(("left", each.rep_id) for each in rows_of(store, passages))
    return found


def told(lines):
    """Count the same by the lines of the trail; a stage is left by three verbs."""
    found = Counter()
    for each in lines:
        if each.verb in ("sign", "promise", "ask"):
            found[each.verb, each.rep_id] += 1
        elif each.verb in ("advance", "reopen", "excuse") and each.before:
            found["left", each.rep_id] += 1
    return found
