"""The scenario lab: one driver at a time."""

from dataclasses import replace
from decimal import Decimal

from workbench.metrics.scenario import Changes, Drivers, scenario
from workbench.metrics.score import Item

NOW = Drivers(
    won_revenue=Decimal(600),
    quota=Decimal(1000),
    win_rate=Decimal("0.3"),
    deal_size=Decimal(100),
    cycle_days=Decimal(60),
    coverage=Decimal(1),
    win_rate_by_value=Decimal("0.25"),
)


def test_each_driver_moves_attainment_in_its_own_way():
    tried = {
        "win_rate": Changes(win_rate=Decimal("0.4")),  # 600 × 4/3
        "deal_size": Changes(deal_size=Decimal(150)),  # 600 × 1.5
        "cycle_days": Changes(cycle_days=Decimal(40)),  # 600 × 60/40
        "coverage": Changes(coverage=Decimal(3)),  # 600 + 400 × 2 × 0.25
        "quota": Changes(quota=Decimal(800)),  # 600 / 800
    }
    found = {name: scenario(NOW, change).attainment for name, change in tried.items()}

    assert {name: round(value, 4) for name, value in found.items()} == {
        "win_rate": Decimal("0.8"),
        "deal_size": Decimal("0.9"),
        "cycle_days": Decimal("0.9"),
        "coverage": Decimal("0.8"),
        "quota": Decimal("0.75"),
    }


def test_the_score_follows_attainment():
    items = (
        Item("quota_attainment", Decimal(60), Decimal("0.6")),
        Item("csat", Decimal(40), Decimal(1)),
    )
    found = scenario(NOW, Changes(deal_size=Decimal(150)), items)

    assert found.score.value == Decimal("0.94")


def test_an_unknown_driver_gives_a_reason_and_no_figure():
    unknown = replace(NOW, win_rate=None)

    assert scenario(unknown, Changes(win_rate=Decimal("0.4"))).reason == "driver_unknown"
    assert scenario(replace(NOW, quota=None), Changes()).reason == "no_quota"
    assert scenario(replace(NOW, win_rate=Decimal(0)), Changes(win_rate=Decimal("0.4"))).reason
