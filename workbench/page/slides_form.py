"""A form on a slide: people's own words, and who has still to write where nothing stands yet."""

from collections.abc import Iterator

from workbench.i18n import Lang, message
from workbench.page.form import Form, FormItem, Written
from workbench.page.slides_parts import Part, listed, said

_UNSHOWN = ("signatures", "appeal")  # done on paper or in the workbench, not before an audience


def form_slides(form: Form, lang: Lang) -> list[Part]:
    """Write a form; an item nobody has to write any more and nobody wrote is left out."""
    shown = (item for item in form.items if item.kind not in _UNSHOWN)
    return [part for item in shown for part in _item(item, lang)]


def _item(item: FormItem, lang: Lang) -> Iterator[Part]:
    if item.skills:
        yield _skills(item, lang)
    elif any(one.rows for one in item.written):
        rows = [row for one in item.written for row in one.rows]
        yield listed(item.label, [(head, False) for head in item.columns], rows)
    told = [line for one in item.written for line in _written(item, one, lang)]
    if told:
        yield said((item.label, "head"), *told)
    if item.withheld:
        yield said((item.label, "" if told else "head"), (item.withheld, "quiet"))
    elif item.to_write and not item.written:
        prompt = message("review-to-write", lang, who=item.to_write)
        yield said((item.label, "head"), (prompt, "prompt"), (item.help, "quiet"))
        if item.columns:
            yield listed("", [(head, False) for head in item.columns], _room(item))


def _room(item: FormItem) -> list[list[str]]:
    """Leave rows to write in, the first cells filled where they are known."""
    blank = [""] * len(item.columns)
    known = [[first, *blank[1:]] for first in item.rows]
    return [*known, *[blank] * (item.lines - len(known))]


def _written(item: FormItem, one: Written, lang: Lang) -> Iterator[tuple[str, str]]:
    if item.kind == "yes_no" and one.level:
        yield message("form-yes" if one.level == 1 else "form-no", lang), ""
    elif 0 < one.level <= len(item.options):
        yield item.options[one.level - 1], ""
    colon = "：" if lang == "zh" else ": "
    for label, words in one.lines:
        for line in words.splitlines():
            yield (f"{label}{colon}{line}" if label else line), ""
    if one.lines:
        yield message("form-written", lang, who=one.who, day=one.day), "quiet"


def _skills(item: FormItem, lang: Lang) -> Part:
    """Write skills; the other's view and the gap only where there is one."""
    has_both = any(each.managers for each in item.skills)
    names = ["competence-own", *(("competence-managers", "competence-gap") if has_both else ())]
    heads = [(item.columns[0], False), *((message(name, lang), True) for name in names)]
    rows = [
        [
            each.name, each.own or "–",
            *((each.managers or "–", _gap(each.gap)) if has_both else ()), " · ".join(each.words),
        ]
        for each in item.skills
    ]  # fmt: skip
    return listed(item.label, [*heads, (message("competence-words", lang), False)], rows)


def _gap(gap: int | None) -> str:
    return "–" if gap is None else f"{gap:+d}".replace("-", "−") if gap else "0"
