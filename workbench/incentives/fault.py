"""What is wrong with a part of a plan, told in any language once its place in the file is known."""

from workbench.errors import Said
from workbench.i18n import said, told


class PlanFault(ValueError):  # noqa: N818 (no error anybody sees: the file's reader tells it)
    """A part of a plan that breaks the grammar; `said` is its sentence, without a full stop."""

    def __init__(self, kept: Said) -> None:
        super().__init__(told(kept, "en"))
        self.said = kept


def fault(key: str, **values: str | int | Said) -> PlanFault:
    """Make the fault of a part of a plan; key and values as of `i18n.said`."""
    return PlanFault(said(f"plan-{key}", **values))
