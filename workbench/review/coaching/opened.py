"""Open the desk of a rep's sessions for one person: the rep, or the manager of record."""

from dataclasses import replace

from workbench.errors import ParameterError, RefusedError
from workbench.i18n import error, require_lang, said
from workbench.model.given import texts
from workbench.review.brief import Brief
from workbench.review.coaching.agenda import load_agenda
from workbench.review.coaching.desk import CoachingDesk
from workbench.review.reader import DOCUMENT, named_reader
from workbench.review.review import open_review
from workbench.store import Actor
from workbench.store.naming import actor_said
from workbench.store.opening import store_of
from workbench.store.rules import takes_part


def open_coaching_desk(
    rep_id: str, period: str = "", workspace: str = "", *, actor: str = "", lang: str = ""
) -> CoachingDesk:
    """Open the desk of a rep's sessions.

    Parameters
    ----------
    actor
        Who sits there, as `M03:manager` or `R13:rep`; "" takes the rep's manager of record.

    Raises
    ------
    UnknownNameError
        When there is no such rep, period or language.
    RefusedError
        When this person is neither the rep nor the manager of record; HR and sales ops read the
        sessions the two shared. Or when nobody is named where people are told apart.
    ParameterError
        When no manager is recorded and none is named.
    """
    told = texts(period=period, workspace=workspace, actor=actor, lang=lang)
    review = open_review(
        rep_id, told["period"], told["workspace"], template="coaching", lang=told["lang"] or "zh",
        surface=DOCUMENT,
    )  # fmt: skip
    if not told["lang"]:
        review = replace(review, lang=require_lang(review.workspace.languages[0]))
    who = _actor(review, told["actor"])
    _require_part(review, who)
    return CoachingDesk(
        replace(review, reader=who), store_of(review.workspace), who,
        load_agenda(review.workspace.folder),
    )  # fmt: skip


def _actor(review: Brief, told: str) -> Actor:
    who = named_reader(told, review.workspace)
    if who is not None:
        is_own = who.role == "manager" and who.person_id == review.rep.rep_id
        return Actor(who.person_id, "rep") if is_own else who  # the same person, who is coached
    manager = review.rep.manager_id
    if not manager:
        raise error(ParameterError, "refusal-session-nobody", rep=review.rep.rep_id)
    return Actor(manager, "manager")


def _require_part(review: Brief, who: Actor) -> None:
    rep = review.rep
    mine = {"rep": rep.rep_id, "manager": rep.manager_id}.get(who.role, who.person_id)
    if who.person_id != mine or not takes_part(who):
        raise error(
            RefusedError, "refusal-sessions", who=actor_said(who), rep=rep.rep_id,
            manager=rep.manager_id or said("refusal-nobody"),
        )  # fmt: skip
