"""Dynamics 365: views exported to Excel as static worksheets, the first three columns hidden."""

from datetime import date, datetime
from pathlib import Path

from company import ACCOUNTS, NAMES, Deal, deals, write_expected
from written import write_excel

STATES = {"en": ("Open", "Won", "Lost"), "zh": ("打开", "赢得", "丢失")}
REASONS = {"en": ("In Progress", "Won", "Out-Sold"), "zh": ("正在进行", "赢得", "脱销")}
LOCK = {"en": ("(Do Not Modify) {}", "(Do Not Modify) Row Checksum", "(Do Not Modify) Modified On"),
        "zh": ("(不要修改) {}", "(不要修改) 行校验和", "(不要修改) 修改时间")}  # fmt: skip
HEADS = {
    "en": ["Topic", "Potential Customer", "Est. Close Date", "Est. Revenue", "Actual Close Date",
           "Actual Revenue", "Currency", "Probability", "Rating", "Pipeline Phase", "Status",
           "Status Reason", "Owner", "Created On", "Sales Region"],
    "zh": ["主题", "潜在客户", "预计结束日期", "预计收入", "实际结束日期", "实际收入", "货币",
           "概率", "评分", "管道阶段", "状态", "状态描述", "负责人", "创建时间", "大区"],
}  # fmt: skip
USERS = ["Full Name", "Primary Email", "Title", "Business Unit", "Manager", "Status"]
ACTS = ["Subject", "Regarding", "Activity Type", "Activity Status", "Owner", "Priority",
        "Start Date", "Due Date", "Actual End", "Actual Duration"]  # fmt: skip
GOALS = ["名称", "目标负责人", "从", "到", "目标 (货币)", "实际 (货币)", "货币"]
CALLS = ["主题", "关于", "活动状态", "负责人", "优先级", "截止日期", "实际结束时间", "实际持续时间"]
WORDS = {
    "en": ("Deal", "US Dollar", "Warm", ("1-Qualify", "3-Propose"), ("North", "South")),
    "zh": ("商机", "人民币", "热情", ("1-授予资格", "3-建议"), ("华东", "华南")),
}
_WHEN = datetime(2026, 6, 30, 18, 0)


def write_en(folder: Path) -> None:
    """Three views: people are named, activities are of every kind."""
    rows = [_heads("en", "Opportunity", HEADS["en"]), *(_listed(deal, "en") for deal in deals())]
    name = "All Opportunities 7-1-2026 9-12-33 AM.xlsx"
    write_excel(folder / name, rows, "All Opportunities", '"$"#,##0.00')
    users = [_heads("en", "User", USERS), *map(_user, range(4))]
    write_excel(folder / "All Users 7-1-2026 9-14-02 AM.xlsx", users, "All Users")
    acts = [_heads("en", "Activity", ACTS), *map(_activity, deals())]
    write_excel(folder / "All Activities 7-1-2026 9-15-40 AM.xlsx", acts, "All Activities")
    write_expected(folder, "dynamics", "USD")


def write_zh(folder: Path) -> None:
    """Three views: deals, goals whose last day is the last day they hold, and calls alone."""
    rows = [_heads("zh", "商机", HEADS["zh"]), *(_listed(deal, "zh") for deal in deals())]
    write_excel(folder / "所有商机 2026-7-1 9-12-33.xlsx", rows, "所有商机", '"¥"#,##0.00')
    goals = [_heads("zh", "目标", GOALS), *(_goal(n, q) for n in range(4) for q in range(4))]
    write_excel(folder / "所有目标 2026-7-1 9-20-11.xlsx", goals, "所有目标", '"¥"#,##0.00')
    calls = [_heads("zh", "电话联络", CALLS), *map(_call, deals())]
    write_excel(folder / "所有电话联络 2026-7-1 9-22-40.xlsx", calls, "所有电话联络")
    write_expected(folder, "dynamics", "CNY")


def _heads(lang: str, what: str, heads: list[str]) -> list[str]:
    return [LOCK[lang][0].format(what), *LOCK[lang][1:], *heads]


def _lock(kind: int, n: int) -> list[object]:
    return [f"0000000{kind}-1f2e-ed11-9db1-0022480{n:05d}", f"q1W2e3R4t5Y6u7I8{n:02d}==", _WHEN]


def _listed(deal: Deal, lang: str) -> list[object]:
    n = {"won": 1, "lost": 2}.get(deal.end, 0)
    amount = "" if deal.amount is None else float(deal.amount)
    has_actual = deal.end == "won" and deal.number != 10  # of 10 the estimate stands for it
    guess = "" if deal.amount is None else float(deal.amount + 500 * has_actual)
    done = [deal.close if n else "", amount if has_actual else ""]
    expected = deal.close if n == 0 else date(deal.close.year, deal.close.month, 28)
    topic, currency, rating, phases, regions = WORDS[lang]
    return [*_lock(1, deal.number), f"{topic} {deal.number}", ACCOUNTS[lang][deal.account],
            expected, guess, *done, currency, 20 + 30 * deal.step, rating, phases[deal.step],
            STATES[lang][n], REASONS[lang][n], NAMES[lang][deal.rep], deal.created,
            regions[deal.rep % 2]]  # fmt: skip


def _user(n: int) -> list[object]:
    boss = "" if n == 0 else NAMES["en"][0]
    return [*_lock(2, n), NAMES["en"][n], f"rep{n}@example.com", "Account Executive", "Sales East",
            boss, "Enabled" if n < 3 else "Disabled"]  # fmt: skip


def _activity(deal: Deal) -> list[object]:
    kinds = ("Phone Call", "Email", "Appointment", "Task")
    return [*_lock(3, deal.number), f"Talk {deal.number}", f"Deal {deal.number}",
            kinds[deal.number % 4], "Completed", NAMES["en"][deal.rep], "Normal", deal.seen,
            deal.seen, deal.seen, 15 + deal.number]  # fmt: skip


def _call(deal: Deal) -> list[object]:
    """Every fifth call is still to be made: it has no end, and no duration."""
    is_done = deal.number % 5 != 0
    done = [deal.seen, 5 + deal.number] if is_done else ["", ""]
    return [*_lock(5, deal.number), f"回访{deal.number}", f"商机 {deal.number}",
            "已完成" if is_done else "打开", NAMES["zh"][deal.rep], "一般", deal.seen,
            *done]  # fmt: skip


def _goal(n: int, quarter: int) -> list[object]:
    ends = (date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30), date(2026, 12, 31))
    return [*_lock(4, 4 * n + quarter), f"{NAMES['zh'][n]} 2026 Q{quarter + 1}", NAMES["zh"][n],
            date(2026, 3 * quarter + 1, 1), ends[quarter], 30_000.0 + 1_000 * n, 0.0,
            "人民币"]  # fmt: skip
