"""Who is where in a cycle, on time and complete, and who has the next thing to do."""

from typing import TYPE_CHECKING

from workbench.i18n import message
from workbench.review.cycle.listing import listing
from workbench.store import Actor

if TYPE_CHECKING:
    from workbench.review.cycle.desk import Desk, Progress


def status_text(desk: "Desk", actor: Actor, cycle: str) -> str:
    """Write one line per review an actor has a part in; ends with a line feed."""
    lang = desk.lang
    heads = [message(f"status-{name}", lang) for name in _HEADS]
    lines = (_line(each, desk) for each in desk.status(actor, cycle))
    return f"{cycle}\n{listing(heads, lines)}"


_HEADS = ("rep", "stage", "next", "due", "on-time", "missing")


def _line(each: "Progress", desk: "Desk") -> list[str]:
    lang, standing = desk.lang, each.standing
    stage = standing.subject.stage
    return [
        f"{each.rep_id} {each.name}",
        message(f"stage-at-{stage.replace('_', '-')}", lang),
        message(f"next-{stage.replace('_', '-')}", lang),
        standing.due_on.isoformat() if standing.due_on else "",
        message("form-yes" if standing.is_on_time else "form-no", lang),
        ", ".join(item.label.in_(lang) for _section, item in each.missing),
    ]
