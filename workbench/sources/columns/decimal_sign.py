"""Decide the decimal sign of a column from the shapes of its numbers."""

from collections.abc import Sequence

from workbench.sources.columns.separators import SIGNS, Shape, fits


def decimal_sign(shapes: Sequence[Shape], *, is_comma_grouped: bool, is_share: bool) -> str:
    """Give the sign before decimals, or "" when both readings remain.

    Parameters
    ----------
    shapes
        Of every cell that is a number.
    is_comma_grouped
        A currency beside the numbers is usually written 1,234.50.
    is_share
        No share reaches a thousand, so a lone sign in it stands before decimals.
    """
    says = dict.fromkeys(SIGNS, 0)
    open_ones = []
    for shape in shapes:
        fit = [sign for sign in SIGNS if fits(shape.text, sign)]
        if len(fit) == 1:
            says[fit[0]] += shape.count
        elif fit and not set(SIGNS).isdisjoint(shape.text):
            open_ones.append(shape)
    if open_ones:
        return _settled(says) or (
            ""
            if any(says.values())
            else _hinted(shapes, open_ones, is_comma_grouped=is_comma_grouped, is_share=is_share)
        )
    return _most(says)


def open_example(shapes: Sequence[Shape]) -> str:
    """Give the text of a number that both signs allow, else of any with one of them."""
    both = [shape for shape in shapes if all(fits(shape.text, sign) for sign in SIGNS)]
    signed = [s for s in both or shapes if not set(SIGNS).isdisjoint(s.text)]
    return max(signed, key=lambda shape: shape.count).example


def _settled(says: dict[str, int]) -> str:
    spoken = [sign for sign in SIGNS if says[sign]]
    return spoken[0] if len(spoken) == 1 else ""


def _most(says: dict[str, int]) -> str:
    """Every cell has one reading: take the sign that reads more, the dot when none speaks."""
    dot, comma = says["."], says[","]
    if dot == comma:
        return "" if dot else "."
    return "." if dot > comma else ","


def _hinted(
    shapes: Sequence[Shape], open_ones: Sequence[Shape], *, is_comma_grouped: bool, is_share: bool
) -> str:
    """Settle numbers such as 12.500 or 1,234 by what else stands in the column."""
    used = {sign for shape in open_ones for sign in SIGNS if sign in shape.text}
    if len(used) > 1:
        return ""
    (sign,) = used
    if is_share or any(between in shape.text for shape in shapes for between in (" ", "'")):
        return sign  # blanks group here, so this sign does not
    return "." if sign == "," and is_comma_grouped else ""
