"""Killed at random moments of opening, advancing, signing and sending: whole steps are left.

On both databases, and nobody is told twice. `make proofs` kills twenty times each, CI a few times.
"""

import smtplib
from collections import Counter
from importlib.resources import files

import pytest
from sqlalchemy import select, update

from tests.killed.killing import alone, killed_rounds
from tests.killed.steps import HR, OPS, REPS, advances, goes_on, opens, sends, signs
from tests.outreach.test_sending import TOLD, mail_url
from workbench.review.cycle.desk import open_desk
from workbench.snapshots import freeze
from workbench.sources.workspace import open_workspace
from workbench.store.outbox import Message, decide, queue, waiting
from workbench.store.rules import STAGES
from workbench.store.schema import audit, cycles, entries, passages, promises, reviews, signatures
from workbench.store.standing import standings

pytestmark = pytest.mark.slow


def rows_of(store, table, cycle):
    with store.reading() as connection:
        return connection.execute(select(table).where(table.c.cycle == cycle)).all()


def told(store, cycle, *verbs):
    """List what the trail tells of a cycle, by verb and rep, each line once."""
    lines = rows_of(store, audit, cycle)
    return Counter((each.verb, each.rep_id) for each in lines if each.verb in verbs)


def by_rep(verb, rows):
    return Counter((verb, each.rep_id) for each in rows)


@pytest.fixture
def folder(url, tmp_path):
    """Write a workspace of eight who won a deal each, with a template for each round."""
    reps = "".join(f"{each},{each.upper()},mia\n" for each in REPS)
    deals = "".join(f"D-{each},{each},46,true,true,2026-07-01,2026-07-10\n" for each in REPS)
    made = tmp_path / "company"
    (made / "templates").mkdir(parents=True)
    (made / "reps.csv").write_text(f"rep_id,name,manager_id\n{reps}mia,Mia,\n", encoding="utf-8")
    head = "deal_id,rep_id,amount,is_closed,is_won,created_on,close_on\n"
    (made / "deals.csv").write_text(head + deals, encoding="utf-8")
    (made / "workbench.toml").write_text(
        '[workspace]\ndefault_period = "2026-Q3"\nas_of = 2026-09-30\n'
        f'[store]\nurl = "{url}"\n'
        '[tables.reps]\nfile = "reps.csv"\n[tables.deals]\nfile = "deals.csv"\n',
        encoding="utf-8",
    )
    freeze(open_workspace(made), None)
    return made


def test_opening(folder):
    shipped = (files("workbench.review") / "templates" / "quarterly.toml").read_text("utf-8")
    desk = open_desk(open_workspace(folder), "en")
    store = desk.store

    def begun(n):
        own = shipped.replace('name = "quarterly"', f'name = "round{n}"')
        (folder / "templates" / f"round{n}.toml").write_text(own, encoding="utf-8")
        return str(folder), f"round{n}"

    def check(given):
        alone(store)
        cycle = f"2026-Q3:{given[1]}"
        assert is_opened_or_not(store, cycle)
        goes_on(opens, given)
        assert is_opened_or_not(store, cycle)
        assert len(rows_of(store, reviews, cycle)) == len(REPS)
        assert len(rows_of(store, entries, cycle)) == len(REPS)

    killed_rounds(f"opening on {store.engine.dialect.name}", opens, begun, check)
    store.engine.dispose()


def is_opened_or_not(store, cycle):
    """Whether all reviews stand there or none, and each draft once, each told once."""
    opened = len(rows_of(store, cycles, cycle))
    members, drafts = rows_of(store, reviews, cycle), rows_of(store, entries, cycle)
    return (
        len(members) == opened * len(REPS)
        and told(store, cycle, "open", "join") == Counter({("open", ""): opened} if opened else {})
        and all(each.due_on is not None for each in members)
        and by_rep("propose", drafts) == told(store, cycle, "propose")
        and all(each.is_proposed and each.version == 1 for each in drafts)
    )


def test_advancing(rounds):
    store, begun = rounds

    def check(given):
        alone(store)
        assert is_whole(store, given[1])
        goes_on(advances, given)
        assert is_whole(store, given[1])
        assert {each.subject.stage for each in standings(store, HR, given[1])} == {"sign_off"}
        assert len(rows_of(store, promises, given[1])) == len(REPS)

    killed_rounds(f"advancing on {store.engine.dialect.name}", advances, begun, check)


def test_signing(rounds):
    store, begun = rounds

    def signed(n):
        given = begun(n)
        with store.writing() as connection:
            here = update(reviews).where(reviews.c.cycle == given[1])
            connection.execute(here.values(stage="sign_off"))
        return given

    def check(given):
        alone(store)
        assert is_whole(store, given[1], begins="sign_off")
        goes_on(signs, given)
        assert is_whole(store, given[1], begins="sign_off")
        assert {each.subject.stage for each in standings(store, HR, given[1])} == {"appeal"}
        assert len(rows_of(store, signatures, given[1])) == 2 * len(REPS)

    killed_rounds(f"signing on {store.engine.dialect.name}", signs, signed, check)


def is_whole(store, cycle, begins=STAGES[0]):
    """Whether each review stands where its steps lead, and each step is there with all it keeps."""
    found = rows_of(store, reviews, cycle)
    left, signed = rows_of(store, passages, cycle), rows_of(store, signatures, cycle)
    first = STAGES.index(begins)
    reached = {each.rep_id: STAGES.index(each.stage) - first for each in found}
    sides = Counter(each.rep_id for each in signed)
    return (
        +Counter(reached) == Counter(each.rep_id for each in left)
        and by_rep("advance", left) == told(store, cycle, "advance")
        and by_rep("sign", signed) == told(store, cycle, "sign")
        and by_rep("promise", rows_of(store, promises, cycle)) == told(store, cycle, "promise")
        and all(
            (sides[each.rep_id] == 2) == (each.stage == "appeal")
            and (each.window_on is not None) == (each.stage == "appeal")
            and each.due_on is not None
            for each in found
        )
        and {rep for _verb, rep in told(store, cycle, "promise")}
        == {each.rep_id for each in left if each.stage == "conversation"}
    )


def test_sending(rounds, url, mails):
    store, _begun = rounds
    channels = {"mail": mail_url(mails.port)}

    def queued(n):
        whom = [f"r{n}.{each}@example.com" for each in range(12)]
        queue(store, OPS, [Message(**{**vars(TOLD), "message": each, "recipient": each})
                           for each in whom])  # fmt: skip
        return url, channels, set(whom)

    def check(given):
        alone(store)
        keys = given[2]
        has_come(mails)
        doubted = {each.message for each in waiting(store, "sending")}
        assert len(doubted) <= 1  # the one it held
        goes_on(sends, given)
        for key in doubted:
            decide(store, OPS, key, has_arrived=key in arrived(mails))
        goes_on(sends, given)
        assert {key: arrived(mails)[key] for key in keys} == dict.fromkeys(keys, 1)
        states = {each.message: each.state for each in waiting(store) if each.message in keys}
        assert states == dict.fromkeys(keys, "sent")

    killed_rounds(f"sending on {store.engine.dialect.name}", sends, queued, check)


def has_come(mails):
    """Wait until the server has taken what it was sent before: what it is told now comes after."""
    with smtplib.SMTP("127.0.0.1", mails.port) as line:
        for _ in range(3):
            line.noop()


def arrived(mails):
    """Count what has reached whom."""
    return Counter(to for _from, (to,) in mails.recipients)
