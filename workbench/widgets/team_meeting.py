"""The meeting part of a team's page: its sections, a learning to share, announcements to read."""

import ipywidgets as ipw

from workbench.i18n import message
from workbench.page.fragment import fragment
from workbench.page.parts import Heading
from workbench.review.team.learnings import MOST, candidates, share, shared, take_back
from workbench.review.team.pack import Pack
from workbench.review.team.sections import SECTIONS, pack_section
from workbench.review.team.sections.announced import standing_lines
from workbench.store.registers import mark_read, readers
from workbench.widgets.kept import mark_box, mark_form
from workbench.widgets.page import Page

_WIDE = {"width": "auto"}


class Meeting:
    """The sections of the pack, with what a person does right there below each."""

    def __init__(self, pack: Pack, page: Page) -> None:
        self.pack, self.page = pack, page
        self.shown = {key: ipw.HTML() for key in SECTIONS}
        self.tools = {key: ipw.VBox().add_class("tools") for key in SECTIONS}
        parts = [part for key in SECTIONS for part in (self.shown[key], self.tools[key])]
        self.widget = ipw.VBox(parts).add_class("meeting").add_class("words-walk")
        mark_form(self.widget, pack.desk.store, pack.actor, "meeting", pack.period.name)
        for key in SECTIONS:
            self.show(key)

    def show(self, key: str) -> None:
        """Make one section again, as after something was written."""
        section = pack_section(self.pack, key)
        self.shown[key].value = section.html
        if key == "learned":
            self.tools[key].children = self._sharing()
        if key == "announced":
            self.tools[key].children = self._reading()

    def _sharing(self) -> list[ipw.Widget]:
        """Let who leads the team choose up to three learnings."""
        if self.pack.actor.role == "rep":
            return []
        return [*self._taking_back(), *(self._adding() if len(shared(self.pack)) < MOST else [])]

    def _adding(self) -> list[ipw.Widget]:
        lang = self.pack.lang
        found = candidates(self.pack)
        options = [(message("team-share-none", lang), "")]
        options += [(_short(f"{each.about}: {each.text}"), each.text) for each in found]
        pick = ipw.Dropdown(
            description=message("team-share-pick", lang), options=options, layout=_WIDE
        )
        text = ipw.Textarea(description=message("team-share-text", lang), rows=2, layout=_WIDE)
        press = ipw.Button(description=message("team-share-do", lang))

        def follow(_change: object) -> None:
            text.value = pick.value

        def add() -> None:
            kept = share(self.pack, text.value)
            self.show("learned")
            left = MOST - len(shared(self.pack))
            named = "、".join(kept.names) if lang == "zh" else ", ".join(kept.names)
            self.page.say(
                message("team-share-names", lang, names=named)
                if named
                else message("team-share-done", lang, left=left)
            )

        pick.observe(follow, names="value")
        self.page.pressed(press, add)
        title = Heading(message("team-share-title", lang), rank="who")
        head = ipw.HTML(fragment(lang, title))
        box = ipw.VBox([head, pick, text, press]).add_class("view")
        mark_box(box, "share")
        return [box]

    def _taking_back(self) -> list[ipw.Widget]:
        lang, found = self.pack.lang, []
        for line in shared(self.pack):
            if line.made_by != self.pack.actor.person_id and self.pack.actor.role != "hr":
                continue
            press = ipw.Button(description=message("team-take-back", lang, what=_short(line.what)))

            def back(line_id: str = line.line) -> None:
                take_back(self.pack, line_id, message("team-take-back-reason", lang))
                self.show("learned")
                self.page.say(message("team-taken-back", lang))

            self.page.pressed(press, back)
            found.append(press)
        return found

    def _reading(self) -> list[ipw.Widget]:
        """Let the reader note what they have read."""
        pack, found = self.pack, []
        for line in standing_lines(pack, "announcement"):
            if _has_read(pack, line.line):
                continue
            what = _short(line.what)
            press = ipw.Button(description=message("team-mark", pack.lang, what=what))

            def mark(line_id: str = line.line) -> None:
                mark_read(pack.desk.store, pack.actor, line_id)
                self.show("announced")
                self.page.say(message("team-marked", pack.lang))

            self.page.pressed(press, mark)
            found.append(press)
        return found


def _has_read(pack: Pack, line: str) -> bool:
    """Whether the reader has; a rep, who is told of nobody, is asked again each time."""
    if pack.actor.role == "rep":
        return False
    return pack.actor.person_id in readers(pack.desk.store, pack.actor, line)


def _short(text: str, most: int = 60) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= most else one_line[: most - 1] + "…"
