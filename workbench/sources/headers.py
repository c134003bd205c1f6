"""The columns of a source as they are, beside those the last freeze found there."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbench.sources.likeliest import likeliest
from workbench.sources.limits import Limits
from workbench.sources.reading.shown import several


@dataclass(frozen=True)
class Headers:
    """What one source of workbench.toml names its columns, now and when it was frozen last."""

    place: str  # in workbench.toml: tables.deals, files.raw
    file: str  # as workbench.toml writes it, for sentences
    now: tuple[str, ...]
    before: Sequence[str] | None = None  # None where no freeze told

    @property
    def new(self) -> tuple[str, ...]:
        """Columns the last freeze did not find."""
        return () if self.before is None else _without(self.now, self.before)

    @property
    def gone(self) -> tuple[str, ...]:
        """Columns it found that are no longer there."""
        return _without(self.before or (), self.now)


def changed(headers: Iterable[Headers]) -> Iterator[str]:
    """Say of each source which columns went and which came since it was frozen last."""
    for each in headers:
        if each.gone:
            gone, new = (several(names, Limits().echo) for names in (each.gone, each.new))
            came = f" and has the new {new}" if new else ""
            yield f"Since it was frozen last, {each.file} lost {gone}{came}."


def renamed(column: str, found: str, headers: Iterable[Headers], unused: Iterable[str]) -> str:
    """Give the header that most likely is a mapped one under a new name; "" where none is near.

    Parameters
    ----------
    column
        Of the contract.
    found
        The header it was mapped to, which is not there.
    unused
        Headers that nothing is mapped to; those that came since the last freeze go first.
    """
    unused = list(unused)
    told = [each for each in headers if found in each.gone]
    new = [name for each in told for name in each.new if name in unused]
    for names in (new, unused):
        near = likeliest(found, names) or likeliest(column, names)
        if near:
            return near
    is_swapped = len(new) == 1 and all(len(each.gone) == 1 for each in told)
    return new[0] if is_swapped else ""


def _without(names: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    known = set(known)
    return tuple(name for name in names if name not in known)
