"""A form as Typst: what was asked, what was written, and room for what was not."""

from collections.abc import Iterator, Sequence

from workbench.i18n import Lang, message
from workbench.page.form import Form, FormItem, Skill, Written
from workbench.page.typst_text import array, calling, quoted, strings, truth

_CHOSEN = ("rating", "select")
_PARTS = ("situation", "behaviour", "impact")


def form_typst(form: Form, lang: Lang) -> str:
    """Write a form."""
    return "\n".join(_item(item, form, lang) for item in form.items)


def _item(item: FormItem, form: Form, lang: Lang) -> str:
    required = message("form-required", lang) if item.is_required else ""
    to_write = message("review-to-write", lang, who=item.to_write) if item.to_write else ""
    head = calling(
        "asked", quoted(item.label), required=quoted(required), chip=quoted(to_write),
        help=quoted(item.help), anchors=strings(item.anchors),
    )  # fmt: skip
    return "\n".join([head, *_answered(item, form, lang)])


def _answered(item: FormItem, form: Form, lang: Lang) -> Iterator[str]:
    if item.skills:
        yield _skills(item.columns[0], item.skills, lang)
    for one in item.written:
        yield from _written(item, one, lang)
    if item.kind == "signatures":
        yield _signatures(form, lang)
    elif item.withheld:
        yield calling("said", quoted(item.withheld), is_quiet="true")
    elif not item.written:
        yield from _room(item, lang)


def _skills(head: str, skills: Sequence[Skill], lang: Lang) -> str:
    names = ("competence-own", "competence-managers", "competence-gap", "competence-words")
    heads = [head, *(message(name, lang) for name in names)]
    rows = [
        [each.name, each.own or "–", each.managers or "–", _gap(each.gap), " · ".join(each.words)]
        for each in skills
    ]
    return _table(heads, rows, figures=(1, 2, 3))


def _gap(gap: int | None) -> str:
    return "–" if gap is None else f"{gap:+d}".replace("-", "−") if gap else "0"


def _written(item: FormItem, one: Written, lang: Lang) -> Iterator[str]:
    if one.rows and not item.skills:
        yield _table(item.columns, one.rows)
    if item.kind in _CHOSEN and one.level:
        yield _scale(item, one.level)
    elif item.kind == "yes_no" and one.level:
        yield calling("said", quoted(message("form-yes" if one.level == 1 else "form-no", lang)))
    for label, words in one.lines:
        yield calling("said", quoted(words), label=quoted(label))
    told = message("form-written", lang, who=one.who, day=one.day)
    yield calling("said", quoted(told), is_quiet="true")


def _signatures(form: Form, lang: Lang) -> str:
    if not form.signed:
        day = quoted(message("review-date", lang))
        return calling("to-sign", strings(form.signers), day)
    rows = [strings((one.who, f"{one.verdict} · {one.day}", one.comment)) for one in form.signed]
    return calling("signed", array(rows))


def _room(item: FormItem, lang: Lang) -> Iterator[str]:
    """Leave the room a form leaves on paper."""
    if item.columns:
        width = len(item.columns)
        known = [[first, *[""] * (width - 1)] for first in item.rows]
        blank = [[""] * width for _ in range(item.lines - len(known))]
        yield _table(item.columns, [*known, *blank], is_blank=True)
        return
    if item.kind == "yes_no":
        yield calling("scale", strings((message("form-yes", lang), message("form-no", lang))), "0")
    elif item.kind in _CHOSEN:
        yield _scale(item, 0)
    if item.kind == "feedback":
        for part in _PARTS:
            yield calling("room", "1", label=quoted(message(f"form-{part}", lang)))
    else:
        yield calling("room", str(item.lines))


def _scale(item: FormItem, level: int) -> str:
    numbered = truth(item.kind == "rating")
    return calling("scale", strings(item.options), str(level), is_numbered=numbered)


def _table(
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    figures: Sequence[int] = (),
    *,
    is_blank: bool = False,
) -> str:
    sides = array("right" if n in figures else "left" for n in range(len(heads)))
    weights = array("auto" if n in figures else "1fr" for n in range(len(heads)))
    told = array(strings(row) for row in rows)
    return calling("listed", strings(heads), told, sides, weights, is_blank=truth(is_blank))
