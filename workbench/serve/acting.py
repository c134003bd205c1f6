"""Whether a page is for who asks, and as what they act on it."""

from workbench.errors import RefusedError
from workbench.i18n import Lang, message
from workbench.serve.company import Company
from workbench.serve.page import Page
from workbench.serve.visitor import Visitor
from workbench.store.actor import Actor


def allowed(values: dict[str, str], page: Page, visitor: Visitor, lang: Lang) -> dict[str, str]:
    """Keep a visitor to the people they may see; a notebook's own example is nobody's.

    Raises
    ------
    RefusedError
        When the page, or the person or team it is about, is not for them.
    """
    refused = RefusedError(message("serve-not-for-you", lang))
    if not visitor.may_open(page):
        raise refused
    if page.is_about_one:
        own = visitor.person_id if visitor.person_id in visitor.reps else ""
        values = {"rep_id": own, **values}
        if not visitor.may_see(page, values["rep_id"]):
            raise refused
    if "team" in page.takes and visitor.actor_on_team(page).endswith(":manager"):
        values = {"team": visitor.person_id, **values}
    if values.get("team") and values["team"] not in visitor.teams:
        raise refused
    return values


def actor_on(values: dict[str, str], page: Page, visitor: Visitor) -> str:
    """Say as what a visitor acts on a page, as `M02:manager`."""
    if "team" in page.takes:
        return visitor.actor_on_team(page)
    return visitor.actor(values.get("rep_id", ""), page)


def desk_actor(told: str, values: dict[str, str], page: Page, there: Company) -> str:
    """Say as what somebody at a desk acts: as they say, else as the page is meant; "" names nobody.

    Raises
    ------
    ParameterError, UnknownNameError
        When what they say is no person in a role.
    """
    if told:
        Actor.read(told)
        return told
    if values.get("team"):
        return there.leading(values["team"])
    rep_id = values.get("rep_id", "")
    if not rep_id or page.name not in ("coaching", "write_review"):
        return ""
    boss = there.people[rep_id].manager_id
    return f"{boss}:manager" if page.name == "coaching" and boss else f"{rep_id}:rep"
