"""Doubts about the list of reps: one person twice, or somebody nothing else knows of."""

import unicodedata
from collections.abc import Iterable, Iterator

from workbench.model.tables import TABLES
from workbench.review.quality.issues import Issue
from workbench.review.quality.sense.ground import Doubt, Ground, among, toml

_NEW = 92  # days: somebody hired this lately may have nothing yet
_LISTS = ("reps", "assignments", "group_attributes")  # these say who there is, not what was done


def same_person(ground: Ground) -> list[Issue]:
    """Doubt that two ids are two people where the name or the e-mail is the same.

    A name alone proves nothing where both have an e-mail and these differ.
    """
    email = "email" if ground.has("reps", "email") else "null"
    people = [
        (str(rep_id), _folded(name), _folded(mail))
        for rep_id, name, mail in ground.rows(
            f"select rep_id, name, {email} from {ground.file('reps')} order by rep_id"
        )
    ]
    pairs = list(dict.fromkeys((*_same(people, by_mail=True), *_same(people, by_mail=False))))
    twins = sorted({rep_id for pair in pairs for rep_id in pair})
    if not twins:
        return []
    columns = ground.given("reps", "rep_id", "name", "email", "manager_id", "team", "hired_on")
    select = (
        f"select {columns} from {ground.file('reps')} where rep_id in {among(twins)}"
        " order by lower(name), rep_id"
    )
    figures = ("won_revenue", "quota_attainment", "win_rate")
    return ground.issues(Doubt("reps", "same_person", figures, _merged(ground, pairs)), select)


def _same(people: list[tuple[str, str, str]], *, by_mail: bool) -> Iterator[tuple[str, str]]:
    """Give pairs of ids that share a name or an e-mail, the first of each with every other."""
    first: dict[str, tuple[str, str]] = {}
    for rep_id, name, mail in people:
        known = mail if by_mail else name
        if not known:
            continue
        twin, other_mail = first.setdefault(known, (rep_id, mail))
        if twin != rep_id and (by_mail or not (mail and other_mail and mail != other_mail)):
            yield twin, rep_id


def _merged(ground: Ground, pairs: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Write the line that makes one person of two ids, in every table."""
    if ground.workspace.aliases:
        return ()  # a second line of that name would be no TOML
    told = ", ".join(f"{toml(other)} = {toml(kept)}" for kept, other in pairs)
    return ("[people]", f"aliases = {{ {told} }}")


def _folded(text: object) -> str:
    plain = unicodedata.normalize("NFKC", str(text or ""))
    return "".join(plain.split()).casefold()


def seen_nowhere(ground: Ground) -> list[Issue]:
    """Ask about people without a deal, quota, activity or anything else, who manage nobody.

    Who has left, is not active, or was hired within a quarter is not asked about.
    """
    if not ground.rows(f"select 1 from {ground.file('deals')} limit 1"):
        return []
    columns = ground.given("reps", "rep_id", "name", "email", "team", "hired_on")
    seen = " union ".join(f"select {column} from {file}" for file, column in _traces(ground))
    select = (
        f"select {columns} from {ground.file('reps')} where rep_id not in"
        f" (select * from ({seen}) t(id) where id is not null){_at_work(ground)} order by rep_id"
    )
    return ground.issues(Doubt("reps", "seen_nowhere"), select)


def _traces(ground: Ground) -> Iterator[tuple[str, str]]:
    """Name each column that tells of somebody, with its file."""
    for name in ground.snapshot.manifest["tables"]:
        for column in TABLES[name].columns:
            does = column.references == "reps" and name not in _LISTS
            if (does or column.name == "manager_id") and ground.has(name, column.name):
                yield ground.file(name), column.name


def _at_work(ground: Ground) -> str:
    today = f"date '{ground.snapshot.as_of.isoformat()}'"
    conditions = {
        "is_active": "coalesce(is_active, true)",
        "left_on": f"coalesce(left_on > {today}, true)",
        "hired_on": f"coalesce({today} - hired_on > {_NEW}, true)",
    }
    return "".join(f" and {told}" for name, told in conditions.items() if ground.has("reps", name))
