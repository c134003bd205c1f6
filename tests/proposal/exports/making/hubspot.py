"""HubSpot: a view of deals, the users of the settings, goals; in English and in Chinese."""

import csv
from pathlib import Path

from made import NAMES, TEAMS, Deal, deals, expected, write_csv

LEFT = 3  # who was deactivated
WORDS = {
    "en": {
        "deals": ["Record ID", "Deal Name", "Deal Stage", "Close Date", "Deal owner", "Amount",
                  "Currency", "Pipeline", "Deal Type", "Deal probability", "Forecast category",
                  "Create Date", "Last Activity Date", "Closed Lost Reason",
                  "Original Traffic Source", "Associated Company IDs (Primary)",
                  "Associated Company (Primary)", "Amount in company currency", "Sales region"],
        "stages": ("Appointment Scheduled", "Qualified To Buy", "Contract Sent"),
        "ends": {"won": "Closed Won", "lost": "Closed Lost"},
        "types": ("New Business", "Existing Business"),
        "forecast": {"won": "Closed won", "lost": "Not forecasted", "open": "Pipeline"},
        "pipeline": "Sales Pipeline", "left": " (Deactivated User)", "reason": "Price",
        "source": "Organic Search", "client": "Client {}", "deal": "Client {}, order {}",
        "teams": ("East", "West"), "currency": "EUR",
        "users": ["User ID", "First name", "Last name", "Email address", "Last login date",
                  "Main team", "Role", "Permissions"],
        "goals": ["Goal name", "Goal type", "Assigned to", "Start date", "End date", "Target",
                  "Progress"],
        "goal": ("Revenue 2026", "Revenue"),
        "files": ("hubspot-crm-exports-all-deals-2026-06-30.csv", "hubspot-users-export.csv",
                  "hubspot-goals-export.csv"),
    },
    "zh": {
        "deals": ["记录 ID", "交易名称", "交易阶段", "关闭日期", "交易所有者", "金额", "货币", "管道",
                  "交易类型", "交易概率", "预测类别", "创建日期", "上次活动日期", "关闭丢单原因",
                  "原始流量来源", "关联的公司 ID (主要)", "关联的公司 (主要)", "公司货币金额",
                  "销售大区"],
        "stages": ("已安排会面", "有购买资格", "已发送合同"),
        "ends": {"won": "关闭赢单", "lost": "关闭丢单"},
        "types": ("新业务", "现有业务"),
        "forecast": {"won": "关闭赢单", "lost": "不预测", "open": "管道"},
        "pipeline": "销售管道", "left": " (已停用的用户)", "reason": "价格", "source": "自然搜索",
        "client": "客户{}", "deal": "客户{}第{}单", "teams": ("华东", "华南"), "currency": "CNY",
        "users": ["用户 ID", "名字", "姓氏", "电子邮件地址", "上次登录", "主团队", "角色", "权限"],
        "goals": ["目标名称", "目标类型", "分配给", "开始日期", "结束日期", "目标值", "进度"],
        "goal": ("2026 年收入", "收入"),
        "files": ("hubspot-crm-exports-所有交易-2026-06-30.csv", "hubspot-users-export.csv",
                  "hubspot-goals-export.csv"),
    },
}  # fmt: skip
_ENDS = ("03-31", "06-30", "09-30", "12-31")  # of the quarters, as HubSpot names the last day


def write(folder: Path, lang: str, encoding: str) -> None:
    """Every cell in quotes, times to the minute, a label for every value."""
    made, words = deals(), WORDS[lang]
    users = [words["users"], *(_user(n, lang) for n in range(4))]
    goals = [words["goals"]]
    for n, name in enumerate(NAMES[lang]):
        for quarter, end in enumerate(_ENDS):
            goals.append([*words["goal"], name, f"2026-{3 * quarter + 1:02}-01", f"2026-{end}",
                          f"{45_000 + 3_000 * n}.0", "40%"])  # fmt: skip
    tables = ([words["deals"], *(_listed(deal, lang) for deal in made)], users, goals)
    for name, rows in zip(words["files"], tables, strict=True):
        write_csv(folder / name, rows, encoding, quote=csv.QUOTE_ALL)
    expected(folder, "hubspot", made, words["currency"])


def _listed(deal: Deal, lang: str) -> list[object]:
    words = WORDS[lang]
    owner = NAMES[lang][deal.rep] + (words["left"] if deal.rep == LEFT else "")
    return [24_817_600_000 + deal.number, words["deal"].format(deal.account, deal.number),
            words["ends"].get(deal.end, words["stages"][deal.step]), f"{deal.close} 18:30", owner,
            f"{deal.amount:.2f}", words["currency"], words["pipeline"],
            words["types"][deal.number % 2], deal.probability / 100, words["forecast"][deal.end],
            f"{deal.opened:%Y-%m-%d %H:%M}", f"{deal.seen:%Y-%m-%d %H:%M}",
            words["reason"] if deal.end == "lost" else "", words["source"],
            9_100_000_000 + deal.account, words["client"].format(deal.account),
            f"{deal.amount:.2f}", words["teams"][TEAMS[deal.rep]]]  # fmt: skip


def _user(n: int, lang: str) -> list[object]:
    name = NAMES[lang][n]
    first, last = name.split() if lang == "en" else (name[1:], name[0])
    return [61_230_000 + n, first, last, f"rep{n}@example.com", "2026-06-29 16:05",
            WORDS[lang]["teams"][TEAMS[n]], "", ""]  # fmt: skip
