"""Parts of live pages as HTML."""

from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

from workbench.charts.theme import INK, WARN
from workbench.i18n import Lang
from workbench.page.live import (
    Download,
    EachLanguage,
    Eyebrow,
    Facts,
    Headline,
    Label,
    Line,
    Mark,
    Matrix,
    Run,
    Status,
    Trouble,
)
from workbench.page.render import render

_RUNS = {
    "strong": Markup("<b>{}</b>"),
    "small": Markup("<small>{}</small>"),
    "warning": Markup('<b class="warn">{}</b>'),
    "evidence": Markup('<span class="chip ev">{}</span>'),
    "todo": Markup('<span class="chip todo">{}</span>'),
}
_LINES = {
    "bare": Markup("{}"),
    "paragraph": Markup("<p>{}</p>"),
    "dim": Markup('<p class="dim">{}</p>'),
    "empty": Markup('<p class="empty">{}</p>'),
    "moved": Markup('<p class="moved">{}</p>'),
    "asked": Markup('<p class="ask-head">{}</p>'),
    "told": Markup('<p class="told">{}</p>'),
    "rests": Markup('<span class="rests">{}</span>'),
    "amount": Markup('<div style="text-align:right">{}</div>'),
}
_LABEL = Markup("<b>{}</b> <small>{}</small>{}")
_BENEATH = Markup("<br><small>{}</small>")
_HEADLINE = Markup('<h1 class="finding">{}</h1><p class="lede">{}</p>')
_STATUS = {
    "field": Markup('<small role="{role}" style="color:{ink}"{mark}>{text}</small>'),
    "plain": Markup('<small role="{role}"{css}{mark}>{text}</small>'),
    "page": Markup('<p role="{role}">{text}</p>'),
    "busy": Markup('<p class="busy" role="{role}">{text}</p>'),
}
_TROUBLE = Markup('<div class="trouble" role="alert"><p>{}</p>{}</div>')
_DETAIL = Markup("<details><summary>{}</summary><code>{}</code></details>")
_DOWNLOADS = {
    "line": Markup('<p><a download="{}" href="data:{};base64,{}">{}</a></p>'),
    "file": Markup('<a class="file" download="{}" href="data:{};base64,{}">{}</a>'),
    "document": Markup('<p><a class="document" download="{}" href="data:{};base64,{}">{}</a></p>'),
}
_NONE = Markup("")


def _line(part: Line, _lang: Lang) -> Markup:
    runs = (_RUNS[run.tone].format(run.text) if isinstance(run, Run) else run for run in part.runs)
    return _LINES[part.look].format(_NONE.join(runs))


def _label(part: Label, _lang: Lang) -> Markup:
    beneath = _NONE.join(_BENEATH.format(line) for line in part.beneath)
    return _LABEL.format(part.text, part.beside, beneath)


def _eyebrow(part: Eyebrow, _lang: Lang) -> Markup:
    words = _NONE.join(Markup("<span>{}</span>").format(word) for word in part.words)
    chip = Markup('<span class="chip">{}</span>').format(part.mark) if part.mark else _NONE
    return Markup('<p class="eyebrow">{}{}</p>').format(words, chip)


def _status(part: Status, _lang: Lang) -> Markup:
    return _STATUS[part.look].format(
        role="alert" if part.is_wrong else "status", ink=WARN if part.is_wrong else INK,
        css=Markup(' class="warn"') if part.is_wrong else "", text=part.text,
        mark=_mark(part.mark) if part.mark else "",
    )  # fmt: skip


def _mark(mark: Mark) -> Markup:
    return Markup(' data-{}="{}"').format(mark.name, mark.value)


def _trouble(part: Trouble, _lang: Lang) -> Markup:
    fold = _DETAIL.format(part.summary, part.detail) if part.detail else ""
    return _TROUBLE.format(part.text, fold)


def _download(part: Download, _lang: Lang) -> Markup:
    return _DOWNLOADS[part.look].format(part.name, part.kind, part.content, part.label)


def _facts(part: Facts, _lang: Lang) -> Markup:
    css = Markup(' class="warn"')
    rows = (
        Markup("<dt>{}</dt><dd{}>{}</dd>").format(
            fact.label, css if fact.is_warning else "", fact.text
        )
        for fact in part.facts
    )
    return Markup('<dl class="dl">{}</dl>').format(_NONE.join(rows))


def _each_language(part: EachLanguage, _lang: Lang) -> Markup:
    spans = (Markup('<span class="only" lang="{}">{}</span>').format(*told) for told in part.told)
    return _NONE.join(spans)


DRAWN_LIVE: Mapping[type, Callable[[Any, Lang], Markup]] = {
    Line: _line,
    Label: _label,
    Eyebrow: _eyebrow,
    Headline: lambda part, _lang: _HEADLINE.format(part.text, part.lede),
    Status: _status,
    Trouble: _trouble,
    Download: _download,
    Facts: _facts,
    Matrix: lambda part, lang: render("matrix", lang, heads=part.heads, rows=part.rows),
    EachLanguage: _each_language,
}
