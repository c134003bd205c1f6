"""What reps of the made company owe and are owed: quotas, absences, forecasts, cash, contracts."""

from collections.abc import Mapping
from datetime import date
from typing import Any, cast

import numpy as np
import pandas as pd

from workbench.sources.demo.deals import expected_quarter, season
from workbench.sources.demo.people import Staff
from workbench.sources.demo.trail import day_text

_OTHER_GOALS = (("new_logos", 5, 0.15), ("csat", 0.85, 0.15), ("pipeline_coverage", 2.5, 0.10))
_REVENUE_WEIGHT = 0.60
_AMBITION = 1.1  # what is asked for, of what is usual
_RAMP = (0.25, 0.5, 0.75)


def quarters(start: date, as_of: date) -> pd.PeriodIndex:
    """Give the quarters from the first to the one after the last day."""
    return pd.period_range(start, pd.Period(as_of, "Q") + 1, freq="Q")


def quotas(staff: Staff, start: date, as_of: date) -> pd.DataFrame:
    """Set quotas by quarter: reps by their kind of deals, managers at 95 % of their team's sum."""
    reps = staff.reps.set_index("rep_id").to_dict("index")
    base = _AMBITION * expected_quarter(staff.traits).to_numpy()
    rows: list[tuple[Any, ...]] = []
    for quarter in quarters(start, as_of):
        first, end = quarter.start_time.date(), (quarter + 1).start_time.date()
        targets = pd.Series(
            (base * season(quarter, start) / 10_000).round() * 10_000, index=staff.traits["rep_id"]
        )
        here = [rep for rep in targets.index if _works(reps[rep], first, end)]
        rows += [
            (rep, "won_revenue", first, end, targets[rep], "CNY", _REVENUE_WEIGHT) for rep in here
        ]
        sums = targets[here].groupby([reps[rep]["manager_id"] for rep in here]).sum()
        rows += [
            (boss, "won_revenue", first, end, round(total * 0.95 / 10_000) * 10_000, "CNY", None)
            for boss, total in sums.items()
        ]
        if first.year == as_of.year:
            rows += [
                (rep, metric, first, end, target, None, weight)
                for rep in here
                for metric, target, weight in _OTHER_GOALS
            ]
    names = ["rep_id", "metric", "start_on", "end_on", "target", "currency", "weight"]
    found = pd.DataFrame(rows, columns=names)
    found["target"] = [int(t) if float(t).is_integer() else t for t in found["target"]]
    found["target"] = found["target"].astype(str)
    return found.sort_values(["start_on", "rep_id", "metric"], kind="stable", ignore_index=True)


def _works(rep: Mapping[Any, Any], first: date, end: date) -> bool:
    return rep["hired_on"] < end and (rep["left_on"] is None or rep["left_on"] >= first)


def absences(staff: Staff, start: date, as_of: date, rng: np.random.Generator) -> pd.DataFrame:
    """Give ramp months to who was hired on the way, and a few leaves."""
    rows = []
    for rep in staff.reps.to_dict("records"):
        hired = rep["hired_on"]
        if hired >= start and rep["role"] == "account_executive":
            months = pd.date_range(hired, periods=3 * len(_RAMP) + 1, freq="MS").date
            edges = [hired, months[2], months[5], months[8]]
            rows += [
                (rep["rep_id"], begin, end, "ramp", factor)
                for begin, end, factor in zip(edges, edges[1:], _RAMP, strict=False)
            ]
    on_leave = staff.traits["rep_id"].sample(frac=0.15, random_state=int(rng.integers(0, 2**31)))
    for rep_id in sorted(on_leave):
        begin = date.fromordinal(as_of.toordinal() - int(rng.integers(10, 400)))
        end = date.fromordinal(begin.toordinal() + int(rng.integers(5, 25)))
        rows.append((rep_id, begin, end, "leave", 0))
    return pd.DataFrame(rows, columns=["rep_id", "start_on", "end_on", "kind", "factor"])


