"""HubSpot: views exported as CSV; stages carry their pipeline, who left carries a notice."""

from pathlib import Path

from company import ACCOUNTS, NAMES, Deal, deals, plain, write_expected
from written import write_csv

STAGES = {
    "en": ("Appointment scheduled (Sales Pipeline)", "Contract sent (Sales Pipeline)",
           "Closed won (Sales Pipeline)", "Closed lost (Sales Pipeline)"),
    "zh": ("已安排约见 (销售管道)", "合同已发送 (销售管道)", "赢单 (销售管道)", "丢单 (销售管道)"),
}  # fmt: skip
HEADS = {
    "en": ["Record ID", "Deal Name", "Deal Stage", "Pipeline", "Close Date", "Deal owner", "Amount",
           "Currency", "Amount in company currency", "Create Date", "Deal Type", "Deal probability",
           "Last Activity Date", "Closed Lost Reason", "Original Traffic Source",
           "Associated Company IDs (Primary)", "Associated Company (Primary)", "Sales region"],
    "zh": ["记录 ID", "交易名称", "交易阶段", "管道", "关闭日期", "交易所有者", "金额", "货币",
           "公司货币金额", "创建日期", "交易类型", "交易概率", "上次活动日期", "丢单原因",
           "原始流量来源", "关联的公司 ID (主要)", "关联的公司 (主要)", "大区"],
}  # fmt: skip
CALLS = ["Record ID", "Call Title", "Activity date", "Activity assigned to", "Call duration",
         "Call outcome", "Call direction", "Associated Deal IDs",
         "Associated Company IDs"]  # fmt: skip
USERS = ["名", "姓", "电子邮件", "用户 ID", "主团队", "席位", "上次活跃"]


def write_en(folder: Path) -> None:
    """No list of people: it would not hold who left."""
    rows = [HEADS["en"], *(_listed(deal, "en") for deal in deals())]
    write_csv(folder / "hubspot-crm-exports-all-deals-2026-07-01.csv", rows, "utf-8")
    calls = [CALLS, *(_call(deal) for deal in deals())]
    write_csv(folder / "hubspot-crm-exports-all-calls-2026-07-01.csv", calls, "utf-8")
    write_expected(folder, "hubspot", "USD")


def write_zh(folder: Path) -> None:
    """The list of people has first and last names apart; deals name them whole."""
    rows = [HEADS["zh"], *(_listed(deal, "zh") for deal in deals())]
    write_csv(folder / "hubspot-crm-exports-所有交易-2026-07-01.csv", rows, "utf-8")
    last = [2 if name.startswith("欧阳") else 1 for name in NAMES["zh"]]
    users = [[name[n:], name[:n], f"rep{i}@example.com", 71_000_100 + i, "华东组", "销售席位",
              "2026-06-30 18:02"]
             for i, (name, n) in enumerate(zip(NAMES["zh"], last, strict=True))]  # fmt: skip
    write_csv(folder / "hubspot-users.csv", [USERS, *users], "utf-8")
    write_expected(folder, "hubspot", "CNY")


def _listed(deal: Deal, lang: str) -> list[object]:
    is_en = lang == "en"
    owner = NAMES[lang][deal.rep] + (" (Deactivated User)" if is_en and deal.rep == 3 else "")
    kinds = ("Existing Business", "New Business") if is_en else ("现有业务", "新业务")
    stage = STAGES[lang][{"won": 2, "lost": 3}.get(deal.end, deal.step)]
    chance = {"won": "1.0", "lost": "0.0"}.get(deal.end, ("0.2", "0.9")[deal.step])
    reason = ("Price" if is_en else "价格") if deal.end == "lost" else ""
    company = 8_800_000_100 + deal.account
    return [21_400_000_300 + deal.number, f"Deal {deal.number}" if is_en else f"交易{deal.number}",
            stage, "Sales Pipeline" if is_en else "销售管道", f"{deal.close} 17:30", owner,
            plain(deal.amount), "USD" if is_en else "CNY", plain(deal.amount),
            f"{deal.created:%Y-%m-%d %H:%M}", kinds[deal.number % 2], chance,
            f"{deal.seen:%Y-%m-%d %H:%M}", reason, "Organic Search" if is_en else "自然搜索",
            company, ACCOUNTS[lang][deal.account],
            (("North", "South") if is_en else ("华东", "华南"))[deal.rep % 2]]  # fmt: skip


def _call(deal: Deal) -> list[object]:
    owner = NAMES["en"][deal.rep] + (" (Deactivated User)" if deal.rep == 3 else "")
    return [33_000_000_000 + deal.number, f"Call about deal {deal.number}",
            f"{deal.seen:%Y-%m-%d %H:%M}", owner, 60_000 * (1 + deal.number % 9), "Connected",
            "Outbound", 21_400_000_300 + deal.number, 8_800_000_100 + deal.account]  # fmt: skip
