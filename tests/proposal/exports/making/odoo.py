"""Odoo: the pipeline by labels in English (CSV) and in Chinese (Excel)."""

import csv
from datetime import datetime
from pathlib import Path

from made import NAMES, TEAMS, Deal, deals, expected, write_csv
from openpyxl import Workbook

STAGES = {"en": ("New", "Qualified", "Proposition", "Won"), "zh": ("新建", "合格", "提案", "赢得")}
HEADS = {
    "en": ["External ID", "Opportunity", "Customer", "Salesperson", "Sales Team", "Stage",
           "Expected Revenue", "Probability", "Expected Closing", "Closed Date", "Created on",
           "Active", "Lost Reason", "Tags", "x_studio_region"],
    # 关闭日期 stands twice, for Closed Date and for Days to Close: so it is left out here
    "zh": ["外部 ID", "商机", "客户", "销售员", "销售团队", "阶段", "预期收益", "概率", "预期结束",
           "创建时间", "启用", "失去原因", "标签", "x_studio_region"],
}  # fmt: skip
USERS = {
    "en": ["External ID", "Name", "Login", "Language", "Latest Authentication", "Sales Team"],
    "zh": ["外部 ID", "名称", "登录", "语言", "最近验证", "销售团队"],
}


def write_en(folder: Path) -> None:
    """CSV: every cell in quotes, True and False, times of the user's zone."""
    made = deals(excluded=(10,))
    rows = [HEADS["en"], *(_listed(deal, "en") for deal in made)]
    texts = [[_text(cell) for cell in row] for row in rows]
    write_csv(folder / "Lead_Opportunity (crm.lead).csv", texts, "utf-8", quote=csv.QUOTE_ALL)
    write_csv(folder / "User (res.users).csv", _users("en"), "utf-8", quote=csv.QUOTE_ALL)
    expected(folder, "odoo", made, "EUR")


def write_zh(folder: Path) -> None:
    """Excel: numbers, days and truth keep their kinds."""
    made = deals(excluded=(10,))
    folder.mkdir(parents=True, exist_ok=True)
    tables = {"商机 (crm.lead).xlsx": [HEADS["zh"], *(_listed(deal, "zh") for deal in made)]}
    tables["用户 (res.users).xlsx"] = _users("zh")
    for name, rows in tables.items():
        book = Workbook()
        book.active.title = "Sheet1"
        for row in rows:
            book.active.append([None if cell == "" else cell for cell in row])
        book.save(folder / name)
    expected(folder, "odoo", made, "EUR")


def _listed(deal: Deal, lang: str) -> list[object]:
    stages = STAGES[lang]
    # Lost: archived at 0. Excluded: archived while it still had a chance, which is not lost
    chance = 35.0 if deal.end == "excluded" else float(deal.probability)
    is_over = deal.end in {"won", "lost", "excluded"}
    closed = [deal.seen.replace(day=deal.close.day, month=deal.close.month) if is_over else ""]
    reason = {"en": "Too expensive", "zh": "太贵"}[lang] if deal.end == "lost" else ""
    team = {"en": ("Europe", "Americas"), "zh": ("欧洲", "美洲")}[lang][TEAMS[deal.rep]]
    return [f"__export__.crm_lead_{deal.number}_{deal.number * 7919:08x}",
            f"Client {deal.account}: order {deal.number}", f"Client {deal.account}",
            NAMES[lang][deal.rep], team, stages[3] if deal.end == "won" else stages[deal.step],
            float(deal.amount), chance, deal.close, *(closed if lang == "en" else []), deal.opened,
            deal.end in {"won", "open"}, reason, "", ("North", "South")[deal.rep % 2]]  # fmt: skip


def _users(lang: str) -> list[list[object]]:
    rows = [USERS[lang]]
    for n, name in enumerate(NAMES[lang]):
        team = {"en": ("Europe", "Americas"), "zh": ("欧洲", "美洲")}[lang][TEAMS[n]]
        code = {"en": "English (US)", "zh": "Chinese (Simplified) / 简体中文"}[lang]
        rows.append(
            [f"base.user_{n}", name, f"rep{n}@example.com", code, "2026-06-30 08:15:00", team]
        )
    return rows


def _text(cell: object) -> str:
    return f"{cell:%Y-%m-%d %H:%M:%S}" if isinstance(cell, datetime) else str(cell)
