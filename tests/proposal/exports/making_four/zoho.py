"""Zoho CRM: modules as a backup exports them, in several files; a report in Chinese."""

from pathlib import Path

from company import ACCOUNTS, NAMES, Deal, deals, plain, signed, write_expected
from written import write_csv

STAGES = {
    "en": ("Qualification", "Negotiation/Review", "Closed Won",
           ("Closed Lost", "Closed-Lost to Competition")),
    "zh": ("资格认定", "谈判/审查", "成交", ("丢单", "输给竞争对手")),
}  # fmt: skip
HEADS = {
    "en": ["Record Id", "Deal Owner.id", "Deal Owner", "Amount", "Deal Name", "Closing Date",
           "Account Name.id", "Account Name", "Stage", "Type", "Probability (%)",
           "Expected Revenue", "Next Step", "Lead Source", "Contact Name.id", "Contact Name",
           "Created By.id", "Created By", "Modified By.id", "Modified By", "Created Time",
           "Modified Time", "Last Activity Time", "Currency", "Exchange Rate", "Tag",
           "Reason For Loss", "Territory Code"],
    "zh": ["商机所有者", "金额", "商机名称", "预计成交日期", "客户名称", "阶段", "类型",
           "可能性 (%)", "预期收入", "下一步", "线索来源", "联系人名称", "创建者", "修改者",
           "创建时间", "修改时间", "最近活动时间", "丢单原因", "记录 Id", "大区"],
}  # fmt: skip
USERS = ["User Id", "First Name", "Last Name", "Full Name", "Email", "Role", "Profile", "Status",
         "Reporting To.id", "Reporting To"]  # fmt: skip
CALLS = ["Record Id", "Call Owner.id", "Call Owner", "Subject", "Call Type", "Call Start Time",
         "Call Duration", "Call Duration (in seconds)", "Related To.id", "Related To",
         "Call Result"]  # fmt: skip

STEPS = ["商机名称", "阶段", "金额", "预计成交日期", "修改时间", "移动到", "阶段持续时间(日历天数)",
         "可能性 (%)", "修改者"]  # fmt: skip


def write_en(folder: Path) -> None:
    """The module comes in two files of the same columns; every id begins with zcrm_."""
    rows = [_listed(deal) for deal in deals()]
    write_csv(folder / "Deals_001.csv", [HEADS["en"], *rows[:20]], "utf-8")
    write_csv(folder / "Deals_002.csv", [HEADS["en"], *rows[20:]], "utf-8")
    write_csv(folder / "Users_001.csv", [USERS, *map(_user, range(4))], "utf-8")
    write_csv(folder / "Calls_001.csv", [CALLS, *map(_call, deals())], "utf-8")
    write_expected(folder, "zoho", "USD")


def write_zh(folder: Path) -> None:
    """Reports: amounts with their sign, people by name; UTF-8 with its mark, for Excel."""
    rows = [HEADS["zh"], *map(_reported, deals())]
    write_csv(folder / "商机.csv", rows, "utf-8-sig", end="\r\n")
    steps = [STEPS, *(step for deal in deals() for step in _steps(deal))]
    write_csv(folder / "阶段历史.csv", steps, "utf-8-sig", end="\r\n")
    write_expected(folder, "zoho", "CNY")


def _listed(deal: Deal) -> list[object]:
    owner = [_id(1, deal.rep), NAMES["en"][deal.rep]]
    chance = _chance(deal)
    revenue = "" if deal.amount is None else f"{deal.amount * chance / 100:.2f}"
    return [_id(3, deal.number), *owner, plain(deal.amount), f"Deal {deal.number}", deal.close,
            _id(2, deal.account), ACCOUNTS["en"][deal.account], _stage(deal, "en"),
            ("Existing Business", "New Business")[deal.number % 2], chance, revenue, "",
            "Cold Call", "", "", *owner, *owner, deal.created, deal.seen, deal.seen, "USD", "1", "",
            "Budget" if deal.end == "lost" else "", f"T{deal.rep}"]  # fmt: skip


def _reported(deal: Deal) -> list[object]:
    owner = NAMES["zh"][deal.rep]
    chance = _chance(deal)
    revenue = None if deal.amount is None else deal.amount * chance / 100
    return [owner, signed(deal.amount, "¥"), f"商机{deal.number}", deal.close,
            ACCOUNTS["zh"][deal.account], _stage(deal, "zh"),
            ("现有业务", "新业务")[deal.number % 2], chance, signed(revenue, "¥"), "", "网站", "",
            owner, owner, deal.created, deal.seen, deal.seen,
            "预算不足" if deal.end == "lost" else "", _id(3, deal.number),
            ("华东", "华南")[deal.rep % 2]]  # fmt: skip


def _steps(deal: Deal) -> list[list[object]]:
    """A row for each stage: when the deal came into it, and where it went."""
    first, stage = STAGES["zh"][0], _stage(deal, "zh")
    rest = [signed(deal.amount, "¥"), deal.close]
    days = (deal.seen.date() - deal.created.date()).days
    owner = NAMES["zh"][deal.rep]
    begun = [f"商机{deal.number}", first, *rest, deal.created]
    if stage == first:
        return [[*begun, "", "", 10, owner]]
    now = [f"商机{deal.number}", stage, *rest, deal.seen, "", "", _chance(deal), owner]
    return [[*begun, stage, days, 10, owner], now]


def _user(n: int) -> list[object]:
    first, last = NAMES["en"][n].split()
    boss = ["", ""] if n == 0 else [_id(1, 0), NAMES["en"][0]]
    status = "Active" if n < 3 else "Inactive"
    return [_id(1, n), first, last, NAMES["en"][n], f"rep{n}@example.com", "Sales Rep", "Standard",
            status, *boss]  # fmt: skip


def _call(deal: Deal) -> list[object]:
    minutes = 2 + deal.number % 7
    return [_id(4, deal.number), _id(1, deal.rep), NAMES["en"][deal.rep],
            f"Call about deal {deal.number}", "Outbound", deal.seen, f"{minutes:02d}:30",
            60 * minutes + 30, _id(3, deal.number), f"Deal {deal.number}",
            "Interested"]  # fmt: skip


def _id(module: int, n: int) -> str:
    return f"zcrm_41500000000{module}{n:05d}"


def _stage(deal: Deal, lang: str) -> str:
    first, second, won, lost = STAGES[lang]
    ends = {"won": won, "lost": lost[deal.number % 2]}
    return ends.get(deal.end, (first, second)[deal.step])


def _chance(deal: Deal) -> int:
    return {"won": 100, "lost": 0}.get(deal.end, (10, 75)[deal.step])
