"""One item a person edits: shown, checked, and saved as it is typed.

The words stand in the field until the store confirms them: a save that fails or conflicts changes
nothing on the screen but the line below the field.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol
from zoneinfo import ZoneInfo

import ipywidgets as ipw

from workbench import i18n
from workbench.errors import ConflictError, RefusedError, WorkbenchError
from workbench.i18n import Lang, message
from workbench.model.day import local
from workbench.page.fragment import fragment
from workbench.page.live import Label, Status
from workbench.review.cycle.checking import fault, is_blank
from workbench.review.cycle.naming import others_named
from workbench.review.kept import drawn
from workbench.review.template import Item
from workbench.store import Actor, Store
from workbench.store.entries import Place, read_entries, save_entry
from workbench.widgets import kept
from workbench.widgets.fields import TextField, field_of
from workbench.widgets.pressing import on_press
from workbench.widgets.soon import Soon


class Saved(Protocol):
    """What the store gives back of something written."""

    @property
    def value(self) -> Any:  # noqa: ANN401 (any value of a form)
        """What was saved."""

    @property
    def version(self) -> int:
        """How often it was."""

    @property
    def saved_at(self) -> datetime | None:
        """When, in UTC."""

    @property
    def is_proposed(self) -> bool:
        """Whether it was filled in from the facts and not edited yet."""


@dataclass
class Draft:
    """An item in the hands of one person."""

    store: Store
    actor: Actor
    place: Place
    item: Item
    lang: Lang
    zone: ZoneInfo
    entry: Saved | None = None  # what the store holds
    others: tuple[str, ...] = ()  # reps this review is not about
    version: int = 0  # what the person edits from
    is_shown_only: bool = field(default=False, init=False)
    is_unsaved: bool = field(default=False, init=False)  # the field holds what the store does not
    # Called when the store takes no more words here: others beside may be closed as well
    closed: Callable[[], object] = field(default=lambda: None, init=False)

    def __post_init__(self) -> None:
        self.soon = Soon(self.save)
        self.field = self.made_field()
        self.said = ipw.HTML()
        self.choice = ipw.HBox()
        if self.entry is not None:
            self.field.value = drawn(self.entry.value, self.lang)
            self.version = self.entry.version
            self._say_saved(self.entry)
        self.field.on_change(self.changed)
        self.widget = ipw.VBox([*self.head(), self.field.widget, self.said, self.choice])
        kept.mark_box(self.widget, *map(str, vars(self.place).values()))

    def made_field(self) -> TextField:
        """Make the field of the item."""
        return field_of(self.item, self.lang)

    def head(self) -> list[ipw.Widget]:
        """Give what stands above the field."""
        required = message("form-required", self.lang) if self.item.is_required else ""
        help_ = self.item.help.in_(self.lang) if self.item.help else ""
        seen = [anchor.in_(self.lang) for anchor in self.item.anchors]
        told = Label(self.item.label.in_(self.lang), required, [help_, *seen])
        return [ipw.HTML(fragment(self.lang, told))]

    def keep(self, value: object) -> Saved:
        """Save a value edited from the version in hand; see `save_entry`."""
        return save_entry(self.store, self.actor, self.place, value, self.version)

    def changed(self) -> None:
        """Take a change: tell what is wrong at once, save soon."""
        if self.is_shown_only:
            return
        self.is_unsaved = True
        wrong = fault(self.item, self.field.value, self.lang)
        if wrong:
            self._say(wrong, is_wrong=True)
        self.soon()

    def save(self) -> None:
        """Save what stands in the field; whatever happens, it goes on standing there."""
        value = self.field.value
        try:
            saved = self.keep(value)
        except ConflictError as conflict:
            self._offer(conflict)
        except RefusedError as error:
            self._close(error)
        except WorkbenchError as error:
            self._say(i18n.told(error, self.lang), is_wrong=True)
        else:
            self.entry, self.version, self.is_unsaved = saved, saved.version, False
            self.choice.children = ()
            self.lock(is_locked=False)
            wrong = fault(self.item, value, self.lang)
            self._say(wrong, is_wrong=True) if wrong else self._say_saved(saved)

    def lock(self, *, is_locked: bool) -> None:
        """Let nobody type, or again; the words stay to be read and copied."""
        for control in self.field.inputs():
            control.disabled = is_locked

    def held(self) -> object:
        """Read what the store holds here now; None where nothing was saved."""
        place = self.place
        found = read_entries(self.store, self.actor, place.cycle, place.rep_id)
        entry = found.get((place.section, place.item, place.side))
        return None if entry is None else drawn(entry.value, self.lang)

    def flush(self) -> bool:
        """Save now what is not saved yet; True when the store holds it all."""
        if self.is_unsaved:
            self.save()
        return not self.is_unsaved

    def keep_mine(self, version: int) -> None:
        """Save this text over the other one, on purpose; the trail keeps both."""
        self.version = version
        self.save()

    def take(self, value: object, version: int) -> None:
        """Show another text instead, and save it if it is new."""
        self.version, self.is_shown_only = version, True
        self.field.value = value
        self.is_shown_only = False
        self.save()

    def _offer(self, conflict: ConflictError) -> None:
        """Let the person choose between two texts; nothing is overwritten meanwhile."""
        mine, theirs = self.field.value, drawn(conflict.theirs, self.lang)
        told = f"{message('form-conflict', self.lang)} {_words(theirs)}"
        self._say(told, is_wrong=True)
        self.lock(is_locked=True)  # until one of the two is chosen
        offers = [
            ("form-keep-mine", lambda: self.keep_mine(conflict.version)),
            ("form-take-theirs", lambda: self.take(theirs, conflict.version)),
        ]
        if isinstance(mine, str) and isinstance(theirs, str):
            joined = f"{theirs}\n{mine}"
            offers.append(("form-join", lambda: self.take(joined, conflict.version)))
        buttons = [ipw.Button(description=message(key, self.lang)) for key, _act in offers]
        for button, (_key, act) in zip(buttons, offers, strict=True):
            on_press(button, act)
        self.choice.children = buttons

    def _close(self, error: RefusedError) -> None:
        """Say that the store takes no more words here, with what it holds beside what was typed."""
        self.lock(is_locked=True)
        try:
            saved = _words(self.held())
        except WorkbenchError:  # may not even read it any more
            self._say(i18n.told(error, self.lang), is_wrong=True)
        else:
            key = "form-closed" if saved else "form-closed-empty"
            self._say(message(key, self.lang, saved=saved), is_wrong=True)
        self.closed()

    def _say_saved(self, entry: Saved) -> None:
        if entry.is_proposed:
            self._say(message("form-proposed", self.lang))
        elif entry.saved_at is not None:
            at = local(entry.saved_at, self.zone)
            saved = message("form-saved", self.lang, at=_clock(at))
            named = "、".join(others_named(entry.value, self.others))
            hint = message("form-names-others", self.lang, names=named) if named else ""
            self._say(f"{saved} {hint}".strip(), is_wrong=bool(named))

    def _say(self, text: str, *, is_wrong: bool = False) -> None:
        mark = None if self.is_unsaved else kept.holds(self.field.inputs())
        self.said.value = fragment(self.lang, Status(text, is_wrong=is_wrong, mark=mark))


def _words(value: object) -> str:
    """Tell a value in one line; the cells of a table stand between bars."""
    if isinstance(value, dict):
        return " · ".join(str(part) for part in value.values() if not is_blank(part))
    if isinstance(value, list):
        return " | ".join(_words(part) for part in value if not is_blank(part))
    return "" if value is None else str(value)


def _clock(at: datetime) -> str:
    return at.strftime("%H:%M")
