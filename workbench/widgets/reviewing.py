"""Opening a review: a document, or live where a person runs the notebook."""

from datetime import date

from workbench.model.given import text_of
from workbench.review import review as reading
from workbench.review.review import Review
from workbench.widgets.watched import is_live, is_served


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
    edition: str = "talk",
) -> Review:
    """Open the review of one rep.

    Parameters
    ----------
    rep_id
        As the snapshot's reps have it, or the name; in whatever case. A number that papermill made
        of an id finds that id.
    period
        Any notation of the calendar; "" takes the workspace's default period.
    workspace
        Its folder; "" takes the default workspace.
    as_of
        ISO date of the snapshot to read, as `2026-09-30`, or a very one of that day by the first 8
        digits of its hash, as `2026-09-30/1a2b3c4d`; "" takes the latest.
    template, lang
        Which sections and forms, in which language.
    surface
        `live` sets beside each section that asks the fields to answer it; `document` opens no
        widget; `auto` is live in JupyterLab, else a document. On a served page too: there one
        writes on `write_review`.
    actor
        Who looks and writes, as `M03:manager`; "" reads it as the document of its rep, in which
        nobody writes.
    formats
        What its sections are written in beside HTML, as `pdf,pptx`; a batch makes files of it.
    edition
        `brief` is one page, `talk` what two people need in their meeting, `record` everything.

    Returns
    -------
    Review
        Its sections are made when asked for.

    Raises
    ------
    UnknownNameError
        For an unknown rep, template, language, format or edition; offers the nearest.
    RefusedError
        When it is not for this reader, or nobody is named where people are told apart.
    WorkspaceError, SnapshotError, PeriodError, ParameterError
        When one of the others cannot be used.
    """
    review = reading.open_review(
        rep_id, period, workspace, as_of=as_of, template=template, lang=lang, surface=surface,
        actor=actor, formats=formats, edition=edition,
    )  # fmt: skip
    told = text_of("surface", surface)
    if told == "document" or (told == "auto" and (is_served() or not is_live())):
        return review
    from workbench.widgets.live_review import live_review  # noqa: PLC0415 (widgets, forms, SQL)

    return live_review(review, text_of("actor", actor))
