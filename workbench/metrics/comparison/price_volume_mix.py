"""M49, why revenue changed: how much was sold, of what, and at which price."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from workbench.model.money import FACT_SCALE, round_half_up

Sold = Mapping[str, tuple[Decimal, Decimal]]  # quantity and revenue by product


@dataclass(frozen=True)
class Seller:
    """What is known of who sold, besides what they sold."""

    # Products anybody of the company sold now; None: not known, as where some tell no product
    offered: Collection[str] | None = None
    was_there: bool = True  # in all of both periods


@dataclass(frozen=True)
class Change:
    """The parts of a change of revenue by product; they sum to it exactly."""

    volume: Decimal
    mix: Decimal
    price: Decimal
    new: Decimal  # products sold only now, by who was there before
    dropped: Decimal  # sold only before, though others of the company sell them; not positive
    withdrawn: Decimal  # sold only before, and by nobody of the company now; not positive
    away: Decimal  # sold only in one of the periods, by who was not there in all of both

    @property
    def total(self) -> Decimal:
        """The change itself, of all that tells its product."""
        parts: Mapping[str, Decimal] = vars(self)
        return sum(parts.values(), Decimal(0))


def price_volume_mix(before: Sold, now: Sold, seller: Seller | None = None) -> Change:
    """Split the change of revenue from one period to another.

    Volume is (Q1 − Q0) · R0/Q0, mix Σ (q1 − Q1·q0/Q0) · p0, price Σ (p1 − p0) · q1, over the
    products sold in both; the others are bars of their own. Who merely sold none of a product has
    not dropped one that the company gave up, nor one of a time they were not there.

    Sales that tell no product (the key "") neither came nor went, and beside them nobody can say
    what else did: such products are in no part. Where nothing tells a product, all is of one kind.
    """
    seller = seller or Seller()
    both = {key for key in before if key in now and before[key][0] and now[key][0]}
    if not any((*before, *now)):
        both = set(before)
    volume, mix, price = _of_both({key: before[key] for key in both}, now)
    came = {} if "" in before else {key: now[key][1] for key in now if key and key not in both}
    went = {} if "" in now else {key: -before[key][1] for key in before if key and key not in both}
    gone = {key for key in went if seller.offered is not None and key not in seller.offered}
    new, dropped, withdrawn = (
        sum(amounts, Decimal(0))
        for amounts in (
            came.values(),
            (amount for key, amount in went.items() if key not in gone),
            (went[key] for key in gone),
        )
    )
    if seller.was_there:
        return Change(volume, mix, price, new, dropped, withdrawn, Decimal(0))
    return Change(volume, mix, price, *(Decimal(0),) * 3, new + dropped + withdrawn)


def _of_both(before: Sold, now: Sold) -> tuple[Decimal, Decimal, Decimal]:
    """Give volume, mix and price of the products in `before`."""
    nothing = (Decimal(0), Decimal(0))
    old = [(Fraction(before[key][0]), Fraction(before[key][1])) for key in sorted(before)]
    sold = [now.get(key, nothing) for key in sorted(before)]
    new = [(Fraction(units), Fraction(revenue)) for units, revenue in sold]
    q0, r0 = (sum((row[part] for row in old), Fraction(0)) for part in (0, 1))
    q1, r1 = (sum((row[part] for row in new), Fraction(0)) for part in (0, 1))
    volume = _decimal((q1 - q0) * r0 / q0) if q0 else Decimal(0)
    at_old_prices = sum(
        (units * was / had for (had, was), (units, _is) in zip(old, new, strict=True)), Fraction(0)
    )
    price = _decimal(r1 - at_old_prices)
    # What rounding left goes to the mix, so that the parts sum exactly
    return volume, _decimal(r1 - r0) - volume - price, price


def _decimal(value: Fraction) -> Decimal:
    scaled = value * 10**FACT_SCALE
    floor = scaled.numerator // scaled.denominator
    return round_half_up(
        Decimal(floor + (1 if (scaled - floor) * 2 >= 1 else 0)).scaleb(-FACT_SCALE), FACT_SCALE
    )
