"""A view: what somebody looks at, small enough to read, to send, to reopen and to compare."""

import json
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from workbench.errors import ParameterError, hint
from workbench.metrics.catalogue import CATALOGUE

Percent = Annotated[int, Field(ge=-90, le=200)]  # of what there is today
_HEAD = "# A view of the Rep Review Workbench: open it in explore.ipynb, or run `workbench view`.\n"
_LONGEST = 100_000  # characters; a view is a dozen lines


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class WhatIf(_Strict):
    """By how many percent each driver of the result is changed."""

    win_rate: Percent = 0
    deal_size: Percent = 0
    cycle_days: Percent = 0
    quota: Percent = 0


class View(_Strict):
    """What somebody looks at; what is empty asks nothing."""

    period: str = ""
    metric: str = "win_rate"
    team: str = ""
    segment: str = ""  # the deals' pipeline
    product: str = ""
    rep: str = ""  # whose figures are looked at; "": all of the team
    against: str = ""  # another rep beside them; "": the team
    stage: str = ""  # deals that were in it
    days: tuple[int, int] | None = None  # deals that took so long
    amount: tuple[Decimal, Decimal] | None = None  # deals of that size
    before: str = ""  # the period a change is explained from; "": the one before
    what_if: WhatIf = WhatIf()

    @field_validator("metric")
    @classmethod
    def _is_metric(cls, key: str) -> str:
        if key not in CATALOGUE:
            raise ValueError(f"there is no metric {key!r}; {hint(key, CATALOGUE)}")
        return key

    @model_validator(mode="after")
    def _is_ordered(self) -> "View":
        for name in ("days", "amount"):
            ends = getattr(self, name)
            if ends is not None and ends[0] > ends[1]:
                raise ValueError(f"{name} begins at {ends[0]} and ends at {ends[1]}; swap the two")
        return self

    @property
    def is_of_deals(self) -> bool:
        """Whether it asks anything of the deals themselves."""
        return any((self.segment, self.product, self.stage, self.days, self.amount))

    def text(self) -> str:
        """Write the view as TOML; only what differs from the empty view."""
        plain = self.model_dump(exclude_defaults=True)
        inner = plain.pop("what_if", {})
        lines = [
            f"{name} = {_toml(value)}" for name, value in {"metric": self.metric, **plain}.items()
        ]
        if inner:
            lines += [
                "",
                "[what_if]",
                *(f"{name} = {_toml(value)}" for name, value in inner.items()),
            ]
        return _HEAD + "\n".join(lines) + "\n"


def read_view(text: str, place: str) -> View:
    """Read a view from TOML.

    Parameters
    ----------
    text
        As `View.text` writes it, or as a person edited it.
    place
        What an error calls it: the file's name.

    Raises
    ------
    ParameterError
        When it is no TOML or holds what no view has; names the place, the key, the value, and what
        would do.
    """
    if len(text) > _LONGEST:
        raise ParameterError(f"{place} is {len(text)} characters long, which is no view.")
    try:
        held = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as reason:
        raise ParameterError(
            f"{place} is not TOML: {reason}. Nothing was changed; mend that line."
        ) from reason
    try:
        return View.model_validate(held)
    except ValidationError as reason:
        raise ParameterError(_fault(place, reason)) from reason


def read_view_file(file: Path) -> View:
    """Read a view from a file.

    Raises
    ------
    ParameterError
        Also when the file cannot be read or is no text.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except OSError as reason:
        raise ParameterError(f"{file} cannot be read: {reason.strerror}.") from reason
    except UnicodeDecodeError as reason:
        raise ParameterError(f"{file} is no text in UTF-8, so it is no view.") from reason
    return read_view(text, str(file))


def _fault(place: str, reason: ValidationError) -> str:
    first = reason.errors()[0]
    where = [str(part) for part in first["loc"]]
    key = ".".join(where)
    if first["type"] == "extra_forbidden":
        known = WhatIf.model_fields if where[0] == "what_if" else View.model_fields
        return f"{place} has no use for {key}. {hint(where[-1], known)}"
    told = first["msg"].removeprefix("Value error, ").rstrip(".")
    value = first.get("input")
    shown = f" = {value!r}" if isinstance(value, str | int | float | bool | list) else ""
    return f"{place}{', ' if key else ''}{key}{shown}: {told}."


def _toml(value: Any) -> str:  # noqa: ANN401 (text, numbers and pairs of them)
    if isinstance(value, str):
        # JSON's text is TOML's basic string, but for the one control character JSON leaves as it is
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(_toml, value))}]"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
