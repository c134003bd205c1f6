"""The facade: the names a notebook cell may use, as `import workbench as wb`.

Names are loaded when first used (PEP 562), so that `workbench --help` loads neither altair nor
ipywidgets nor ibis.
"""

from importlib import import_module
from typing import Any

from workbench.late import put_off

put_off()

_HOMES: dict[str, str] = {
    "Calendar": "workbench.model.calendar",
    "Period": "workbench.model.period",
    "Review": "workbench.review.review",
    "WorkbenchError": "workbench.errors",
    "facts": "workbench.review.frames",
    "freeze": "workbench.snapshots",
    "open_coaching": "workbench.coaching.opening",
    "open_data_quality": "workbench.widgets.data_quality",
    "open_desk": "workbench.review.cycle.desk",
    "open_explore": "workbench.widgets.exploring.opening",
    "open_form": "workbench.widgets.form",
    "open_import": "workbench.batch.importing",
    "open_inbox": "workbench.widgets.inbox",
    "open_overview": "workbench.widgets.overview",
    "open_plan_lab": "workbench.review.plan_lab",
    "open_register": "workbench.widgets.register",
    "open_review": "workbench.widgets.reviewing",
    "open_snapshot": "workbench.snapshots",
    "open_statement": "workbench.widgets.pay",
    "open_team": "workbench.review.growing.team",
    "open_team_review": "workbench.widgets.team_review",
    "open_workspace": "workbench.sources.workspace",
    "run": "workbench.batch.run",
}

__all__ = sorted(_HOMES)  # noqa: PLE0605 (built from the one table above)


def __getattr__(name: str) -> Any:  # noqa: ANN401 (a facade hands out anything)
    """Load a name of the facade from the room it lives in."""
    if name not in _HOMES:
        raise AttributeError(f"workbench has no name {name!r}; it has {', '.join(__all__)}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """List the facade."""
    return __all__
