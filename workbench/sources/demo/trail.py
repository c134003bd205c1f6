"""What a CRM keeps of a deal's course: the history of its fields, activities, leads, answers."""

from datetime import date

import numpy as np
import pandas as pd

from workbench.sources.demo.deals import STAGES

_REACHED = (0.0, 0.18, 0.42, 0.70)  # share of the cycle at which a stage begins
_A_DAY = 0.5  # activities kept for each day and unit of activity
_COME_ALONG = 0.15  # of the visits, with a colleague
_KINDS = ("call", "meeting", "visit", "email", "task")


def day_text(days: np.ndarray) -> pd.Series:
    """Write ordinals as dates."""
    unique = np.unique(days)
    table = {day: date.fromordinal(int(day)).isoformat() for day in unique}
    return pd.Series(days).map(table)


def at_text(days: np.ndarray, rng: np.random.Generator) -> pd.Series:
    """Write ordinals as UTC instants within Shanghai's office hours (01:00 to 09:59 UTC)."""
    hours, minutes = rng.integers(1, 10, len(days)), rng.integers(0, 60, len(days))
    clock = (
        pd.Series(hours).astype(str).str.zfill(2)
        + ":"
        + pd.Series(minutes).astype(str).str.zfill(2)
    )
    return day_text(days) + "T" + clock + ":00Z"


def stages_now(deals: pd.DataFrame, as_of: date) -> pd.Series:
    """Give the stage of each deal at the last day."""
    passed = (as_of.toordinal() - deals["created"]) / (deals["decided"] - deals["created"]).clip(1)
    index = np.searchsorted(_REACHED, passed.clip(0, 1), side="right") - 1
    current = pd.Series(np.array(STAGES)[index], index=deals.index)
    done = np.where(deals["is_winner"], "closed_won", "closed_lost")
    return current.where(~deals["is_over"], done)


def history(deals: pd.DataFrame, as_of: date, rng: np.random.Generator) -> pd.DataFrame:
    """Make the rows of each deal's course; the last one is the deal as it stands."""
    length = (deals["decided"] - deals["created"]).clip(1)
    # A lost deal may end in any stage; a won one passes all
    last_stage = np.where(deals["is_winner"], 3, rng.integers(0, 4, len(deals)))
    parts = []
    for number, (stage, share) in enumerate(zip(STAGES, _REACHED, strict=True)):
        day = (deals["created"] + length * share).round().astype("int64")
        seen = (day <= as_of.toordinal()) & (number <= last_stage) & (day < deals["decided"])
        seen |= number == 0
        known = deals[seen]
        parts.append(_rows(known, day[seen], number, stage))
    over = deals[deals["is_over"]]
    final = np.where(over["is_winner"], "closed_won", "closed_lost")
    parts.append(_rows(over, over["decided"], 9, final))
    rows = pd.concat(parts, ignore_index=True)
    rows = rows.sort_values(["deal", "order"], kind="stable").reset_index(drop=True)
    return _as_today(rows, deals, rng)


def _rows(deals: pd.DataFrame, day: pd.Series, order: int, stage: object) -> pd.DataFrame:
    gone = (day - deals["created"]) / (deals["decided"] - deals["created"]).clip(1)
    total = deals["decided"] - deals["first_expected"]
    told = (total * np.where(deals["pushes"] > 0, gone.clip(0, 1), 0)).round().astype("int64")
    return pd.DataFrame(
        {
            "deal": deals.index,
            "order": order,
            "day": day.to_numpy(),
            "rep_id": deals["owner_at_close"].to_numpy(),
            "stage": stage,
            "amount": (deals["amount"] * (1 + deals["drift"] * (1 - gone.clip(0, 1)))).to_numpy(),
            "expected": (deals["first_expected"] + told).to_numpy(),
        }
    )


