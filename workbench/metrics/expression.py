"""What SQL is made of: ibis, loaded when the first expression is made.

A metric says what it is and how it is counted in one place. Whoever only asks what it is, as a
review over facts that are kept does, must not pay for the library that counts: half a second.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import ibis
    from ibis import _
    from ibis.backends import BaseBackend as Backend
    from ibis.expr.types import BooleanValue, Column, Table, Value
else:
    Backend = BooleanValue = Column = Table = Value = Any

    class _Late:
        """Stand for a name of ibis, and give what that has."""

        def __init__(self, name: str = "") -> None:
            self._name = name

        def __getattr__(self, name: str) -> Any:  # noqa: ANN401 (whatever ibis has)
            return getattr(self._real(), name)

        def __getitem__(self, name: str) -> Any:  # noqa: ANN401 (a column, by its name)
            return self._real()[name]

        def _real(self) -> Any:  # noqa: ANN401 (a module, or the row of an expression)
            library = import_module("ibis")
            return getattr(library, self._name) if self._name else library

    ibis, _ = _Late(), _Late("_")

__all__ = ["Backend", "BooleanValue", "Column", "Table", "Value", "_", "ibis"]
