"""The pages people use in the drive: what they type, what they press, and what stands there."""

import html
import re
from contextlib import contextmanager

import ipywidgets as ipw

from workbench.i18n import message
from workbench.widgets.form import open_form
from workbench.widgets.inbox import open_inbox
from workbench.widgets.team_review import open_team_review

PERIOD = "2026-Q3"


@contextmanager
def write_page(town, actor, rep, section="", period=PERIOD):
    """Open the write page of a review for somebody, or one section of it."""
    form = open_form(rep, period, str(town.folder), actor=actor, section=section, lang="en")
    yield Hand(form.widget, form)
    form.steps.desk.store.engine.dispose()


@contextmanager
def inbox_page(town, actor):
    """Open the inbox of somebody."""
    found = open_inbox(PERIOD, str(town.folder), actor=actor, lang="en")
    yield Hand(found.widget, found)
    found.store.engine.dispose()


@contextmanager
def team_page(town, actor, part):
    """Open one part of a team's page for somebody."""
    found = open_team_review("", PERIOD, str(town.folder), actor=actor, lang="en", part=part)
    yield Hand(found.page.widget, found)
    found.pack.desk.store.engine.dispose()


class Hand:
    """One open page in somebody's hands; buttons and boxes are found by what they say."""

    def __init__(self, widget, opened):
        self.widget, self.opened = widget, opened

    def types(self, name, value):
        """Type into an item of the form."""
        self.opened.drafts[name].field.value = value

    def offers(self, key):
        """Say whether a button stands there."""
        return any(each.description == message(key, "en") for each in self._all(ipw.Button))

    def presses(self, key):
        """Press a button; gives the page as it reads then."""
        (button,) = [e for e in self._all(ipw.Button) if e.description == message(key, "en")]
        button.click()
        return self.reads()

    def box(self, key, **names):
        """Find a control by its label, or what stands in it while it is empty."""
        told = message(key, "en", **names)
        found = [
            each for each in self._all((ipw.Textarea, ipw.Text, ipw.Dropdown))
            if told in (each.description, getattr(each, "placeholder", ""))
        ]  # fmt: skip
        assert len(found) == 1, f"{len(found)} boxes say {told!r}"
        return found[0]

    def reads(self):
        """Give all a reader sees: what is drawn, and what stands in boxes."""
        shown = []
        for each in self._all(ipw.Widget):
            value = getattr(each, "value", "")
            if isinstance(each, ipw.HTML):
                style = re.sub(r"<style>.*?</style>", " ", value, flags=re.DOTALL)
                shown.append(html.unescape(re.sub(r"<[^>]+>", " ", style)))
            elif isinstance(value, str):
                shown.append(value)
        return " ".join(" ".join(shown).split())

    def _all(self, kind):
        return [each for each in _walked(self.widget) if isinstance(each, kind)]


def _walked(widget):
    yield widget
    for each in getattr(widget, "children", ()):
        yield from _walked(each)
