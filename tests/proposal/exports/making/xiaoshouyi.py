"""销售易: lists exported in Chinese (GB18030) and in English (UTF-8 with its mark)."""

from pathlib import Path

from made import NAMES, TEAMS, Deal, deals, expected, month_targets, write_csv

WORDS = {
    "zh": {
        "stages": ("初步接洽", "需求确定", "方案/报价"),
        "ends": {"won": "赢单", "lost": "输单"},
        "deals": ["销售机会编号", "销售机会名称", "客户名称", "销售机会所有人", "销售金额", "销售阶段",
                  "赢率", "结单日期", "输单阶段", "输单原因", "机会类型", "机会来源", "创建日期",
                  "最新活动记录时间", "所属部门", "锁定状态", "所属区域(自定义)"],
        "kinds": ("新客户机会", "老客户机会"),
        "reason": "价格太高",
        "users": ["员工编号", "姓名", "邮箱", "所属部门", "直属上级", "职位", "用户状态"],
        "teams": ("华东区", "华南区"),
        "active": "已激活",
        "unlocked": "未锁定",
        "records": ["活动记录编号", "创建人", "活动记录类型", "活动开始时间", "销售机会", "活动记录内容"],
        "acts": ("电话", "拜访签到", "会议", "邮件"),
        "goals": ["姓名", "目标年度", *(f"{m}月" for m in range(1, 13)), "全年"],
        "files": ("销售机会.csv", "用户.csv", "活动记录.csv", "销售目标.csv"),
    },
    "en": {
        "stages": ("Initial contact", "Needs confirmed", "Proposal"),
        "ends": {"won": "Closed Won", "lost": "Closed Lost"},
        "deals": ["Sales Opportunity No.", "Sales Opportunity Name", "Account Name",
                  "Sales Opportunity Owner", "Sales Amount", "Sales Stage", "Win Rate", "Close Date",
                  "Lost Stage", "Lost Reason", "Opportunity Type", "Opportunity Source",
                  "Created At", "Recent Activity Record Time", "Department", "Lock Status",
                  "Territory (custom)"],
        "kinds": ("New Customer", "Existing Customer"),
        "reason": "Price",
        "users": ["Employee No.", "Name", "Email", "Department", "Direct Manager", "Position",
                  "User Status"],
        "teams": ("East", "South"),
        "active": "Activated",
        "unlocked": "Unlocked",
        "records": ["Activity Record ID", "Created By", "Activity Record Type", "Start Time",
                    "Opportunity", "Content"],
        "acts": ("Phone Call", "Visit", "Meeting", "Email"),
        "goals": ["Name", "Target Year", "January", "February", "March", "April", "May", "June",
                  "July", "August", "September", "October", "November", "December", "Full Year"],
        "files": ("Opportunities.csv", "Users.csv", "Activity records.csv", "Targets.csv"),
    },
}  # fmt: skip


def write(folder: Path, lang: str, encoding: str) -> None:
    """Write the four lists of one language."""
    words, made, reps = WORDS[lang], deals(), NAMES[lang]
    rows = [words["deals"], *(_listed(deal, words, reps, lang) for deal in made)]
    write_csv(folder / words["files"][0], rows, encoding)
    users = [words["users"]]
    for n, name in enumerate(reps):
        above = "" if n % 2 == 0 else reps[n - 1]
        mail = f"rep{n}@example.com"
        users.append(
            [f"N{n + 1:03}", name, mail, words["teams"][TEAMS[n]], above, "", words["active"]]
        )
    write_csv(folder / words["files"][1], users, encoding)
    records = [words["records"]]
    for deal in made[:14]:
        records.append([f"HD{deal.number:05}", reps[deal.rep], words["acts"][deal.number % 4],
                        f"{deal.seen:%Y-%m-%d %H:%M}", _name(deal, lang), ""])  # fmt: skip
    write_csv(folder / words["files"][2], records, encoding)
    goals = [words["goals"]]
    for n, name in enumerate(reps):
        goals.append([name, "2026", *month_targets(n), sum(month_targets(n))])
    write_csv(folder / words["files"][3], goals, encoding)
    expected(folder, "xiaoshouyi", made, "CNY")


def _name(deal: Deal, lang: str) -> str:
    return (
        f"客户{deal.account}项目{deal.number}"
        if lang == "zh"
        else f"Client {deal.account}, no. {deal.number}"
    )


def _listed(deal: Deal, words: dict, reps: tuple[str, ...], lang: str) -> list[object]:
    stage = words["ends"].get(deal.end, words["stages"][deal.step])
    is_lost = deal.end == "lost"
    account = f"客户{deal.account}" if lang == "zh" else f"Client {deal.account}"
    return [f"XSJH-2026-{deal.number:04}", _name(deal, lang), account, reps[deal.rep],
            f"{deal.amount:.2f}", stage, deal.probability, f"{deal.close:%Y-%m-%d}",
            words["stages"][deal.step] if is_lost else "", words["reason"] if is_lost else "",
            words["kinds"][deal.number % 2], "", f"{deal.opened:%Y-%m-%d %H:%M:%S}",
            f"{deal.seen:%Y-%m-%d %H:%M:%S}", words["teams"][TEAMS[deal.rep]], words["unlocked"],
            words["teams"][TEAMS[deal.rep]]]  # fmt: skip
