"""Every sentence of both languages at its edges, on one page to read.

    python tests/every_sentence.py PAGE.html

Each variable takes what can break a sentence: none, one, two, many and more; a figure that is
absent or negative; a long name with a product in it; each word a sentence chooses by.
"""

import html
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from workbench import i18n

NAME = "欧阳静怡（Helium-Neon 激光器 200 型）"
TEXTS = (NAME, "—", "−45.1万元")  # in place of whatever a sentence names
COUNTS = (0, 1, 2, 5, 21)
_PLURALS = {"zero", "one", "two", "few", "many", "other"}
_MOST = 400  # ways of one sentence; one that chooses by four words has more than a page holds


@dataclass(frozen=True)
class Sentence:
    """A message of a file, and what each of its variables can be."""

    key: str
    file: str
    edges: dict[str, tuple[str | int, ...]]


class Choices(Visitor):
    """The variables of a message, with the words each is chosen by."""

    def __init__(self):
        self.named, self.chosen = set(), {}

    def visit_VariableReference(self, node):  # noqa: N802 (the visitor's own naming)
        self.named.add(node.id.name)

    def visit_SelectExpression(self, node):  # noqa: N802
        keys = [getattr(each.key, "value", None) or each.key.name for each in node.variants]
        self.chosen.setdefault(node.selector.id.name, set()).update(keys)
        self.generic_visit(node)


@cache
def sentences() -> tuple[Sentence, ...]:
    """Read every sentence; a variable is what either language takes it for."""
    found: dict[str, tuple[str, Choices]] = {}
    for lang in i18n.LANGS:
        for entry in sorted((files("workbench") / "locale" / lang).iterdir(), key=lambda e: e.name):
            for item in FluentParser().parse(entry.read_text(encoding="utf-8")).body:
                if isinstance(item, ast.Message):
                    name = entry.name.removesuffix(".ftl")
                    _file, choices = found.setdefault(item.id.name, (name, Choices()))
                    choices.visit(item)
    return [
        Sentence(
            key, file, {name: _edges(choices.chosen.get(name)) for name in sorted(choices.named)}
        )
        for key, (file, choices) in found.items()
    ]


def _edges(words: set[str] | None) -> tuple[str | int, ...]:
    """Give what a variable can be: counts, the words it is chosen by, or texts."""
    if words is None:
        return TEXTS
    if all(word in _PLURALS or word.isdigit() for word in words):
        return COUNTS
    return tuple(sorted(words))


def ways(sentence: Sentence) -> Iterator[dict[str, str | int]]:
    """Give the values of each way to say a sentence."""
    chosen = {name: edges for name, edges in sentence.edges.items() if edges is not TEXTS}
    for at, picked in enumerate(list(product(*chosen.values()))[:_MOST]):
        # What a text is changes nothing between choices: all of them once, then the long name
        for text in TEXTS if at == 0 and len(chosen) < len(sentence.edges) else TEXTS[:1]:
            texts = dict.fromkeys(sentence.edges, text)
            yield {**texts, **dict(zip(chosen, picked, strict=True))}


def page() -> str:
    """Write all of them as one page, in both languages beside each other."""
    rows = []
    for sentence in sentences():
        told = dict.fromkeys(
            tuple(i18n.message(sentence.key, lang, **values) for lang in i18n.LANGS)
            for values in ways(sentence)
        )
        cells = "".join(
            f"<tr><td>{html.escape(zh)}</td><td>{html.escape(en)}</td></tr>" for zh, en in told
        )
        rows.append(f"<tr><th colspan=2>{sentence.file}: {sentence.key}</th></tr>{cells}")
    style = "td{padding:2px 12px;width:50%;vertical-align:top}th{text-align:left;color:#777}"
    head = f'<!doctype html><meta charset="utf-8"><title>Sentences</title><style>{style}</style>'
    return f"{head}<table>{''.join(rows)}</table>\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
