"""Who works in the made company: traits, teams, managers, who came and who left."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

TEAM_SIZE = 5
SEGMENTS = ("enterprise", "mid", "smb")
_TEAMS = (("华东", "East"), ("华南", "South"), ("华北", "North"), ("海外", "International"))
_NAMES = (
    "李娜", "周启文", "吴佳音", "冯若谷", "赵明珂",
    "孙雨桐", "Ethan Clarke", "沈嘉木", "韩叙", "何一帆",
    "王思远", "许知行", "Priya Raman", "陈可心", "郑海宁",
    "Olivia Bennett", "Lucas Meyer", "林静", "Sofia Rossi", "Daniel Okafor",
    "马晓东", "Grace Liu",
)  # fmt: skip
_MANAGERS = ("陈立", "黄志强", "刘敏", "Helen Carter")
_SURNAMES = tuple("王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗")
_GIVEN = (
    "子涵",
    "雨桐",
    "浩然",
    "思远",
    "一诺",
    "嘉木",
    "明珂",
    "若谷",
    "海宁",
    "静怡",
    "晓东",
    "可心",
)
_LEVELS = ("AE1", "AE2", "AE3")
FORMER = 2  # reps of the small company who left before the last year


@dataclass(frozen=True)
class Staff:
    """The reps with their traits, one row each, and the tables written of them."""

    reps: pd.DataFrame
    traits: pd.DataFrame  # rep_id, skill, deals_per_month, discount, activity, slip, p_<segment>


def hire(count: int, start: date, as_of: date, rng: np.random.Generator) -> Staff:
    """Make `count` account executives, their managers, and two who left earlier.

    The traits of the small company's first twenty carry the planted stories of its README.
    """
    total = count + FORMER
    width = max(2, len(str(total)))
    ids = [f"R{n + 1:0{width}d}" for n in range(total)]
    teams = max(1, -(-count // TEAM_SIZE))
    team = np.minimum(np.arange(total) // TEAM_SIZE, teams - 1)
    team[count:] = rng.integers(0, teams, FORMER)
    frame = pd.DataFrame(
        {
            "rep_id": ids,
            "name": _names(total, rng),
            "team": [_team_name(int(index)) for index in team],
            "region": [_TEAMS[int(index) % len(_TEAMS)][0] for index in team],
            "manager_id": [f"M{int(index) + 1:02d}" for index in team],
            "level": rng.choice(_LEVELS, total, p=(0.3, 0.45, 0.25)),
            "role": "account_executive",
            "hired_on": _hired(total, start, rng),
            "left_on": pd.Series([None] * total, dtype=object),
        }
    )
    traits = _traits(frame, rng)
    _plant(frame, traits, count, as_of)
    return Staff(_with_managers(frame, teams, start, as_of), traits)


def _team_name(index: int) -> str:
    name = _TEAMS[index % len(_TEAMS)][0]
    return name if index < len(_TEAMS) else f"{name}{index // len(_TEAMS) + 1}"


def _names(total: int, rng: np.random.Generator) -> list[str]:
    surnames, given = rng.choice(_SURNAMES, total), rng.choice(_GIVEN, total)
    made = [f"{one}{other}" for one, other in zip(surnames, given, strict=True)]
    return [*_NAMES[:total], *made[len(_NAMES) :]]


def _hired(total: int, start: date, rng: np.random.Generator) -> list[date]:
    days = rng.integers(200, 3000, total)
    return [date.fromordinal(start.toordinal() - int(back)) for back in days]


def _traits(frame: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    total = len(frame)
    level = frame["level"].map({"AE1": 0.82, "AE2": 1.0, "AE3": 1.22}).to_numpy()
    mix = rng.dirichlet((2.2, 4.5, 4.5), total)
    traits = pd.DataFrame(
        {
            "rep_id": frame["rep_id"],
            "skill": rng.normal(1.0, 0.14, total).clip(0.65, 1.35),
            "deals_per_month": (rng.normal(7.4, 1.1, total) * level).clip(4.0, 12.0),
            "discount": rng.normal(0.10, 0.025, total).clip(0.03, 0.18),
            "activity": rng.normal(2.0, 0.45, total).clip(0.9, 3.4),
            "slip": rng.beta(2, 6, total),
            "lift": rng.normal(0.88, 0.15, total).clip(0.55, 1.2),
            "satisfaction": rng.normal(0.0, 0.25, total),
        }
    )
    for column, segment in enumerate(SEGMENTS):
        traits[f"p_{segment}"] = mix[:, column]
    return traits


def _plant(frame: pd.DataFrame, traits: pd.DataFrame, count: int, as_of: date) -> None:
    """Give the stories their people; the README names them."""

    def be(row: int, **values: float) -> None:
        for name, value in values.items():
            traits.loc[row, name] = value

    year = as_of.year
    be(2, skill=1.25, discount=0.27, lift=1.04)  # R03 the discounter
    be(
        6, deals_per_month=2.2, skill=1.2, p_enterprise=0.15, p_mid=0.45, p_smb=0.40, lift=0.9
    )  # R07 luck
    be(10, p_enterprise=0.70, p_mid=0.0, p_smb=0.30, deals_per_month=8.0)  # R11 Simpson, the better
    be(11, p_enterprise=0.15, p_mid=0.0, p_smb=0.85, deals_per_month=9.0)  # R12 Simpson, the other
    be(14, slip=0.85, skill=0.85, lift=0.62)  # R15 the slipping pipeline
    be(
        17, skill=1.5, lift=1.34, activity=0.7, satisfaction=0.6, discount=0.05, slip=0.05
    )  # R18 quiet
    frame.loc[4, "hired_on"] = date(year, 2, 16)  # R05 still ramping
    frame.loc[6, "hired_on"] = date(year, 1, 5)
    frame.loc[count - 1, "left_on"] = date(year, 8, 14)
    frame.loc[count, "left_on"] = date(year - 1, 3, 31)
    frame.loc[count + 1, "left_on"] = date(year - 2, 9, 30)


def _with_managers(frame: pd.DataFrame, teams: int, start: date, as_of: date) -> pd.DataFrame:
    names = [_MANAGERS[index % len(_MANAGERS)] for index in range(teams)]
    managers = pd.DataFrame(
        {
            "rep_id": [f"M{index + 1:02d}" for index in range(teams)],
            "name": [
                name if index < len(_MANAGERS) else f"{name} {index // len(_MANAGERS) + 1}"
                for index, name in enumerate(names)
            ],
            "team": [_team_name(index) for index in range(teams)],
            "region": [_TEAMS[index % len(_TEAMS)][0] for index in range(teams)],
            "manager_id": None,
            "level": "M1",
            "role": "sales_manager",
            "hired_on": [date(start.year - 6 + index % 4, 3, 1) for index in range(teams)],
            "left_on": None,
        }
    )
    everyone = pd.concat([frame, managers], ignore_index=True)
    everyone["email"] = everyone["rep_id"].str.lower() + "@example.com"
    everyone["segment"] = "all"
    everyone["is_active"] = [left is None or left > as_of for left in everyone["left_on"]]
    is_latin = everyone["name"].str.match(r"[A-Za-z]")
    everyone["language"] = np.where(is_latin, "en", "zh")
    return everyone
