"""A page opened as a browser opens it, with everything that reached its reader."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import psutil
from attacked_company import planted_in
from hostile import Answer, Visitor


@dataclass(frozen=True)
class Seen:
    """All that reached a visitor who opened a page: the answer, and every frame of its socket."""

    answer: Answer
    frames: str

    @property
    def words(self) -> set[str]:
        """The planted words in any of it."""
        return self.answer.words | planted_in(self.frames)

    @property
    def everything(self) -> str:
        """Headers, page and frames."""
        return f"{self.answer.headers}{self.answer.body}{self.frames}"


def look(visitor: Visitor, path: str) -> Seen:
    """Open a page as a browser does, read all its widgets, and close it."""
    answer = visitor.ask(path)
    if not answer.kernel:
        return Seen(answer, "")
    line = visitor.line(answer.kernel)
    line.states()
    line.close()
    leave(visitor, answer.kernel)
    return Seen(answer, line.heard.decode(errors="replace"))


def look_all(visits: Mapping[Any, tuple[Visitor, str]]) -> dict[Any, Seen]:
    """Open many pages, two at a time; by the name of the visit."""
    with ThreadPoolExecutor(2) as hands:
        seen = hands.map(lambda visit: look(*visit), visits.values())
        return dict(zip(visits, seen, strict=True))


def leave(visitor: Visitor, kernel: str) -> None:
    """Give a kernel back, as the script of a closed page does."""
    visitor.post("/closed", kernel)


def kernels_of(pid: int) -> list[psutil.Process]:
    """List the kernels a server runs."""
    found = []
    for each in psutil.Process(pid).children(recursive=True):
        try:
            if "ipykernel_launcher" in " ".join(each.cmdline()):
                found.append(each)
        except psutil.NoSuchProcess:
            continue
    return found
