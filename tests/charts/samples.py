"""One drawing of every chart, and of the cases that break charts, for the tests of this room."""

from workbench.charts.attainment import PeriodBar, attainment
from workbench.charts.bars import Bar, bars
from workbench.charts.concentration import concentration
from workbench.charts.course import Line, Point, course
from workbench.charts.coverage import Mark, OpenAmount, coverage
from workbench.charts.cumulative import Calendar, Run, Step, cumulative
from workbench.charts.deal_map import Spot, deal_map
from workbench.charts.fan import Ahead, fan
from workbench.charts.peers import RateRow, peers
from workbench.charts.pipeline import OpenDeal, open_deals
from workbench.charts.ranking import Standing, ranking
from workbench.charts.stage_flow import Stage, stage_flow
from workbench.charts.tiny import bullet, interval
from workbench.charts.tiny import course as tiny_course
from workbench.charts.trend import trend
from workbench.charts.waterfall import Change, waterfall

HOSTILE = "<script>alert(1)</script>\"'&😀]]>\x00\x0b"
LONG = "华东精密仪器制造有限公司上海分公司浦东新区张江营业部" * 3
STAGES = ("需求", "Evaluation", "方案", LONG)
QUARTER = Calendar(days=92, months=((0, 31, "7月"), (31, 62, "8月"), (62, 92, "9月")))
LAST_YEAR = Run(
    label="2025", steps=(Step(19, 35), Step(44, 62), Step(78, 148)), last_day=92, is_this=False
)


def period(name="2026-Q3", value=181.0, label="181.0万，120.7%", target=150.0, *, is_this=True):
    return PeriodBar(name=name, value=value, label=label, target=target, is_this=is_this)


def drawn_attainment(*rows):
    return lambda width: attainment(rows, width=width, target_label="目标150.0万")


def drawn_cumulative(run, target=150.0):
    return lambda width: cumulative(
        (run, LAST_YEAR),
        QUARTER,
        width=width,
        amount_text="{:.0f}万".format,
        target=target,
        target_label="目标150.0万",
    )


def drawn_deals(count):
    deals = [
        OpenDeal(
            name=HOSTILE if n == 0 else f"长汀材料{n}",
            stage=STAGES[n % 4],
            age_days=n * 37 % 91,
            amount=None if n % 9 == 0 else float(n),
            is_past_due=n % 5 == 0,
        )
        for n in range(count)
    ]
    return lambda width: open_deals(deals, STAGES, width=width, days_text="{:.0f}天".format)


def drawn_coverage(amount, *marks):
    rows = (
        OpenAmount(name="四季度到期", value=amount, label="342.0万，14单"),
        OpenAmount(name="逾期未结", value=68, label="68.0万，2单，不计入", is_counted=False),
    )
    return lambda width: coverage(rows, marks, width=width)


def drawn_peers(width):
    rows = (
        RateRow(
            name="赢单率",
            value=5 / 14,
            label="35.7%",
            note="5 / 14",
            low=0.16,
            high=0.61,
            peer_low=0.26,
            peer_middle=0.32,
            peer_high=0.38,
        ),
        RateRow(name="推迟率", value=3 / 8, label="37.5%", note="3 / 8 小样本", is_unsteady=True),
        RateRow(name=LONG, value=None, label="—", note="没有记录：" + LONG),
        RateRow(name="Win rate", value=1.0, label="100.0%", note="25 / 25", low=0.87, high=1.0),
    )
    return peers(rows, width=width, rep_label="This rep", peer_label="Middle half of the peers")


def drawn_trend(width):
    names = [f"{2024 + n // 4}-Q{n % 4 + 1}" for n in range(8)]
    values = (90, 120, 148, -6, 110, None, 0, 181)
    rows = [
        period(name, value, "—" if value is None else f"{value}.0万", 130, is_this=n == 7)
        for n, (name, value) in enumerate(zip(names, values, strict=True))
    ]
    return trend(rows, width=width)


