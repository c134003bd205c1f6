"""Plan files, in TOML or YAML; a fault is told with its file, its line and what to write."""

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import yaml
from pydantic import BaseModel, ValidationError

from workbench.errors import PlanError, Said, hint_said, plain_name
from workbench.i18n import error, said
from workbench.incentives.fault import PlanFault
from workbench.incentives.lines import Place, line_of, toml_lines, yaml_lines
from workbench.incentives.plan import Plan

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

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
        raise error(PlanError, "plan-unread", file=str(file), why=str(reason)) from reason
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
        why = _one_line(reason)
        raise error(PlanError, "plan-not-toml", file=str(file), form=kind, why=why) from reason
    try:
        plan = Plan.model_validate(told)
    except ValidationError as reason:
        places = toml_lines(text) if is_toml else yaml_lines(text)
        raise _fault(file, reason, places) from reason
    _require_one_plan_at_a_time(plan, file, toml_lines(text) if is_toml else yaml_lines(text))
    return plan


def _yaml(text: str) -> Any:  # noqa: ANN401 (whatever stands in the file)
    return yaml.load(text, _Exact)


def _one_line(reason: Exception) -> str:
    return " ".join(str(reason).split())


def _fault(file: Path, reason: ValidationError, places: Mapping[Place, int]) -> PlanError:
    """Say in a sentence what the plan may not hold, where, and what to write."""
    first = reason.errors()[0]
    place, value = first["loc"], first.get("input")
    head = {"file": str(file), "line": str(line_of(place, places))}
    if first["type"] == "extra_forbidden":
        name, near = plain_name(str(place[-1])), _known(place[:-1])
        return error(PlanError, "plan-unused", **head, name=name, hint=near)
    if first["type"] == "missing":
        return error(PlanError, "plan-missing", **head, name=plain_name(str(place[-1])))
    named = ".".join(str(part + 1 if isinstance(part, int) else part) for part in place)
    told = _told(first)
    if not named:
        return error(PlanError, "plan-fault", **head, fault=told)
    if not isinstance(value, str | int | Decimal):
        return error(PlanError, "plan-fault-at", **head, place=named, fault=told)
    return error(PlanError, "plan-fault-value", **head, place=named, value=f"{value}", fault=told)


_KINDS = {  # what pydantic calls a fault, by how its name begins
    "decimal": "plan-not-number", "int": "plan-not-whole", "date": "plan-not-date",
    "string": "plan-not-text", "tuple": "plan-not-list", "list": "plan-not-list",
    "model": "plan-not-table", "dict": "plan-not-table", "bool": "plan-not-yes",
}  # fmt: skip


def _told(first: "ErrorDetails") -> Said:
    """Say what is wrong with a value, in any language where the fault is known."""
    context = first.get("ctx", {})
    if isinstance(context.get("error"), PlanFault):
        kept: Said = context["error"].said
        return kept
    expected = context.get("expected") or context.get("expected_tags")
    if expected:
        return said("plan-one-of", names=f"{expected}")
    key = _KINDS.get(first["type"].partition("_")[0])
    bounded = first["type"].endswith(("_than", "_equal"))
    return said(key) if key and not bounded else said("plan-other", fault=first["msg"])


def _known(place: tuple[int | str, ...]) -> Said:
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
    return hint_said(asked, names) if not place else said("plan-known-here", names=", ".join(names))


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
                    raise error(
                        PlanError, f"plan-twice-{who[0]}", file=str(file), line=str(line),
                        who=plain_name(who[1]), day=f"{max(each.start, other.start)}",
                        other=str(earlier + 1),
                    )  # fmt: skip
            held.setdefault(who, []).append((number, each))
