"""The terms of a plan's component: what is credited, what it earns, what changes or limits it."""

import itertools
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from workbench.errors import hint_said, plain_name
from workbench.incentives.fault import fault
from workbench.incentives.predicate import contradiction, predicate
from workbench.incentives.tiers import tiling_fault

ATTAINMENT, VALUE, COUNT = "attainment", "value", "count"
WALKED = (ATTAINMENT, VALUE, COUNT)  # what grows with each row credited; others come from outside
DATE_FIELDS = ("closed_on", "created_on")
DEAL_FIELDS = (
    "deal_id", "account_id", "account", "industry", "region", "size", "is_named", "pipeline",
    "stage", "deal_type", "lead_source", "forecast_category", "currency", "amount", "acv", "tcv",
    "margin", "share", "is_split", "kind", "products", "families", *DATE_FIELDS,
)  # fmt: skip
LINE_FIELDS = ("product_id", "family", "quantity", "unit_price", "list_price", "line_amount")
RANGES = {  # the lowest and highest value a measure can have, to tell gates nobody can pass
    **dict.fromkeys(("participation", "csat", "grr", "win_rate"), (Decimal(0), Decimal(1))),
    "review_score": (Decimal(0), Decimal("1.2")),
    "rank": (Decimal(1), Decimal("Infinity")),
}


