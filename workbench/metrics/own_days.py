"""The working days of each rep in a period: those at work, and how many of them have elapsed."""

from workbench.metrics.basis import Basis
from workbench.model.employment import Employment


class OwnDays:
    """Counts working days: everybody's once, and of those who have days of their own."""

    def __init__(self, basis: Basis) -> None:
        self._basis = basis
        self._everybodys = self._counted(Employment(basis.period))

    def of(self, employment: Employment) -> tuple[int, int]:
        """Give the working days of the period at work, and those of them that have elapsed."""
        return self._everybodys if employment.is_plain else self._counted(employment)

    def _counted(self, employment: Employment) -> tuple[int, int]:
        calendar = self._basis.calendar
        whole = employment.working_days(calendar)
        return whole, employment.working_days(calendar, self._basis.end)
