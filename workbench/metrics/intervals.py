"""M45, the Wilson interval of a rate by count."""

from decimal import Decimal, localcontext
from functools import cache

from workbench.model.money import FACT_SCALE, round_half_up

# The 97.5 % point of the normal distribution, as scipy.stats.norm.ppf(0.975) gives it
_Z = Decimal("1.959963984540054")
_PRECISION = 40


@cache  # a team's reps share many small counts
def wilson(hits: int, out_of: int) -> tuple[Decimal, Decimal]:
    """Give the 95 % Wilson interval of `hits` out of `out_of`, as shares.

    (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n), which also holds at 0 % and 100 %.

    Raises
    ------
    ValueError
        When nothing qualified: there is no interval of nothing.
    """
    if not out_of:
        raise ValueError("There is no interval of 0 cases.")
    with localcontext() as context:
        context.prec = _PRECISION
        n, rate, square = Decimal(out_of), Decimal(hits) / out_of, _Z * _Z
        middle = rate + square / (2 * n)
        spread = _Z * (rate * (1 - rate) / n + square / (4 * n * n)).sqrt()
        scale = 1 + square / n
        low, high = (middle - spread) / scale, (middle + spread) / scale
    return (
        round_half_up(max(low, Decimal(0)), FACT_SCALE),
        round_half_up(min(high, Decimal(1)), FACT_SCALE),
    )
