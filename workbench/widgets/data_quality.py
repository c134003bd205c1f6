"""Data quality as a page: issues that open to their rows, their effect, the trend, what next."""

from datetime import date

import ipywidgets as ipw

from workbench import i18n
from workbench.errors import ParameterError
from workbench.i18n import Lang, error, message, require_lang
from workbench.model.given import texts
from workbench.page.fragment import fragment
from workbench.review.quality.effect import default_effect
from workbench.review.quality.issues import Issue, issues, rows_behind_issue, what
from workbench.review.quality.sections import (
    count_text,
    effect_section,
    finding,
    issue_rows,
    issues_section,
    next_section,
    trend_section,
)
from workbench.review.quality.sense.doubtful import doubtful
from workbench.review.quality.trend import trend_of
from workbench.review.reader import require_role
from workbench.snapshots import Snapshot, open_snapshot
from workbench.sources.workspace import Workspace, open_workspace
from workbench.widgets.address import asked
from workbench.widgets.live import live
from workbench.widgets.page import Page


class QualityPage:
    """One workspace's snapshot; shows itself."""

    def __init__(self, space: Workspace, snapshot: Snapshot, lang: Lang) -> None:
        self.space, self.snapshot, self.lang = space, snapshot, lang
        self.page = Page(
            lang, [space.title(lang), message("quality-title", lang)], is_made=space.is_made
        )
        days = [day.as_of.isoformat() for day in trend_of(snapshot)]
        self.day = ipw.Dropdown(
            description=message("quality-as-of", lang), options=list(reversed(days)),
            value=snapshot.as_of.isoformat(),
        )  # fmt: skip
        self.day.observe(self.page.doing(self.reopen), names="value")
        self.page.controls.children = [self.day]
        self.rows = ipw.HTML().add_class("rows")
        self.show()

    def reopen(self) -> None:
        """Open the snapshot of another day."""
        self.snapshot = open_snapshot(self.space, _day(self.day.value))
        self.show()

    def show(self) -> None:
        """Show everything of the snapshot."""
        lang = self.lang
        found = issues(self.snapshot, doubtful(self.snapshot, self.space))
        sound = sum(entry["rows"] for entry in self.snapshot.manifest["tables"].values())
        lede = message(
            "quality-lede", lang, rows=i18n.number(sound, lang),
            tables=len(self.snapshot.manifest["tables"]), hash=self.snapshot.hash[:8],
        )  # fmt: skip
        self.page.tell(finding(found, lang), lede)
        told = default_effect(self.snapshot, self.space)
        self.rows.value = ""
        parts: list[ipw.Widget] = [ipw.HTML(issues_section(found, lang).html)]
        if found:
            parts += [self._opening(found), self.rows]
        if told is not None:
            parts.append(ipw.HTML(effect_section(told, self.space.currency, lang).html))
        parts.append(ipw.HTML(trend_section(trend_of(self.snapshot), lang).html))
        parts.append(ipw.HTML(next_section(found, told, lang).html))
        self.page.body.children = parts

    def open(self, issue: Issue) -> None:
        """Show the rows behind one issue."""
        rows = issue_rows(issue, rows_behind_issue(self.snapshot, issue), self.lang)
        self.rows.value = fragment(self.lang, *rows)

    def _opening(self, found: list[Issue]) -> ipw.Widget:
        """Offer each issue to be opened."""
        buttons = []
        for issue in found:
            told = f"{issue.table}: {what(issue, self.lang)}, {count_text(issue, self.lang)}"
            press = ipw.Button(description=message("quality-open", self.lang, issue=told))

            def show_rows(chosen: Issue = issue) -> None:
                self.open(chosen)

            self.page.pressed(press, show_rows)
            buttons.append(press)
        return ipw.VBox(buttons).add_class("below")

    def _repr_mimebundle_(self, **kwargs: object) -> dict[str, str]:
        return self.page._repr_mimebundle_(**kwargs)


@live
def open_data_quality(
    as_of: str = "", workspace: str = "", *, lang: str = "", actor: str = ""
) -> QualityPage:
    """Open what is wrong with the data, with the rows behind it and what it does to figures.

    Parameters
    ----------
    as_of
        Day of the snapshot; "" takes the latest.
    workspace
        "" takes the default one.
    actor
        Who looks, as `O1:sales_ops`; "" on a desk, where nobody is told apart.

    Raises
    ------
    ParameterError
        When the day is no date.
    RefusedError
        For all but sales ops; and when nobody is named where people are told apart.
    """
    told = texts(**asked(as_of=as_of, workspace=workspace, lang=lang, actor=actor))
    space = open_workspace(told["workspace"] or None)
    require_role(told["actor"], space, "data-quality", "sales_ops")
    chosen = require_lang(told["lang"] or space.languages[0])
    return QualityPage(space, open_snapshot(space, _day(told["as_of"])), chosen)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as reason:
        raise error(ParameterError, "given-no-day", value=text) from reason
