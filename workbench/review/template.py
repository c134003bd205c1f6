"""A template chooses the sections a review shows and what its forms ask; it is data (TOML)."""

import tomllib
from collections.abc import Mapping, Sequence
from decimal import Decimal
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import ValidationError, model_validator

from workbench.errors import WorkspaceError, require_known
from workbench.review.growing.book import Value, load_book
from workbench.review.section import KEYS
from workbench.review.text import Strict, Text

if TYPE_CHECKING:
    from workbench.store.rules import Side

Filler = Literal["rep", "manager", "both"]
ItemKind = Literal[
    "text", "number", "date", "yes_no", "select", "rating", "feedback",
    "actions", "goals", "competencies", "values", "signatures",
]  # fmt: skip
_CHOOSING = ("select", "rating")
_TABLES = ("actions", "goals", "competencies", "values")


class Column(Text):
    """A column of a table people fill in."""

    # Of a promise, a request for support, or a table of competence
    means: Literal[
        "", "what", "metric", "aim", "due", "support", "outcome", "owner", "stake", "skill", "level"
    ] = ""


class Item(Strict):
    """One thing a form asks for."""

    key: str
    kind: ItemKind = "text"
    filled_by: Filler = "rep"
    label: Text
    help: Text | None = None
    lines: int = 2  # room to write on paper
    options: tuple[Text, ...] = ()  # of a select; the anchors of a rating, lowest first
    columns: tuple[Column, ...] = ()  # of a table: actions, goals, competencies, values
    rows: tuple[Text, ...] = ()  # what the first cells of a table begin with
    anchors: tuple[Text, ...] = ()  # of a table of values: value, and the behaviour it is seen by
    needs_values: bool = False  # asked only where growth.toml names the company's values
    is_required: bool = False  # a form without it is not complete
    looks_ahead: bool = False  # about the time to come: not asked of who has left
    is_lesson: bool = False  # found again across cycles once the review is signed
    asks_intent: bool = False  # of feedback: also what the other meant by it
    is_private: bool = False  # told to the manager only in a group of five or more
    proposed_from: Literal["wins", "past_due", "gaps"] | None = None  # what a draft opens with
    weight: Decimal | None = None  # of a rating: shares that make 1, or percentages that make 100

    @property
    def sides(self) -> "tuple[Side, ...]":
        """On whose sides it stands: of what both fill in, tables are one and words are two."""
        if self.kind == "signatures":
            return ()
        if self.is_private:
            return ("private",)
        if self.filled_by == "both":
            # Two views of competence stand side by side; another table both keep together
            is_one = self.kind in _TABLES and self.kind != "competencies"
            return ("shared",) if is_one else ("rep", "manager")
        return (self.filled_by,)

    @model_validator(mode="after")
    def _has_what_its_kind_needs(self) -> "Item":
        if self.kind in _CHOOSING and len(self.options) < 2:  # noqa: PLR2004 (a choice)
            raise ValueError(f"a {self.kind} needs at least two options; add options = [...]")
        if self.kind in _TABLES and not self.columns:
            raise ValueError(f"a table of {self.kind} needs columns; add columns = [...]")
        begins = [column.means for column in self.columns[:2]]
        if self.kind == "competencies" and begins != ["skill", "level"]:
            raise ValueError("its first two columns are means = 'skill' and means = 'level'")
        if self.rows and not self.columns:
            raise ValueError(f"a {self.kind} has no rows; make it a table or drop rows")
        if self.kind not in _CHOOSING and self.options:
            raise ValueError(f"a {self.kind} takes no options; make it a select or drop them")
        if self.weight is not None and (self.kind != "rating" or self.weight < 0):
            raise ValueError("only a rating has a weight, and it is 0 or more")
        return self


class Template(Strict):
    """Which sections a review shows, in the fixed order, and the form of each."""

    name: str
    label: Text
    sections: tuple[str, ...]
    forms: Mapping[str, tuple[Item, ...]] = {}

    @model_validator(mode="after")
    def _keys_are_known_and_in_order(self) -> "Template":
        for key in (*self.sections, *self.forms):
            if key not in KEYS:
                raise ValueError(f"{key!r} is no section; sections are {', '.join(KEYS)}")
        if list(self.sections) != sorted(self.sections, key=KEYS.index):
            raise ValueError("sections stand in the fixed order: " + ", ".join(KEYS))
        return self

    @model_validator(mode="after")
    def _items_have_their_place(self) -> "Template":
        for section, items in self.forms.items():
            if section not in self.sections:
                raise ValueError(
                    f"forms.{section} is asked, but the section is not shown; "
                    f"add {section!r} to sections or drop the form"
                )
            keys = [item.key for item in items]
            doubled = sorted({key for key in keys if keys.count(key) > 1})
            if doubled:
                raise ValueError(f"forms.{section} has two items of key {doubled[0]!r}; rename one")
        return self

    def number(self, key: str) -> str:
        """Give a section its number in the contents: the appendix is A, the cover has none."""
        if key == "appendix":
            return "A"
        numbered = [shown for shown in self.sections if shown not in ("cover", "appendix")]
        return str(numbered.index(key) + 1) if key in numbered else ""


def template_names(folder: Path | None = None) -> list[str]:
    """List the templates of the package and of a workspace's own `templates` folder."""
    return sorted({file.name.removesuffix(".toml") for file in _files(folder)})


def load_template(name: str, folder: Path | None = None) -> Template:
    """Read a template; a workspace's own wins over the package's of the same name.

    Raises
    ------
    UnknownNameError
        When there is no template of that name.
    WorkspaceError
        When the file breaks the form; names file, key and reason.
    """
    require_known("template", [name], template_names(folder))
    file = next(file for file in _files(folder) if file.name == f"{name}.toml")
    try:
        found = Template.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
    except tomllib.TOMLDecodeError as reason:
        raise WorkspaceError(f"Template {file.name} is not TOML: {reason}.") from reason
    except ValidationError as reason:
        first = reason.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "template"
        raise WorkspaceError(f"Template {file.name}, {place}: {first['msg']}.") from reason
    return _with_values(found, load_book(folder).value)


def _with_values(template: Template, values: Sequence[Value]) -> Template:
    """Let tables of values open with the company's own, each told by its behaviour."""
    forms = {
        section: tuple(_anchored(item, values) for item in items if values or not item.needs_values)
        for section, items in template.forms.items()
    }
    return template.model_copy(update={"forms": forms})


def _anchored(item: Item, values: Sequence[Value]) -> Item:
    if item.kind != "values" or item.rows or not values:
        return item
    rows = tuple(value.label for value in values)
    anchors = tuple(
        Text(
            zh=f"{value.label.zh}：" + "；".join(each.zh for each in value.behaviours),
            en=f"{value.label.en}: " + "; ".join(each.en for each in value.behaviours),
        )
        for value in values
    )
    return item.model_copy(update={"rows": rows, "anchors": anchors})


def _files(folder: Path | None) -> list[Traversable]:
    own = sorted((folder / "templates").glob("*.toml")) if folder else []
    shipped = (files("workbench.review") / "templates").iterdir()
    return [*own, *sorted(shipped, key=lambda file: file.name)]
