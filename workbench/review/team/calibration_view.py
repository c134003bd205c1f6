"""A calibration as a reader sees it: who still has to write, then the views side by side."""

from workbench import i18n
from workbench.charts.spread import Mark, SpreadRow, spread
from workbench.i18n import MISSING, Lang, message
from workbench.model.day import day_of
from workbench.page.cells import Cell, Lines
from workbench.page.live import Matrix
from workbench.page.parts import Block, Exhibit, Note
from workbench.page.picture import Picture
from workbench.page.table import Table, figures
from workbench.page.table import words as text
from workbench.review import exhibits
from workbench.review.team.calibrating import Seen, Sheet
from workbench.review.team.nine_box import STEPS, Boxes
from workbench.review.weighted_rating import Weighted
from workbench.store.calibration import Adjustment, View


def collecting(shown: Sheet, lang: Lang) -> Table:
    """Tell who has given how many views and whose are missing; never what they say."""
    meeting = shown.meeting
    counts = [figures(message(f"calibration-{name}", lang)) for name in ("given", "missing")]
    heads = [text(message("calibration-manager", lang)), *counts]
    lacking: dict[str, int] = {}
    for subject in meeting.missing:
        manager = subject.delegate_id or subject.manager_id
        lacking[manager] = lacking.get(manager, 0) + 1
    rows = [
        [_name(shown, lead), str(meeting.given.get(lead, 0)), str(lacking.get(lead, 0))]
        for lead in sorted(meeting.leads)
    ]
    return Table(heads, rows)


def views_chart(shown: Sheet, lang: Lang) -> Exhibit:
    """Draw all views, the widest spread first, with the score from figures beside."""
    rows = [_spread_row(each, shown, lang) for each in shown.seen]
    talk = sum(each.is_talked_over for each in shown.seen)
    title = message("calibration-spread", lang, n=talk)
    views = [", ".join(mark.hover for mark in row.marks) for row in rows]
    said = [
        f"{row.name} ({told}), {message('calibration-score', lang)} {row.label}"
        for row, told in zip(rows, views, strict=True)
    ]
    drawn = Picture(
        lambda width: spread(
            rows, levels=len(shown.levels), width=width, side=message("calibration-score", lang)
        ),
        key="calibration", description=exhibits.said(title, said, lang),
    )  # fmt: skip
    heads = [text(message(f"calibration-{key}", lang)) for key in ("rep", "given")]
    heads.append(figures(message("calibration-score", lang)))
    table = Table(
        heads,
        [[row.name, told, row.label] for row, told in zip(rows, views, strict=True)],
        is_plain=True,
    )
    return Exhibit(title, message("calibration-spread-sub", lang), drawn, table)


def views_table(shown: Sheet, lang: Lang) -> Table:
    """List what each wrote, and what the meeting changed and why."""
    is_weighed = any(each.weighted is not None for each in shown.seen)
    keys = ("rep", "views", "holds", "changes", *(("weighted",) if is_weighed else ()))
    heads = [text(message(f"calibration-{key}", lang)) for key in keys]
    rows: list[list[Cell]] = [
        [
            each.name,
            Lines([_view(view, shown, lang) for view in each.views]),
            _standing(each.now, lang),
            Lines([_change(one, shown, lang) for one in each.changes]) if each.changes else None,
            *([_weighted(each.weighted, lang)] if is_weighed else []),
        ]
        for each in shown.seen
    ]
    return Table(heads, rows, message("calibration-words", lang))


def _weighted(found: Weighted | None, lang: Lang) -> str:
    """Write a weighted rating with its parts; what is not rated yet is named."""
    if found is None:
        return MISSING
    if found.level is None:
        items = i18n.listed((item.label.in_(lang) for item in found.unrated), lang)
        return message("calibration-weighted-lacking", lang, items=items)
    parts = " + ".join(
        f"{i18n.share(part.share, lang, 0)} × {part.level} {part.item.label.in_(lang)}"
        for part in found.parts
    )
    level = i18n.number(found.level, lang, 2)
    return message(
        "calibration-weighted-of", lang, level=level, levels=str(found.levels), parts=parts
    )


def boxes_grid(boxes: Boxes, lang: Lang) -> list[Block]:
    """Show the nine boxes; the names in a box stand in no order of merit."""
    rows = [
        (message(f"calibration-growth-{growth}", lang),
         [boxes.at(step, growth) for step in STEPS])
        for growth in reversed(STEPS)
    ]  # fmt: skip
    heads = [message(f"calibration-performance-{step}", lang) for step in STEPS]
    names = ", ".join(boxes.unrated)
    unrated = [Note(message("calibration-unrated", lang, names=names), is_quiet=True)]
    how = Note(message("calibration-boxes-how", lang), is_quiet=True)
    return [Matrix(heads, rows), *(unrated if names else ()), how]


def _spread_row(each: Seen, shown: Sheet, lang: Lang) -> SpreadRow:
    own = {each.subject.manager_id, each.subject.delegate_id}
    marks = [
        Mark(view.level, view.person_id in own, f"{_name(shown, view.person_id)} {view.level}")
        for view in each.views
    ]
    now = each.now[0] if each.now is not None and each.changes else None
    score = MISSING if each.score is None else i18n.share(each.score, lang, 0)
    return SpreadRow(name=each.name, marks=marks, now=now, label=score)


def _view(view: View, shown: Sheet, lang: Lang) -> str:
    growth = message(f"calibration-growth-{view.growth}", lang)
    return message(
        "calibration-view", lang, who=_name(shown, view.person_id), level=str(view.level),
        growth=growth, reason=view.reason,
    )  # fmt: skip


def _change(one: Adjustment, shown: Sheet, lang: Lang) -> str:
    return message(
        "calibration-change", lang, before=f"{one.level_before}·{one.growth_before}",
        after=f"{one.level_after}·{one.growth_after}", reason=one.reason,
        who=_name(shown, one.made_by),
        day=i18n.short_date(day_of(one.made_at, shown.zone)) if one.made_at else "",
    )  # fmt: skip


def _standing(now: tuple[int, int] | None, lang: Lang) -> str:
    return message("calibration-none", lang) if now is None else f"{now[0]} · {now[1]}"


def _name(shown: Sheet, person_id: str) -> str:
    return shown.names.get(person_id, person_id)
