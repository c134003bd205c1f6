"""What payroll takes over of a run: one row per rep, its columns named as payroll names them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench.errors import ParameterError, Said, UnknownNameError, hint_said
from workbench.i18n import error, said
from workbench.incentives.plan import Plan
from workbench.review.pay.sums import components, sum_of
from workbench.review.person import Person
from workbench.sources.workspace import FILE_NAME, Workspace
from workbench.store.pay.run import ISSUED, OPEN, Run
from workbench.store.pay.statements import Line

Row = Mapping[str, object]
AT_LEAST = "at least"  # something in the statement is unknown
DRAFT = "draft"  # head of the column that says so
_WHOSE = ("rep_id", "name", "team", "run", "period", "plan", "currency")
_LINES = (
    "gross", "cap_loss", "deferred", "released", "payable", "carried_negative", "clawback",
    "draw_recovered", "net", "draw_paid", "cash", "adjusted", "owed_before", "owed_after",
)  # fmt: skip
_LAST = ("pay", "status", "input_hash", "statement_hash")


@dataclass(frozen=True)
class Payroll:
    """A table for payroll: heads, and rows in their order."""

    heads: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


def payroll_rows(lines: Iterable[Line], everybody: Mapping[str, Person]) -> list[Row]:
    """Give a row for each statement that was computed, by field.

    An unknown sum is None, as is a component of a plan the rep is not on; a line a statement does
    not have is 0.
    """
    return [_row(line, everybody.get(line.rep_id)) for line in lines if not line.fault]


def fields_of(rows: Iterable[Row], plans: Iterable[Plan]) -> list[str]:
    """Name the fields a column may take: those of the rows, and each component of a plan."""
    names = {name for row in rows for name in row if name.startswith("component/")}
    names |= {f"component/{plan.id}/{each.id}" for plan in plans for each in plan.components}
    return [*_WHOSE, *sorted(names), *_LINES, *_LAST]


def payroll(rows: Sequence[Row], fields: Sequence[str], workspace: Workspace) -> Payroll:
    """Lay rows out as `[pay] columns` has them; without it every field under its own name.

    Raises
    ------
    UnknownNameError
        When a column takes a field there is none of; offers the nearest.
    """
    told = workspace.pay_columns or {name: name for name in _held(fields, rows)}
    for head, name in told.items():
        if name not in fields:
            raise error(
                UnknownNameError, "refusal-payroll-column", file=str(workspace.folder / FILE_NAME),
                head=head, name=name, hint=hint_said(name, fields),
            )  # fmt: skip
    cells = tuple(tuple(row.get(name) for name in told.values()) for row in rows)
    return Payroll(tuple(told), cells)


def marked(table: Payroll, run: Run) -> Payroll:
    """Say in a first column of a run that is not approved that it is none to pay by."""
    if run.state in ISSUED:
        return table
    told = f"{run.state}, not approved"
    return Payroll((DRAFT, *table.heads), tuple((told, *row) for row in table.rows))


def require_for_payroll(run: Run, *, is_draft: bool) -> None:
    """Refuse to give payroll what was not approved, unless a draft is asked for by name.

    Raises
    ------
    ParameterError
        Says what comes first.
    """
    if run.state in ISSUED and is_draft:
        raise error(ParameterError, "refusal-payroll-no-draft", run=run.run, state=_state(run))
    if run.state in ISSUED or (is_draft and run.state in OPEN):
        return
    key = "refusal-payroll-open" if run.state in OPEN else "refusal-payroll-over"
    raise error(ParameterError, key, run=run.run, state=_state(run), next=run.next_said)


def _state(run: Run) -> Said:
    return said(f"pay-state-{run.state}")


def _row(line: Line, person: Person | None) -> Row:
    whose = (
        line.rep_id, person.name if person else "", person.team if person else "", line.run,
        line.period, line.plans, line.currency,
    )  # fmt: skip
    sums = {name: sum_of(line, name) for name in _LINES}
    status = AT_LEAST if line.is_partial else ""
    last = (line.pay, status, line.input_hash, line.statement_hash)
    return {
        **dict(zip(_WHOSE, whose, strict=True)), **components(line), **sums,
        **dict(zip(_LAST, last, strict=True)),
    }  # fmt: skip


def _held(fields: Iterable[str], rows: Sequence[Row]) -> list[str]:
    """Leave out components that no row has."""
    names = {name for row in rows for name in row}
    return [name for name in fields if name in names or not name.startswith("component/")]