def drawn_waterfall(width):
    rows = (
        Change(name="2025-Q3", value=148, label="148.0万", is_total=True),
        Change(name="销量", value=44.5, label="+44.5万"),
        Change(name="价格", value=-11.5, label="−11.5万"),
        Change(name="2026-Q3", value=181, label="181.0万", is_total=True),
    )
    return waterfall(rows, width=width)


def drawn_concentration(width):
    accounts = [(HOSTILE, 0.249, "24.9%"), (LONG, 0.2, "20.0%"), ("A&B", 0.05, "5.0%")]
    return concentration(accounts, width=width, rest=("其余9家", 0.5, "50.1%"))


THIS = Run(label="2026", steps=(Step(9, 40, "D1"), Step(81, 181)), last_day=92)


def standing(name="李娜", value=0.357, label="36%", note="5 / 14", **more):
    return Standing(key=name, name=name, value=value, label=label, note=note, **more)


def drawn_ranking(*rows, line=0.318):
    return lambda width: ranking(
        rows, width=width, line=line, line_label="全组 31.8%", axis_text="{:.0%}".format,
        is_share=True,
    )  # fmt: skip


def drawn_course(*values, other=None):
    def line(name, told):
        points = [
            Point(name=f"2025-Q{n}", value=value, label=f"{value}", n_label="n=330", is_this=n == 4,
                  low=value and value * 0.9, high=value and value * 1.1)
            for n, value in enumerate(told, 1)
        ]  # fmt: skip
        return Line(name=name, points=points)

    beside = line("全部销售", other) if other else None
    return lambda width: course(line(LONG, values), beside, width=width, axis_text="{:,.0f}".format)


def drawn_flow(*counts):
    stages = [
        Stage(key=name, name=name, passed=passed, still=still, lost=lost, rate_label="83%",
              counts=f"{passed} / {passed + lost}", is_picked=still == 3)
        for name, (passed, still, lost) in zip(STAGES, counts, strict=False)
    ]  # fmt: skip
    return lambda width: stage_flow(stages, width=width, heads=("通过", "仍在", "丢单"))


def drawn_map(*spots):
    return lambda width: deal_map(
        [Spot(days=days, amount=amount, n=n, is_late=n == 2, hover=HOSTILE)
         for days, amount, n in spots],
        width=width, days_text="{:.0f}天".format, amount_text="{:,.0f}".format,
    )  # fmt: skip


MONTHS = [f"{n}月" for n in range(1, 13)]


def drawn_fan(*so_far, target=497.0):
    ahead = [Ahead(380.0, 400.0, 420.0), Ahead(460.0, 480.0, 500.0, "480.0万元")]
    return lambda width: fan(
        so_far, ahead, MONTHS[: len(so_far) + 2], width=width, amount_text="{:.0f}万".format,
        target=target, target_label="目标497.0万",
    )  # fmt: skip


