"""Figures that are not as they were, and the list that says by which rule: `differs.toml`."""

import tomllib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from told import KEY

LIST = Path(__file__).parent / "differs.toml"
READINGS = ("kept", "anew", "paid")  # the snapshot as kept; its source frozen anew; a statement
_MOST = 30  # differences a failure shows


@dataclass(frozen=True)
class Difference:
    """One cell of one figure that is not as it was."""

    reading: str
    workspace: str
    snapshot: str
    period: str
    metric: str
    rep: str
    column: str  # "row": the whole row came or went
    before: str
    after: str
    place: str = ""  # how the figure is cut, or the method of a comparison

    def __str__(self):
        figure = " ".join(part for part in (self.metric, self.place, self.rep) if part)
        where = f"{self.workspace} {self.period} of {self.snapshot}, {self.reading}"
        return f"{where}: {figure}: {self.column} {self.before or '(none)'} → " + (
            self.after or "(none)"
        )


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One line of the list: a rule, the figures it changes, and why that is right."""

    rule: str
    workspace: str
    why: str
    period: list[str]
    metric: list[str] = field(default_factory=list)  # none: any, of the places named
    place: list[str] = field(default_factory=list)  # none: any
    rep: list[str] = field(default_factory=list)  # none: any
    column: list[str] = field(default_factory=list)  # none: any
    reading: list[str] = field(default_factory=list)  # none: any

    def explains(self, each):
        """Whether a difference is of this entry."""
        fits = (not told or getattr(each, name) in told for name, told in self._told())
        return each.workspace == self.workspace and all(fits)

    def idle(self, differences):
        """List what the entry names and no difference has: it says more than is so."""
        mine = [each for each in differences if self.explains(each)]
        if not mine:
            return [f"{self.rule}: {self.workspace} {self.period} {self.metric}"]
        return [
            f"{self.rule}: {self.workspace} {name} {value!r}"
            for name, told in self._told()
            for value in told
            if not any(getattr(each, name) == value for each in mine)
        ]

    def _told(self):
        names = ("period", "metric", "place", "rep", "column", "reading")
        return [(name, getattr(self, name)) for name in names]


def listed():
    """Read the list."""
    found = tomllib.loads(LIST.read_text(encoding="utf-8")).get("differs", [])
    single = ("rule", "workspace", "why")
    return [
        Entry(**{
            key: value if key in single or isinstance(value, list) else [value]
            for key, value in entry.items()
        })
        for entry in found
    ]  # fmt: skip


def compared(before, after, *, reading, workspace, snapshot):
    """List the differences of two readings of figures.

    Columns and metrics that did not exist then are no difference.
    """
    old, new = ({tuple(row[name] for name in KEY): row for row in rows} for rows in (before, after))
    known, found = {key[2] for key in old}, []
    for key in sorted(old.keys() | new.keys()):
        period, rep, metric, by, level, relation = key
        if metric not in known:
            continue
        place = " ".join(part for part in (by, level, relation[:-1]) if part)
        about = (reading, workspace, snapshot, period, metric, rep)
        found += [Difference(*about, *cell, place) for cell in _cells(old.get(key), new.get(key))]
    return found


def _cells(before, after):
    """Give column, before and after of each cell that is not as it was."""
    if before is None or after is None:
        return [("row", "" if before is None else "there", "" if after is None else "there")]
    return [
        (name, value, after.get(name, ""))
        for name, value in before.items()
        if value != after.get(name, "")
    ]


def compared_statements(before, after, rep):
    """List what is not as it was in a rep's statements: `statement.lines`, one by one."""
    found = []
    for old, new in zip(before, after, strict=True):
        about = ("paid", "demo", old["last_on"], old["period"])
        for key, value in old.items():
            if value != new.get(key):
                cells = _first(value, new.get(key))
                found.append(Difference(*about, f"statement.{key}", rep, "value", *cells))
    return found


def _first(before, after):
    """Give the first that differs of two lists, or both as they are."""
    if isinstance(before, list) and isinstance(after, list):
        pairs = (pair for pair in zip(before, after, strict=False) if pair[0] != pair[1])
        lengths = (f"{len(before)} rows", f"{len(after)} rows")
        before, after = next(pairs, lengths)
    return str(before), str(after)


def unexplained(differences):
    """Write the differences that no entry of the list explains; "" when there is none."""
    entries = listed()
    left = [each for each in differences if not any(entry.explains(each) for entry in entries)]
    if not left:
        return ""
    counts = Counter(f"{each.workspace} {each.period} {each.metric} {each.column}" for each in left)
    lines = [f"{len(left)} cells differ and {LIST.name} does not say by which rule."]
    lines += [f"  {count} × {name}" for name, count in counts.most_common(_MOST)]
    lines += ["The first of them:", *(f"  {each}" for each in left[:_MOST])]
    return "\n".join(lines)
