"""What each line of a proposal rests on, and what of its files nothing uses."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from workbench.i18n import Lang, listed, message
from workbench.proposal.as_toml import comment
from workbench.proposal.named import system
from workbench.proposal.proposal import Line, Proposal


@dataclass(frozen=True)
class Reasons:
    """The comments of one proposal."""

    proposal: Proposal
    lang: Lang

    def of(self, path: tuple[str, ...]) -> str:
        """Say what the line at a path rests on; "" where it is plain, or no line ends there."""
        line = self._lines.get(path)
        if line is None:
            return ""
        is_plain = line.how == "name" and (line.why or line.value == line.path[-1])
        return comment(
            rests(replace(line, how="only") if is_plain else line, self.proposal, self.lang)
        )

    def unused(self, path: tuple[str, ...], held: Mapping[str, Any]) -> Iterator[str]:
        """Name the columns of a source's file that nothing uses; once, where it stands first."""
        file = str(held.get("file", ""))
        headers = [each.header for each in self.proposal.unused if each.file == file]
        if headers and self._first.get(file) == path:
            yield message(
                "proposal-unused", self.lang, file=file, columns=listed(headers, self.lang)
            )

    @cached_property
    def _lines(self) -> Mapping[tuple[str, ...], Line]:
        return {line.path: line for line in self.proposal.lines}

    @cached_property
    def _first(self) -> Mapping[str, tuple[str, ...]]:
        """Tell for each file the source that names it first."""
        found: dict[str, tuple[str, ...]] = {}
        for room in ("files", "tables"):
            for name, held in self.proposal.document.get(room, {}).items():
                found.setdefault(str(held.get("file", "")), (room, name))
        return found


def rests(line: Line, proposal: Proposal, lang: Lang) -> str:
    """Say what a line rests on, and why; "" where its place says it already."""
    how = ""
    if line.how != "only":
        how = message(f"proposal-rests-{line.how}", lang, system=system(proposal, lang))
    told = [each for each in (how, line.why) if each]
    return ("：" if lang == "zh" else ": ").join(told)
