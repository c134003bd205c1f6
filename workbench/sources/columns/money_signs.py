"""The currency a sign beside a number means, or the refusal to guess it."""

from workbench.sources.columns.currencies import SHARED, code_of
from workbench.sources.columns.doubt import refusal
from workbench.sources.columns.told import Cells, Told


def code(cells: Cells, example: str, words: tuple[str, ...], told: Told) -> str:
    """Give the ISO code of the words beside a number; "" for a sign that needs none.

    Where the currency is told elsewhere, a sign of several currencies is the one that is told.

    Parameters
    ----------
    words
        As `affixes.Affix` gives them: "$ 5 HKD" has two, and the plain one settles the other.

    Raises
    ------
    SourceError
        When a sign may mean several currencies, or two words contradict each other.
    """
    plain = {code_of(word, told.reporting) for word in words if word not in SHARED}
    if len(plain) > 1:
        named = " and ".join(sorted(plain))
        raise refusal(cells, example, f"names {named}.", *_lines(tuple(sorted(plain))))
    shared = [word for word in words if word in SHARED]
    if plain:
        (known,) = plain
        return known
    if told.currency:
        return ""
    found = code_of(shared[0], told.reporting)
    if found:
        return found
    usual, others = SHARED[shared[0]]
    chosen = (usual, told.reporting) if usual else others
    raise refusal(
        cells,
        example,
        f"names {' or '.join(chosen)}: both are written {shared[0]}.",
        *_lines(chosen),
    )


def _lines(codes: tuple[str, ...]) -> list[str]:
    return [f'constants = {{ currency = "{each}" }}' for each in codes]
