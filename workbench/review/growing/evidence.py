"""Where the facts of a readiness sheet come from; each is read when it is asked for."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from workbench.metrics.recognition.teamwork import teamwork_of
from workbench.model.period import Period
from workbench.review.cycle.checking import is_blank
from workbench.review.growing.quarters import quarters_to
from workbench.review.growing.records import Days, helps_in, helps_told
from workbench.review.past import looked_back
from workbench.snapshots.some_facts import some_facts

if TYPE_CHECKING:
    from workbench.metrics.recognition.teamwork import Help
    from workbench.review.brief import Brief

Row = Mapping[str, Any]


class Evidence:
    """What is recorded of the rep of a review."""

    def __init__(self, review: "Brief") -> None:
        self.review, self.lines, self.lang = review, review.lines, review.lang
        self.day = min(review.period.last_day, review.as_of)

    def values(self, metric: str, count: int) -> list[tuple[Period, Row]]:
        """Give the facts of a metric in the last quarters, the earliest first."""
        review = self.review
        metrics = looked_back(review.book.metrics)
        found = []
        for span in quarters_to(review.calendar, review.period, count):
            facts = some_facts(review.snapshot, review.workspace, span, metrics, review.rep.rep_id)
            found += [(span, row) for row in facts.to_pylist() if row["metric"] == metric]
        return found

    def colleagues(self, count: int) -> int:
        """Count the colleagues helped in the last quarters."""
        review, rep = self.review, self.review.rep
        first = quarters_to(review.calendar, review.period, count)[0]
        days = Days.of(review.period, review.as_of, review.workspace.zone)
        days = Days(first.start, days.end, days.zone)
        told = helps_told(
            [line for line in self.lines.mentoring if line.owner == rep.rep_id],
            self.lines.praise, days,
        )  # fmt: skip
        helps = [*own_helps(review, days), *told]
        return teamwork_of(rep.rep_id, helps, {rep.rep_id: rep.manager_id}).colleagues

    def skill(self, name: str) -> int | None:
        """Give the manager's level of a skill, as far as this document may show it."""
        return skill_level(self.review, name)

    @property
    def is_rating_withheld(self) -> bool:
        """Whether the manager's levels are not for the reader, so that none is not unrated."""
        return "manager" in self.review.answers.withheld


def own_helps(review: "Brief", days: Days) -> "list[Help]":
    """Give what the data show of the rep's help to others in some days."""
    return helps_in(review.snapshot, days, review.rep.rep_id)


def trainings(review: "Brief") -> Sequence[Row]:
    """Give the rep's rows of the trainings table; none without one."""
    return review.own_rows("trainings")


def skill_level(review: "Brief", name: str) -> int | None:
    """Give the level of a skill as the manager rated it; None where the document shows none."""
    for item in review.template.forms.get("competence", ()):
        entry = review.answers.entries.get(("competence", item.key, "manager"))
        if item.kind != "competencies" or entry is None or entry.is_proposed:
            continue
        same = {row.zh.casefold(): row.en.casefold() for row in item.rows}
        for row in entry.value if not is_blank(entry.value) else ():
            told = row[0].strip().casefold()
            if same.get(told, told) == name.casefold() and row[1].strip().isdecimal():
                return int(row[1])
    return None


def months_between(first: date, last: date) -> int:
    """Count the whole months from one day to another."""
    return (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