def forecasts(
    staff: Staff, deals: pd.DataFrame, start: date, as_of: date, rng: np.random.Generator
) -> pd.DataFrame:
    """Make what each rep said of each quarter at its first day, middle and two weeks before end."""
    won = deals[deals["is_winner"]]
    label = pd.to_datetime(day_text(won["decided"].to_numpy())).dt.to_period("Q").to_numpy()
    sums = won["reporting"].groupby([won["owner_at_close"].to_numpy(), label]).sum()
    lean = 1 + staff.traits.set_index("rep_id")["slip"] * 0.35
    rows = []
    for key, amount in sums.items():
        rep_id, quarter = cast("tuple[str, pd.Period]", key)
        days = (quarter.start_time, quarter.start_time + pd.Timedelta(days=45),
                quarter.end_time - pd.Timedelta(days=14))  # fmt: skip
        for when, spread in zip(days, (0.22, 0.14, 0.06), strict=True):
            if start <= when.date() <= as_of:
                said = amount * (lean.get(rep_id, 1.1) * (1 + rng.normal(0, spread)))
                rows += [
                    (rep_id, f"{quarter.year}-Q{quarter.quarter}", when.date(), category,
                     int(max(said * part, 0) // 1000 * 1000), "CNY")
                    for category, part in (("commit", 0.8), ("best_case", 1.15), ("forecast", 1.0))
                ]  # fmt: skip
    names = ["rep_id", "period", "made_on", "category", "amount", "currency"]
    return pd.DataFrame(rows, columns=names)


def receipts(deals: pd.DataFrame, as_of: date, rng: np.random.Generator) -> pd.DataFrame:
    """Make one or two payments due for each won deal; some come late, some have not come."""
    won = deals[deals["is_over"] & deals["is_winner"] & ~deals["amount_missing"]]
    first_part = np.where(rng.random(len(won)) < 0.5, 1.0, 0.5)
    parts = []
    for number, share, after in ((1, first_part, 30), (2, 1 - first_part, 75)):
        due = won["decided"].to_numpy() + after
        late = due + rng.choice((-3, 0, 4, 18, 45), len(won), p=(0.25, 0.35, 0.2, 0.13, 0.07))
        first = np.round(won["amount"].to_numpy() * first_part)
        amount = first if number == 1 else won["amount"].to_numpy() - first
        came = late <= as_of.toordinal()
        parts.append(
            pd.DataFrame(
                {
                    "receipt_id": won["deal_id"].to_numpy() + f"-{number}",
                    "deal_id": won["deal_id"].to_numpy(),
                    "due_on": day_text(due).to_numpy(),
                    "received_on": day_text(late).where(came, None).to_numpy(),
                    "amount_due": amount.astype("int64"),
                    "amount_received": np.where(came, amount, 0).astype("int64"),
                    "currency": won["currency"].to_numpy(),
                }
            )[share > 0]
        )
    return pd.concat(parts).sort_values("receipt_id", kind="stable", ignore_index=True)


def contracts(deals: pd.DataFrame, lines: pd.DataFrame) -> pd.DataFrame:
    """Make a yearly contract of each won service plan."""
    plans = lines[lines["product_id"].isin(["S1", "S3"])]
    won = deals[deals["is_over"] & deals["is_winner"]]
    sold = plans[plans["deal"].isin(won.index)]
    years = np.where(sold["product_id"] == "S3", 3, 1)
    begin = won.loc[sold["deal"], "decided"].to_numpy()
    return pd.DataFrame(
        {
            "contract_id": "K-" + won.loc[sold["deal"], "deal_id"].to_numpy(),
            "account_id": won.loc[sold["deal"], "account_id"].to_numpy(),
            "rep_id": won.loc[sold["deal"], "owner_at_close"].to_numpy(),
            "product_id": sold["product_id"].to_numpy(),
            "start_on": day_text(begin).to_numpy(),
            "end_on": day_text(begin + 365 * years).to_numpy(),
            "annual_value": (sold["quantity"] * sold["unit_price"] / years).round().astype("int64"),
            "currency": won.loc[sold["deal"], "currency"].to_numpy(),
        }
    )


def trainings(staff: Staff, as_of: date, rng: np.random.Generator) -> pd.DataFrame:
    """Make each rep's courses of the last two years."""
    courses = ("negotiation", "product_analysers", "discovery", "forecasting", "compliance")
    rows = []
    for rep_id in staff.traits["rep_id"]:
        for course in courses:
            is_done = rng.random() < 0.7
            day = date.fromordinal(as_of.toordinal() - int(rng.integers(5, 700)))
            done, score = (day, int(rng.integers(62, 100))) if is_done else (None, None)
            rows.append((rep_id, course, "completed" if is_done else "enrolled", done, score))
    found = pd.DataFrame(rows, columns=["rep_id", "course", "status", "completed_on", "score"])
    return found.astype({"score": "Int64"})