class Strict(BaseModel):
    """A part of a plan file: no field more than it has, never changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Label(Strict):
    """The same words in both languages."""

    zh: str
    en: str


def _is_condition_on(known: tuple[str, ...], text: str) -> str:
    found = predicate(text)
    for name in found.names:
        if known and name not in known:
            raise fault("no-field", name=plain_name(name), hint=hint_said(name, known))
    for name, told in found.texts:
        if name in DATE_FIELDS:
            _require_date(name, told)
    impossible = contradiction(found, RANGES)
    if impossible:
        raise fault("impossible", name=impossible, text=plain_name(text))
    return text


def _require_date(name: str, told: str) -> None:
    try:
        date.fromisoformat(told)
    except ValueError as reason:
        raise fault("date-text", name=name, text=plain_name(told)) from reason


Where = Annotated[str, AfterValidator(lambda text: _is_condition_on(DEAL_FIELDS, text))]
LineWhere = Annotated[
    str, AfterValidator(lambda text: _is_condition_on((*DEAL_FIELDS, *LINE_FIELDS), text))
]
Require = Annotated[str, AfterValidator(lambda text: _is_condition_on((), text))]


class Multiplier(Strict):
    """A factor on the credit of the rows a condition holds for."""

    factor: Decimal
    when: LineWhere


class Credit(Strict):
    """Which rows count, and what of them."""

    event: Literal["booked", "invoiced", "cash_received", "activity_done"] = "booked"
    basis: Literal["amount", "acv", "margin", "quantity", "count"] = "amount"
    rows: Literal["deals", "lines"] = "deals"  # lines: each line of a deal is credited by itself
    where: LineWhere | None = None  # None takes all
    multipliers: tuple[Multiplier, ...] = ()  # of those that hold, the product
    split: Literal["share", "full"] = "share"  # full: everybody in a deal is credited all of it

    @model_validator(mode="after")
    def _rows_have_what_is_asked(self) -> "Credit":
        asked = [self.where, *(each.when for each in self.multipliers)]
        named = {name for text in asked if text for name in predicate(text).names}
        if self.rows == "deals" and named & set(LINE_FIELDS):
            field = min(named & set(LINE_FIELDS))
            raise fault("line-field", name=field)
        if self.rows == "lines" and self.event != "booked":
            raise fault("line-event", event=self.event)
        if self.rows == "lines" and self.basis in ("acv", "margin"):
            raise fault("line-basis", basis=self.basis)
        return self


class Tier(Strict):
    """A step of a table: from a bound to before the next."""

    low: Decimal = Field(alias="from")
    high: Decimal | None = Field(default=None, alias="to")
    rate: Decimal | None = None  # of the credit
    amount: Decimal | None = None  # a sum for reaching the step

    @model_validator(mode="after")
    def _pays_one_way(self) -> "Tier":
        if (self.rate is None) == (self.amount is None):
            raise fault("tier-two")
        return self


class Flat(Strict):
    """A rate of the credit."""

    kind: Literal["flat"]
    rate: Decimal


class PerUnit(Strict):
    """A sum for each unit credited."""

    kind: Literal["per_unit"]
    amount: Decimal


class Bonus(Strict):
    """A sum for each row credited, or once for reaching a number of them."""

    kind: Literal["bonus"]
    amount: Decimal
    pays: Literal["every", "once"] = "every"
    min_count: int = Field(default=1, ge=1)


class Table(Strict):
    """Tiers over a measure.

    `marginal` pays each part of the credit at the rate of its tier, `highest` all of it at the rate
    of the tier reached, `step_bonus` the amount of the tier reached.
    """

    kind: Literal["table"]
    mode: Literal["marginal", "highest", "step_bonus"] = "marginal"
    measure: str = ATTAINMENT
    tiers: tuple[Tier, ...]

    @model_validator(mode="after")
    def _tiers_fit(self) -> "Table":
        wrong = tiling_fault(self.tiers)
        if wrong is not None:
            raise wrong
        paid = "amount" if self.mode == "step_bonus" else "rate"
        for tier in self.tiers:
            if getattr(tier, paid) is None:
                raise fault("tier-none", low=str(tier.low), paid=paid, mode=self.mode)
        if self.mode == "marginal" and self.measure not in WALKED:
            raise fault("not-walked", name=self.measure)
        if self.mode == "marginal" and self.measure == COUNT and not self._is_whole:
            raise fault("count-whole")
        return self

    @property
    def _is_whole(self) -> bool:
        bounds = [bound for tier in self.tiers for bound in (tier.low, tier.high)]
        return all(bound is None or bound == int(bound) for bound in bounds)


class Span(Strict):
    """From a bound to before another."""

    low: Decimal = Field(alias="from")
    high: Decimal | None = Field(default=None, alias="to")


class Cell(Strict):
    """What a matrix pays where a row and a column meet."""

    row: int = Field(ge=1)
    column: int = Field(ge=1)
    rate: Decimal | None = None
    amount: Decimal | None = None


class Matrix(Strict):
    """A rate or a sum by two measures."""

    kind: Literal["matrix"]
    row_measure: str
    column_measure: str
    rows: tuple[Span, ...]
    columns: tuple[Span, ...]
    cells: tuple[Cell, ...]

    @model_validator(mode="after")
    def _cells_fill_the_matrix(self) -> "Matrix":
        for name, spans in (("rows", self.rows), ("columns", self.columns)):
            gap = tiling_fault(spans, kind="spans")
            if gap is not None:
                raise fault("of-matrix", side=name, fault=gap.said)
        places = [(cell.row, cell.column) for cell in self.cells]
        wanted = {
            (row, column)
            for row in range(1, len(self.rows) + 1)
            for column in range(1, len(self.columns) + 1)
        }
        wrong = sorted(
            {place for place in places if places.count(place) > 1} | set(places) ^ wanted
        )
        if wrong:
            row, column = wrong[0]
            raise fault(
                "matrix-place", row=str(row), column=str(column), n=places.count((row, column)),
                rows=str(len(self.rows)), columns=str(len(self.columns)),
            )  # fmt: skip
        if len({cell.rate is None for cell in self.cells}) > 1 or any(
            (cell.rate is None) == (cell.amount is None) for cell in self.cells
        ):
            raise fault("matrix-two")
        return self


Earn = Annotated[Flat | PerUnit | Bonus | Table | Matrix, Field(discriminator="kind")]


class Band(Strict):
    """A factor for a measure between two bounds."""

    low: Decimal = Field(alias="from")
    high: Decimal | None = Field(default=None, alias="to")
    factor: Decimal


class Modifier(Strict):
    """A factor on what a component earned, by a measure; 1 outside the bands."""

    measure: str
    bands: tuple[Band, ...]

    @model_validator(mode="after")
    def _bands_do_not_overlap(self) -> "Modifier":
        ordered = sorted(self.bands, key=lambda band: band.low)
        for one, following in itertools.pairwise(ordered):
            if one.high is None or one.high > following.low:
                raise fault("bands", low=str(one.low), next=str(following.low))
        return self


class Gate(Strict):
    """A condition on measures; where it does not hold, the component earns a part or nothing."""

    require: Require
    otherwise: Decimal = Field(default=Decimal(0), ge=0, le=1)  # the factor then


class Limit(Strict):
    """What one deal, or the component, is limited to."""

    per_deal_credit: Decimal | None = Field(default=None, gt=0)
    windfall_above: Decimal | None = Field(default=None, gt=0)  # credit of a deal above this …
    windfall_factor: Decimal = Field(default=Decimal(0), ge=0, le=1)  # … counts by this factor
    per_component: Decimal | None = Field(default=None, gt=0)  # what is earned a period


class Hold(Strict):
    """A share that is held back until something happens."""

    share: Decimal = Field(gt=0, le=1)
    until: Literal["cash", "days"]  # cash: the deal is paid in full; days: so long after closing
    days: int = 0
