"""Amounts by steps of two digits: 10, 11 … 99, 100, 110 … 990, 1,000 and so on.

Each step has an even number, and what lies strictly between two steps the odd one between them;
so a range whose ends are steps is exactly a range of numbers. Below zero it is the same mirrored.
"""

import re
from decimal import Decimal

STEP = "amount_step"
_PER_POWER = 90  # steps from one power of ten to the next
_EXACT = 15  # digits a float tells without a doubt; an amount with more is read letter by letter


def scale_of(kind: str) -> int | None:
    """Read the decimals of a column's type, as DuckDB names it; None of one that is not exact."""
    found = re.fullmatch(r"DECIMAL\(\d+,(\d+)\)", kind)
    if found:
        return int(found[1]) if int(found[1]) < _EXACT else None
    return 0 if kind.endswith("INT") or kind == "INTEGER" else None


def with_steps(rows: str, scale: int) -> str:
    """Write rows with the step of their `amount` beside it, as `amount_step`.

    Parameters
    ----------
    rows
        A SELECT, or what stands after FROM; its `amount` is exact, with `scale` decimals. Where the
        amount is not known, neither is its step.
    """
    digits = "ltrim(replace(abs(amount)::VARCHAR, '.', '') || '0', '0')"
    other = (
        f"2 * ((length({digits}) - 2) * {_PER_POWER} + left({digits}, 2)::INTEGER - 10)"
        f" + 2 + (rtrim(substr({digits}, 3), '0') <> '')::INTEGER"
    )
    # Below this a float is a whole number only where the amount is one
    most = f"9e{_EXACT - scale}"
    usual = " ".join(_of_power(power, scale) for power in range(1, _EXACT - scale + 1))
    return (
        "SELECT * EXCLUDE (amount_size, amount_whole), (CASE WHEN amount = 0 THEN 0"
        f" WHEN amount_size < 10 OR amount_size >= {most} THEN sign(amount) * ({other})"
        f" WHEN amount IS NOT NULL THEN sign(amount) * CASE {usual} END END)::SMALLINT AS {STEP}"
        f" FROM (SELECT *, floor(least(amount_size, {most}))::BIGINT AS amount_whole FROM"
        f" (SELECT *, abs(amount::DOUBLE) AS amount_size FROM ({rows})))"
    )


def _of_power(power: int, scale: int) -> str:
    """Write the number of what has its first digit before `power` others."""
    first, unit = 2 * ((power + scale) * _PER_POWER - 10) + 2, 10 ** (power - 1)
    steps = f"{first} + 2 * (amount_whole // {unit})"
    is_between = f"(amount_whole < amount_size OR amount_whole % {unit} > 0)::INTEGER"
    return f"WHEN amount_whole < {unit * 100} THEN {steps} + {is_between}"


def step_of(amount: Decimal, scale: int) -> int | None:
    """Give the number of the step an amount is; None when it lies between two steps.

    Parameters
    ----------
    scale
        Decimals of the column it is compared with; what is finer is no step of it.
    """
    sign, digits, exponent = amount.as_tuple()
    if not any(digits):
        return 0
    text = "".join(map(str, digits)).lstrip("0")
    significant = text.rstrip("0")
    power = int(exponent) + len(text) - 1  # of ten, in the first digit
    if len(significant) > len("10") or power - len(significant) + 1 < -scale:
        return None
    first = int(significant.ljust(2, "0"))
    number = 2 * ((power + scale) * _PER_POWER + first - 10) + 2
    return -number if sign else number
