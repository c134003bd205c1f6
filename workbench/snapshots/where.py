"""Which deals a cut keeps, as conditions of SQL with the values bound, never written in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from workbench.model.period import Period

Bound = list[Any]  # values of a statement, in the order of its question marks


@dataclass(frozen=True)
class Codes:
    """How a cut numbers what is asked for by name: each with the codes that stand for it.

    A code is found faster than its letters; who has none has no rows.
    """

    reps: Mapping[str, Sequence[int]]  # by rep_id
    products: Mapping[str, Sequence[int]]  # of all that are sold with others, too
    stages: Mapping[str, Sequence[int]]


@dataclass(frozen=True, kw_only=True)
class Where:
    """What is asked of a deal; what is empty asks nothing."""

    reps: tuple[str, ...] | None = None  # credited reps; None: everybody, (): nobody
    segment: str = ""
    product: str = ""  # the deal sells it, with or without others
    stage: str = ""  # the deal was in it
    days: tuple[int, int] | None = None  # from creation to closing or to as_of, both included
    amount: tuple[Decimal, Decimal] | None = None  # as it counts for the rep, both included

    @property
    def is_of_deals(self) -> bool:
        """Whether it asks anything of the deal itself, not only of whose it is."""
        return any((self.segment, self.product, self.stage, self.days, self.amount))

    def without(self, *names: str) -> "Where":
        """Ask nothing of these."""
        nothing: dict[str, Any] = {
            name: "" if name in ("segment", "product", "stage") else None for name in names
        }
        return replace(self, **nothing)

    def of(self, reps: Iterable[str]) -> "Where":
        """Ask it of these reps only."""
        return replace(
            self, reps=tuple(rep for rep in reps if self.reps is None or rep in self.reps)
        )

    def conditions(self, codes: Codes) -> tuple[str, Bound]:
        """Write the conditions over the columns of a cut; `true` when nothing is asked."""
        parts = ["true"]
        bound: Bound = []
        if self.segment:
            parts.append("segment = ?")
            bound.append(self.segment)
        for names, known, column in (
            (self.reps, codes.reps, "rep_id"),
            ((self.product,) if self.product else None, codes.products, "products"),
            ((self.stage,) if self.stage else None, codes.stages, "reached"),
        ):
            if names is not None:
                codes_of = (code for name in names for code in known.get(name, ()))
                condition, found = _among(column, codes_of)
                parts.append(condition)
                bound += found
        # DuckDB reads 1E+3 as 1: an amount is written out
        sizes = None if self.amount is None else [Decimal(f"{end:f}") for end in self.amount]
        for ends, column in ((self.days, "days"), (sizes, "amount")):
            if ends is not None:
                parts.append(f"{column} BETWEEN ? AND ?")
                bound += ends
        return " AND ".join(parts), bound


def _among(column: str, codes: Iterable[int]) -> tuple[str, Bound]:
    """Write that a code is one of these; everybody's are one range, which is found faster."""
    known = sorted(set(codes))
    if not known:
        return "false", []
    if known[-1] - known[0] == len(known) - 1:
        return f"enum_code({column}) BETWEEN ? AND ?", [known[0], known[-1]]
    return f"enum_code({column}) IN ({', '.join('?' * len(known))})", list(known)


def within(period: Period) -> tuple[str, Bound]:
    """Write the condition that something happened in a period."""
    return '"on" >= ? AND "on" < ?', [period.start, period.end]
