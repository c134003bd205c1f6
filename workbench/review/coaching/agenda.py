"""The agenda of a session: steps with their minutes, questions and items; it is data (TOML)."""

import tomllib
from importlib.resources import files
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from workbench.errors import UnknownNameError, WorkspaceError, require_known
from workbench.i18n import message
from workbench.metrics.catalogue import CATALOGUE
from workbench.review.template import Item
from workbench.review.text import Text
from workbench.store.coaching.rules import WordSide

FILE_NAME = "coaching.toml"
MOST_METRICS = 6
STEPS = ("opening", "carried", "figures", "deals", "feedback", "skill", "commitments", "close")
NOTES = Item(
    key="notes",
    label=Text(zh=message("coach-notes", "zh"), en=message("coach-notes", "en")),
    help=Text(zh=message("coach-notes-help", "zh"), en=message("coach-notes-help", "en")),
    lines=3,
)


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Step(_Strict):
    """One screen of the walk: a question, and what is written under it."""

    key: str
    minutes: int = Field(ge=1, le=120)
    name: Text
    question: Text
    items: tuple[Item, ...] = ()


class Agenda(_Strict):
    """The steps in their order, and the figures that are looked at."""

    metrics: tuple[str, ...]
    steps: tuple[Step, ...]

    @field_validator("metrics")
    @classmethod
    def _are_known_and_few(cls, metrics: tuple[str, ...]) -> tuple[str, ...]:
        try:
            require_known("metric", list(metrics), CATALOGUE)
        except UnknownNameError as reason:
            raise ValueError(str(reason)) from reason
        if not 1 <= len(metrics) <= MOST_METRICS:
            raise ValueError(f"a session looks at 1 to {MOST_METRICS} metrics, not {len(metrics)}")
        return metrics

    @model_validator(mode="after")
    def _are_the_steps(self) -> "Agenda":
        keys = [step.key for step in self.steps]
        if keys != [key for key in STEPS if key in keys]:
            raise ValueError(f"steps stand once each and in this order: {', '.join(STEPS)}")
        items = [item.key for step in self.steps for item in step.items]
        doubled = sorted({key for key in items if items.count(key) > 1})
        if doubled:
            raise ValueError(f"two items have the key {doubled[0]!r}; rename one")
        return self

    @property
    def focus(self) -> Item:
        """The one figure the manager picks beforehand."""
        options = tuple(Text(zh=message(key, "zh"), en=message(key, "en")) for key in self.metrics)
        labels = Text(zh=message("coach-focus", "zh"), en=message("coach-focus", "en"))
        helped = Text(zh=message("coach-focus-help", "zh"), en=message("coach-focus-help", "en"))
        return Item(
            key="focus", kind="select", filled_by="manager", label=labels, help=helped,
            options=options,
        )  # fmt: skip

    @property
    def items(self) -> dict[str, Item]:
        """Every item by key, the focus and the private notes included."""
        asked = [item for step in self.steps for item in step.items]
        return {item.key: item for item in (self.focus, *asked, NOTES)}

    @property
    def ends(self) -> tuple[int, ...]:
        """The minute each step ends, counted from the beginning."""
        return tuple(
            sum(step.minutes for step in self.steps[: n + 1]) for n in range(len(self.steps))
        )

    def step(self, key: str) -> Step | None:
        """Give a step; None where the agenda leaves it out."""
        return next((step for step in self.steps if step.key == key), None)


def side_of(item: Item) -> WordSide:
    """Say on whose side an item of a session stands."""
    if item.key == NOTES.key:
        return "private"
    return "manager" if item.filled_by == "manager" else "shared"


def load_agenda(folder: Path | None = None) -> Agenda:
    """Read the agenda; a workspace's own `coaching.toml` wins over the package's.

    Raises
    ------
    WorkspaceError
        When the file breaks the form; names the file and the reason.
    """
    own = folder / FILE_NAME if folder is not None else None
    is_own = own is not None and own.is_file()
    text = (
        own.read_text(encoding="utf-8")
        if own is not None and is_own
        else (files("workbench.review.coaching") / "agenda.toml").read_text(encoding="utf-8")
    )
    try:
        return Agenda.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as reason:
        raise WorkspaceError(f"{own} is not TOML: {reason}.") from reason
    except ValidationError as reason:
        first = reason.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "agenda"
        told = str(first["msg"]).removeprefix("Value error, ")
        raise WorkspaceError(f"{own or 'agenda.toml'}, {place}: {told}.") from reason
