"""Who helped whom: shared deals, work on a colleague's deal, mentoring, praise. Facts, no score."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["split", "assist", "mentoring", "praise"]


@dataclass(frozen=True, order=True)
class Help:
    """One piece of evidence that somebody helped a colleague."""

    rep_id: str  # who helped
    colleague: str  # whom
    kind: Kind
    evidence: str  # the deal, or the line of a register
    n: int = 1  # activities of an assist; else 1


@dataclass(frozen=True)
class Teamwork:
    """What the records say of one rep's help in a period."""

    splits: int = 0  # deals of colleagues won together
    assists: int = 0  # deals of colleagues worked on without a part in them
    activities: int = 0  # the activities of those assists
    mentoring: int = 0  # colleagues mentored
    praise: int = 0  # lines of praise received
    colleagues: int = 0  # different people helped, each counted once
    evidence: int = 0  # pieces of evidence in all


def helped_by_splits(
    owners: Mapping[str, str], splits: Iterable[tuple[str, str]]
) -> Iterable[Help]:
    """Tell the partners of a shared deal from its owner.

    Parameters
    ----------
    owners
        Owner by deal, only the deals won in the period.
    splits
        Deal and rep of each part. A deal whose owner has no part in it tells nothing of who helped.
    """
    parts: dict[str, set[str]] = {}
    for deal_id, rep_id in splits:
        parts.setdefault(deal_id, set()).add(rep_id)
    for deal_id, people in sorted(parts.items()):
        owner = owners.get(deal_id)
        if owner in people:
            yield from (Help(rep, str(owner), "split", deal_id) for rep in sorted(people - {owner}))


def helped_by_activities(
    owners: Mapping[str, str],
    had_part: Mapping[str, set[str]],
    activities: Iterable[tuple[str, str]],
) -> Iterable[Help]:
    """Find the work on deals somebody never owned and has no part in.

    Parameters
    ----------
    owners
        Present owner by deal.
    had_part
        By deal, everybody who owned it at any time or has a part in it.
    activities
        Rep and deal of each completed activity of the period.
    """
    counted: dict[tuple[str, str], int] = {}
    for rep_id, deal_id in activities:
        if deal_id in owners and rep_id not in had_part.get(deal_id, set()) | {owners[deal_id]}:
            counted[rep_id, deal_id] = counted.get((rep_id, deal_id), 0) + 1
    for (rep_id, deal_id), n in sorted(counted.items()):
        yield Help(rep_id, owners[deal_id], "assist", deal_id, n)


def teamwork_of(rep_id: str, helps: Iterable[Help], managers: Mapping[str, str]) -> Teamwork:
    """Count one rep's help; the order of the evidence changes nothing.

    Parameters
    ----------
    managers
        Manager of record by rep: their praise is praise, but they are no colleague who was helped.
    """
    mine = [each for each in helps if each.rep_id == rep_id and each.colleague != rep_id]
    kinds = {kind: [each for each in mine if each.kind == kind] for kind in _KINDS}
    colleagues = {each.colleague for each in mine} - {managers.get(rep_id, "")}
    return Teamwork(
        splits=len(kinds["split"]),
        assists=len(kinds["assist"]),
        activities=sum(each.n for each in kinds["assist"]),
        mentoring=len({each.colleague for each in kinds["mentoring"]}),
        praise=len(kinds["praise"]),
        colleagues=len(colleagues),
        evidence=len(mine),
    )


_KINDS: tuple[Kind, ...] = ("split", "assist", "mentoring", "praise")
