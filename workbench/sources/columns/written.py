"""All the ways the numbers of a column are written, and the SQL that reads them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from workbench.model.table_contract import Kind
from workbench.sources.columns.affixes import Affix, affix
from workbench.sources.columns.number_sql import Figure, shifted
from workbench.sources.columns.separators import Shape, Signs, grouped
from workbench.sources.columns.sql import shape, with_parts
from workbench.sources.columns.told import Cells
from workbench.sources.sql import quoted

LONGEST = 120  # characters of a number; a longer one is no figure of a company
_PARTS = r"^([^0-9.,]*)([.,]?[0-9]+(?:[.,' ][0-9]+)*[.,]?)((?:[eE][+-]?[0-9]{1,4})?[^0-9]*)$"
_NAMES = ("before", "body", "after")
_KEY = "p.before || chr(0) || p.after"
_SHAPE = (  # whole figures have one shape; a first 0 stays, since no group begins with it
    "CASE WHEN regexp_full_match(p.body, '[0-9]+') THEN '9' "
    f"WHEN starts_with(p.body, '0') THEN '0' || {shape('substr(p.body, 2)')} "
    f"ELSE {shape('p.body')} END"
)
_MOST_SHAPES = 5_000  # a column of free text has as many as rows; numbers have few


@dataclass(frozen=True)
class Found:
    """One way a column's numbers are written."""

    before: str
    after: str
    shape: Shape
    affix: Affix


@dataclass(frozen=True)
class Numbers:
    """A column of numbers and all the ways they are written in it."""

    cells: Cells
    figure: Figure
    found: tuple[Found, ...]
    text: str  # SQL: the cell in plain characters

    @cached_property
    def shapes(self) -> list[Shape]:
        """Their shapes, whatever stands around them."""
        counts: Counter[str] = Counter()
        examples: dict[str, str] = {}
        for each in self.found:
            counts[each.shape.text] += each.shape.count
            examples.setdefault(each.shape.text, each.shape.example)
        return [Shape(text, count, examples[text]) for text, count in counts.items()]

    def value(self, decimal: str) -> str:
        """Give SQL of the numbers when this sign stands before decimals."""
        signs = grouped(self.shapes, decimal)
        figures = _figures("p.body", signs)
        cases = [
            f"WHEN {_among(pairs)} THEN {self._signed(figures, kind)}"
            for kind, pairs in self._kinds().items()
        ]
        if not cases:
            return self.figure.sql("NULL")
        form = f"regexp_full_match(p.body, {quoted(signs.pattern)})"
        # TRY_CAST alone takes more than figures: 1_000, and exponents that it rounds wrongly
        then = f"CASE WHEN NOT {form} OR strlen(p.body) > {LONGEST} THEN NULL {' '.join(cases)} END"
        return with_parts(self.text, _PARTS, _NAMES, then)

    def by_affix(self, cases: Iterable[tuple[list[tuple[str, str]], str]]) -> str:
        """Give SQL that tells cells apart by what stands before and after the number.

        Parameters
        ----------
        cases
            Pairs of before and after, and the SQL for them; every other cell is NULL.
        """
        chosen = " ".join(f"WHEN {_among(pairs)} THEN {then}" for pairs, then in cases)
        return with_parts(self.text, _PARTS, _NAMES, f"CASE {chosen} END")

    def _kinds(self) -> dict[tuple[str, int, bool], list[tuple[str, str]]]:
        kinds: dict[tuple[str, int, bool], list[tuple[str, str]]] = {}
        for each in self.found:
            power = each.affix.power - 2 * each.affix.is_percent
            pairs = kinds.setdefault((each.affix.sign, power, each.affix.is_percent), [])
            if (each.before, each.after) not in pairs:
                pairs.append((each.before, each.after))
        return kinds

    def _signed(self, figures: str, kind: tuple[str, int, bool]) -> str:
        sign, power, is_percent = kind
        moved = shifted(figures, power)
        whole = f"'-' || {moved}" if sign else moved
        return self.figure.sql(whole, in_units=not is_percent)


def numbers_in(cells: Cells, figure: Figure) -> Numbers:
    """Take every number of a column apart and count how each is written."""
    text = cells.plain
    parts = with_parts(text, _PARTS, _NAMES, "p")
    query = (
        f"SELECT p.before, p.after, {_SHAPE} AS shape, count(*), min(t) FROM "
        f"(SELECT {parts} AS p, {cells.text} AS t FROM {cells.relation}) WHERE p.body <> '' "
        f"GROUP BY ALL ORDER BY count(*) DESC, min(t) LIMIT {_MOST_SHAPES}"
    )
    found = []
    for before, after, written, count, example in cells.connection.execute(query).fetchall():
        meant = affix(before, after)
        if meant and _is_allowed(meant, figure.kind):
            found.append(Found(before, after, Shape(written, count, example), meant))
    return Numbers(cells, figure, tuple(found), text)


def _is_allowed(meant: Affix, kind: Kind) -> bool:
    """Say whether a kind may be written so: percents are shares or rates, shares have no price."""
    if meant.is_percent:
        return kind in ("share", "rate")
    return not (meant.words and kind == "share")


def _figures(body: str, signs: Signs) -> str:
    """Give SQL of a number's figures, without groups, a dot before decimals."""
    for sign, _ in signs.sizes:
        body = f"replace({body}, {quoted(sign)}, '')"
    return body if signs.decimal == "." else f"replace({body}, ',', '.')"


def _among(pairs: list[tuple[str, str]]) -> str:
    keys = ", ".join(f"{quoted(before)} || chr(0) || {quoted(after)}" for before, after in pairs)
    return f"{_KEY} IN ({keys})"
