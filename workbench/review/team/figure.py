"""One figure of a team, and whose facts it is made of."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

import pyarrow as pa
import pyarrow.compute as pc

from workbench.metrics.fact import Fact

SMALLEST = 5  # people a figure of a team rests on; of fewer none is told
Basis = Literal["tree", "members"]


@dataclass(frozen=True)
class TeamFigure:
    """One figure of a team."""

    metric: str
    value: Decimal | None  # None: absent, for `reason`
    unit: str
    currency: str
    numerator: Decimal | None
    denominator: Decimal | None
    n: int  # the rows it rests on
    people: int  # members it holds
    members: int  # members there are
    low: Decimal | None = None  # 95 % interval of a rate by count
    high: Decimal | None = None
    reason: str = ""  # too_few_people: fewer than five members have the figure
    basis: Basis = "members"  # of the tree of who leads, or of the members added up


@dataclass(frozen=True)
class Whose:
    """Whose facts make a team's figures."""

    ids: frozenset[str]  # its members
    lead: str = ""  # whose tree the members are; "" where it is nobody's


def facts_of(facts: pa.Table, whose: Whose) -> list[Fact]:
    """Read the totals of a team's members, and of who leads it, out of the facts of a period."""
    is_total = pc.equal(facts["by"], "")
    wanted: Iterable[str] = sorted({*whose.ids, whose.lead} - {""})
    is_theirs = pc.is_in(facts["rep_id"], pa.array(wanted, pa.string()))
    return [Fact(**row) for row in facts.filter(pc.and_(is_total, is_theirs)).to_pylist()]
