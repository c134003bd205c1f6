"""Marks by which a served page keeps words it does not know to be saved.

The page's script (`serve/templates/words.js`) keeps what is typed in a box marked by `mark_box`,
inside a form marked by `mark_form`, until the box says by `holds` that the store holds exactly
that. After a reload it offers the rest again, under the same two marks: in another person's form
nothing of it.
"""

import struct
from collections.abc import Iterable
from hashlib import sha256

import ipywidgets as ipw

from workbench.page.live import Mark
from workbench.store import Actor, Store

_PRIME, _START, _WHOLE = 0x01000193, 0x811C9DC5, 0xFFFFFFFF  # FNV-1a, which the script counts too


def mark_form(widget: ipw.DOMWidget, store: Store, actor: Actor, *about: str) -> None:
    """Mark a form: in which store, whose words, about whom."""
    place = store.engine.url.render_as_string(hide_password=True)
    widget.add_class(f"words-of-{_mark(place, actor.person_id, actor.role, *about)}")


def mark_box(widget: ipw.DOMWidget, *place: str) -> None:
    """Mark a box of a form: the controls in it are kept together."""
    widget.add_class(f"words-at-{_mark(*place)}")


def holds(controls: Iterable[ipw.Widget]) -> Mark:
    """Mark what the store holds of a box: a sum for each control, in order."""
    return Mark("holds", " ".join(_sum(_held(each)) for each in controls))


def taken(*place: str) -> Mark:
    """Mark that the words of a box went where they were sent."""
    return Mark("taken", _mark(*place))


def _held(control: ipw.Widget) -> str:
    if isinstance(control, ipw.RadioButtons):
        return "" if control.index is None else str(control.index)
    return str(control.value)


def _sum(text: str) -> str:
    found = _START
    for (unit,) in struct.iter_unpack("<H", text.encode("utf-16-le", "surrogatepass")):
        found = ((found ^ unit) * _PRIME) & _WHOLE
    return f"{found:x}"


def _mark(*parts: str) -> str:
    return sha256("\n".join(parts).encode()).hexdigest()[:16]
