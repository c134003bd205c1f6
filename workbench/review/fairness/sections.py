"""The sections of the fairness pack, a list of functions; each says n and what it cannot say."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from workbench import i18n
from workbench.errors import require_known
from workbench.i18n import MISSING, Lang, message
from workbench.metrics.fairness.distribution import FEWEST, rating_spread
from workbench.metrics.fairness.effects import Effect, group_effect
from workbench.metrics.fairness.impact import Impact, impact_ratios
from workbench.metrics.fairness.language import vague_words
from workbench.metrics.fairness.leniency import Rating, leniency
from workbench.page.parts import Block, Lede, Note
from workbench.page.shown import Shown
from workbench.page.table import Table, figures
from workbench.page.table import words as text
from workbench.review.fairness.audit import Audit

_CHANCE = Decimal("0.05")
_QUARTER = Decimal("0.25")  # of a level: a smaller difference is not worth a sentence
Told = tuple[str, Sequence[Block]]


def lenient(audit: Audit) -> Told:
    """Tell how far each manager's ratings lie from what the scores predict."""
    lang = audit.desk.lang
    rows = leniency(
        Rating(each.manager_id, each.rep_id, each.level, float(each.objective))
        for each in audit.ratings
        if each.objective is not None
    )
    told = [(each.value, each.manager_id) for each in rows if each.value is not None]
    if not told:
        return _too_few("lenient", audit)
    widest, manager_id = max(told, key=lambda pair: (abs(pair[0]), pair[1]))
    size = i18n.number(widest, lang, 1, is_signed=True)
    key = "fair-lenient-none" if abs(widest) < _QUARTER else "fair-lenient"
    finding = message(key, lang, name=_name(audit, manager_id), size=size)
    heads = [text(message("fair-manager", lang)), figures(message("fair-lenient-shrunk", lang)),
             figures(message("fair-lenient-raw", lang)), figures("n")]  # fmt: skip
    lines = [
        [
            _name(audit, each.manager_id),
            _points(each.value, lang),
            _points(each.raw, lang),
            str(each.n),
        ]
        for each in rows
    ]
    return finding, [Table(heads, lines), _how("fair-lenient-how", lang)]


def reached_alike(audit: Audit) -> Told:
    """Tell whether a rating above the middle reaches the groups alike."""
    lang = audit.desk.lang
    if not audit.attributes:
        return message("fair-impact-nothing", lang), [Lede(message("fair-impact-map", lang))]
    found = {name: _impact(audit, groups) for name, groups in sorted(audit.attributes.items())}
    every = [each for rows in found.values() for each in rows]
    if all(each.rate is None for each in every):
        return _too_few("impact", audit)
    flagged = sum(each.is_flagged for each in every)
    finding = message("fair-impact", lang, n=flagged)
    heads = [text(message("fair-attribute", lang)), text(message("fair-group", lang)),
             figures(message("fair-rate", lang)), figures(message("fair-ratio", lang)),
             figures("p"), figures("n")]  # fmt: skip
    lines = [_impact_row(name, each, lang) for name, rows in found.items() for each in rows]
    return finding, [Table(heads, lines), _how("fair-impact-how", lang)]


def placed(audit: Audit) -> Told:
    """Tell whether attainment and rating differ by territory or tenure beyond chance."""
    lang = audit.desk.lang
    ratings = {
        each.rep_id: Decimal(each.level)
        for each in audit.ratings
        if not audit.people[each.rep_id].has_team_scope
    }
    by = {
        "territory": {rep_id: each.region or each.team for rep_id, each in audit.people.items()},
        "tenure": {rep_id: audit.tenure(rep_id) for rep_id in audit.people},
    }
    found = [
        (figure, cut, group_effect(values, groups))
        for figure, values in (("attainment", audit.attainment), ("rating", ratings))
        for cut, groups in by.items()
        if values
    ]
    known = [effect.p for _figure, _cut, effect in found if effect.p is not None]
    if not known:
        return _too_few("placed", audit)
    beyond = sum(p < _CHANCE for p in known)
    finding = message("fair-placed", lang, n=beyond, of=len(known))
    heads = [text(message("fair-figure", lang)), text(message("fair-by", lang)),
             text(message("fair-middles", lang)), figures("p")]  # fmt: skip
    lines = [_effect_row(*each, lang=lang) for each in found]
    return finding, [Table(heads, lines), _how("fair-placed-how", lang)]


def worded(audit: Audit) -> Told:
    """Tell how many comments hold words that judge and name nothing to check."""
    lang = audit.desk.lang
    by: dict[str, list[str]] = {}
    for manager, comment in audit.comments:
        by.setdefault(manager, []).append(comment)
    if not by:
        return _too_few("worded", audit)
    flagged = {name: [_vague(comment) for comment in said] for name, said in by.items()}
    hits = sum(bool(words) for said in flagged.values() for words in said)
    finding = message("fair-worded", lang, n=hits, of=len(audit.comments))
    heads = [text(message("fair-manager", lang)), figures(message("fair-comments", lang)),
             figures(message("fair-vague", lang)), text(message("fair-words", lang))]  # fmt: skip
    lines = [
        [_name(audit, name), str(len(said)), str(sum(map(bool, said))), _used(said)]
        for name, said in sorted(flagged.items())
    ]
    return finding, [Table(heads, lines), _how("fair-worded-how", lang)]


