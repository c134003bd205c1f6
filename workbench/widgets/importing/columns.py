"""Which column gives what: per table a choice for each column, and the rows as they are read."""

from collections.abc import Callable, Iterable
from typing import Any

import ipywidgets as ipw

from workbench.i18n import Lang, message
from workbench.model.tables import TABLES
from workbench.page.fragment import fragment
from workbench.page.live import Line
from workbench.proposal.attempt import Attempt
from workbench.proposal.proposal import Place
from workbench.proposal.told_columns import NOT_USED
from workbench.review.importing.parts import sample
from workbench.review.importing.words import column_name, header_name, rests
from workbench.review.words import table_name
from workbench.widgets.importing.questions import Answered


class Choice:
    """The choice of what gives one column, and what it rests on."""

    def __init__(self, table: str, column: str, lang: Lang, chosen: Callable[[Any], None]) -> None:
        self.table, self.column, self.lang = table, column, lang
        self.path: Place = ("tables", table, "columns", column)
        self.field = ipw.Dropdown(
            description=column_name(table, column, lang), tooltip=".".join(self.path)
        )
        self.rests = ipw.HTML()
        self.widget = ipw.HBox([self.field, self.rests]).add_class("pair")
        self.field.observe(lambda change: chosen(change.new), names="value")

    def show(self, attempt: Attempt) -> None:
        """Show which header gives the column now."""
        line, headers = attempt.line(self.path), attempt.headers(self.table)
        made = attempt.made(self.table)
        options = [(header_name(header, made, self.lang), header) for header in headers]
        if self.field.options != tuple(options):
            self.field.options = options
        self.field.value = line.value if line else NOT_USED
        told = rests(line, attempt) or self._missing()
        self.rests.value = fragment(self.lang, Line([told], "rests"))

    def _missing(self) -> str:
        is_required = TABLES[self.table].column(self.column).is_required
        return message("import-required", self.lang) if is_required else ""


class Table:
    """The choices of one table, those given before the others, and its first rows."""

    def __init__(self, table: str, attempt: Attempt, answered: Answered) -> None:
        self.table, self.answered = table, answered
        self._is_telling = True
        contract, lang = TABLES[table], attempt.lang
        self.choices = {
            column.name: Choice(table, column.name, lang, self._telling(column.name))
            for column in contract.columns
        }
        given = [each for each in self.choices.values() if attempt.line(each.path)]
        free = [each for each in self.choices.values() if each not in given]
        self.rows = ipw.HTML().add_class("rows")
        more = ipw.Accordion(
            [_grid(free)], titles=(message("import-more", lang, n=len(free)),), selected_index=None
        )
        self.widget = ipw.VBox([_grid(given), *([more] if free else []), self.rows])

    def show(self, attempt: Attempt) -> None:
        """Show the columns and rows of an attempt, telling nobody."""
        self._is_telling = False
        try:
            for each in self.choices.values():
                each.show(attempt)
        finally:
            self._is_telling = True
        self.rows.value = fragment(attempt.lang, *sample(attempt, self.table))

    def _telling(self, column: str) -> Callable[[Any], None]:
        def tell(value: Any) -> None:  # noqa: ANN401 (as TOML holds it)
            if self._is_telling:
                self.answered(("tables", self.table, "columns", column), value)

        return tell


class Columns:
    """All tables of an attempt, one beside the other."""

    def __init__(self, answered: Answered) -> None:
        self.answered = answered
        self.tables: dict[str, Table] = {}
        self.widget = ipw.Tab().add_class("tables")

    def show(self, attempt: Attempt) -> None:
        """Show each table; deals first, for they are what figures rest on."""
        names = sorted(attempt.proposal.headers, key=lambda name: name != "deals")
        if list(self.tables) != names:
            self.tables = {name: Table(name, attempt, self.answered) for name in names}
            self.widget.children = [table.widget for table in self.tables.values()]
            self.widget.titles = [table_name(name, attempt.lang) for name in names]
        for table in self.tables.values():
            table.show(attempt)

    def close(self) -> None:
        """Let nothing be chosen any more."""
        for table in self.tables.values():
            for each in table.choices.values():
                each.field.disabled = True


def _grid(choices: Iterable[Choice]) -> ipw.Widget:
    return ipw.Box([each.widget for each in choices]).add_class("pairs")
