"""A template chooses the sections a review shows and what its forms ask; it is data (TOML)."""

import re
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
    "actions", "goals", "competencies", "values", "signatures", "appeal",
]  # fmt: skip
# How many working days a stage takes where a template does not tell
USUAL = {
    "data_check": 4, "self_review": 4, "manager_review": 4, "calibration": 3,
    "conversation": 4, "sign_off": 3, "appeal": 10,
}  # fmt: skip
USUAL_WINDOW = 5
_WORKING_DAYS = re.compile(r"\+?\s*(?P<n>\d{1,3})\s*(?:working\s+days?|个?工作日)")
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
        if self.kind in ("signatures", "appeal"):  # neither is typed into the form
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


class StageRule(Strict):
    """What a template promises of a stage."""

    due: str = ""  # "+8 working days" from the period's end; "" is the usual length on
    window: str = ""  # of the appeal: how long it is open at the least, "5 working days"
    meeting: bool = False  # of the calibration: it is left only once the meeting has begun

    @model_validator(mode="after")
    def _has_days(self) -> "StageRule":
        for told in (self.due, self.window):
            if told and not _WORKING_DAYS.fullmatch(told.strip()):
                raise ValueError(f'{told!r} is no number of working days; write "+8 working days"')
        return self


def days_told(told: str) -> int | None:
    """Read how many working days are told; None where nothing is."""
    found = _WORKING_DAYS.fullmatch(told.strip())
    return int(found["n"]) if found else None


class Template(Strict):
    """Which sections a review shows, in the fixed order, and the form of each."""

    name: str
    label: Text
    sections: tuple[str, ...] = KEYS  # a template that names none shows all
    forms: Mapping[str, tuple[Item, ...]] = {}
    stages: Mapping[str, StageRule] = {}  # by stage; one left out goes by the usual length

    @model_validator(mode="after")
    def _stages_are_known_and_in_order(self) -> "Template":
        for key, rule in self.stages.items():
            if key not in USUAL:
                raise ValueError(f"{key!r} is no stage; stages are {', '.join(USUAL)}")
            if (rule.window and key != "appeal") or (rule.meeting and key != "calibration"):
                raise ValueError("a window is the appeal's, and a meeting the calibration's")
        told = [n for key in USUAL if (n := self._told(key)) is not None]
        if told != sorted(told):
            raise ValueError("a stage is due no earlier than the one before it")
        return self

    def _told(self, stage: str) -> int | None:
        return days_told(self.stages[stage].due) if stage in self.stages else None

    def working_days(self) -> dict[str, int]:
        """Give by how many working days after the period's end each stage is left."""
        found: dict[str, int] = {}
        last = 0
        for stage, length in USUAL.items():
            told = self._told(stage)
            found[stage] = last = last + length if told is None else told
        return found

    def window(self) -> int:
        """Give how many working days an appeal window is open at the least."""
        told = days_told(self.stages["appeal"].window) if "appeal" in self.stages else None
        return USUAL_WINDOW if told is None else told

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
