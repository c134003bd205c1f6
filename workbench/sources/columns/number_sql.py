"""SQL that makes an exact number of figures: rounded once, half away from zero, never a crash."""

from dataclasses import dataclass
from decimal import Context, Decimal

import pyarrow as pa

from workbench.errors import SourceError
from workbench.model.money import MONEY_SCALE
from workbench.model.table_contract import Kind
from workbench.sources.columns.told import Place

_SCALES = {"money": (18, MONEY_SCALE), "share": (9, 8), "rate": (18, 8)}
_WIDTH = 38  # figures DuckDB's widest decimal holds
_EXACT = Context(prec=1000)
_LEAST = 6  # decimals a cell keeps before it is multiplied


@dataclass(frozen=True)
class Figure:
    """The number a kind holds, and what each cell of the column is multiplied by."""

    kind: Kind
    unit: Decimal
    place: Place

    @property
    def type(self) -> pa.DataType:
        """What the SQL gives."""
        return pa.decimal128(*_SCALES[self.kind]) if self.kind in _SCALES else pa.float64()

    def sql(self, figures: str, *, in_units: bool = True) -> str:
        """Give SQL that reads figures such as 1234.5, perhaps after a minus; NULL beyond reach."""
        if self.kind not in _SCALES:
            read = f"TRY_CAST({figures} AS DOUBLE)"
            return read if not in_units or self.unit == 1 else f"{read} * {float(self.unit)!r}"
        precision, scale = _SCALES[self.kind]
        if not in_units or self.unit == 1:
            return f"TRY_CAST({figures} AS DECIMAL({precision}, {scale}))"
        return f"TRY_CAST({self._product(figures)} AS DECIMAL({precision}, {scale}))"

    def _product(self, figures: str) -> str:
        """Multiply in decimals so wide that no product overflows and none is rounded."""
        precision, scale = _SCALES[self.kind]
        _, digits, exponent = self.unit.normalize(_EXACT).as_tuple()
        after = max(-int(exponent), 0)
        width = max(len(digits) + max(int(exponent), 0), after)
        whole = max(precision - scale - self.unit.adjusted() if self.unit else 0, 1)
        kept = _WIDTH - width - whole
        if kept < _LEAST:
            place = self.place
            raise SourceError(
                f"workbench.toml, [tables.{place.table}] units.{place.column}: {self.unit} has "
                f"too many figures to multiply exactly. Write a shorter one."
            )
        cell = f"TRY_CAST({figures} AS DECIMAL({_WIDTH - width}, {kept}))"
        return f"{cell} * CAST('{self.unit:f}' AS DECIMAL({width}, {after}))"


def shifted(figures: str, power: int) -> str:
    """Give SQL that moves the point of unsigned figures: exact, where DuckDB's exponents round.

    DuckDB 1.5 casts '8.9e-11' to 0.0001 as DECIMAL(18, 4).
    """
    if not power:
        return figures
    whole, rest = f"split_part({figures}, '.', 1)", f"split_part({figures}, '.', 2)"
    if power > 0:
        moved = f"rpad(left({rest}, {power}), {power}, '0')"
        return f"{whole} || {moved} || '.' || substr({rest}, {power + 1})"
    by = -power
    filled = f"lpad({whole}, greatest({by}, length({whole}))::INTEGER, '0')"
    kept = f"left({filled}, length({filled}) - {by})"
    return f"{kept} || '.' || right({filled}, {by}) || {rest}"
