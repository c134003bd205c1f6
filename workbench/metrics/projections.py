"""M08, where the period will end: by the days gone, by the season, by the pipeline."""

from functools import partial

from workbench.metrics.ledger import Derived, Ledger, not_at_work
from workbench.metrics.metric import Outcome, absent
from workbench.metrics.parts import Opens
from workbench.model.money import quotient


def _projection_linear(ledger: Ledger) -> Outcome:
    if ledger.won.value is None:
        return absent(ledger.won.reason, note=ledger.won.note)
    elsewhere = not_at_work(ledger.employment)
    if elsewhere is not None:
        return elsewhere._replace(n=ledger.won.n)
    if not ledger.elapsed_days:
        return absent("period_not_started", n=ledger.won.n)
    value = quotient(ledger.won.value * ledger.working_days, ledger.elapsed_days)
    note = f"{ledger.won.note} {ledger.days_note}".strip()
    return Outcome(value, n=ledger.won.n, note=note)


def _projection_seasonal(ledger: Ledger) -> Outcome:
    if ledger.won.value is None:
        return absent(ledger.won.reason, note=ledger.won.note)
    elsewhere = not_at_work(ledger.employment)
    if elsewhere is not None:
        return elsewhere._replace(n=ledger.won.n)
    if not ledger.is_whole:
        return absent("season_of_whole_period", n=ledger.won.n, note=ledger.days_note)
    if ledger.season.value is None:
        return absent(ledger.season.reason, n=ledger.season.n)
    value = quotient(ledger.won.value, ledger.season.value)
    return Outcome(value, n=ledger.won.n, note=ledger.won.note)


def _projection_pipeline(ledger: Ledger) -> Outcome:
    won, due = ledger.won_so_far, ledger.weighted_due
    if won.value is None:
        return absent(won.reason, n=won.n, note=won.note)
    elsewhere = not_at_work(ledger.employment)
    if elsewhere is not None:
        return elsewhere._replace(n=won.n)
    if ledger.gone is not None:
        return Outcome(won.value, n=won.n, note=f"{won.note} {ledger.gone.note}".strip())
    if due.value is None:
        return absent(due.reason, n=won.n)
    note = f"{won.note} {due.note}".strip()
    return Outcome(won.value + due.value, n=won.n + due.n, note=note)


_PROJECTION = partial(Derived, id="M08", unit="money", direction=1, rows=("won",))

PROJECTIONS = (
    _PROJECTION(
        key="projection_linear",
        opens=Opens(top={"won": 1, "pace_to_come": 1}, n=("won",)),
        source="Won revenue by the share of working days elapsed",
        derive=_projection_linear,
    ),
    _PROJECTION(
        key="projection_seasonal",
        opens=Opens(top={"won": 1, "season_left": 1}, n=("won",)),
        source="Won revenue by the share that earlier years had won by this day",
        derive=_projection_seasonal,
    ),
    _PROJECTION(
        key="projection_pipeline",
        opens=Opens(top={"won": 1, "weighted_due": 1}, n=("won", "weighted_due")),
        source="Won revenue and the weighted open amount expected in the period",
        derive=_projection_pipeline,
        rows=("won", "open"),
        needs=("deals.close_on", "amount"),  # of a period that is over nothing is left to come
        needs_open=True,
    ),
)
