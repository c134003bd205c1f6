"""Which template a rep's review has: the one it was opened with, else the one that fits the rep."""

from collections.abc import Collection
from datetime import date
from pathlib import Path

from workbench.errors import StoreError, WorkspaceError, hint
from workbench.model.employment import Employment
from workbench.model.period import Period
from workbench.review.leaving import template_for
from workbench.review.person import who_leads
from workbench.review.template import Template, load_template, template_names
from workbench.snapshots import Snapshot
from workbench.snapshots.employment import employment_of
from workbench.sources.workspace import FILE_NAME, Workspace

_KIND = "rating"  # of section and item


def fitting(space: Workspace, asked: str, at_work: Employment, as_of: date, *, leads: bool) -> str:
    """Name the template of `[reviews.templates]` that fits a rep; "" where it is the one asked for.

    Who has left is a leaver first, then who leads people a manager, then who is new a newcomer;
    a kind that names none is passed over. Only in place of the workspace's own template.

    Parameters
    ----------
    asked
        The template asked for, by which the cycle is called.
    as_of
        The last day known.
    """
    if asked != space.template:
        return ""
    period = at_work.period
    fits = {
        "leaver": at_work.has_left(max(as_of, period.last_day)),
        "manager": leads,
        "newcomer": is_new(at_work),
    }
    found = (
        space.templates[kind] for kind, is_so in fits.items() if is_so if kind in space.templates
    )
    return next(found, "")


def is_new(at_work: Employment) -> bool:
    """Whether somebody came in the period, or is in ramp in it."""
    came = at_work.hired_on is not None and at_work.hired_on >= at_work.period.start
    return came or "ramping" in at_work.notes


def load_fitting(asked: str, own: str, folder: Path | None) -> Template:
    """Read the own template of a review; its name stays the one asked for, as the cycle's does."""
    return load_template(own or asked, folder).model_copy(update={"name": asked})


def template_of(
    space: Workspace, snapshot: Snapshot, period: Period, rep_id: str, asked: str
) -> Template:
    """Give the template of one rep's review, as it is asked of the rep.

    Raises
    ------
    UnknownNameError, WorkspaceError
        When there is no such template, or one of `[reviews.templates]` cannot be read.
    """
    at_work = employment_of(snapshot, rep_id, period)
    kept = _kept(space, f"{period.name}:{asked}", rep_id)
    if kept is None:
        require_named(space)
        leads = rep_id in who_leads(snapshot)
        kept = fitting(space, asked, at_work, snapshot.as_of, leads=leads)
    return template_for(load_fitting(asked, kept, space.folder), at_work, snapshot.as_of)


def require_named(space: Workspace) -> None:
    """Refuse a template of `[reviews.templates]` that does not exist.

    Raises
    ------
    WorkspaceError
        Names file, option and value, and what to write.
    """
    known = template_names(space.folder)
    for kind, name in space.templates.items():
        if name not in known:
            raise WorkspaceError(
                f"{space.folder / FILE_NAME}, reviews.templates.{kind} = {name!r}: there is no "
                f"template of that name. {hint(name, known)} Write templates/{name}.toml, name "
                "another, or take it out."
            )


def require_one_scale(asked: str, own: Collection[str], folder: Path) -> None:
    """Refuse templates of one cycle that rate by different scales: they are calibrated together.

    One without a rating takes no part in the calibration.

    Raises
    ------
    WorkspaceError
        Names both templates, and what to change.
    """
    wanted = _scale(load_template(asked, folder))
    for name in sorted({*own} - {"", asked}):
        if _scale(load_template(name, folder)) not in (None, wanted):
            raise WorkspaceError(
                f"Template {name}.toml rates otherwise than {asked}.toml, and people of one cycle "
                "are calibrated side by side. Give its rating the same key and as many options, "
                "or take the rating out of it."
            )


def has_rating(template: Template) -> bool:
    """Whether a template asks for the rating that is calibrated."""
    return _scale(template) is not None


def _scale(template: Template) -> tuple[str, int] | None:
    found = [each for each in template.forms.get(_KIND, ()) if each.kind == _KIND]
    return (found[0].key, len(found[0].options)) if found else None


def _kept(space: Workspace, cycle: str, rep_id: str) -> str | None:
    """Give the template a review was opened with; None where it is in no such cycle.

    None too of a store that cannot be reached: figures can be read all the same, and the sections
    with people's words fail by themselves.
    """
    if not space.has_store:
        return None
    from workbench.store.opening import store_of  # noqa: PLC0415 (the same)
    from workbench.store.subjects import templates_of  # noqa: PLC0415 (the same)

    try:
        store = store_of(space)
    except StoreError:
        return None
    try:
        return templates_of(store, cycle).get(rep_id)
    finally:
        store.engine.dispose()
