"""The lines of a page counted, and put under their teams."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.publish.row import CLOSER, Attention, Row


@dataclass(frozen=True)
class Group:
    """The lines of one team."""

    name: str
    rows: tuple[Row, ...]
    attention: int  # how many ask for it
    failed: int


def groups(rows: Sequence[Row]) -> list[Group]:
    """Put a long page's lines under their teams, by name; each team folds out."""
    by_team: dict[str, list[Row]] = {}
    for each in rows:
        by_team.setdefault(each.entry.team, []).append(each)
    return [
        Group(
            name,
            tuple(found),
            attention=sum(each.attention in CLOSER for each in found),
            failed=sum(each.attention == "failed" for each in found),
        )
        for name, found in sorted(by_team.items())
    ]


def counts(rows: Sequence[Row]) -> dict[str, int]:
    """Count the lines by what they ask; who is behind and thinly covered counts as both."""
    kinds: tuple[Attention, ...] = ("failed", "target")
    found: dict[str, int] = {kind: sum(row.attention == kind for row in rows) for kind in kinds}
    found["below"] = sum(row.attention in {"below", "both"} for row in rows)
    found["coverage"] = sum(row.attention in {"coverage", "both"} for row in rows)
    found["fell"] = sum(bool(row.fell) and not row.left for row in rows)
    found["closer"] = sum(row.attention in CLOSER for row in rows)
    return found
