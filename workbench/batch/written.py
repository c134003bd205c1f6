"""What people wrote, as it counts for a batch: its hash, and which reviews are signed.

The store is opened once for a batch, and read for a rep only when a line of the audit trail says
that something of that rep may have changed since the document was made.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from sqlalchemy import Connection, func, select

from workbench.batch.plan import Plan
from workbench.batch.status import Made
from workbench.review.cycle.answers import Answers, cycle_name, read_answers
from workbench.review.cycle.earlier import Earlier, read_earlier
from workbench.review.growing.lines import OwnLines, read_own_lines
from workbench.review.own_goals import OwnGoals, read_own_goals
from workbench.review.pay.doubted import unissued_doubts
from workbench.review.reader import document_of
from workbench.sources.known_ids import by_any_id, ids_of_one
from workbench.sources.workspace import Workspace
from workbench.store import Store
from workbench.store.opening import store_of
from workbench.store.pay.disputes import disputes_of
from workbench.store.pay.statements import issued_before
from workbench.store.schema import audit, reviews
from workbench.store.subjects import templates_of

_NOTHING = Answers()
_PUBLISHED = "publish"  # the batch's own note that it kept a signed document


@dataclass(frozen=True)
class Written:
    """The store as a batch reads it."""

    cycle: str
    period: str
    before: date | None = None  # the last day of the period: what is of a later one is not shown
    workspace: Workspace | None = None
    store: Store | None = None
    stages: Mapping[str, str] = field(default_factory=dict)  # of the cycle's members, by rep_id
    templates: Mapping[str, str] = field(default_factory=dict)  # the members' own, by rep_id
    revisions: Mapping[str, str] = field(default_factory=dict)  # by rep_id; "" is everybody's
    teams: Mapping[str, str] = field(default_factory=dict)  # by rep_id
    kept: Mapping[str, frozenset[str]] = field(default_factory=dict)  # signed: hashes by rep_id

    def answers(self, rep_id: str) -> Answers:
        """Read what a rep's document shows; nothing where the rep is in no such cycle."""
        if self.store is None or rep_id not in self.stages:
            return _NOTHING
        return read_answers(self.store, document_of(rep_id), self.cycle, rep_id)

    def revision(self, rep_id: str) -> str:
        """Name the last change that may concern a rep: as long as it stays, so do the answers."""
        if self.store is None:
            return ""
        return f"{self.revisions.get('', '')} {self.revisions.get(rep_id, '')}"

    def hash_of(self, rep_id: str, made: Made | None) -> str:
        """Hash what a rep's document shows of the store."""
        revision = self.revision(rep_id)
        if made is not None and made.parts and made.revision == revision:
            return made.parts["written"]
        goals = self.goals(rep_id)
        told = (self.answers(rep_id), self.lines(rep_id), *self.pay(rep_id))
        told += (goals,) if goals.goals else ()  # without any it is as before there were any
        told += self.earlier(rep_id)
        return sha256(repr(told).encode()).hexdigest()

    def pay(self, rep_id: str) -> tuple[str, ...]:
        """Name what was issued to a rep, and how far each run and dispute has come."""
        if self.store is None:
            return ()
        reader = document_of(rep_id)
        issued = issued_before(self.store, reader, rep_id)
        doubts = disputes_of(self.store, reader, rep_id) if issued else []
        doubts += unissued_doubts(self.store, reader, rep_id)
        return tuple(repr((each.statement_hash, each.steps)) for each in issued) + tuple(
            map(repr, doubts)
        )

    def goals(self, rep_id: str) -> OwnGoals:
        """Read the goals set for a rep, and what they serve."""
        if self.store is None:
            return OwnGoals()
        return read_own_goals(self.store, document_of(rep_id), rep_id, self.period)

    def earlier(self, rep_id: str) -> tuple[Earlier, ...]:
        """Read the signed reviews before, which a document lists."""
        if self.store is None or self.workspace is None or self.before is None:
            return ()
        return read_earlier(self.store, document_of(rep_id), rep_id, self.before, self.workspace)

    def lines(self, rep_id: str) -> OwnLines:
        """Read what the registers hold of a rep, in a cycle or not."""
        if self.store is None:
            return OwnLines()
        team = self.teams.get(rep_id, "")
        return read_own_lines(self.store, document_of(rep_id), rep_id, team)


@contextmanager
def written(plan: Plan) -> Iterator[Written]:
    """Open the store of a plan's workspace for reading."""
    cycle = cycle_name(plan.period.name, plan.template)
    if not plan.workspace.has_store:
        yield Written(cycle, plan.period.name)
        return
    store = store_of(plan.workspace)
    try:
        teams = {who: each.team for who, each in plan.people.items()}
        yield _read(store, plan, cycle, teams)
    finally:
        store.engine.dispose()


def _read(store: Store, plan: Plan, cycle: str, teams: Mapping[str, str]) -> Written:
    aliases = plan.workspace.aliases
    with store.reading() as connection:
        found = select(reviews.c.rep_id, reviews.c.stage).where(reviews.c.cycle == cycle)
        members = connection.execute(found).all()
        return Written(
            cycle=cycle,
            period=plan.period.name,
            before=plan.period.last_day,
            workspace=plan.workspace,
            store=store,
            stages=by_any_id(aliases, {row.rep_id: row.stage for row in members}),
            templates=templates_of(store, cycle),
            revisions=_revisions(connection, aliases),
            teams=teams,
            kept=_kept(connection, cycle, aliases),
        )


def _revisions(connection: Connection, aliases: Mapping[str, str]) -> dict[str, str]:
    """Name the last change of each rep, under whichever id it was made, for every id of theirs."""
    last = (
        select(audit.c.rep_id, func.max(audit.c.n), func.max(audit.c.at))
        .where(audit.c.verb != _PUBLISHED)
        .group_by(audit.c.rep_id)
    )
    latest = {row[0]: (row[1], f"{row[1]}@{row[2]}") for row in connection.execute(last)}
    return {
        each: max(latest[i] for i in ids_of_one(aliases, each) if i in latest)[1]
        for each in by_any_id(aliases, latest)
    }


def kept_hashes(store: Store, cycle: str, aliases: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Give the hashes of the signed files a cycle is known to have kept, by each id of a rep."""
    with store.reading() as connection:
        return _kept(connection, cycle, aliases)


def _kept(
    connection: Connection, cycle: str, aliases: Mapping[str, str]
) -> dict[str, frozenset[str]]:
    notes = select(audit.c.rep_id, audit.c.after).where(
        audit.c.verb == _PUBLISHED, audit.c.cycle == cycle
    )
    kept: dict[str, frozenset[str]] = {}
    for rep_id, hashes in connection.execute(notes):
        kept[rep_id] = kept.get(rep_id, frozenset()) | set(json.loads(hashes).values())
    # What was kept later may be noted under another id than what was signed
    together = (
        (each, (kept.get(one, frozenset()) for one in ids_of_one(aliases, each)))
        for each in by_any_id(aliases, kept)
    )
    return {each: frozenset().union(*found) for each, found in together}
