"""The form of a section, or of a whole review, live: each side writes its own and sees the rest."""

from collections.abc import Iterable
from dataclasses import dataclass

import ipywidgets as ipw

from workbench.errors import require_known
from workbench.i18n import message, require_lang
from workbench.model.given import one_of, texts
from workbench.page.form import Form as FormPart
from workbench.page.fragment import fragment, inset
from workbench.page.parts import Heading, Paragraph
from workbench.page.section import Section
from workbench.review.cycle.answers import cycle_name
from workbench.review.cycle.desk import Desk, open_desk
from workbench.review.cycle.drawn import drawn_entries
from workbench.review.forms import form as asked
from workbench.review.review import Review
from workbench.review.stylesheet import stylesheet
from workbench.review.template import template_names
from workbench.review.whom import rep_in_cycle
from workbench.sources.workspace import open_workspace
from workbench.store import Actor
from workbench.store.entries import Place, read_entries
from workbench.store.promises import promises_of
from workbench.store.rules import may_write
from workbench.store.subjects import read_subject
from workbench.widgets import kept
from workbench.widgets.draft import Draft
from workbench.widgets.ledger import Answering
from workbench.widgets.moved_on import moved_on_line
from workbench.widgets.steps import Steps

_LEDGER = "commitments"  # the section that goes through earlier promises
_LAST = "signoff"  # where one hands in and signs


@dataclass(frozen=True)
class Form:
    """The forms of a review in one person's hands; shows itself in a notebook."""

    review: Review
    drafts: dict[str, Draft]  # by section.item.side, those this person may write now
    ledger: list[Answering]  # promises of earlier reviews, to be answered
    steps: Steps  # question a figure, hand in, sign
    widget: ipw.Widget

    def of(self, section: str) -> list[ipw.Widget]:
        """Give the fields of one section; whoever signs off does so in the last."""
        own = [
            draft.widget for name, draft in self.drafts.items() if name.startswith(f"{section}.")
        ]
        if section == _LEDGER:
            own = [*(each.widget for each in self.ledger), *own]
        return [*own, self.steps.widget] if section == _LAST else own

    def _repr_mimebundle_(self, **kwargs: object) -> dict[str, str]:
        bundle: dict[str, str] = self.widget._repr_mimebundle_(**kwargs)
        return bundle


def open_form(
    rep_id: str,
    period: str = "",
    workspace: str = "",
    *,
    actor: str,
    section: str = "",
    template: str = "",
    lang: str = "",
) -> Form:
    """Open the forms of a review for one person.

    Parameters
    ----------
    rep_id, period, workspace, template
        Whose review, of which cycle; "" takes the workspace's own.
    actor
        Who writes, as person and role: `R19:rep`, `M02:manager`.
    section
        Its key; "" takes all sections with a form.

    Returns
    -------
    Form
        What this person may write now as fields, saved as they are typed; the rest as it stands.

    Raises
    ------
    UnknownNameError
        When there is no such cycle, rep or section.
    RefusedError
        When this person has no part in the review.
    """
    told = texts(period=period, workspace=workspace, section=section, lang=lang)
    space = open_workspace(told["workspace"] or None)
    desk = open_desk(space, require_lang(told["lang"] or space.languages[0]))
    span = space.calendar.period(told["period"] or space.default_period)
    chosen = one_of("template", template, template_names(space.folder), is_optional=True)
    cycle = cycle_name(span.name, chosen or space.template)
    whose = rep_in_cycle(desk.snapshot, rep_id)
    return form_of(desk, Actor.read(actor), cycle, whose, told["section"])


def form_of(desk: Desk, actor: Actor, cycle: str, rep_id: str, section: str = "") -> Form:
    """Open the forms of a review of a cycle; see `open_form`."""
    subject = read_subject(desk.store, actor, cycle, rep_id)
    review = desk.review(actor, cycle, rep_id)
    asked = review.template.forms
    if section:
        require_known("form", [section], asked)
    keys = [section] if section else [key for key in review.template.sections if key in asked]
    entries = drawn_entries(read_entries(desk.store, actor, cycle, rep_id), desk.lang)
    others = desk.others(cycle, rep_id)
    earlier = [
        each for each in promises_of(desk.store, actor, cycle, rep_id) if each.cycle != cycle
    ]
    ledger = [
        Answering(desk.store, actor, cycle, each, review)
        for each in earlier
        if _LEDGER in keys and may_write(actor, subject, "shared")
    ]
    drafts = {
        f"{key}.{item.key}.{side}": Draft(
            desk.store, actor, Place(cycle, rep_id, key, item.key, side), item, desk.lang,
            desk.workspace.time_zone, entries.get((key, item.key, side)), others,
        )
        for key in keys
        for item in asked[key]
        if not (key == _LEDGER and earlier and item.kind == "actions")  # the ledger takes its place
        for side in item.sides
        if may_write(actor, subject, side)
    }  # fmt: skip
    steps = Steps(desk, actor, cycle, rep_id, drafts.values())
    for draft in drafts.values():
        draft.closed = steps.close
    moved_on = moved_on_line(desk.workspace, review.snapshot, desk.lang)
    told = [ipw.HTML(fragment(desk.lang, Paragraph(moved_on)))] if moved_on else []
    parts = [*told, *_shown(review, keys, drafts, ledger), steps.widget]
    widget = ipw.VBox(parts)
    kept.mark_form(widget, desk.store, actor, cycle, rep_id)
    return Form(review, drafts, ledger, steps, widget)


def _shown(
    review: Review, keys: Iterable[str], drafts: dict[str, Draft], ledger: list[Answering]
) -> Iterable[ipw.Widget]:
    for key in keys:
        own = [draft.widget for name, draft in drafts.items() if name.startswith(f"{key}.")]
        if key == _LEDGER:
            own = [*(each.widget for each in ledger), *own]
        title = message(f"{key}-name", review.lang)
        yield ipw.HTML(fragment(review.lang, Heading(title)))
        if own:
            yield ipw.VBox(own)
        else:
            stands = [_stands(key, review)]
            yield ipw.HTML(inset(review.lang, stands, style=stylesheet()))


def _stands(key: str, review: Review) -> Section | FormPart | None:
    """Show a section's forms as they stand; what was promised, as its document shows it."""
    if key == _LEDGER and review.answers.promises:
        return review.section(key)
    return asked(key, review)
