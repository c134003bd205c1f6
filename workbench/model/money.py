"""Rounding of money and figures: half up, at the end, in decimals."""

from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache

MONEY_SCALE = 4  # no ISO 4217 currency has more than four decimals
FACT_SCALE = 10  # the scale of value, numerator and denominator in facts
# Wide enough for any product of two stored figures; one for all, since facts come by the thousand
_CONTEXT = Context(prec=60, rounding=ROUND_HALF_UP)


def round_half_up(value: Decimal | int | str, places: int) -> Decimal:
    """Round to `places` decimals, halves away from zero.

    Babel and Python's `round` send halves to the even neighbour, which is not how money is
    rounded: 2.345 becomes 2.35 here and 2.34 there.
    """
    return Decimal(value).quantize(_step(places), context=_CONTEXT)


def quotient(numerator: Decimal | int, denominator: Decimal | int) -> Decimal:
    """Divide two exact figures and round the result to the scale of facts.

    Raises
    ------
    ZeroDivisionError
        When the denominator is 0: the caller must have given a reason code before.
    """
    if not denominator:
        raise ZeroDivisionError("A figure was divided by 0; give its reason code instead.")
    exact = _CONTEXT.divide(Decimal(numerator), Decimal(denominator))
    return round_half_up(exact, FACT_SCALE)


@cache
def _step(places: int) -> Decimal:
    return Decimal(1).scaleb(-places)
