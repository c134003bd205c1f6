"""What the reviews tell of a rep's pay: the score, and the part taken in them, read once."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.i18n import Lang
from workbench.incentives.inputs import Measure
from workbench.model.period import Period
from workbench.review.pay.from_reviews import (
    NO_CYCLE,
    PARTICIPATION,
    SCORE,
    participations,
    review_score,
    standings_of,
)
from workbench.review.person import Person
from workbench.review.reader import document_of
from workbench.review.rep_period import RepPeriod
from workbench.review.template import load_template
from workbench.snapshots import Snapshot
from workbench.sources.workspace import Workspace
from workbench.store.actor import Actor
from workbench.store.standing import Standing

_Told = dict[str, Measure]


@dataclass(frozen=True)
class ReviewsTold:
    """What reviews tell of everybody's pay, for sales ops."""

    workspace: Workspace
    snapshot: Snapshot
    people: Mapping[str, Person]
    lang: Lang
    _known: dict[tuple[str, str], _Told] = field(default_factory=dict)
    _parts: dict[str, _Told] = field(default_factory=dict)
    _standings: dict[str, list[Standing]] = field(default_factory=dict)

    def of(self, rep_id: str, period: Period, wanted: set[str]) -> Mapping[str, Measure]:
        """Give what the review of a rep tells of a period."""
        key = (rep_id, period.name)
        if key not in self._known:
            review, told = self._review(rep_id, period), {}
            if PARTICIPATION in wanted:
                told[PARTICIPATION] = self._took_part(review).get(rep_id, NO_CYCLE)
            if SCORE in wanted:
                told[SCORE] = review_score(review, self._standing(review))
            self._known[key] = told
        return self._known[key]

    def _took_part(self, review: RepPeriod) -> Mapping[str, Measure]:
        name = review.period.name
        if name not in self._parts:
            self._parts[name] = participations(review, Actor.program("pay"))
        return self._parts[name]

    def _standing(self, review: RepPeriod) -> list[Standing]:
        name = review.period.name
        if name not in self._standings:
            self._standings[name] = standings_of(review, Actor.program("pay"))
        return self._standings[name]

    def _review(self, rep_id: str, period: Period) -> RepPeriod:
        template = load_template(self.workspace.template, self.workspace.folder)
        return RepPeriod(
            workspace=self.workspace, snapshot=self.snapshot, period=period,
            rep=self.people[rep_id], template=template, lang=self.lang,
            reader=document_of(rep_id),
        )  # fmt: skip