def spread(audit: Audit) -> Told:
    """Show how ratings are spread, as they are; no share is prescribed."""
    lang = audit.desk.lang
    if not audit.ratings:
        return _too_few("spread", audit)
    steps = range(1, audit.levels + 1)
    rows = rating_spread([(each.manager_id, each.level) for each in audit.ratings], steps)
    used = sum(bool(n) for n in (rows[0].counts or {}).values())
    finding = message("fair-spread", lang, n=len(audit.ratings), used=str(used), of=str(len(steps)))
    heads = [text(message("fair-manager", lang)), *(figures(str(step)) for step in steps),
             figures("n")]  # fmt: skip
    lines = [
        [
            _name(audit, each.circle) if each.circle else message("fair-everybody", lang),
            *(str(each.counts[step]) if each.counts else MISSING for step in steps),
            str(each.n),
        ]
        for each in rows
    ]
    return finding, [Table(heads, lines), _how("fair-spread-how", lang)]


SECTIONS: Mapping[str, Callable[[Audit], Told]] = {
    "lenient": lenient,
    "impact": reached_alike,
    "placed": placed,
    "worded": worded,
    "spread": spread,
}


def audit_section(audit: Audit, key: str) -> Shown:
    """Make one section of the fairness pack.

    Raises
    ------
    UnknownNameError
        When there is none of that key.
    """
    require_known("section", [key], SECTIONS)
    lang = audit.desk.lang
    finding, body = SECTIONS[key](audit)
    number = f"{list(SECTIONS).index(key) + 1:02}"
    told = {part: message(f"fair-{key}-{part}", lang) for part in ("name", "question")}
    return Shown(
        key,
        lang,
        finding,
        body,
        number,
        told["name"],
        told["question"],
        source=message("fair-who", lang),
    )


def _impact(audit: Audit, groups: Mapping[str, str]) -> list[Impact]:
    """Count who is rated above the middle of the scale, by group."""
    counted: dict[str, tuple[int, int]] = {}
    for each in audit.ratings:
        group = groups.get(each.rep_id)
        if group:
            hits, of = counted.get(group, (0, 0))
            counted[group] = (hits + (each.level > audit.levels // 2 + 1), of + 1)
    return impact_ratios(counted)


def _impact_row(name: str, each: Impact, lang: Lang) -> list[str]:
    ratio = MISSING if each.ratio is None else i18n.number(each.ratio, lang, 2)
    flag = f" {message('fair-flag', lang)}" if each.is_flagged else ""
    rate = MISSING if each.rate is None else i18n.share(each.rate, lang, 0)
    why = f"fair-{each.reason.replace('_', '-')}"
    reason = f" {message(why, lang)}" if each.reason else ""
    return [name, each.group + reason, rate, ratio + flag, _p(each.p, lang), str(each.n)]


def _effect_row(figure: str, cut: str, effect: Effect, *, lang: Lang) -> list[str]:
    def told(value: Decimal | None) -> str:
        if value is None:
            return message("fair-few", lang)
        return i18n.share(value, lang, 0) if figure == "attainment" else i18n.number(value, lang, 1)

    middles = "; ".join(
        f"{each.group or MISSING} {told(each.value)} (n = {each.n})" for each in effect.groups
    )
    by = message(f"fair-by-{cut}", lang)
    return [message(f"fair-of-{figure}", lang), by, middles, _p(effect.p, lang)]


def _vague(comment: str) -> list[str]:
    return [comment[flag.start : flag.end] for flag in vague_words(comment)]


def _used(said: list[list[str]]) -> str:
    every = sorted({word.lower() for words in said for word in words})
    return ", ".join(every) or MISSING


def _p(value: Decimal | None, lang: Lang) -> str:
    return MISSING if value is None else i18n.number(value, lang, 3)


def _points(value: Decimal | None, lang: Lang) -> str:
    return MISSING if value is None else i18n.number(value, lang, 2, is_signed=True)


def _name(audit: Audit, person_id: str) -> str:
    found = audit.people.get(person_id)
    return found.name if found else person_id


def _too_few(key: str, audit: Audit) -> Told:
    """Say that there is too little to tell, and what it waits for."""
    lang = audit.desk.lang
    told = message("fair-wait", lang, n=len(audit.ratings), fewest=FEWEST)
    return message(f"fair-{key}-few", lang), [Lede(told)]


def _how(key: str, lang: Lang) -> Note:
    return Note(message(key, lang), is_quiet=True)
