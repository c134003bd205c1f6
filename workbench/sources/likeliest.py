"""The likeliest header for a column of a contract, where names do not say it outright."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

_NEAR = 0.75  # of 1; below it a proposal would mislead more than it helps
# What exports call the columns a review cannot do without
_CALLED = {
    "deal_id": ("deal id", "opportunity id", "opportunity", "record id", "商机编号", "商机id",
                "编号", "id"),
    "rep_id": ("owner", "owner id", "opportunity owner", "deal owner", "sales agent", "rep",
               "sales rep", "负责人", "所有人", "业务员", "销售"),
    "name": ("name", "full name", "owner name", "姓名", "名称", "sales agent"),
    "is_closed": ("closed", "is closed", "status", "stage", "deal stage", "状态", "阶段"),
    "is_won": ("won", "is won", "stage", "deal stage", "status", "赢单", "阶段", "状态"),
    "amount": ("amount", "deal amount", "value", "close value", "金额", "商机金额", "betrag"),
    "created_on": ("created", "created date", "create date", "创建时间", "创建日期"),
    "close_on": ("close date", "closing date", "closed", "成交日期", "预计成交日期"),
    "at": ("date", "time", "activity date", "when", "时间", "日期"),
    "kind": ("type", "activity type", "subtype", "类型"),
    "start_on": ("start", "start date", "from", "开始日期"),
    "end_on": ("end", "end date", "to", "until", "结束日期"),
    "target": ("quota", "target", "goal", "quota amount", "目标", "目标值"),
}  # fmt: skip


def likeliest(column: str, headers: Iterable[str]) -> str:
    """Give the header that most likely is a column of a contract; "" where none is near."""
    called = [plain(each) for each in (column, *_CALLED.get(column, ()))]
    by_plain = {plain(header): header for header in headers}
    exact = next((by_plain[each] for each in called if each in by_plain), "")
    if exact or not by_plain:
        return exact
    near, header = max(
        (SequenceMatcher(None, called[0], plain).ratio(), plain) for plain in by_plain
    )
    return by_plain[header] if near >= _NEAR else ""


@lru_cache(maxsize=1 << 14)
def plain(name: str) -> str:
    """Write a header as it is compared: in lower case, with blanks for all that is no word."""
    return re.sub(r"[\W_]+", " ", name.casefold()).strip()
