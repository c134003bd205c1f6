"""The whole made company: every table of the contracts, of one seed."""

from datetime import date
from functools import partial

import numpy as np
import pandas as pd

from workbench.sources.demo import deals as selling
from workbench.sources.demo import market, targets, trail
from workbench.sources.demo.people import Staff, hire

FIRST_DAY = (10, 1)  # three years before the last day's quarter begins
_YEARS = 3
_CATEGORY = {
    "qualify": "pipeline",
    "evaluate": "pipeline",
    "propose": "best_case",
    "negotiate": "commit",
}
_CHANCE = {"qualify": 0.10, "evaluate": 0.25, "propose": 0.45, "negotiate": 0.70}


def company(reps: int, seed: int, as_of: date) -> dict[str, pd.DataFrame]:
    """Make every table.

    Parameters
    ----------
    reps
        Account executives; managers and two who left come on top.
    seed
        The same seed gives the same company.
    as_of
        The last day that is known.
    """
    start = date(as_of.year - _YEARS, *FIRST_DAY)
    streams = [np.random.default_rng(child) for child in np.random.SeedSequence(seed).spawn(10)]
    staff = hire(reps, start, as_of, streams[0])
    accounts = market.accounts(max(60, reps * 110), start, staff.traits["rep_id"], streams[1])
    rates = market.fx_rates(start, as_of, streams[2])
    deals = selling.told(selling.sell(staff, start, as_of, streams[3]), streams[3])
    lines = selling.priced(deals, streams[4])
    deals, lines = _valued(deals, lines, staff, rates)
    deals = _owned(_known(deals, accounts, as_of, streams[5]), staff, as_of, streams[6])
    begin = date(as_of.year - 1, 4, 1)
    seen = partial(trail.activities, staff.traits, deals, (begin, as_of))
    # A stream of its own, so that everything else of a seed stays as it was
    acted = trail.with_help(seen(streams[7]), deals, staff.reps, np.random.default_rng([seed, 7]))
    return {
        "reps": staff.reps,
        "assignments": _assignments(staff, as_of),
        "accounts": _looked_after(accounts, deals),
        "products": market.PRODUCTS.assign(currency="CNY"),
        "deals": _deal_table(deals, acted, reps),
        "deal_lines": _line_table(deals, lines),
        "deal_splits": _splits(deals, staff, streams[8]),
        "deal_history": _categorised(trail.history(deals, as_of, streams[8])),
        "contracts": targets.contracts(deals, lines),
        "activities": acted,
        "leads": trail.leads(deals, streams[9]),
        "surveys": trail.surveys(deals, as_of, streams[9]),
        "receipts": targets.receipts(deals, as_of, streams[9]),
        "quotas": targets.quotas(staff, start, as_of),
        "forecasts": targets.forecasts(staff, deals, start, as_of, streams[9]),
        "trainings": targets.trainings(staff, as_of, streams[9]),
        "absences": targets.absences(staff, start, as_of, streams[0]),
        "fx_rates": rates,
        "group_attributes": _group_attributes(staff, streams[0]),
    }


def _looked_after(accounts: pd.DataFrame, deals: pd.DataFrame) -> pd.DataFrame:
    """Give each account to whoever led its latest deal."""
    latest = deals.sort_values(["created", "deal_id"]).groupby("account_id")["rep_id"].last()
    owner = accounts["account_id"].map(latest).fillna(accounts["owner_id"])
    return accounts.assign(owner_id=owner)


def _categorised(history: pd.DataFrame) -> pd.DataFrame:
    """Tell the forecast category that each stage stands for."""
    return history.assign(forecast_category=history["stage"].map(_CATEGORY).fillna("closed"))


