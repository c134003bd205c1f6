"""The review: a template for one rep and one period; its sections are made when asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal

from workbench.errors import ParameterError, require_known
from workbench.i18n import error, message, require_lang
from workbench.metrics.scenario import Changes, Scenario
from workbench.model.given import one_of, text_of, texts
from workbench.page.fragment import fragment
from workbench.page.shown import Shown
from workbench.review.asked_formats import asked_formats
from workbench.review.brief import Brief
from workbench.review.edition import EDITIONS, USUAL, edited, is_in
from workbench.review.fitting import template_of
from workbench.review.open_figure import OpenFigure, open_figure
from workbench.review.person import everybodys_names, person
from workbench.review.section import KEYS
from workbench.review.stylesheet import stylesheet
from workbench.review.template import template_names
from workbench.review.what_if import what_if
from workbench.review.whom import rep_of
from workbench.snapshots import open_snapshot
from workbench.sources.workspace import open_workspace

_SURFACES = ("auto", "live", "document")


@dataclass(frozen=True)
class Review(Brief):
    """One rep, one period, one language; sections are made when asked for."""

    formats: tuple[str, ...] = ()  # what a section is written in beside HTML
    edition: str = USUAL

    def section(self, key: str) -> Shown | None:
        """Make one section.

        Returns
        -------
        Section or None
            None when the template or the edition leaves the section out: then nothing is printed.

        Raises
        ------
        UnknownNameError
            When there is no section of that key.
        """
        from workbench.review.as_signed import with_data  # noqa: PLC0415 (loads the charts)
        from workbench.review.formats import in_formats  # noqa: PLC0415 (the same)
        from workbench.review.sections.every import section  # noqa: PLC0415 (the same)

        require_known("section", [key], KEYS)
        if key not in self.template.sections or not is_in(key, self.edition):
            return None
        made = edited(with_data(section(key, self), self, self.edition), self.edition)
        return in_formats(made, self, self.formats, self.edition) if self.formats else made

    def metric(self, key: str) -> OpenFigure:
        """Open a figure: definition, formula, numerator, denominator, n, and its deals.

        Raises
        ------
        UnknownNameError
            When there is no such metric; offers the nearest.
        """
        return open_figure(self, key)

    def what_if(self, **changes: Decimal) -> Scenario:
        """Give attainment and score under another driver of the result.

        Parameters
        ----------
        **changes
            `win_rate`, `deal_size`, `cycle_days`, `coverage` or `quota`, one or several.

        Raises
        ------
        UnknownNameError
            For anything else; offers the nearest.
        """
        require_known("driver", list(changes), [field.name for field in fields(Changes)])
        return what_if(self, Changes(**changes))

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        name, period = self.rep.name, self.period.name
        title = message(
            "review-title", self.lang, name=name, period=period,
            template=self.template.label.in_(self.lang),
        )  # fmt: skip
        return {"text/html": fragment(self.lang, style=stylesheet()), "text/plain": title}


def open_review(  # noqa: PLR0913 (the parameters of the notebook)
    rep_id: str,
    period: str = "",
    workspace: str = "",
    *,
    as_of: str | date = "",
    template: str = "quarterly",
    lang: str = "zh",
    surface: str = "auto",
    actor: str = "",
    formats: str = "",
    edition: str = USUAL,
) -> Review:
    """Open the review of one rep as a document; `workbench.open_review` tells the parameters.

    Where nobody is named as `actor`, the `surface` says who reads: a document reads as its rep.

    Raises
    ------
    UnknownNameError, RefusedError, WorkspaceError, SnapshotError, PeriodError, ParameterError
        As there.
    """
    from workbench.review.reader import reader_of  # noqa: PLC0415 (loads SQL)

    told = texts(
        period=period, workspace=workspace, as_of=as_of, lang=lang, surface=surface, actor=actor,
        formats=formats, edition=edition,
    )  # fmt: skip
    review = _opened(rep_id, template, told)
    reader = reader_of(review, told["actor"], told["surface"])
    require_known("edition", [told["edition"] or USUAL], EDITIONS)
    return replace(
        review,
        reader=reader,
        formats=asked_formats(told["formats"]),
        edition=told["edition"] or USUAL,
    )


def _opened(rep_id: str, template: str, told: Mapping[str, str]) -> Review:
    """Open it as the document of its rep; who looks is told by whom it is about."""
    from workbench.review.reader import document_of, require_named  # noqa: PLC0415 (loads SQL)

    require_known("surface", [told["surface"]], _SURFACES)
    space = open_workspace(told["workspace"] or None)
    require_named(told["actor"], told["surface"], space)  # before anything of people is read
    snapshot = open_snapshot(space, *_asked(told["as_of"]))
    if space.aliases:
        space = space.among(everybodys_names(snapshot))
    span = space.calendar.period(told["period"] or space.default_period)
    rep = person(snapshot, rep_of(snapshot, rep_id, space.aliases), span, space.manager_scope)
    chosen = one_of("template", template, template_names(space.folder))
    return Review(
        workspace=space,
        snapshot=snapshot,
        period=span,
        rep=rep,
        template=template_of(space, snapshot, span, rep.rep_id, chosen),
        lang=require_lang(told["lang"]),
        reader=document_of(rep.rep_id),
    )


def read_day(told: object) -> date | None:
    """Read the day of a snapshot; "" is None, the latest."""
    return _asked(text_of("as_of", told))[0]


def _asked(as_of: str) -> tuple[date | None, str]:
    day, _, pinned = as_of.partition("/")
    try:
        return (date.fromisoformat(day) if day else None), pinned
    except ValueError as reason:
        raise error(ParameterError, "given-no-day", value=as_of) from reason
