"""The address that opens a page on what a line or a message is about."""

from urllib.parse import urlencode

from workbench.sources.workspace import Workspace
from workbench.store.actor import Acting

_WRITERS = ("rep", "manager")


def page_address(space: Workspace, page: str = "", **asked: str) -> str:
    """Give the address of a page, by `[serve] address`; without it relative to the start page.

    Parameters
    ----------
    page
        Its name, as `write_review`; "" is the start page.
    asked
        What the address says, as `rep` and `period`; what is "" is left out.
    """
    query = urlencode({name: value for name, value in asked.items() if value})
    base = space.serve.address.rstrip("/")
    return f"{base}{'/' if base else ''}{page}{'?' if query else ''}{query}"


def review_address(space: Workspace, cycle: str, rep_id: str, role: Acting) -> str:
    """Give the address of a review for a role: where it is written, else where it is read."""
    page = "write_review" if role in _WRITERS else "rep_review"
    return page_address(space, page, rep=rep_id, period=cycle.partition(":")[0])


def step_address(space: Workspace, cycle: str, rep_id: str) -> str:
    """Give the address where the next step of a review is taken, whoever takes it."""
    return page_address(space, "write_review", rep=rep_id, period=cycle.partition(":")[0])


def asked_address(space: Workspace, cycle: str, rep_id: str, role: Acting) -> str:
    """Give the address where something asked is answered or read: the review, or the inbox."""
    if role in _WRITERS:
        return review_address(space, cycle, rep_id, role)
    return page_address(space, "inbox")
