"""The cover: who, which period, on what basis."""

from typing import TYPE_CHECKING

from workbench import i18n
from workbench.i18n import message
from workbench.page.section import Cover
from workbench.page.shown import Shown
from workbench.review import words
from workbench.review.moves import moves_text
from workbench.review.role import role_name
from workbench.review.sections.without_deals import has_no_deals
from workbench.review.withheld import withheld_text

if TYPE_CHECKING:
    from workbench.review.brief import Brief


def cover(review: "Brief") -> Shown:
    """Say who is reviewed, for which days, and on what basis the figures stand."""
    lang, rep = review.lang, review.rep
    template = review.template.label.in_(lang)
    as_of = i18n.long_date(review.as_of, lang)
    company = review.company
    shown = Cover(
        company=company,
        kind=template,
        period=review.period.name,
        is_made=review.is_made,
        name=rep.name,
        role=_role(review),
        withheld=withheld_text(review),
        basis=basis_of(review),
    )
    finding = message("cover-finding", lang, name=rep.name, period=review.period.name, as_of=as_of)
    return Shown(
        "cover", lang, finding, name=message("cover-name", lang), cover=shown,
        facts=_record(review, template),
    )  # fmt: skip


def _role(review: "Brief") -> str:
    rep, lang = review.rep, review.lang
    role = role_name(rep.role, lang)
    team = rep.team or rep.region
    if not team:
        return role
    if rep.hired_on is None:
        return message("cover-role", lang, role=role, team=team)
    hired = i18n.long_date(rep.hired_on, lang)
    return message("cover-tenure", lang, role=role, team=team, hired=hired)


def basis_of(review: "Brief") -> tuple[tuple[str, str], ...]:
    """Say on what the figures stand: term and text."""
    lang = review.lang
    scope = "team" if review.rep.has_team_scope else "own"
    rows = {
        "manager": review.rep.manager_name or message("cover-no-manager", lang),
        "period": _period(review),
        "at-work": _at_work(review),
        "moved": moves_text(review),
        "as-of": i18n.long_date(review.as_of, lang),
        "peers": _peer_group(review),
        "basis": message(f"cover-basis-{review.amount_basis}", lang),
        "currency": i18n.currency_name(review.currency, lang),
        "scope": message(f"cover-scope-{scope}", lang),
        "set-aside": message("cover-set-aside-rows", lang, n=review.set_aside),
        "snapshot": review.data_stamp,
    }
    if scope == "own":
        del rows["scope"]  # what everyone expects needs no line
    if has_no_deals(review):
        del rows["basis"], rows["currency"]  # no amount follows
    return tuple((message(f"cover-{key}", lang), text) for key, text in rows.items() if text)


def _period(review: "Brief") -> str:
    return message("cover-period-days", review.lang, period=review.period.name, days=_days(review))


def _at_work(review: "Brief") -> str:
    """Say what makes the days at work other than the period's; "" where nothing does."""
    comma = "；" if review.lang == "zh" else "; "
    return comma.join(words.note_text(code, review.lang) for code in review.employment.notes)


def _days(review: "Brief") -> str:
    return i18n.date_range(review.period.start, review.period.last_day, review.lang)


def _peer_group(review: "Brief") -> str:
    n = max((row.n_peers for row in review.figures.comparisons.values()), default=0)
    if not n:
        return message("cover-no-peers", review.lang)
    role = role_name(review.rep.role, review.lang)
    return message("cover-peer-group", review.lang, role=role, n=n)


def _record(review: "Brief", template: str) -> dict[str, object]:
    lang, name, period = review.lang, review.rep.name, review.period.name
    foot = message(
        "review-running-foot",
        lang,
        as_of=review.as_of.isoformat(),
        hash=review.data_stamp,
    )
    made = [message("review-made-foot", lang)] if review.is_made else []
    return {
        "title": message("review-title", lang, name=name, period=period, template=template),
        "lang": lang,
        "rep_name": name,
        "period": period,
        "is_made": review.is_made,
        "running_head": message("review-running-head", lang, name=name, period=period),
        "running_foot": " · ".join([foot, *made]),
    }
