"""Draw how the cost of a review grows, through the look of the house."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from workbench.charts import theme
from workbench.charts.drawing import svg_of
from workbench.charts.layers import altair

FILE = Path(__file__).parents[1] / "docs" / "pictures" / "batch-cost.svg"
TITLES = {
    "reps": ("reps of the company", "processor seconds per rep"),
    "deals": ("deals of the company", "processor seconds per rep"),
    "workers": ("kernels at once", "seconds per rep by the clock"),
}


def draw(measured: Mapping[str, Sequence[tuple[float, float]]], file: Path = FILE) -> Path:
    """Draw one small chart per thing that grows.

    Parameters
    ----------
    measured
        Pairs of size and cost by what grows: `reps`, `deals`, `workers`.
    """
    alt = altair()
    charts = [_chart(name, pairs) for name, pairs in measured.items()]
    spec = alt.hconcat(*charts, config={**theme.config(), "background": theme.PAPER}).to_dict()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(svg_of(spec), encoding="utf-8")
    return file


def _chart(name: str, pairs: Sequence[tuple[float, float]]):
    alt = altair()
    across, up = TITLES[name]
    rows = [{"size": size, "cost": cost} for size, cost in pairs]
    room = alt.Scale(domain=[0, 1.25 * max(cost for _, cost in pairs)], nice=False)  # for labels
    base = alt.Chart(alt.Data(values=rows), width=220, height=160).encode(
        x=alt.X(
            "size:Q",
            title=across,
            axis=alt.Axis(values=[size for size, _ in pairs]),
            scale=alt.Scale(padding=24, zero=False, nice=False),
        ),
        y=alt.Y("cost:Q", title=up, scale=room),
    )
    label = base.mark_text(dy=-10).encode(text=alt.Text("cost:Q", format=".2f"))
    return base.mark_line(color=theme.REP) + base.mark_point(color=theme.REP, filled=True) + label
