"""Who looks at a page, beside whom it is about: told once when it opens, and carried from there."""

from typing import TYPE_CHECKING

from workbench.errors import RefusedError
from workbench.i18n import error, said
from workbench.review.cycle.answers import has_part
from workbench.review.leaders import leaders_of
from workbench.sources.workspace import Workspace
from workbench.store.actor import Actor, Role
from workbench.store.naming import actor_said, role_said
from workbench.store.rules import takes_part

if TYPE_CHECKING:
    from workbench.review.rep_period import RepPeriod

DOCUMENT = "document"


def document_of(rep_id: str) -> Actor:
    """Give the reader of a rep's document: it shows what that rep may see, whoever makes it."""
    return Actor(rep_id, "rep")


def named_reader(told: str, workspace: Workspace) -> Actor | None:
    """Read who looks; None on a desk where nobody was named.

    Raises
    ------
    RefusedError
        When people are told apart here, and nobody was named.
    ParameterError, UnknownNameError
        When it is not PERSON:ROLE, or the role is none.
    """
    if told:
        return Actor.read(told)
    if workspace.is_shared:
        raise error(RefusedError, "refusal-nobody-named")
    return None


def require_named(told: str, surface: str, workspace: Workspace) -> None:
    """Refuse a page of nobody where people are told apart; a document is no page.

    Raises
    ------
    RefusedError, ParameterError, UnknownNameError
        As `named_reader`.
    """
    if told or surface != DOCUMENT:
        named_reader(told, workspace)


def require_role(told: str, workspace: Workspace, page: str, *roles: Role) -> Actor | None:
    """Give who opens a page over everybody's figures, if it is for their role.

    None on a desk where nobody was named.

    Raises
    ------
    RefusedError
        When nobody is named where people are told apart, or the role is another.
    """
    who = named_reader(told, workspace)
    if who is not None and who.role not in roles:
        raise error(
            RefusedError, "refusal-page", who=actor_said(who), page=said(f"refusal-page-{page}"),
            roles=tuple(map(role_said, roles)),
        )  # fmt: skip
    return who


def reader_of(review: "RepPeriod", told: str, surface: str) -> Actor:
    """Say who reads a review.

    Parameters
    ----------
    review
        Whom it is about, and when.
    told
        Who looks, as `M03:manager`. "" is the document of its rep: for a document, and on a desk.
    surface
        `document` is no page, so nobody looks.

    Raises
    ------
    RefusedError
        For another rep, for a manager who neither leads this one nor has a part in this review,
        and for roles without a part in reviews.
    """
    rep_id = review.rep.rep_id
    who = None if surface == DOCUMENT and not told else named_reader(told, review.workspace)
    if who is None:
        return document_of(rep_id)
    if is_about(who, review):
        return document_of(rep_id)
    if not takes_part(who) or who.role == "rep":
        raise _not_for(who, review)
    if who.role == "manager" and not (leads(who, review) or has_part(review, who)):
        raise _not_for(who, review)
    return who


def is_about(who: Actor, review: "RepPeriod") -> bool:
    """Whether a page is about who looks: then they are its rep there, whatever else they are."""
    aliases = review.workspace.aliases
    return aliases.get(who.person_id, who.person_id) == review.rep.rep_id


def leads(who: Actor, review: "RepPeriod") -> bool:
    """Whether somebody leads the rep in the period, directly or through others, by the data."""
    found = leaders_of(review.snapshot, review.rep.rep_id, review.period)
    return who.role == "manager" and who.person_id in found


def _not_for(who: Actor, review: "RepPeriod") -> RefusedError:
    rep = review.rep.rep_id
    period = review.period.name
    return error(RefusedError, "refusal-read-document", who=actor_said(who), rep=rep, period=period)
