"""The forms of a section, from the template and what people wrote."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from workbench import i18n
from workbench.i18n import message
from workbench.metrics.catalogue import CATALOGUE
from workbench.model.day import day_of
from workbench.page.form import Form, FormItem, Signature, Skill, Written
from workbench.review.competence import side_by_side
from workbench.review.cycle.checking import is_blank
from workbench.review.template import Item
from workbench.review.text import Text
from workbench.review.words import label
from workbench.store.entries import Entry

if TYPE_CHECKING:
    from workbench.review.brief import Brief


def form(key: str, review: "Brief") -> Form | None:
    """Give the form of a section; None where the template asks nothing there."""
    items = _asked(key, review)
    if not items:
        return None
    people = names(review)
    shown = [_shown(key, item, review) for item in items]
    signers = tuple(people[side] for side in review.answers.to_sign)
    return Form(shown, signers, _signed(review))


def is_to_write(key: str, review: "Brief") -> bool:
    """Whether somebody has still to write in a section."""
    return any(_shown(key, item, review).to_write for item in review.template.forms.get(key, ()))


def names(review: "Brief") -> dict[str, str]:
    """Name who fills a form in."""
    rep = review.rep.name
    manager = review.rep.manager_name or message("review-manager-role", review.lang)
    both = message("review-both", review.lang, rep=rep, manager=manager)
    return {"rep": rep, "manager": manager, "both": both, "private": rep, "shared": both}


def _asked(key: str, review: "Brief") -> Sequence[Item]:
    """List the items of a section; the ledger takes the place of the table of past promises."""
    items = review.template.forms.get(key, ())
    is_in_ledger = key == "commitments" and review.answers.promises
    return [item for item in items if item.kind != "actions"] if is_in_ledger else items


def _shown(key: str, item: Item, review: "Brief") -> FormItem:
    people, asked = names(review), _item(item, review.lang)
    if item.kind == "signatures":
        signers = people["both"] if len(review.answers.to_sign) > 1 else people["manager"]
        return replace(asked, to_write="" if review.answers.signed_round else signers)
    if item.kind == "appeal":
        return replace(asked, written=_appeals(key, item, review))
    found = [each for each in review.answers.of(key, item) if not is_blank(each.value)]
    withheld = review.answers.withheld.intersection(item.sides)
    known = {each.place.side for each in found} | withheld
    open_ = [side for side in item.sides if side not in known]
    who = (
        people[item.filled_by]
        if len(open_) == len(item.sides)
        else "".join(people[side] for side in open_[:1])
    )
    written = tuple(_written(item, each, review) for each in found)
    skills = _skills(item, found, review) if item.kind == "competencies" else ()
    why = "form-withheld-private" if item.is_private else "form-withheld"
    told = message(why, review.lang) if withheld else ""
    shown = replace(asked, written=written, to_write=who, skills=skills, withheld=told)
    return _settled(shown, review) if review.answers.signed_round or (found and not who) else shown


def _settled(item: FormItem, review: "Brief") -> FormItem:
    """Give an item nobody has to write in any more: without help, and saying where it is empty."""
    empty = "" if item.written else message("form-unwritten", review.lang)
    return replace(item, help="", to_write="", withheld=item.withheld or empty)


def _item(item: Item, lang: i18n.Lang) -> FormItem:
    """Put what a template asks into one language; nothing is written in it yet."""

    def told(texts: Sequence[Text]) -> list[str]:
        return [text.in_(lang) for text in texts]

    return FormItem(
        label=item.label.in_(lang), kind=item.kind, is_required=item.is_required,
        help=item.help.in_(lang) if item.help else "", anchors=told(item.anchors),
        columns=told(item.columns), rows=told(item.rows), options=told(item.options),
        lines=item.lines, written=(),
    )  # fmt: skip


def _appeals(key: str, item: Item, review: "Brief") -> tuple[Written, ...]:
    """Tell each appeal and how it ended; before, what an earlier form had room for."""
    lang, kept = review.lang, review.answers.entries.get((key, item.key, "rep"))
    earlier = [] if kept is None or is_blank(kept.value) else [_written(item, kept, review)]
    filed = []
    for each in review.answers.appeals:
        ended = message(f"appeal-{each.outcome or 'open'}", lang, due=f"{each.due_on}")
        lines = (("", each.text), (ended, each.answer))
        said = tuple(line for line in lines if any(line))
        filed.append(Written(names(review)["rep"], _day(each.asked_at, review), said))
    return (*earlier, *filed)


def _skills(item: Item, found: Sequence[Entry], review: "Brief") -> tuple[Skill, ...]:
    sides = {each.place.side: each.value for each in found}
    own, managers = sides.get("rep", ()), sides.get("manager", ())
    return tuple(side_by_side(item, own, managers, review.lang))


def _written(item: Item, entry: Entry, review: "Brief") -> Written:
    lang, value = review.lang, entry.value
    day = "" if entry.saved_at is None else _day(entry.saved_at, review)
    who = names(review)[entry.place.side]
    if item.is_private:
        # The document goes to the manager too; upward words reach them only in a group
        given = message("form-private", lang)
        state = review.answers.upward
        became = message(f"form-private-{state}", lang) if state in ("held", "told") else ""
        return Written(who, day, tuple(("", line) for line in (given, became) if line))
    if item.columns:
        told = 1 if item.kind == "values" and item.rows else 0  # the name of a value says nothing
        rows = [_row(item, row, lang) for row in value if not is_blank(row[told:])]
        return Written(who, day, rows=tuple(rows))
    if item.kind == "feedback":
        return Written(who, day, _parts(value, lang))
    if item.kind == "yes_no":
        return Written(who, day, level=1 if value else 2)
    if item.options:
        level, reason = (value, "") if isinstance(value, int) else _rating(value)
        return Written(who, day, (("", reason),) if reason else (), level=level)
    return Written(who, day, (("", str(value)),))


def _row(item: Item, row: Sequence[object], lang: i18n.Lang) -> tuple[str, ...]:
    """Give the cells of a line; a measure chosen by its key is called by its name."""
    cells = [str(cell) for cell in row]
    means = [column.means for column in item.columns[: len(cells)]]
    named = {
        n for n, each in enumerate(means) if each == "metric" and cells[n].strip() in CATALOGUE
    }
    return tuple(label(cell.strip(), lang) if n in named else cell for n, cell in enumerate(cells))


def _parts(value: Any, lang: i18n.Lang) -> tuple[tuple[str, str], ...]:  # noqa: ANN401 (a form)
    told = value if isinstance(value, dict) else {"situation": str(value)}
    parts = ("situation", "behaviour", "impact", "intent", "request", "evidence")
    lines = [(message(f"form-{part}", lang), told[part]) for part in parts if told.get(part)]
    if not told.get("evidence"):
        lines.append(("", message("form-opinion", lang)))
    return tuple(lines)


def _rating(value: Any) -> tuple[int, str]:  # noqa: ANN401 (a form)
    return int(value.get("level") or 0), str(value.get("reason") or "")


def _day(at: datetime, review: "Brief") -> str:
    return day_of(at, review.time_zone).isoformat()


def _signed(review: "Brief") -> list[Signature]:
    """Tell each side's last signature, and of who has left that none is asked."""
    last = {each.side: each for each in review.answers.signatures}
    found = [
        Signature(
            names(review)[side],
            message(f"form-{each.verdict}", review.lang),
            _day(each.signed_at, review),
            each.comment,
        )
        for side, each in last.items()
    ]
    left_on = review.answers.left_on
    if found and left_on is not None and "rep" not in last:
        told = message("form-left", review.lang)
        found.append(Signature(names(review)["rep"], told, left_on.isoformat()))
    return found
