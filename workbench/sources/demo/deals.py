"""The deals of the made company: created month by month, decided or still open at the last day."""

from datetime import date

import numpy as np
import pandas as pd

from workbench.sources.demo.market import PRODUCTS
from workbench.sources.demo.people import SEGMENTS, Staff

STAGES = ("qualify", "evaluate", "propose", "negotiate")
_MONTH_FACTOR = (0.9, 0.65, 1.05, 1.0, 1.0, 1.05, 0.95, 0.95, 1.1, 1.1, 1.15, 1.1)
_AMOUNT = {"enterprise": (410_000, 0.50), "mid": (125_000, 0.45), "smb": (38_000, 0.40)}
_CYCLE = {"enterprise": (115, 0.40), "mid": (62, 0.40), "smb": (32, 0.45)}
_WIN = {"enterprise": 0.27, "mid": 0.34, "smb": 0.41}
_HEAVY = {
    "enterprise": ("A300", "A900", "A100"),
    "mid": ("A100", "D50", "A300"),
    "smb": ("D20", "D50", "D10"),
}
_SEASON = {1: 0.82, 2: 1.0, 3: 0.98, 4: 1.20}
_NEW = 0.34  # deals with who has not bought yet
_DAMPING = 0.78  # how much of a quarter's luck large and small orders take back
_LOST = ("price", "competitor", "no budget", "no decision", "timing")
_SOURCES = ("self", "marketing", "partner", "referral")


def expected_quarter(traits: pd.DataFrame) -> pd.Series:
    """Give what a rep of usual skill would win in a quarter with that mix and number of deals."""
    per_deal: pd.Series = sum(
        traits[f"p_{name}"] * _WIN[name] * _AMOUNT[name][0] * np.exp(_AMOUNT[name][1] ** 2 / 2)
        for name in SEGMENTS
    )
    return per_deal * traits["deals_per_month"] * 3 * 0.93


def season(quarter: pd.Period, start: date) -> float:
    """Give a quarter's part of a usual one: spring is slow, the last quarter strong."""
    return _SEASON[quarter.quarter] * (0.90 + 0.02 * (quarter.year - start.year))


def sell(staff: Staff, start: date, as_of: date, rng: np.random.Generator) -> pd.DataFrame:
    """Make all deals with their true course.

    Returns
    -------
    DataFrame
        One row per deal: who, when created, the day it is (or will be) decided, whether it will be
        won, the day first expected, the segment, and the amount aimed at.
    """
    deals = _created(staff, start, as_of, rng)
    count = len(deals)
    for name, source, sigma in (("target", _AMOUNT, 1.0), ("cycle", _CYCLE, 1.0)):
        middle = deals["segment"].map({key: value[0] for key, value in source.items()})
        spread = deals["segment"].map({key: value[1] for key, value in source.items()})
        deals[name] = middle * np.exp(rng.normal(0, sigma, count) * spread)
    deals["is_winner"] = _winners(deals, rng)
    deals["cycle"] *= np.where(deals["is_winner"], 1.0, rng.uniform(0.35, 1.25, count))
    decided = deals["created"] + deals["cycle"].round().astype("int64").clip(6, 400)
    deals["decided"] = _to_quarter_end(decided.to_numpy(), rng)
    deals["target"] *= _steadied(deals, staff.traits, start, rng)
    planned = deals["created"] + (deals["cycle"] * rng.uniform(0.75, 1.05, count)).round()
    slipped = rng.random(count) < deals["slip"]
    push = np.where(slipped, rng.choice((30, 60, 90), count), 0)
    deals["first_expected"] = np.minimum(planned, deals["decided"] - push).clip(
        deals["created"] + 5
    )
    deals["pushes"] = np.where(slipped, 1 + (rng.random(count) < 0.4 + deals["slip"] / 3), 0)
    deals["is_over"] = deals["decided"] <= as_of.toordinal()
    return deals.sort_values(["created", "rep_id"], kind="stable").reset_index(drop=True)


def _created(staff: Staff, start: date, as_of: date, rng: np.random.Generator) -> pd.DataFrame:
    months = pd.date_range(start, as_of, freq="MS")
    traits = staff.traits.reset_index(drop=True)
    reps = staff.reps.set_index("rep_id").loc[traits["rep_id"]]
    factor = np.array([_MONTH_FACTOR[month.month - 1] for month in months])
    expected = np.outer(traits["deals_per_month"], factor)
    first = np.array([day.toordinal() for day in reps["hired_on"]])[:, None]
    last = np.array([day.toordinal() if day is not None else 10**7 for day in reps["left_on"]])[
        :, None
    ]
    begin = np.array([month.toordinal() for month in months])[None, :]
    here = (begin >= first - 20) & (begin + 20 <= last)
    counts = rng.poisson(np.where(here, expected, 0.0))
    rows, columns = np.nonzero(counts)
    repeat = counts[rows, columns]
    who, when = np.repeat(rows, repeat), np.repeat(begin[0][columns], repeat)
    day = when + rng.integers(0, 28, len(when))
    day -= np.where((day % 7 == 6) | (day % 7 == 0), 2, 0)  # ordinals: 6 is Saturday, 0 Sunday
    mix = traits.loc[who, [f"p_{name}" for name in SEGMENTS]].to_numpy().cumsum(axis=1)
    drawn = (rng.random(len(who))[:, None] > mix / mix[:, -1:]).sum(axis=1).clip(0, 2)
    found = traits.loc[who, ["rep_id", "skill", "slip", "discount", "satisfaction", "lift"]]
    found = found.reset_index(drop=True)
    found["created"] = np.minimum(np.maximum(day, start.toordinal()), as_of.toordinal())
    found["segment"] = np.array(SEGMENTS)[drawn]
    return found


