"""Competence seen from two sides: skill by skill, the own view, the manager's, and the gap."""

from collections.abc import Sequence

from workbench.i18n import Lang
from workbench.page.form import Skill
from workbench.review.template import Item

Rows = Sequence[Sequence[str]]


def side_by_side(item: Item, own: Rows, managers: Rows, lang: Lang) -> list[Skill]:
    """Join two tables of competence by skill, in the order the template asks.

    Parameters
    ----------
    own, managers
        Rows of skill, level and words; a skill of the template is the same in either language.
    """
    left, right = _by_skill(item, own), _by_skill(item, managers)
    names = {row.en.casefold(): row.in_(lang) for row in item.rows}
    keys = [key for key in dict.fromkeys([*names, *left, *right]) if key in left or key in right]
    return [_skill(names.get(key, ""), left.get(key), right.get(key)) for key in keys]


def _by_skill(item: Item, rows: Rows) -> dict[str, Sequence[str]]:
    asked = {row.zh.casefold(): row.en.casefold() for row in item.rows}
    found = {}
    for row in rows:
        name = row[0].strip().casefold()
        if name and any(cell.strip() for cell in row[1:]):
            found[asked.get(name, name)] = row
    return found


def _skill(name: str, own: Sequence[str] | None, managers: Sequence[str] | None) -> Skill:
    sides = [row for row in (own, managers) if row is not None]
    levels = [row[1].strip() if row is not None else "" for row in (own, managers)]
    is_known = all(level.isdecimal() for level in levels)
    gap = int(levels[1]) - int(levels[0]) if is_known else None
    words = tuple(cell for row in sides for cell in row[2:] if cell.strip())
    return Skill(name or sides[0][0], levels[0], levels[1], gap, words)
