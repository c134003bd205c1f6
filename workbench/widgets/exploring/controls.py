"""The controls of an exploration: all that can be picked in a chart can be picked here too."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

import ipywidgets as ipw

from workbench.errors import ParameterError
from workbench.i18n import Lang, message
from workbench.metrics.catalogue import CATALOGUE
from workbench.metrics.cutting import is_cut
from workbench.review import words
from workbench.review.exploration.exploration import Exploration
from workbench.review.exploration.view import View

_SPAN = re.compile(r"\s*(-?[\d.,]+)\s*(?:\.\.|–|—|-|~)\s*(-?[\d.,]+)\s*")
_MOST_PERIODS = 16
Options = Sequence[tuple[str, str]]
Changed = Callable[[dict[str, Any]], None]


class Controls:
    """One control for each key of a view; tells what a person changed, and nothing else."""

    def __init__(self, explored: Exploration, view: View, lang: Lang, changed: Changed) -> None:
        self.explored, self.lang, self.changed = explored, lang, changed
        self._is_telling = True
        self.period = self._choice("period")
        self.metric = self._choice("metric", "wide")
        self.team, self.segment = self._choice("team"), self._choice("segment")
        self.product, self.rep = self._choice("product"), self._choice("rep")
        self.against, self.stage = self._choice("against"), self._choice("stage")
        self.days = self._span("days", "0..90", self._read_days)
        self.amount = self._span("amount", "10000..250000", self._read_amount)
        self.reset = ipw.Button(description=message("explore-reset", lang))
        self.reset.on_click(lambda _button: changed(dict.fromkeys(_CHOICES)))
        self.widgets = [
            self.period, self.metric, self.team, self.segment, self.product, self.rep,
            self.against, self.stage, self.days, self.amount, self.reset,
        ]  # fmt: skip
        self.show(view)

    def show(self, view: View) -> None:
        """Show what a view says, telling nobody."""
        self._is_telling = False
        try:
            for name, options in self._options(view).items():
                control = getattr(self, name)
                if control.options != tuple(options):
                    control.options = options
                control.value = getattr(view, name)
            self.days.value = _written(view.days)
            self.amount.value = _written(view.amount)
        finally:
            self._is_telling = True

    def _options(self, view: View) -> dict[str, Options]:
        explored, lang = self.explored, self.lang
        people = explored.people(view)
        members = [(people[rep].name, rep) for rep in explored.members(view)]
        everybody = [(person.name, rep) for rep, person in people.items()]
        return {
            "period": self._periods(view),
            "metric": explored.once(("metrics", lang), lambda: _metrics(lang)),
            "team": self._any(zip(*[explored.teams(view)] * 2, strict=True)),
            "segment": self._any(zip(*[explored.cut.levels("segment")] * 2, strict=True)),
            "product": self._any(zip(*[explored.cut.levels("products")] * 2, strict=True)),
            "stage": self._any(
                (words.stage_name(key, lang), key) for key in explored.cut.stage_names
            ),
            "rep": self._any(sorted(_with(members, everybody, view.rep))),
            "against": self._any(sorted(everybody)),
        }

    def _periods(self, view: View) -> Options:
        """Offer the periods of the default's kind that have deals, the latest first."""
        explored = self.explored
        found = explored.once("periods", lambda: explored.periods(View(), _MOST_PERIODS))
        names = [period.name for period in reversed(found)]
        if view.period not in names:
            names.append(view.period)
        return [(name, name) for name in names]

    def _any(self, options: Any) -> Options:  # noqa: ANN401 (pairs, from wherever)
        return [(message("explore-any", self.lang), ""), *options]

    def _choice(self, name: str, css: str = "") -> ipw.Dropdown:
        control = ipw.Dropdown(description=message(f"explore-{name}", self.lang))
        control.observe(lambda change: self._tell({name: change.new}), "value")
        control.add_class("choice")
        return control.add_class(css) if css else control

    def _span(self, name: str, example: str, read: Callable[[str], Any]) -> ipw.Text:
        key = "explore-days-range" if name == "days" else "explore-amount-range"
        control = ipw.Text(
            description=message(key, self.lang), placeholder=example, continuous_update=False
        )
        control.observe(lambda change: self._tell_span(name, change.new, read), "value")
        return control.add_class("choice")

    def _tell(self, change: dict[str, Any]) -> None:
        if self._is_telling:
            self.changed(change)

    def _tell_span(self, name: str, text: str, read: Callable[[str], Any]) -> None:
        if self._is_telling:
            self.changed({name: lambda: read(text)})

    def _read_days(self, text: str) -> tuple[int, int] | None:
        ends = _read(text, "0..90")
        return None if ends is None else (int(ends[0]), int(ends[1]))

    def _read_amount(self, text: str) -> tuple[Decimal, Decimal] | None:
        return _read(text, "10000..250000")


_CHOICES = ("team", "segment", "product", "rep", "against", "stage", "days", "amount")


def _with(members: Options, everybody: Options, rep: str) -> Options:
    """Offer the team's reps, and the one looked at though of another team."""
    return members if any(key == rep for _, key in members) or not rep else [
        *members, *(pair for pair in everybody if pair[1] == rep)
    ]  # fmt: skip


def _metrics(lang: Lang) -> Options:
    """Name the figures, those first that follow every choice."""
    named = [(words.label(key, lang), key) for key in CATALOGUE]
    return sorted(named, key=lambda pair: (not is_cut(pair[1]), pair[0]))


def _read(text: str, example: str) -> tuple[Decimal, Decimal] | None:
    if not text.strip():
        return None
    match = _SPAN.fullmatch(text)
    try:
        ends = [Decimal(part.replace(",", "")) for part in match.groups()] if match else []
    except InvalidOperation:
        ends = []
    if not ends:
        raise ParameterError(f"{text!r} is no range. Write two numbers, as in {example}.")
    return min(ends), max(ends)


def _written(ends: tuple[Any, Any] | None) -> str:
    if ends is None:
        return ""
    return "..".join(f"{end:f}" if isinstance(end, Decimal) else str(end) for end in ends)
