"""What was issued: read back from the store, computed again from its frozen text, and proven."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from zoneinfo import ZoneInfo

from workbench.errors import StoreError
from workbench.i18n import error
from workbench.incentives.ledger.carrying import Carried, carried_of
from workbench.incentives.ledger.drafting import Accepted
from workbench.incentives.ledger.frozen import frozen_of, worked
from workbench.incentives.statement import Statement
from workbench.model.day import day_of
from workbench.model.period import Period
from workbench.review.pay.before import Before, Issue, frozen_text_of
from workbench.review.pay.uncollected import uncollected
from workbench.store.actor import Actor
from workbench.store.pay.disputes import Dispute, disputes_of
from workbench.store.pay.statement import Issued
from workbench.store.pay.statements import frozen_of as texts_of
from workbench.store.pay.statements import issued_before, last_issued, statement_of
from workbench.store.store import Store


@dataclass(frozen=True)
class IssuedStatement:
    """A statement as it was issued."""

    kept: Issued  # who approved it, when, and whether it is paid
    zone: ZoneInfo  # the company's, in which days are told
    disputes: tuple[Dispute, ...] = ()

    @cached_property
    def period(self) -> Period:
        """The period it is of, as it was when it was issued."""
        return carried_of(self.kept.frozen.partition("\n")[0], self.kept.rep_id).period

    @cached_property
    def statement(self) -> Statement:
        """The statement, computed again from its frozen input; raises as `again`."""
        return again(self.kept)

    def day(self, step: str) -> date | None:
        """Give the company's day of a step of its run; None where it was not taken."""
        at = next((each.at for each in self.kept.steps if each.step == step), None)
        return None if at is None else day_of(at, self.zone)


def issued_statement(
    store: Store, actor: Actor, rep_id: str, period: str, *, zone: ZoneInfo
) -> IssuedStatement | None:
    """Give the statement a rep was issued for a period; None where none was.

    Raises
    ------
    RefusedError
        When it is not for this actor.
    """
    kept = statement_of(store, actor, rep_id, period)
    if kept is None:
        return None
    told = tuple(disputes_of(store, actor, rep_id, period))
    return IssuedStatement(kept, zone, told)


def again(kept: Issued) -> Statement:
    """Compute an issued statement again from its frozen text.

    Raises
    ------
    StoreError
        When another comes out: the text was changed, or the rules of the program were.
    """
    text = frozen_text_of(kept.frozen)
    with uncollected():
        made = worked(frozen_of(text), text)[-1]
    if (made.input_hash, made.hash) != (kept.input_hash, kept.statement_hash):
        raise error(
            StoreError, "refusal-statement-other", rep=kept.rep_id, period=kept.period,
            run=kept.run, made=made.hash[:12], issued=kept.statement_hash[:12], pay=str(kept.pay),
        )  # fmt: skip
    return made


def issue_of(store: Store, actor: Actor, rep_id: str = "") -> Issue:
    """Read what a next statement goes on from, for everybody or one rep.

    Raises
    ------
    RefusedError
        When it is not for this actor.
    """
    if rep_id:
        issued = issued_before(store, actor, rep_id)
        last = {rep_id: issued[-1]} if issued else {}
        texts = {(each.run, each.kept_as): each.frozen for each in issued[-1:]}
    else:
        last = last_issued(store, actor)
        wanted = [(each.run, each.kept_as) for each in last.values()]
        texts = texts_of(store, actor, wanted, is_whole=False)
    left = {
        rep: carried_of(texts[each.run, each.kept_as].partition("\n")[0], rep)
        for rep, each in last.items()
    }
    found = disputes_of(store, actor, rep_id, state="accepted")
    return Issue(
        left=left, marks={rep: each.past for rep, each in last.items()},
        before=lambda rep: _texts(issued_before(store, actor, rep)),
        accepted=_accepted(found, left),
    )  # fmt: skip


def read_own(
    store: Store, actor: Actor, rep_id: str, *, zone: ZoneInfo, leaders: Collection[str] = ()
) -> tuple[dict[str, IssuedStatement], Issue | None]:
    """Read every statement issued to a rep, by period, and what a next one goes on from.

    Parameters
    ----------
    leaders
        Who leads the rep; a manager among them reads these too.

    Raises
    ------
    RefusedError
        When it is not for this actor.
    """
    issued = issued_before(store, actor, rep_id, leaders=leaders)
    if not issued:
        return {}, None
    doubts = disputes_of(store, actor, rep_id, leaders=leaders)
    told = {
        each.period: IssuedStatement(
            each, zone, tuple(one for one in doubts if one.period == each.period)
        )
        for each in issued
    }
    left = {rep_id: carried_of(issued[-1].frozen.partition("\n")[0], rep_id)}
    accepted = _accepted([each for each in doubts if each.state == "accepted"], left)
    return told, Issue(left, {}, lambda _rep: _texts(issued), accepted)


def _texts(issued: Iterable[Issued]) -> tuple[Before, ...]:
    return tuple(Before(each.rep_id, each.past, each.frozen) for each in issued)


def _accepted(found: list[Dispute], left: Mapping[str, Carried]) -> dict[str, tuple[Accepted, ...]]:
    """Give the accepted disputes that no statement has paid yet, by rep."""
    told: dict[str, list[Accepted]] = {}
    for each in sorted(found, key=lambda each: (str(each.answered_at), each.dispute)):
        paid = left[each.rep_id].disputes if each.rep_id in left else ()
        if each.dispute not in paid:
            correction = (each.dispute, each.period, each.line, Decimal(each.amount or 0))
            told.setdefault(each.rep_id, []).append(correction)
    return {rep: tuple(rows) for rep, rows in told.items()}
