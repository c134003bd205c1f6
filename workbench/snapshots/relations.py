"""The relations of a cut: what there is, which rows a choice keeps, and their answers."""

import json
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Any

from workbench.model.period import Period
from workbench.snapshots.answers import KEPT, Answers
from workbench.snapshots.where import Bound, Codes, Where, within

NAMES = ("open", "created", "closed", "sold", "passages", "stages")
_LISTED = f"""
SELECT t.id AS deal_id, t.title AS name, coalesce(a.name, t.account_id) AS account,
    r.* EXCLUDE (deal_id) FROM ({{rows}}) AS r
    JOIN (SELECT no, deal_id AS id, name AS title, account_id FROM {KEPT}.texts) AS t
    ON t.no = r.deal_id LEFT JOIN {KEPT}.accounts AS a USING (account_id) ORDER BY {{order}}"""


class Relations:
    """The tables of one cut, read in place."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self.columns: dict[str, dict[str, str]] = {}  # by table: its columns with their types
        found = self.rows(
            "SELECT table_name, column_name, data_type FROM information_schema.columns"
            f" WHERE table_catalog = '{KEPT}' ORDER BY table_name, ordinal_position"
        )
        for row in found:
            if row["table_name"] in NAMES:
                self.columns.setdefault(row["table_name"], {})[row["column_name"]] = row[
                    "data_type"
                ]
        for name in self.columns:
            answers.run(f"CREATE VIEW {name} AS FROM {KEPT}.{name}")

    def rows(self, sql: str, bound: Bound | None = None) -> list[dict[str, Any]]:
        """Run a statement; a dictionary for each row. What it tells of a deal is its number."""
        return self._answers.rows(sql, bound)

    def run(self, sql: str, bound: Bound | None = None) -> list[dict[str, Any]]:
        """Run a statement and remember nothing: one that makes or drops a table."""
        return self._answers.run(sql, bound)

    def listed(self, sql: str, bound: Bound, order: str) -> list[dict[str, Any]]:
        """Run a statement that gives deals, each with its `deal_id`, `name` and `account`.

        Parameters
        ----------
        order
            What its rows are sorted by; deals stand in the order of their numbers.
        """
        return self.rows(_LISTED.format(rows=sql, order=order), bound)

    def has(self, name: str) -> bool:
        """Whether a relation could be made of this workspace's tables."""
        return name in self.columns

    def kept(self, name: str, period: Period | None, where: Where) -> tuple[str, Bound]:
        """Write which rows of a relation are kept; open deals have no period."""
        condition, bound = where.conditions(self._codes)
        if period is None or name == "open":
            return condition, bound
        inside, days = within(period)
        return f"{inside} AND {condition}", [*days, *bound]

    @cached_property
    def first_day(self) -> date:
        """The first day anything is known of: a deal was created or closed."""
        return self._whole["first_day"] or date.max

    @property
    def is_shared(self) -> bool:
        """Whether any deal counts for several reps, each with a part."""
        return bool(self._whole["is_shared"])

    def levels(self, column: str) -> list[str]:
        """List the values of `segment` or `products` over the whole record, sorted."""
        return [row["level"] for row in self.rows(f"FROM {KEPT}.{column}_levels ORDER BY level")]

    def lacks(self) -> list[dict[str, Any]]:
        """Give the figures that cannot be computed here: `metric`, `reason` and `note`."""
        return self.rows(f"FROM {KEPT}.lacks")

    @cached_property
    def _whole(self) -> dict[str, Any]:
        return self.rows(f"FROM {KEPT}.known")[0]

    @cached_property
    def _codes(self) -> Codes:
        """Give the codes of what is asked for by name."""
        stages = self.rows('FROM stages ORDER BY "rank"') if self.has("stages") else []
        reached = [
            [row["stage"] for row, mark in zip(stages, marks, strict=False) if mark == "1"]
            for marks in self._values("reached")
        ]
        products = [json.loads(text or "[]") for text in self._values("products")]
        reps = [[rep_id] for rep_id in self._values("rep_id")]
        return Codes(*(_holding(each) for each in (reps, products, reached)))

    def _values(self, kind: str) -> list[str]:
        """List the values of a type in the order of their codes."""
        found = self.rows(f"SELECT unnest(enum_range(NULL::{KEPT}.{kind})) AS value")
        return [row["value"] for row in found]


def _holding(values: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    """Give by name the codes of the values that hold it."""
    found: dict[str, list[int]] = {}
    for code, names in enumerate(values):
        for name in names:
            found.setdefault(name, []).append(code)
    return found
