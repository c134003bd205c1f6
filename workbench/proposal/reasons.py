"""What each line of a proposal rests on, and what of its files nothing uses."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
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
        return comment(_joined((self._basis(line), line.why), self.lang))

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

    def _basis(self, line: Line) -> str:
        if line.how == "name" and (line.why or line.value == line.path[-1]):
            return ""  # called as the contract calls it, or the phrase says as what
        if line.how == "only":
            return ""  # which file it is, and what the phrase says
        if line.how == "profile":
            return message(
                "proposal-rests-profile", self.lang, system=system(self.proposal, self.lang)
            )
        return message(f"proposal-rests-{line.how}", self.lang)


def _joined(phrases: tuple[str, str], lang: Lang) -> str:
    told = [each for each in phrases if each]
    return ("：" if lang == "zh" else ": ").join(told)
