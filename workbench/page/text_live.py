"""Parts of live pages as plain text."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from workbench.i18n import Lang
from workbench.page.live import (
    Download,
    EachLanguage,
    Eyebrow,
    Facts,
    Headline,
    Label,
    Line,
    Matrix,
    Run,
    Status,
    Trouble,
)


def _line(part: Line, _lang: Lang) -> Iterator[str]:
    yield "".join(run.text if isinstance(run, Run) else run for run in part.runs)


def _label(part: Label, _lang: Lang) -> Iterator[str]:
    yield f"{part.text} {part.beside}".rstrip()
    yield from part.beneath


def _matrix(part: Matrix, _lang: Lang) -> Iterator[str]:
    for label, cells in part.rows:
        yield label
        for head, names in zip(part.heads, cells, strict=True):
            if names:
                yield f"  {head}: {', '.join(names)}"


WRITTEN_LIVE: Mapping[type, Callable[[Any, Lang], Iterable[str]]] = {
    Line: _line,
    Label: _label,
    Eyebrow: lambda part, _lang: (" · ".join((*part.words, part.mark)).removesuffix(" · "),),
    Headline: lambda part, _lang: (part.text, part.lede),
    Status: lambda part, _lang: (part.text,),
    Trouble: lambda part, _lang: (part.text, part.summary, part.detail),
    Download: lambda part, _lang: (part.label,),
    Facts: lambda part, _lang: (f"{fact.label}: {fact.text}" for fact in part.facts),
    Matrix: _matrix,
    EachLanguage: lambda part, _lang: (text for _tag, text in part.told),
}