def _as_today(rows: pd.DataFrame, deals: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Set the last row of each deal to the deal as the CRM shows it."""
    rows["amount"] = (rows["amount"] / 1000).round() * 1000
    is_last = ~rows.duplicated("deal", keep="last")
    last = rows.loc[is_last, "deal"]
    for name, source in (("amount", "amount"), ("expected", "close_day")):
        rows.loc[is_last, name] = deals.loc[last, source].to_numpy()
    rows.loc[is_last, "stage"] = deals.loc[last, "stage"].to_numpy()
    rows.loc[rows["deal"].map(deals["amount_missing"]).to_numpy(), "amount"] = np.nan
    handed = deals[deals["rep_id"] != deals["owner_at_close"]]
    after = rows[is_last & rows["deal"].isin(handed.index)].copy()
    after["rep_id"] = after["deal"].map(handed["rep_id"])
    after["day"] = after["deal"].map(handed["handed_day"])
    after["order"] = 10
    rows = pd.concat([rows, after], ignore_index=True)
    rows = rows.sort_values(["deal", "order"], kind="stable").reset_index(drop=True)
    return pd.DataFrame(
        {
            "deal_id": rows["deal"].map(deals["deal_id"]),
            "at": at_text(rows["day"].to_numpy(), rng),
            "rep_id": rows["rep_id"],
            "stage": rows["stage"],
            "amount": rows["amount"].astype("Int64"),
            "close_on": day_text(rows["expected"].to_numpy()),
        }
    )


def activities(
    traits: pd.DataFrame, deals: pd.DataFrame, span: tuple[date, date], rng: np.random.Generator
) -> pd.DataFrame:
    """Make each rep's activities of a span of days, tied to a deal of theirs that was alive."""
    first, last = span[0].toordinal(), span[1].toordinal()
    alive = deals[(deals["decided"] >= first) & (deals["created"] <= last)]
    weight = alive["rep_id"].map(traits.set_index("rep_id")["activity"]).fillna(0.0)
    begun = alive["created"].clip(lower=first)
    days = alive["decided"].clip(upper=last) - begun + 1
    here = last - begun.groupby(alive["rep_id"]).transform("min") + 1
    per_day = weight * _A_DAY * here / days.groupby(alive["rep_id"]).transform("sum")
    counts = rng.poisson((per_day * days).to_numpy().clip(0, 60))
    row = np.repeat(np.arange(len(alive)), counts)
    day = begun.to_numpy()[row] + (rng.random(len(row)) * days.to_numpy()[row]).astype("int64")
    day -= np.where(day % 7 == 6, 1, np.where(day % 7 == 0, 2, 0))
    day = np.maximum(day, first)
    kind = rng.choice(_KINDS, len(row), p=(0.34, 0.2, 0.12, 0.24, 0.10))
    found = pd.DataFrame(
        {
            "rep_id": alive["owner_at_close"].to_numpy()[row],
            "kind": kind,
            "at": at_text(day, rng),
            "deal_id": alive["deal_id"].to_numpy()[row],
            "duration_minutes": np.where(
                kind == "email", 5, rng.choice((15, 30, 45, 60), len(row))
            ),
            "is_done": rng.random(len(row)) < 0.95,
            "is_automatic": (kind == "email") & (rng.random(len(row)) < 0.35),
        }
    ).sort_values(["at", "deal_id"], kind="stable", ignore_index=True)
    found.insert(0, "activity_id", [f"A{n + 1:06d}" for n in range(len(found))])
    return found


def with_help(
    acted: pd.DataFrame, deals: pd.DataFrame, reps: pd.DataFrame, rng: np.random.Generator
) -> pd.DataFrame:
    """Let a colleague of the team come along to one visit in twelve; some help more than others."""
    visits = acted[(acted["kind"] == "visit") & acted["is_done"]]
    chosen = visits[rng.random(len(visits)) < _COME_ALONG]
    people = reps[reps["role"] == "account_executive"].set_index("rep_id")
    here = people[people["left_on"].isna()]
    ready = pd.Series(rng.gamma(0.8, 1.0, len(here)), index=here.index)  # few do much of it
    owner = deals.set_index("deal_id")[["rep_id", "owner_at_close"]]
    rows = []
    for visit in chosen.to_dict("records"):
        of_deal = set(owner.loc[visit["deal_id"]])
        team = here["team"] == people.loc[visit["rep_id"], "team"]
        day = str(visit["at"])[:10]
        mates = [
            one
            for one in here.index[team]
            if one not in {visit["rep_id"], *of_deal} and str(here.loc[one, "hired_on"]) <= day
        ]
        if mates:
            odds = ready[mates] / ready[mates].sum()
            rows.append({**visit, "rep_id": rng.choice(mates, p=odds)})
    helped = pd.DataFrame(rows, columns=acted.columns)
    first = len(acted)
    helped["activity_id"] = [f"A{first + n + 1:06d}" for n in range(len(helped))]
    return pd.concat([acted, helped], ignore_index=True)


def leads(deals: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Make the leads behind marketing deals, and as many that led nowhere."""
    led = deals[deals["lead_source"] == "marketing"]
    wait = rng.gamma(1.2, 1.0, len(led)).astype("int64")
    known = _leads(led["rep_id"], led["created"].to_numpy() - wait - 1, wait, rng)
    known["deal_id"] = led["deal_id"].to_numpy()
    lost = led.sample(frac=0.8, random_state=int(rng.integers(0, 2**31)))
    others = _leads(lost["rep_id"], lost["created"].to_numpy(), np.zeros(len(lost), int), rng)
    others.loc[rng.random(len(others)) < 0.2, "first_touch_at"] = None
    found = pd.concat([known, others], ignore_index=True)
    found = found.sort_values(["created_at", "rep_id"], kind="stable", ignore_index=True)
    found.insert(0, "lead_id", [f"L{n + 1:06d}" for n in range(len(found))])
    return found


def _leads(
    reps: pd.Series, day: np.ndarray, wait: np.ndarray, rng: np.random.Generator
) -> pd.DataFrame:
    created = at_text(day, rng)
    return pd.DataFrame(
        {
            "rep_id": reps.to_numpy(),
            "created_at": created,
            "first_touch_at": day_text(day + wait) + "T09:" + created.str[14:],
            "source": rng.choice(("web", "fair", "webinar"), len(reps)),
        }
    )


def surveys(deals: pd.DataFrame, as_of: date, rng: np.random.Generator) -> pd.DataFrame:
    """Ask the customers of won deals; four in ten do not answer."""
    won = deals[deals["is_over"] & deals["is_winner"]]
    parts = []
    for kind, top in (("csat", 5), ("nps", 10)):
        row = np.repeat(np.arange(len(won)), 3)
        lean = won["satisfaction"].to_numpy()[row]
        mood = rng.normal(0.82 if kind == "csat" else 0.80, 0.16, len(row)) + lean * 0.12
        low = 1 if kind == "csat" else 0
        score = np.round(low + mood.clip(0, 1) * (top - low))
        day = won["decided"].to_numpy()[row] + rng.integers(5, 30, len(row))
        parts.append(
            pd.DataFrame(
                {
                    "rep_id": won["owner_at_close"].to_numpy()[row],
                    "day": day,
                    "kind": kind,
                    "score": np.where(rng.random(len(row)) < 0.6, score, np.nan),
                    "scale_max": top,
                    "account_id": won["account_id"].to_numpy()[row],
                }
            )
        )
    found = pd.concat(parts, ignore_index=True)
    found = found[found["day"] <= as_of.toordinal()].sort_values(["day", "rep_id"], kind="stable")
    found = found.reset_index(drop=True)
    found.insert(0, "response_id", [f"S{n + 1:06d}" for n in range(len(found))])
    found.insert(2, "at", at_text(found["day"].to_numpy(), rng))
    found["score"] = found["score"].astype("Int64")
    return found.drop(columns="day")