def _steadied(
    deals: pd.DataFrame, traits: pd.DataFrame, start: date, rng: np.random.Generator
) -> np.ndarray:
    """Give the factor on each amount that keeps a rep's quarters near what the rep can do.

    Without it a rep with eight wins a quarter would swing between a third and triple the quota;
    in companies, reps work towards the quota and managers set it from what is known.
    """
    dates = pd.to_datetime([date.fromordinal(int(day)) for day in deals["decided"]])
    quarter = pd.Series(dates.to_period("Q"), index=deals.index)
    keys = [deals["rep_id"], quarter]
    won = deals["target"].where(deals["is_winner"], 0.0).groupby(keys).transform("sum")
    usual = deals["rep_id"].map(
        pd.Series(expected_quarter(traits).to_numpy(), index=traits["rep_id"])
    )
    reached = won / (usual * quarter.map(lambda one: season(one, start)))
    form = pd.Series(np.exp(rng.normal(0, 0.07, len(deals)))).groupby(keys).transform("first")
    can = deals["lift"] * form
    return (reached / can).where(reached > 0, 1.0).pow(-_DAMPING).clip(0.3, 3.0).to_numpy()


def _winners(deals: pd.DataFrame, rng: np.random.Generator) -> np.ndarray:
    """Let the share that wins be exact for each rep and segment, and chance say which."""
    rate = deals["segment"].map(_WIN) * deals["skill"]
    # The Simpson pair: the better in both segments has the harder mix
    better, other = deals["rep_id"].isin(["R11"]), deals["rep_id"].isin(["R12"])
    rate = rate.mask(better, deals["segment"].map({"enterprise": 0.24, "smb": 0.50}))
    rate = rate.mask(other, deals["segment"].map({"enterprise": 0.16, "smb": 0.43}))
    draw = pd.Series(rng.random(len(deals)))
    place = draw.groupby([deals["rep_id"], deals["segment"]]).rank(method="first")
    size = draw.groupby([deals["rep_id"], deals["segment"]]).transform("size")
    wins: np.ndarray = (place <= (rate * size).round()).to_numpy()
    return wins


def _to_quarter_end(decided: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Draw a third of the decisions to the last days of their quarter, and all off weekends."""
    days = pd.to_datetime([date.fromordinal(int(day)) for day in np.unique(decided)])
    ends = days.to_period("Q").end_time.normalize()
    table = dict(zip(np.unique(decided), [day.toordinal() for day in ends], strict=True))
    end = np.array([table[day] for day in decided])
    near = (end - decided < 45) & (rng.random(len(decided)) < 0.45)
    moved = np.where(near, end - rng.geometric(0.18, len(decided)).clip(1, 14) + 1, decided)
    moved = np.maximum(moved, decided.min())
    weekday: np.ndarray = moved - np.where(moved % 7 == 6, 1, np.where(moved % 7 == 0, 2, 0))
    return weekday


def priced(deals: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Make the lines of each deal: one main product, sometimes a service plan; sums are exact."""
    count = len(deals)
    listed = PRODUCTS.set_index("product_id")["list_price"]
    choice = rng.integers(0, 3, count)
    product = np.array(
        [_HEAVY[segment][pick] for segment, pick in zip(deals["segment"], choice, strict=True)]
    )
    price = listed.loc[product].to_numpy()
    discount = (deals["discount"] + rng.normal(0, 0.02, count)).clip(0, 0.4).round(2)
    unit = np.round(price * (1 - discount) / 10) * 10
    quantity = np.maximum(1, np.round(deals["target"] / unit)).astype("int64")
    main = pd.DataFrame(
        {
            "deal": deals.index,
            "product_id": product,
            "quantity": quantity,
            "unit_price": unit.to_numpy(),
            "list_price": price,
        }
    )
    extra = rng.random(count) < 0.3
    plan = np.where(rng.random(count) < 0.4, "S3", "S1")[extra]
    service = pd.DataFrame(
        {
            "deal": deals.index[extra],
            "product_id": plan,
            "quantity": quantity[extra],
            "unit_price": listed.loc[plan].to_numpy(),
            "list_price": listed.loc[plan].to_numpy(),
        }
    )
    lines = pd.concat([main, service], ignore_index=True)
    return lines.sort_values(["deal", "product_id"], kind="stable", ignore_index=True)


def told(deals: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Add what a CRM holds besides: sources, reasons, next steps, deal types."""
    count = len(deals)
    deals["lead_source"] = rng.choice(_SOURCES, count, p=(0.42, 0.28, 0.18, 0.12))
    deals["lost_reason"] = rng.choice(_LOST, count)
    deals["deal_type"] = np.where(rng.random(count) < _NEW, "new", "existing")
    steps = np.array(["send quotation", "demo", "site visit", "meet purchasing", "sample test", ""])
    deals["next_step"] = rng.choice(steps, count, p=(0.2, 0.2, 0.15, 0.15, 0.15, 0.15))
    return deals
