"""What documents tell of a group of made figures, by the rule there is and by the one before."""

from collections.abc import Callable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from benchmarks.disclosed_fit import looked_up
from workbench.metrics.comparison.place import percentiles
from workbench.metrics.comparison.rows import every_comparison
from workbench.metrics.comparison.shrinkage import fit_prior, shrunk
from workbench.metrics.disclosure import Middle, middle_of, quantile
from workbench.metrics.fact import Fact
from workbench.metrics.intervals import wilson
from workbench.metrics.possible import bounds
from workbench.model.money import quotient, round_half_up

ROLE = "ae"
DISCOUNT = "discount"  # a share of money, which has no interval
RATES = {"share": "share", DISCOUNT: "share"}  # what facts of such figures call their unit
Figure = tuple[int, int]  # a count or sum and 1, or hits and cases
Rule = Callable[[Sequence[Figure], str, Sequence[int]], Iterator[object]]


def value_of(figure: Figure) -> Decimal:
    """Give the value of a figure."""
    top, bottom = figure
    return Decimal(top) if bottom == 1 else quotient(top, bottom)


def told_now(figures: Sequence[Figure], unit: str, readers: Sequence[int]) -> Iterator[object]:
    """Give every comparison in the documents of some readers.

    Where the middle lies comes first, for it is quickly worked out and most groups differ there;
    then all there is of a rate, the same again among it, with the verdicts.
    """
    yield _middle(figures, unit)
    if unit in RATES:
        yield _everything(figures, unit, readers)


@lru_cache(maxsize=2**12)  # who draws one figure anew asks of the others again
def _middle(figures: Sequence[Figure], unit: str) -> Middle | None:
    _least, most = bounds(_metric(unit))
    plain = RATES.get(unit, unit)
    return middle_of(sorted(map(value_of, figures)), plain, len(figures) - 1, most)


@lru_cache(maxsize=2**12)
def _everything(figures: Sequence[Figure], unit: str, readers: Sequence[int]) -> object:
    facts = [_fact(person, figure, unit) for person, figure in enumerate(figures)]
    roles = dict.fromkeys((fact.rep_id for fact in facts), ROLE)
    mine = {str(reader) for reader in readers}
    return tuple(row for row in every_comparison(facts, [], roles, looked_up) if row.rep_id in mine)


def told_before(figures: Sequence[Figure], unit: str, readers: Sequence[int]) -> Iterator[object]:
    """Give the same as it was told before: quartiles of the others to two digits, exact places."""
    values = [value_of(figure) for figure in figures]
    places = percentiles(values)
    prior = fit_prior(figures) if unit == "share" else None
    yield tuple(
        (
            [_two_digits(quantile(_others(values, reader), quarter), unit) for quarter in (1, 2, 3)]
            if len(values) > 5  # noqa: PLR2004 (five others)
            else None,
            round_half_up(places[values[reader]], 2) if places else None,
            round_half_up(shrunk(*figures[reader], prior).value, 3) if prior else None,
        )
        for reader in readers
    )


def _others(values: Sequence[Decimal], reader: int) -> list[Decimal]:
    return sorted([*values[:reader], *values[reader + 1 :]])


def _two_digits(value: Decimal, unit: str) -> Decimal:
    if unit == "share":
        return round_half_up(value, 2)
    step = Decimal(1).scaleb(value.adjusted() - 1) if value else Decimal(1)
    return (value / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step


def _metric(unit: str) -> str:
    return {"share": "win_rate", DISCOUNT: "discount_depth"}.get(unit, "visits")


def _fact(person: int, figure: Figure, unit: str) -> Fact:
    top, bottom = figure
    low, high = wilson(top, bottom) if unit == "share" and bottom > 1 else (None, None)
    return Fact(
        "2026-Q3", str(person), _metric(unit), "", "", value_of(figure), RATES.get(unit, unit), "",
        Decimal(top), Decimal(bottom), bottom if low else 20,
        low, high, "A", "", "",
    )  # fmt: skip
