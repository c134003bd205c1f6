"""An issued statement beside what the data and plans of today come to, line by line."""

from decimal import Decimal
from typing import NamedTuple

from workbench.incentives.statement import Line, Statement

NONE = Decimal(0)


class Difference(NamedTuple):
    """One line, as it was issued and as it is computed today."""

    line: Line  # of the statement that has it
    issued: Decimal | None  # None: unknown
    now: Decimal | None

    @property
    def change(self) -> Decimal | None:
        """How much today's is above the issued; None where one of them is unknown."""
        return None if self.issued is None or self.now is None else self.now - self.issued


def compared(issued: Statement, now: Statement) -> list[Difference]:
    """List every line that differs; a line that one of them lacks counts as 0 there."""
    before, after = _by_key(issued), _by_key(now)
    found = [
        Difference(line, _amount(before, key), _amount(after, key))
        for key, line in {**after, **before}.items()
    ]
    return [each for each in found if each.issued != each.now]


def _by_key(statement: Statement) -> dict[tuple[str, str], Line]:
    return {(line.key, line.row_id): line for line in statement.lines}


def _amount(lines: dict[tuple[str, str], Line], key: tuple[str, str]) -> Decimal | None:
    return lines[key].amount if key in lines else NONE
