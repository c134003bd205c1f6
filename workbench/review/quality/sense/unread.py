"""What is accepted and read by nothing: columns that are mapped, and keys of templates."""

from collections.abc import Iterator

from workbench.errors import WorkspaceError
from workbench.model.tables import TABLES
from workbench.review.quality.issues import Issue
from workbench.review.quality.sense.ground import Ground
from workbench.review.template import load_template
from workbench.review.weighted_rating import weighted_items, weights_fault


def unread_columns(ground: Ground) -> list[Issue]:
    """Name the columns a table keeps that no figure, document or plan reads."""
    found = []
    for name in sorted(TABLES):
        if ground.snapshot.has(name):
            kept = ground.snapshot.columns(name)
            unread = (each.name for each in TABLES[name].columns if each.is_unread)
            found += _told(name, "unread", [column for column in unread if column in kept])
    return found


def unread_keys(ground: Ground) -> list[Issue]:
    """Name the weights that a workspace's own templates give to ratings and that make no score.

    Weights that come to less or more than the whole, or of ratings of several scales, move nothing.
    """
    found = []
    for file in sorted((ground.workspace.folder / "templates").glob("*.toml")):
        keys = list(_weights(file.stem, ground))
        found += _told(f"templates/{file.name}", "unread_key", keys)
    return found


def _weights(name: str, ground: Ground) -> Iterator[str]:
    try:
        template = load_template(name, ground.workspace.folder)
    except WorkspaceError:
        return  # `workbench template check` says what is wrong with it
    if weights_fault(template) is None:
        return
    for (section, key), item in weighted_items(template).items():
        yield f"forms.{section}, {key}: weight = {item.weight}"


def _told(table: str, reason: str, told: list[str]) -> list[Issue]:
    return [Issue(table, reason, len(told), "unread", tuple(told))] if told else []
