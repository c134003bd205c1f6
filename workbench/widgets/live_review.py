"""A review in a person's hands: beside each section that asks stand the fields to answer it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Any

import ipywidgets as ipw

from workbench.errors import WorkbenchError
from workbench.i18n import message, told
from workbench.model.spoken import spoken_period
from workbench.page.fragment import fragment
from workbench.page.parts import Group, Note
from workbench.page.shown import Shown
from workbench.review.cycle.answers import cycle_name
from workbench.review.cycle.desk import open_desk
from workbench.review.review import Review
from workbench.store import Actor
from workbench.store.cycles import list_cycles
from workbench.widgets.form import Form, form_of


@dataclass(frozen=True)
class LiveSection(Shown):
    """A section above the fields that answer it."""

    fields: Sequence[ipw.Widget] = field(default=(), compare=False)

    def _repr_mimebundle_(self, **kwargs: object) -> dict[str, Any]:
        shown = ipw.VBox([ipw.HTML(self.html), *self.fields])
        return {**shown._repr_mimebundle_(**kwargs), "text/plain": self.finding}


@dataclass(frozen=True)
class LiveReview(Review):
    """A review whose sections that ask are answered where they stand."""

    told: str = ""  # who writes, as `R01:rep`; "": nobody was named

    def section(self, key: str) -> Shown | None:
        """Make one section, with its fields where it asks."""
        shown = super().section(key)
        if shown is None or key not in self.template.forms:
            return shown
        content = {each.name: getattr(shown, each.name) for each in fields(Shown)}
        if isinstance(self.form, str):
            return LiveSection(**content, fields=[self._said(self.form)])
        own = self.form.of(key)
        return LiveSection(**(content | ({"form": None} if own else {})), fields=own)

    @cached_property
    def form(self) -> Form | str:
        """The fields of the whole review, or the sentence why there are none."""
        if not self.told:
            return message("live-nobody", self.lang, rep=self.rep.rep_id)
        cycle = cycle_name(self.period.name, self.template.name)
        desk = open_desk(self.workspace, self.lang)
        if cycle not in (each.cycle for each in list_cycles(desk.store)):
            return message(
                "live-no-cycle", self.lang, template=self.template.name, period=self.period.name,
                named=told(spoken_period(self.period.name), self.lang),
            )  # fmt: skip
        try:
            return form_of(desk, Actor.read(self.told), cycle, self.rep.rep_id)
        except WorkbenchError as error:
            return told(error, self.lang)

    def _said(self, sentence: str) -> ipw.Widget:
        return ipw.HTML(fragment(self.lang, Group([Note(sentence, is_quiet=True)], frame="box")))


def live_review(review: Review, told: str) -> LiveReview:
    """Give a review whose sections one person answers, told as `R01:rep`."""
    content = {each.name: getattr(review, each.name) for each in fields(Review)}
    return LiveReview(**content, told=told)
