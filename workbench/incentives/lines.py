"""On which line of a file a part of it stands, which the readers of TOML and YAML do not tell."""

import re
from collections.abc import Mapping

import yaml

Place = tuple[int | str, ...]
_HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"))*)\s*=""")
_QUOTED = re.compile(r"""\"(?:\\.|[^"\\])*\"|'[^']*'|#.*""")


def line_of(place: Place, places: Mapping[Place, int]) -> int:
    """Give the line of a place, or of the nearest part around it that stands in the file."""
    known: Place = ()
    for part in place:  # a part that only the models know is passed over
        if (*known, part) in places:
            known = (*known, part)
    return places.get(known, 1)


def toml_lines(text: str) -> dict[Place, int]:
    """Give the line on which each table, key and inline table of a TOML file begins."""
    return _TomlLines(text).places


def yaml_lines(text: str) -> dict[Place, int]:
    """Give the line on which each part of a YAML file begins."""
    places: dict[Place, int] = {}

    def visit(node: yaml.Node | None, place: Place) -> None:
        if node is None:
            return
        places.setdefault(place, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                places[*place, key.value] = key.start_mark.line + 1
                visit(value, (*place, key.value))
        if isinstance(node, yaml.SequenceNode):
            for number, value in enumerate(node.value):
                visit(value, (*place, number))

    visit(yaml.compose(text, yaml.SafeLoader), ())
    return places


class _TomlLines:
    """Walks the lines of a TOML file that has been read without a fault."""

    def __init__(self, text: str) -> None:
        self.places: dict[Place, int] = {}
        self.table: Place = ()
        self.key: Place = ()
        self.counts: dict[Place, int] = {}
        self.depth = self.entry = 0
        for number, line in enumerate(text.splitlines(), start=1):
            self._line(number, line)

    def _line(self, number: int, line: str) -> None:
        bare = _QUOTED.sub(lambda found: '""' if found[0][0] != "#" else "", line)
        if self.depth:
            self._inside(number, bare)
        elif header := _HEADER.match(line):
            self._header(number, header[1] == "[[", _parts(header[2]))
            return
        elif key := _KEY.match(line):
            self.key, self.entry = (*self.table, *_parts(key[1])), 0
            for length in range(1, len(self.key) + 1):
                self.places.setdefault(self.key[:length], number)
            self.places[self.key] = number
            bare = bare[bare.find("=") + 1 :]
            self._inside(number, bare.partition("[")[2] if bare.strip().startswith("[") else "")
        self.depth = max(0, self.depth + sum(map(bare.count, "[{")) - sum(map(bare.count, "]}")))

    def _inside(self, number: int, bare: str) -> None:
        """Count the inline tables of an array that begin on a line."""
        for _table in range(bare.count("{")):
            self.places[*self.key, self.entry] = number
            self.entry += 1

    def _header(self, number: int, is_array: bool, names: tuple[str, ...]) -> None:  # noqa: FBT001
        place: Place = ()
        for name in names[:-1]:
            place = (*place, name)
            if place in self.counts:
                place = (*place, self.counts[place])
        place = (*place, names[-1])
        if is_array:
            self.places.setdefault(place, number)
            self.counts[place] = self.counts.get(place, -1) + 1
            place = (*place, self.counts[place])
        self.table = place
        self.places[place] = number


def _parts(told: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in told.split("."))
