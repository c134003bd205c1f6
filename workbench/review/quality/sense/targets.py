"""Doubts about targets: one that was lowered since an earlier freezing, or two of the same days."""

from workbench.review.quality.issues import Issue
from workbench.review.quality.sense.ground import Doubt, Ground
from workbench.snapshots.kept import frozen_before
from workbench.sources.sql import quoted

_FIGURES = ("effective_quota", "quota_attainment", "quota_gap", "linear_pace")
_KEY = ("rep_id", "metric", "start_on", "end_on")
_MAYBE = ("product_family", "currency")  # part of what a row is, where the table has them


def quota_lowered(ground: Ground) -> list[Issue]:
    """Tell of targets that are below what the same row of an earlier freezing said."""
    if not ground.has("quotas", *_KEY, "target"):
        return []
    paths = [
        str(path)
        for each in frozen_before(ground.snapshot)
        if (path := each.folder / "tables" / "quotas.parquet").exists()
    ]
    if not paths:
        return []
    earlier = f"read_parquet([{', '.join(map(quoted, paths))}], union_by_name=true)"
    keys = [*_KEY, *(name for name in _MAYBE if _has_all(ground, earlier, name))]
    same = " and ".join(f"q.{key} is not distinct from e.{key}" for key in keys)
    select = (
        f"select {', '.join(f'q.{key}' for key in keys)}, max(e.target) as target_before, q.target"
        f" from {ground.file('quotas')} q join {earlier} e on {same}"
        " group by all having max(e.target) > q.target order by q.rep_id, q.metric, q.start_on"
    )
    return ground.issues(Doubt("quotas", "quota_lowered", _FIGURES), select)


def quota_twice(ground: Ground) -> list[Issue]:
    """Doubt two targets of one person and figure that hold on the same day: both are added up."""
    if not ground.has("quotas", *_KEY, "target"):
        return []
    file, has_family = ground.file("quotas"), ground.has("quotas", "product_family")
    family = " and a.product_family is not distinct from b.product_family" if has_family else ""
    names = ground.given("quotas", *_KEY[:2], "product_family", *_KEY[2:], "target", "currency")
    # No two rows of one person, figure and family begin on a day: that is their key
    other = (
        f"select 1 from {file} b where a.start_on <> b.start_on and a.rep_id = b.rep_id and"
        f" a.metric = b.metric and a.start_on < b.end_on and b.start_on < a.end_on{family}"
    )
    select = (
        f"select {names} from {file} a where exists ({other})"
        " order by rep_id, metric, start_on, end_on"
    )
    return ground.issues(Doubt("quotas", "quota_twice", _FIGURES), select)


def _has_all(ground: Ground, earlier: str, name: str) -> bool:
    """Whether a column is in the table now and was in an earlier one."""
    if not ground.has("quotas", name):
        return False
    found = ground.rows(f"select column_name from (describe select * from {earlier})")
    return name in {str(column) for (column,) in found}
