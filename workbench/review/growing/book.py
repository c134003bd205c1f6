"""growth.toml: a company's awards, ladder, courses, values and desks of support, as data.

A workspace's own file wins list by list over the one the package ships, which holds only awards and
desks that fit any company.
"""

import tomllib
from collections.abc import Iterable
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import ValidationError, model_validator

from workbench.errors import WorkspaceError, hint
from workbench.metrics.catalogue import CATALOGUE, is_state
from workbench.metrics.recognition.award import Every, Figure, Rule
from workbench.review.text import Strict, Text

FILE_NAME = "growth.toml"


class Award(Strict):
    """An award: its rule, and what comes with it."""

    key: str
    label: Text
    figure: Figure
    every: Every
    fewest: int = 5
    strength: int = 8
    at_least: Decimal | None = None
    days_here: int = 90
    pause: int = 0
    reward: Text | None = None  # what is not money: a training, a day, a seat at a fair

    @property
    def rule(self) -> Rule:
        """The part a computation reads."""
        drawn = 0 if self.figure == "colleagues_helped" else self.strength
        return Rule(
            key=self.key, figure=self.figure, every=self.every, fewest=self.fewest,
            strength=drawn, at_least=self.at_least, days_here=self.days_here, pause=self.pause,
        )  # fmt: skip


class Expectation(Strict):
    """One thing expected at a level. One of metric, course, skill, months, colleagues, or none.

    With none of them a person judges it.
    """

    label: Text
    metric: str = ""
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    quarters: int = 4  # looked at, the last one that of the review
    times: int = 0  # in how many of them; 0: in all
    course: str = ""
    skill: str = ""  # as the form of competence names it
    level: int = 0  # of that skill, by the manager
    months: int = 0  # at the present level
    colleagues: int = 0  # different colleagues helped within the quarters

    @model_validator(mode="after")
    def _asks_one_thing(self) -> "Expectation":
        asked = [name for name in ("metric", "course", "skill", "months", "colleagues")
                 if getattr(self, name)]  # fmt: skip
        if len(asked) > 1:
            raise ValueError(f"it asks {' and '.join(asked)}; make it {len(asked)} expectations")
        if self.metric and self.metric not in CATALOGUE:
            raise ValueError(f"there is no metric {self.metric!r}. {hint(self.metric, CATALOGUE)}")
        if self.metric and is_state(self.metric):
            raise ValueError(f"{self.metric} tells how things stand today, not in past quarters")
        if self.metric and (self.at_least is None) == (self.at_most is None):
            raise ValueError("a metric needs at_least or at_most, one of them")
        if self.skill and not 1 <= self.level <= 5:  # noqa: PLR2004 (steps of competence)
            raise ValueError("a skill needs level, 1 to 5")
        if not 1 <= self.quarters <= 8 or self.times > self.quarters:  # noqa: PLR2004 (two years)
            raise ValueError("quarters is 1 to 8, and times is at most as many")
        return self


class Level(Strict):
    """A step of the career ladder, and what is expected of who stands on it."""

    key: str  # as reps.level names it
    label: Text
    expects: tuple[Expectation, ...] = ()


class Course(Strict):
    """A course, or a case to work through, and what it aims at."""

    key: str  # as the trainings table names it
    label: Text
    kind: str = "course"  # or case
    metric: str = ""  # a rate by count of the catalogue
    skill: str = ""  # as the form of competence names it
    where: Text | None = None  # where it is found

    @model_validator(mode="after")
    def _aims_at_what_can_be_told(self) -> "Course":
        if self.metric and self.metric not in CATALOGUE:
            raise ValueError(f"there is no metric {self.metric!r}. {hint(self.metric, CATALOGUE)}")
        if self.metric and is_state(self.metric):
            raise ValueError(f"{self.metric} tells how things stand today; before is not known")
        return self


class Value(Strict):
    """One of the company's values, and the behaviour it is seen by."""

    key: str
    label: Text
    behaviours: tuple[Text, ...]


class SupportDesk(Strict):
    """A team that helps the reps: customer support, marketing, pre-sales."""

    key: str
    label: Text
    owner: str = ""  # the person who answers; "" leaves the owner as the request names it
    people: tuple[str, ...] = ()  # who else answers
    email: str = ""
    days: int = 5  # within which an answer is promised


class Book(Strict):
    """The whole of growth.toml."""

    award: tuple[Award, ...] = ()
    level: tuple[Level, ...] = ()
    course: tuple[Course, ...] = ()
    value: tuple[Value, ...] = ()
    desk: tuple[SupportDesk, ...] = ()
    overlooked_days: int = 180  # without a word of thanks

    @model_validator(mode="after")
    def _keys_differ(self) -> "Book":
        for name in ("award", "level", "course", "value", "desk"):
            keys = [each.key for each in getattr(self, name)]
            doubled = sorted({key for key in keys if keys.count(key) > 1})
            if doubled:
                raise ValueError(f"[[{name}]] has {doubled[0]!r} twice; rename one")
        return self

    @property
    def metrics(self) -> tuple[str, ...]:
        """The metrics that past quarters are asked for."""
        asked = {each.metric for level in self.level for each in level.expects}
        return tuple(sorted((asked | {each.metric for each in self.course}) - {""}))

    def next_level(self, key: str) -> tuple[Level | None, Level | None]:
        """Give the level of a key and the one after it; None for an unknown one, or at the top."""
        keys = [level.key for level in self.level]
        if key not in keys:
            return None, None
        at = keys.index(key)
        return self.level[at], self.level[at + 1] if at + 1 < len(keys) else None

    def course_of(self, key: str) -> Course | None:
        """Give a course as the trainings table names it; None when growth.toml does not know it."""
        return next((each for each in self.course if each.key == key), None)


def load_book(folder: Path | None = None) -> Book:
    """Read growth.toml of a workspace over the package's own.

    Raises
    ------
    WorkspaceError
        When it is no TOML or holds what it may not; names file, place, reason.
    """
    file = folder / FILE_NAME if folder is not None else None
    if file is None or not file.is_file():
        return _shipped()
    return _read(file.read_bytes(), str(file))


@lru_cache(8)
def _read(content: bytes, name: str) -> Book:
    return _checked({**_shipped_rules(), **_parsed(content, name)}, name)


@cache
def _shipped() -> Book:
    return _checked(_shipped_rules(), FILE_NAME)


@cache
def _shipped_rules() -> dict[str, Any]:
    file = files("workbench.review.growing") / FILE_NAME
    return _parsed(file.read_bytes(), FILE_NAME)


def _parsed(content: bytes, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(content.decode("utf-8"), parse_float=Decimal)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as reason:
        raise WorkspaceError(f"{name} is not TOML: {reason}.") from reason


def _checked(rules: dict[str, Any], name: str) -> Book:
    try:
        return Book.model_validate(rules)
    except ValidationError as reason:
        first = reason.errors()[0]
        place = _place(first["loc"])
        if first["type"] == "extra_forbidden":
            raise WorkspaceError(f"{name} has no use for {place}. See docs/growth.md.") from reason
        said = first["msg"].removeprefix("Value error, ")
        raise WorkspaceError(f"{name}, {place}: {said}.") from reason


def _place(parts: Iterable[int | str]) -> str:
    """Write a place as people count: the second award is award 2."""
    return " ".join(str(part + 1) if isinstance(part, int) else part for part in parts) or "growth"
