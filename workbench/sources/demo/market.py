"""What the made company sells, to whom, and at what rate."""

from datetime import date

import numpy as np
import pandas as pd

PRODUCTS = pd.DataFrame(
    [
        ("A100", "AnaLab 100", "analysers", 68_000),
        ("A300", "AnaLab 300", "analysers", 148_000),
        ("A900", "AnaLab 900", "analysers", 320_000),
        ("D10", "Detector D10", "detectors", 4_200),
        ("D20", "Detector D20", "detectors", 9_600),
        ("D50", "Detector D50", "detectors", 21_000),
        ("S1", "Service plan, one year", "service", 3_600),
        ("S3", "Service plan, three years", "service", 9_800),
    ],
    columns=["product_id", "name", "family", "list_price"],
)
_INDUSTRIES = ("chemicals", "pharma", "water", "food", "steel", "electronics", "port", "energy")
_PLACES = (
    "长汀",
    "江岸",
    "北辰",
    "渡口",
    "云岭",
    "海宁",
    "青田",
    "临港",
    "锦屏",
    "松原",
    "白河",
    "安吉",
)
_TRADES = ("材料", "港务", "电子", "钢构", "制药", "食品", "水务", "化工", "能源", "半导体")
_WORDS = ("Harbour", "Northfield", "Alder", "Keystone", "Summit", "Cobalt", "Meridian", "Larch")
_KINDS = ("Foods", "Chemicals", "Pharma", "Water", "Steel", "Labs", "Energy", "Systems")


def accounts(count: int, start: date, reps: pd.Series, rng: np.random.Generator) -> pd.DataFrame:
    """Make accounts, one in ten a subsidiary of another, one in five named."""
    zh = [f"{place}{trade}" for place in _PLACES for trade in _TRADES]
    en = [f"{word} {kind}" for word in _WORDS for kind in _KINDS]
    pool = rng.permutation(np.array([*zh, *en], dtype=object))
    names = [
        pool[n] if n < len(pool) else f"{pool[n % len(pool)]} {n // len(pool) + 1}"
        for n in range(count)
    ]
    ids = [f"C{n + 1:05d}" for n in range(count)]
    parent = np.full(count, None, dtype=object)
    for child in rng.choice(np.arange(1, count), count // 10, replace=False):
        parent[child] = ids[int(rng.integers(0, child))] if child % 7 else None
    return pd.DataFrame(
        {
            "account_id": ids,
            "name": names,
            "parent_id": parent,
            "owner_id": rng.choice(reps, count),
            "is_named": rng.random(count) < 0.2,
            "industry": rng.choice(_INDUSTRIES, count),
            "region": rng.choice(["华东", "华南", "华北", "海外"], count),
            "size": rng.choice(["large", "medium", "small"], count, p=(0.2, 0.4, 0.4)),
            "created_on": [
                date.fromordinal(start.toordinal() - int(back))
                for back in rng.integers(30, 2000, count)
            ],
        }
    )


def fx_rates(start: date, as_of: date, rng: np.random.Generator) -> pd.DataFrame:
    """Give the dollar's rate in yuan at the start of each month."""
    months = pd.date_range(start.replace(day=1), as_of, freq="MS")
    drift = np.cumsum(rng.normal(0, 0.012, len(months)))
    rates = (7.15 + drift).clip(6.95, 7.35).round(4)
    return pd.DataFrame({"currency": "USD", "on": months.date, "rate": rates})
