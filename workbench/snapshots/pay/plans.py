"""The plan files of a workspace: its folder `plans`."""

from hashlib import sha256
from pathlib import Path

from workbench.errors import PlanError, hint
from workbench.incentives.assigning import plans_by_id
from workbench.incentives.plan import Component, Plan
from workbench.incentives.plan_file import plan_files, read_plan
from workbench.incentives.predicate import predicate
from workbench.incentives.terms import WALKED
from workbench.metrics.catalogue import CATALOGUE
from workbench.sources.workspace import Workspace

FROM_REVIEW = ("review_score", "participation")  # told by the review itself
RANK = "rank"


def plans_folder(workspace: Workspace) -> Path:
    """Where a workspace keeps its plans."""
    return workspace.folder / "plans"


def plans_of(workspace: Workspace) -> tuple[Plan, ...]:
    """Read all plans of a workspace; none where it has no folder `plans`.

    Raises
    ------
    PlanError
        When a file breaks the grammar, names a measure nobody computes, or two hold one id.
    """
    found = []
    for file in plan_files(plans_folder(workspace)):
        plan = read_plan(file)
        _require_known_measures(plan, file)
        found.append(plan)
    return tuple(plans_by_id(found).values())


def plans_digest(workspace: Workspace) -> str:
    """Hash the plan files as they stand; "" where there are none."""
    files = plan_files(plans_folder(workspace))
    told = "".join(f"{file.name}\0{sha256(file.read_bytes()).hexdigest()}\n" for file in files)
    return sha256(told.encode()).hexdigest() if files else ""


def measures_of(component: Component) -> set[str]:
    """Name the measures a component takes from outside."""
    gate = predicate(component.gate.require).names if component.gate else ()
    return {*component.measures, *gate} - set(WALKED)


def _require_known_measures(plan: Plan, file: Path) -> None:
    known = (*WALKED, *FROM_REVIEW, RANK, *CATALOGUE)
    for component in plan.components:
        named = {*measures_of(component), component.quota}
        for name in sorted(named - set(known)):
            raise PlanError(
                f"{file}: component {component.id} is measured by {name!r}, which nobody computes. "
                f"{hint(name, known)}"
            )