DRAWINGS = {
    "fan": drawn_fan(*(36.0 * n for n in range(1, 11))),
    "fan, below zero": drawn_fan(-40.0, 20.0),
    "fan, no target": drawn_fan(360.0, target=None),
    "attainment": drawn_attainment(period(), period("2025-Q3", 148, "148.0万", 143, is_this=False)),
    "attainment, no target": drawn_attainment(period(target=None)),
    "attainment, nothing won": drawn_attainment(period(value=0, label="0元，0.0%")),
    "attainment, below zero": drawn_attainment(period(value=-20, label="−20.0万")),
    "attainment, three times": drawn_attainment(period(value=450, label="450.0万，300.0%")),
    "attainment, just short": drawn_attainment(period(value=149, label="149.0万，99.3%")),
    "attainment, absent": drawn_attainment(period(value=None, label="— " + LONG, target=None)),
    "cumulative": drawn_cumulative(THIS),
    "cumulative, no deals": drawn_cumulative(Run(label="2026", steps=(), last_day=40)),
    "cumulative, one deal": drawn_cumulative(Run(label="2026", steps=(Step(0, 3),), last_day=92)),
    "cumulative, no target": drawn_cumulative(THIS, None),
    "coverage": drawn_coverage(342, Mark(190, "目标190.0万"), Mark(513.5, "需要513.5万")),
    "coverage, marks that touch": drawn_coverage(
        5, Mark(190, "目标190.0万"), Mark(195, "需要195.0万")
    ),
    "coverage, no quota": drawn_coverage(0),
    "deals": drawn_deals(18),
    "deals, none": drawn_deals(0),
    "deals, one": drawn_deals(1),
    "deals, three hundred": drawn_deals(300),
    "bars": lambda width: bars([Bar(name=LONG, value=5, label="5.0万")] * 4, width=width),
    "bars, below zero": lambda width: bars(
        [
            Bar(name="退货", value=-30, label="−30.0万"),
            Bar(name="新签", value=120, label="120.0万"),
        ],
        width=width,
        axis_text="{:.0f}万".format,
    ),
    "bars, all below zero": lambda width: bars(
        [Bar(name="退货", value=-30, label="−30.0万")], width=width
    ),
    "bars, named alike": lambda width: bars(
        [Bar(name=f"{LONG}{end}", value=5, label="5.0万") for end in ("甲", "乙")], width=width
    ),
    "coverage, below zero": drawn_coverage(-20, Mark(190, "目标190.0万")),
    "cumulative, below zero": drawn_cumulative(
        Run(label="2026", steps=(Step(9, 40), Step(81, -60)), last_day=92)
    ),
    "trend, all below zero": lambda width: trend(
        [period(value=-6, label="−6.0万", target=None)], width=width
    ),
    "waterfall, below zero": lambda width: waterfall(
        [
            Change(name="2025-Q3", value=40, label="40.0万", is_total=True),
            Change(name="数量", value=-70, label="−70.0万"),
            Change(name="2026-Q3", value=-30, label="−30.0万", is_total=True),
        ],
        width=width,
    ),
    "peers": drawn_peers,
    "trend": drawn_trend,
    "waterfall": drawn_waterfall,
    "concentration": drawn_concentration,
    "bullet": lambda width: bullet(1.2, 1.0, width=width),
    "bullet, torn": lambda width: bullet(3.0, 1.0, width=width),
    "bullet, below zero": lambda width: bullet(-0.2, 1.0, width=width),
    "bullet, far below zero": lambda width: bullet(-3.0, 1.0, width=width),
    "bullet, absent": lambda width: bullet(None, 1.0, width=width),
    "interval": lambda width: interval(
        5 / 14, (0.16, 0.61), reference=0.3, band=(0.2, 0.4), width=width
    ),
    "interval, below zero": lambda width: interval(
        -0.5, band=(0.2, 0.4), domain=(-0.5, 0.4), width=width
    ),
    "interval, absent": lambda width: interval(None, width=width),
    "tiny course": lambda width: tiny_course([1.0, None, 3.0, 2.0], width=width, reference=1.0),
    "ranking": drawn_ranking(
        standing(low=0.16, high=0.61, is_picked=True),
        standing(LONG, 0.5, "50%", "12 / 24", low=0.3, high=0.7, tone="peer"),
        standing(HOSTILE, 0.25, "—", "1 / 4  n < 5", low=0.05, high=0.7, is_small=True),
        standing("无", None, "—", LONG),
    ),
    "ranking, of amounts below zero": drawn_ranking(
        standing("a", -0.4, "-40%"), standing("b", 0.0, "0%"), line=None
    ),
    "ranking, of nobody": drawn_ranking(line=None),
    "course": drawn_course(30.0, 35.0, None, 31.8, other=[20.0, 25.0, 31.0, 32.0]),
    "course, below zero": drawn_course(30.0, -20.0, 10.0, 5.0),
    "course, of one": drawn_course(0.0),
    "flow": drawn_flow((302, 88, 61), (241, 70, 74), (0, 3, 0), (118, 33, 29)),
    "map": drawn_map((0, 1, 1), (400, 9.9e8, 2)),
    "map, of nothing": drawn_map(),
}
