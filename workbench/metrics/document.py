"""Write docs/metrics.md from the catalogue: `python -m workbench.metrics.document`."""

from pathlib import Path

from workbench.i18n import message
from workbench.metrics.catalogue import CATALOGUE
from workbench.metrics.metric import Metric

PAGE = Path(__file__).parents[2] / "docs" / "metrics.md"
_DIRECTIONS = {1: "higher is better", -1: "lower is better", 0: "neither"}
_HEAD = """# Metrics · 指标

Made from the catalogue by `make docs`; a test fails when it is stale. Shares are 0..1, money is in
the reporting currency. Nothing divided by nothing is absent with a reason, never 0. Rates of fewer
than 10 cases are marked, of fewer than 5 not ranked; peers are at least five others.

The record runs from the first to the last day something is known to have happened, up to as_of. A
metric that needs `record` is absent (`outside_record`) for a period without a day in common with
the company's record; one that needs `record.deals`, `record.activities` or `record.leads` also for
one without a day in common with that of those rows.

What needs `kind` counts activities of that kind: where five or more are on record and nobody ever
recorded one of it by the end of the period, the figure is absent (`kind_never_recorded`), and no 0.

What needs `state` tells how open deals stand: at the end of as_of, and of a period that is over at
the end of its last day. The history of deals tells that day, else a snapshot frozen within three
days of it (the note `seen_on` says which); a column neither tells makes the figure absent
(`state_untold`), never today's under that period's name. A figure marked "looks ahead" is, of a
period that is over, told of the next one as its last day saw it.
"""


def page() -> str:
    """Write the page: one entry per metric, in both languages."""
    return "\n".join([_HEAD, *(_entry(metric) for metric in CATALOGUE.values())])


def _entry(metric: Metric) -> str:
    zh, en = message(metric.key, "zh"), message(metric.key, "en")
    lines = [
        f"## `{metric.key}` · {en} · {zh}",
        "",
        f"- {message(f'{metric.key}-definition', 'en')}",
        f"- {message(f'{metric.key}-definition', 'zh')}",
        "- Formula: " + " · ".join(message(f"{metric.key}-formula", lang) for lang in ("en", "zh")),
        f"- {metric.id or 'plain figure'}; unit {metric.unit}; {_DIRECTIONS[metric.direction]}",
    ]
    if metric.looks_ahead:
        lines.append("- Looks ahead: once its period is over, goals read the next one's")
    if metric.needs:
        lines.append("- Needs: " + ", ".join(f"`{need}`" for need in metric.needs))
    if told := [name for name, is_needed in _recorded(metric) if is_needed]:
        lines.append("- Not where no " + " or no ".join(told) + " deal is recorded, as of orders")
    if metric.by:
        lines.append("- Also cut by: " + ", ".join(metric.by))
    return "\n".join([*lines, ""])


def _recorded(metric: Metric) -> tuple[tuple[str, bool], ...]:
    return ("open", metric.needs_open), ("lost", metric.needs_losses)


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
