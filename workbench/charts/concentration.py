"""How much of the won revenue comes from the largest accounts."""

from collections.abc import Sequence

from workbench.charts.bars import Bar, bars
from workbench.charts.layers import Drawing

LARGEST = 5  # accounts drawn by name


def concentration(
    accounts: Sequence[tuple[str, float, str]],
    *,
    width: int,
    rest: tuple[str, float, str] | None = None,
) -> Drawing:
    """Draw the largest accounts' shares, and the rest as one grey bar.

    Parameters
    ----------
    accounts
        Name, share (0..1) and its text, one row per account; the five largest are drawn.
    width
        Outer width in px.
    rest
        The others together; None when there are none.
    """
    largest = sorted(accounts, key=lambda account: -account[1])[:LARGEST]
    rows = [Bar(name=name, value=share, label=label) for name, share, label in largest]
    if rest is not None:
        rows.append(Bar(name=rest[0], value=rest[1], label=rest[2], tone="peer"))
    return bars(rows, width=width)
