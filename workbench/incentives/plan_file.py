"""Plan files, in TOML or YAML; a fault is told with its file, its line and what to write."""

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

import yaml
from pydantic import BaseModel, ValidationError

from workbench.errors import PlanError, hint
from workbench.incentives.lines import Place, line_of, toml_lines, yaml_lines
from workbench.incentives.plan import Plan

ENDINGS = (".toml", ".yaml", ".yml")


class _Exact(yaml.SafeLoader):  # type: ignore[misc] # the library has no stubs
    """Reads numbers with a point as decimals, never through a float."""


def _decimal(loader: yaml.SafeLoader, node: yaml.Node) -> Decimal:
    return Decimal(str(loader.construct_scalar(cast(yaml.ScalarNode, node))).replace("_", ""))


_Exact.add_constructor("tag:yaml.org,2002:float", _decimal)


def plan_files(folder: Path) -> list[Path]:
    """List the plan files of a folder, by name; none where there is no such folder."""
    if not folder.is_dir():
        return []
    return sorted(file for file in folder.iterdir() if file.suffix in ENDINGS)


def read_plan(file: Path) -> Plan:
    """Read one plan.

    Raises
    ------
    PlanError
        When the file is missing, is neither TOML nor YAML, or breaks the grammar; names the file,
        the line, the value and what to write.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as reason:
        raise PlanError(f"The plan {file} cannot be read: {reason}. Check its name.") from reason
    return plan_of(text, file)


def plan_of(text: str, file: Path) -> Plan:
    """Read the text of a plan; `file` names it in errors and tells TOML from YAML by its ending."""
    return _read(text, file)


@lru_cache(64)  # one review asks for the same plan several times
def _read(text: str, file: Path) -> Plan:
    is_toml = file.suffix == ".toml"
    try:
        told = tomllib.loads(text, parse_float=Decimal) if is_toml else _yaml(text)
    except (tomllib.TOMLDecodeError, yaml.YAMLError, ArithmeticError) as reason:
        kind = "TOML" if is_toml else "YAML"
        raise PlanError(f"The plan {file} is not {kind}: {_one_line(reason)}.") from reason
    try:
        plan = Plan.model_validate(told)
    except ValidationError as reason:
        places = toml_lines(text) if is_toml else yaml_lines(text)
        raise PlanError(_fault(file, reason, places)) from reason
    _require_one_plan_at_a_time(plan, file, toml_lines(text) if is_toml else yaml_lines(text))
    return plan


def _yaml(text: str) -> Any:  # noqa: ANN401 (whatever stands in the file)
    return yaml.load(text, _Exact)


def _one_line(reason: Exception) -> str:
    return " ".join(str(reason).split())


def _fault(file: Path, reason: ValidationError, places: Mapping[Place, int]) -> str:
    """Say in a sentence what the plan may not hold, where, and what to write."""
    first = reason.errors()[0]
    place, value = first["loc"], first.get("input")
    head = f"{file}, line {line_of(place, places)}"
    if first["type"] == "extra_forbidden":
        return f"{head}: there is no use for {str(place[-1])!r}. {_known(place[:-1])}"
    if first["type"] == "missing":
        return f"{head}: {str(place[-1])!r} is missing; add it."
    told = first["msg"].removeprefix("Value error, ").removeprefix("Input should be ")
    named = ".".join(str(part + 1 if isinstance(part, int) else part) for part in place)
    shown = f" = {value!s}" if isinstance(value, str | int | Decimal) else ""
    lead = f"{named}{shown}: " if named else ""
    should = "it should be " if first["msg"].startswith("Input should be ") else ""
    return f"{head}, {lead}{should}{told}."


def _known(place: tuple[int | str, ...]) -> str:
    """List what may stand at a place of a plan."""
    model: Any = Plan
    for part in place:
        if isinstance(part, int):
            continue
        models = _models(model.model_fields[part].annotation) if part in model.model_fields else []
        tagged = [each for each in _models_below(model) if each.__name__.lower() == str(part)]
        model = (tagged or models or [model])[0] if part not in ("per_unit",) else model
    names = [field.alias or name for name, field in model.model_fields.items()]
    asked = str(place[-1]) if place else ""
    return hint(asked, names) if not place else f"Known here: {', '.join(names)}."


def _models(annotation: Any) -> list[type[BaseModel]]:  # noqa: ANN401 (any annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in getattr(annotation, "__args__", ()) for model in _models(part)]


def _models_below(model: type[BaseModel]) -> list[type[BaseModel]]:
    return [each for field in model.model_fields.values() for each in _models(field.annotation)]


def _require_one_plan_at_a_time(plan: Plan, file: Path, places: Mapping[Place, int]) -> None:
    """Refuse a file that puts one rep, or one role, on the plan twice for the same days."""
    held: dict[tuple[str, str], list[tuple[int, Any]]] = {}
    for number, each in enumerate(plan.assignments):
        named = [("rep", rep) for rep in each.reps] + [("role", role) for role in each.roles]
        for who in named:
            for earlier, other in held.get(who, []):
                if each.start < other.end and other.start < each.end:
                    line = line_of(("assignments", number), places)
                    raise PlanError(
                        f"{file}, line {line}: {who[0]} {who[1]!r} is assigned twice from "
                        f"{max(each.start, other.start)}, here and in assignment {earlier + 1}. "
                        "End one on the day before the other begins."
                    )
            held.setdefault(who, []).append((number, each))