def _valued(
    deals: pd.DataFrame, lines: pd.DataFrame, staff: Staff, rates: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Price the deals of the international team in dollars; a deal is the sum of its lines."""
    place = deals["rep_id"].map(staff.reps.set_index("rep_id")["region"])
    abroad = (place == "海外") & (deals.index % 10 < 7)
    deals["currency"] = np.where(abroad, "USD", "CNY")
    is_usd = lines["deal"].map(abroad).to_numpy()
    for name in ("unit_price", "list_price"):
        lines[name] = np.where(is_usd, (lines[name] / 7.1).round(-1), lines[name])
    lines["amount"] = (lines["quantity"] * lines["unit_price"]).astype("int64")
    deals["amount"] = lines.groupby("deal")["amount"].sum()
    main = lines.drop_duplicates("deal").set_index("deal")["product_id"]
    deals["product"] = main.map(market.PRODUCTS.set_index("product_id")["name"])
    rate = float(rates["rate"].iloc[-1])
    deals["reporting"] = deals["amount"] * np.where(abroad, rate, 1.0)
    return deals, lines


def _known(
    deals: pd.DataFrame, accounts: pd.DataFrame, as_of: date, rng: np.random.Generator
) -> pd.DataFrame:
    """Add what the CRM shows at the last day: ids, customers, stage, expected close, blemishes."""
    count, today = len(deals), as_of.toordinal()
    deals = _luck(deals, today)
    width = max(5, len(str(count)))
    deals["deal_id"] = [f"D{n + 1:0{width}d}" for n in range(count)]
    deals["account_id"] = _customers(deals, accounts)
    names = accounts.set_index("account_id")["name"]
    deals["name"] = deals["account_id"].map(names) + " · " + deals["product"]
    deals["stage"] = trail.stages_now(deals, as_of)
    deals["drift"] = np.where(rng.random(count) < 0.4, rng.normal(0.06, 0.1, count), 0.0)
    told = deals["first_expected"] + (
        (deals["decided"] - deals["first_expected"])
        * np.where(deals["pushes"] > 0, rng.uniform(0.2, 1.1, count), 0)
    ).round().astype("int64")
    # Who lets deals slip also lets the dates of the CRM pass
    kept = rng.random(count) < 0.92 - 0.45 * deals["slip"]
    future = np.where(kept, np.maximum(told, today + 6), np.minimum(told, deals["decided"] - 40))
    future = np.maximum(future, deals["created"] + 5)
    deals["close_day"] = np.where(deals["is_over"], deals["decided"], future).astype("int64")
    deals["amount_missing"] = ~deals["is_over"] & (rng.random(count) < 0.03)
    return deals


def _luck(deals: pd.DataFrame, today: int) -> pd.DataFrame:
    """Leave R07 four decided deals in the last quarter, three of them won."""
    recent = deals["decided"].between(today - 91, today)
    mine = deals.index[(deals["rep_id"] == "R07") & recent]
    if len(mine) > 4:
        later = mine[4:]
        deals.loc[later, "decided"] += 100
        deals.loc[later, "is_over"] = False
    deals.loc[mine[:4], "is_winner"] = [True, True, False, True][: len(mine[:4])]
    return deals


def _customers(deals: pd.DataFrame, accounts: pd.DataFrame) -> np.ndarray:
    """Give a new deal the next account nobody sold to, any other one of the rep's earlier ones."""
    ids, fresh = accounts["account_id"].to_numpy(), 0
    known: dict[str, list[int]] = {}
    chosen = np.empty(len(deals), dtype="int64")
    for row, (rep, kind) in enumerate(zip(deals["rep_id"], deals["deal_type"], strict=True)):
        mine = known.setdefault(rep, [])
        if kind == "new" or not mine:
            mine.append(fresh % len(ids))
            fresh += 1
        # Later accounts are bought from more, as a rep drops what does not grow
        chosen[row] = mine[-1] if kind == "new" else mine[-1 - (row * 7919) % min(len(mine), 25)]
    found: np.ndarray = ids[chosen]
    return found


def _owned(
    deals: pd.DataFrame, staff: Staff, as_of: date, rng: np.random.Generator
) -> pd.DataFrame:
    """Hand the open deals of who left to a colleague, and a few closed ones after closing."""
    reps = staff.reps.set_index("rep_id")
    gone = [rep for rep in staff.traits["rep_id"] if reps.loc[rep, "left_on"] is not None]
    deals["owner_at_close"] = deals["rep_id"]
    for rep in gone:
        left, team = reps.loc[rep, "left_on"].toordinal(), reps.loc[rep, "team"]
        others = [
            one
            for one in staff.traits["rep_id"]
            if reps.loc[one, "team"] == team and one not in gone
        ]
        mine = deals.index[(deals["rep_id"] == rep) & (deals["decided"] > left)]
        heirs = rng.choice(others, len(mine))
        deals.loc[mine, "owner_at_close"] = heirs
        deals.loc[mine, "rep_id"] = heirs
    closed = deals.index[deals["is_over"] & (deals["decided"] < as_of.toordinal() - 40)]
    handed = rng.choice(closed, max(3, len(closed) // 150), replace=False)
    deals["handed_day"] = deals["decided"] + 20
    stayed = [rep for rep in staff.traits["rep_id"] if rep not in gone]
    deals.loc[handed, "rep_id"] = rng.choice(stayed, len(handed))
    return deals


def _deal_table(deals: pd.DataFrame, acted: pd.DataFrame, reps: int) -> pd.DataFrame:
    over, won = deals["is_over"], deals["is_over"] & deals["is_winner"]
    last = acted.groupby("deal_id")["at"].max()
    table = pd.DataFrame(
        {
            "deal_id": deals["deal_id"],
            "rep_id": deals["rep_id"],
            "name": deals["name"],
            "account_id": deals["account_id"],
            "pipeline": deals["segment"],
            "stage": deals["stage"],
            "amount": deals["amount"].astype("Int64").mask(deals["amount_missing"]),
            "cost": (deals["amount"] * 0.62).round().astype("int64"),
            "currency": deals["currency"],
            "probability": deals["stage"].map(_CHANCE).where(~over, won.astype(float)),
            "forecast_category": deals["stage"].map(_CATEGORY).where(~over, "closed"),
            "is_closed": over,
            "is_won": won,
            "is_qualified": deals["stage"] != "qualify",
            "created_on": trail.day_text(deals["created"].to_numpy()),
            "close_on": trail.day_text(deals["close_day"].to_numpy()),
            "deal_type": deals["deal_type"],
            "lead_source": deals["lead_source"],
            "next_step": deals["next_step"].where(~over, ""),
            "last_activity_at": deals["deal_id"].map(last),
            "lost_reason": deals["lost_reason"].where(over & ~won, ""),
        }
    )
    return _blemished(table, reps)


def _blemished(table: pd.DataFrame, reps: int) -> pd.DataFrame:
    """Add what every CRM has: a row twice, a rep nobody knows, a currency without a rate."""
    open_deal = table.index[~table["is_closed"] & table["amount"].notna()][0]
    table.loc[open_deal, "currency"] = "HKD"
    table.loc[table.index[table["is_closed"]][-1], "rep_id"] = f"X{reps + 99}"
    return pd.concat([table, table.iloc[[len(table) // 2]]], ignore_index=True)


def _line_table(deals: pd.DataFrame, lines: pd.DataFrame) -> pd.DataFrame:
    table = lines.assign(deal_id=lines["deal"].map(deals["deal_id"]))
    whole = {name: table[name].astype("int64") for name in ("unit_price", "list_price")}
    names = ["deal_id", "product_id", "quantity", "unit_price", "list_price", "amount"]
    return table.assign(**whole)[names]


def _splits(deals: pd.DataFrame, staff: Staff, rng: np.random.Generator) -> pd.DataFrame:
    """Share one deal in twenty with a colleague of the team."""
    reps = staff.reps.set_index("rep_id")
    stayed = reps.loc[staff.traits["rep_id"]].query("left_on.isna()")["team"]
    team = stayed.groupby(stayed).apply(lambda members: list(members.index)).to_dict()
    mates = {
        rep: [one for one in team.get(name, []) if one != rep] for rep, name in reps["team"].items()
    }
    shared = deals[(rng.random(len(deals)) < 0.05) & (deals["rep_id"] == deals["owner_at_close"])]
    rows = []
    for deal_id, rep in zip(shared["deal_id"], shared["rep_id"], strict=True):
        if mates[rep]:
            part = float(rng.choice((0.2, 0.3, 0.4, 0.5)))
            rows += [(deal_id, rep, round(1 - part, 2)), (deal_id, rng.choice(mates[rep]), part)]
    return pd.DataFrame(rows, columns=["deal_id", "rep_id", "share"])


def _assignments(staff: Staff, as_of: date) -> pd.DataFrame:
    """Say who was where when; the sixth rep moved from the first to the second team."""
    reps = staff.reps[staff.reps["role"] == "account_executive"]
    names = ["rep_id", "manager_id", "team", "role", "region", "level"]
    table = reps[names].assign(start_on=reps["hired_on"], end_on=None)
    moved = table.index[table["rep_id"] == "R06"]
    if len(moved):
        day = date(as_of.year, 1, 1)
        before = table.loc[moved].assign(
            manager_id="M01", team=table["team"].iloc[0], region=table["region"].iloc[0], end_on=day
        )
        table.loc[moved, "start_on"] = day
        table = pd.concat([table, before])
    order = ["rep_id", "start_on", "end_on", "manager_id", "team", "role", "region", "level"]
    return table.sort_values(["rep_id", "start_on"], kind="stable")[order]


def _group_attributes(staff: Staff, rng: np.random.Generator) -> pd.DataFrame:
    ids = staff.traits["rep_id"]
    drawn = {"gender": ("female", "male"), "age_band": ("under_30", "30_to_44", "45_and_over")}
    return pd.concat(
        [
            pd.DataFrame({"rep_id": ids, "attribute": name, "value": rng.choice(values, len(ids))})
            for name, values in drawn.items()
        ],
        ignore_index=True,
    )
