"""A plan: who is on it and when, what its components pay, and what holds for all of them."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from pydantic import Field, model_validator

from workbench.errors import plain_name
from workbench.incentives.fault import fault
from workbench.incentives.predicate import predicate
from workbench.incentives.terms import (
    ATTAINMENT,
    Bonus,
    Credit,
    Earn,
    Gate,
    Hold,
    Label,
    Limit,
    Matrix,
    Modifier,
    Strict,
    Table,
)

PayKind = Literal["month", "quarter", "half", "year"]
ONE, ZERO = Decimal(1), Decimal(0)


class RampMonth(Strict):
    """What a month after the start asks and pays; a month not listed asks and pays in full."""

    month: int = Field(ge=1)  # 1 is the month the assignment begins in
    quota_factor: Decimal = Field(default=ONE, ge=0)
    rate_factor: Decimal = Field(default=ONE, ge=0)


class Original(Strict):
    """What a deal earned before the first statement, for a clawback at the original rate."""

    deal_id: str
    closed_on: date
    credit: Decimal
    rate: Decimal


class Opening(Strict):
    """Where a rep stood before the first statement."""

    draw: Decimal = Field(default=ZERO, ge=0)  # recoverable draw not yet earned back
    due: Decimal = Field(default=ZERO, ge=0)  # owed from an earlier clawback
    originals: tuple[Original, ...] = ()


class Assignment(Strict):
    """Who is on the plan, from a day to another (included)."""

    reps: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()  # everybody of a role who is not named in another assignment
    start: date = Field(alias="from")
    last: date | None = Field(default=None, alias="to")
    quota: Decimal | None = None  # a period's, for revenue; None takes the table of quotas
    target_incentive: Decimal | None = Field(default=None, gt=0)  # a period's pay at 100 %
    ramp: tuple[RampMonth, ...] = ()
    opening: Opening = Opening()

    @property
    def end(self) -> date:
        """The day after the last."""
        return date.max if self.last is None else self.last + timedelta(days=1)

    @model_validator(mode="after")
    def _names_somebody(self) -> "Assignment":
        if not self.reps and not self.roles:
            raise fault("nobody")
        if self.last is not None and self.last < self.start:
            raise fault("backwards", last=str(self.last), start=str(self.start))
        months = [each.month for each in self.ramp]
        if len(set(months)) < len(months):
            raise fault("ramp-twice")
        return self


class Component(Strict):
    """One part of the pay."""

    id: str
    label: Label
    credit: Credit = Credit()
    quota: str = "won_revenue"  # the metric whose quota attainment is measured against
    earn: Earn
    modifier: Modifier | None = None
    gate: Gate | None = None
    limit: Limit | None = None
    start: date | None = Field(default=None, alias="from")  # rows of these days only
    last: date | None = Field(default=None, alias="to")
    pay: Literal["on_booking", "on_cash"] = "on_booking"
    hold: Hold | None = None

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures it is read at, multiplied by or opened by."""
        named = [self.modifier.measure] if self.modifier else []
        if self.gate is not None:
            named += predicate(self.gate.require).names
        if isinstance(self.earn, Table):
            named.append(self.earn.measure)
        if isinstance(self.earn, Matrix):
            named += [self.earn.row_measure, self.earn.column_measure]
        return tuple(named)

    @property
    def is_by_row(self) -> bool:
        """Whether what it earns belongs to single rows, so that a row can be held or taken back."""
        if isinstance(self.earn, Bonus):
            return self.earn.pays == "every"
        if isinstance(self.earn, Table):
            return self.earn.mode != "step_bonus"
        return not isinstance(self.earn, Matrix) or self.earn.cells[0].rate is not None

    @model_validator(mode="after")
    def _can_be_paid(self) -> "Component":
        if not self.is_by_row and (self.pay == "on_cash" or self.hold is not None):
            raise fault("once-held", name=self.id)
        is_money = self.credit.basis not in ("quantity", "count")
        if not is_money and ATTAINMENT in self.measures and self.quota == "won_revenue":
            raise fault("units", name=self.id, basis=self.credit.basis)
        return self


class Cap(Strict):
    """What a rep can earn in a period at most."""

    absolute: Decimal | None = Field(default=None, gt=0)
    multiple_of_target: Decimal | None = Field(default=None, gt=0)

    @model_validator(mode="after")
    def _is_one_cap(self) -> "Cap":
        if (self.absolute is None) == (self.multiple_of_target is None):
            raise fault("cap-two")
        return self


class Draw(Strict):
    """Pay in advance: recovered from later pay or not; on top of it (plain) or up to it."""

    kind: Literal["recoverable", "non_recoverable"]
    form: Literal["plain", "guarantee"] = "plain"
    amount: Decimal = Field(gt=0)  # a month
    months: int | None = Field(default=None, ge=1)  # from the start of the assignment; None: all


class Clawback(Strict):
    """What is taken back when a deal is cancelled."""

    within_days: int = Field(ge=1)  # of closing
    at: Literal["original_rate", "recompute"] = "original_rate"
    share: Decimal = Field(default=ONE, gt=0, le=1)


class Cancellation(Strict):
    """A deal that fell through after it was won."""

    deal_id: str
    on: date
    reason: str = ""


class Plan(Strict):
    """A whole plan file."""

    id: str
    version: str
    label: Label
    currency: str
    period: PayKind = "quarter"  # for which a statement is made
    places: int = Field(default=2, ge=0, le=4)  # decimals a line of the statement is rounded to
    fx: dict[str, Decimal] = Field(default_factory=dict)  # fixed rates; else those of the day
    assignments: tuple[Assignment, ...]
    components: tuple[Component, ...]
    cap: Cap | None = None
    draw: Draw | None = None
    clawback: Clawback | None = None
    cancellations: tuple[Cancellation, ...] = ()

    @model_validator(mode="after")
    def _components_differ(self) -> "Plan":
        ids = [component.id for component in self.components]
        doubled = sorted({each for each in ids if ids.count(each) > 1})
        if doubled:
            raise fault("ids-twice", name=plain_name(doubled[0]))
        if not ids:
            raise fault("empty")
        return self

    @model_validator(mode="after")
    def _cap_has_its_target(self) -> "Plan":
        needs = self.cap is not None and self.cap.multiple_of_target is not None
        for number, each in enumerate(self.assignments, start=1):
            if needs and each.target_incentive is None:
                raise fault("cap-target", n=str(number))
        return self
