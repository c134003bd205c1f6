"""M49, why revenue changed: how much was sold, of what, and at which price."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from workbench.model.money import FACT_SCALE, round_half_up

Sold = Mapping[str, tuple[Decimal, Decimal]]  # quantity and revenue by product


@dataclass(frozen=True)
class Change:
    """The parts of a change of revenue; they sum to it exactly."""

    volume: Decimal
    mix: Decimal
    price: Decimal
    new: Decimal  # products sold only now
    dropped: Decimal  # products sold only before; not positive

    @property
    def total(self) -> Decimal:
        """The change itself."""
        return self.volume + self.mix + self.price + self.new + self.dropped


def price_volume_mix(before: Sold, now: Sold) -> Change:
    """Split the change of revenue from one period to another.

    Volume is (Q1 − Q0) · R0/Q0, mix Σ (q1 − Q1·q0/Q0) · p0, price Σ (p1 − p0) · q1, over the
    products sold in both; the others are bars of their own.
    """
    common = sorted(key for key in before if key in now and before[key][0] and now[key][0])
    only_now = sum((now[key][1] for key in now if key not in common), Decimal(0))
    only_before = sum((before[key][1] for key in before if key not in common), Decimal(0))
    old = [(Fraction(before[key][0]), Fraction(before[key][1])) for key in common]
    new = [(Fraction(now[key][0]), Fraction(now[key][1])) for key in common]
    q0, r0 = (sum((row[part] for row in old), Fraction(0)) for part in (0, 1))
    q1, r1 = (sum((row[part] for row in new), Fraction(0)) for part in (0, 1))
    volume = _decimal((q1 - q0) * r0 / q0) if q0 else Decimal(0)
    at_old_prices = sum(
        (units * was / had for (had, was), (units, _is) in zip(old, new, strict=True)), Fraction(0)
    )
    price = _decimal(r1 - at_old_prices)
    # What rounding left goes to the mix, so that the parts sum exactly
    mix = _decimal(r1 - r0) - volume - price
    return Change(volume, mix, price, only_now, -only_before)


def _decimal(value: Fraction) -> Decimal:
    scaled = value * 10**FACT_SCALE
    floor = scaled.numerator // scaled.denominator
    return round_half_up(
        Decimal(floor + (1 if (scaled - floor) * 2 >= 1 else 0)).scaleb(-FACT_SCALE), FACT_SCALE
    )
