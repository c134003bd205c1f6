"""The facts of a period on request, for the command line."""

import io
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from workbench.batch.plan import chosen_reps
from workbench.errors import ParameterError, require_known
from workbench.i18n import error
from workbench.metrics.catalogue import CATALOGUE
from workbench.model.given import day
from workbench.model.period import Period
from workbench.private import write_private, write_private_bytes
from workbench.publish.facts import FORMATS, facts_text
from workbench.review.person import people
from workbench.snapshots import Snapshot, current_snapshot
from workbench.snapshots.facts import own_columns, period_facts, rows_behind
from workbench.sources.workspace import Workspace


@dataclass(frozen=True, kw_only=True)
class FactRequest:
    """What somebody asked for; "" takes the workspace's own."""

    period: str = ""
    rep: str = ""  # id or name; "": everybody
    opened: str = ""  # a metric of the rep whose rows are asked for; "": the facts
    form: str = "table"
    to: Path | None = None  # None: the text is given back
    as_of: str = ""
    is_frozen: bool = False  # answer from the last snapshot


def period_facts_as(workspace: Workspace, request: FactRequest) -> str:
    """Compute facts and write them in the form asked for.

    Returns
    -------
    str
        The text, or, when it was written to a file, the file's path; ends with a line feed.

    Raises
    ------
    UnknownNameError, PeriodError, ParameterError
        For a form, rep, metric, period or date that does not exist, Parquet without a file, or
        rows of no certain rep.
    """
    require_known("format", [request.form], FORMATS)
    if request.form == "parquet" and request.to is None:
        raise ParameterError("Parquet is no text. Give a file: --to facts.parquet.")
    facts = _facts(workspace, request)
    if request.to is None:
        return facts_text(facts, request.form)
    if request.form == "parquet":
        written = io.BytesIO()
        pq.write_table(facts, written)
        write_private_bytes(request.to, written.getvalue())
    else:
        write_private(request.to, facts_text(facts, request.form))
    return f"{request.to}\n"


def _facts(workspace: Workspace, request: FactRequest) -> pa.Table:
    period = workspace.calendar.period(request.period or workspace.default_period)
    snapshot = current_snapshot(workspace, day(request.as_of), is_frozen=request.is_frozen)
    rep_id = None
    if request.rep:
        everybody = people(snapshot, period, workspace.manager_scope)
        (rep_id,) = chosen_reps((request.rep,), everybody, workspace.aliases)
    if request.opened:
        return _opened(workspace, snapshot, period, rep_id, request.opened)
    return period_facts(snapshot, workspace, period, rep_id).facts


def _opened(
    workspace: Workspace, snapshot: Snapshot, period: Period, rep_id: str | None, metric: str
) -> pa.Table:
    require_known("metric", [metric], CATALOGUE)
    if CATALOGUE[metric].withheld:
        raise error(ParameterError, f"withheld-{CATALOGUE[metric].withheld}")
    if rep_id is None:
        raise error(ParameterError, "refusal-open-whose", metric=metric)
    return own_columns(rows_behind(snapshot, workspace, period, rep_id, metric))
