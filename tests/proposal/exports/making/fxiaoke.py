"""纷享销客: the exported list in Chinese, and what its API gives."""

import json
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from made import NAMES, TEAMS, Deal, deals, expected, month_targets, slashed, write_csv

STAGES = ("初步洽谈", "需求确认", "商务谈判")
ENDS = {"won": "赢单", "lost": "输单", "excluded": "无效"}
REPS = NAMES["zh"]
_ID = "65f{:021x}"


def write_zh(folder: Path) -> None:
    """Lists as a person exports them: GB18030, names in place of ids."""
    made = deals(excluded=(11,))
    heads = [
        "商机编号",
        "商机名称",
        "客户名称",
        "商机金额",
        "负责人",
        "阶段",
        "赢率",
        "预计成交日期",
    ]
    heads += ["创建时间", "最后跟进时间", "商机来源", "输单原因", "大区", "归属部门", "生命状态"]
    rows = [heads, *map(_listed, made)]
    write_csv(folder / "商机_20260630.csv", rows, "gb18030")
    people = [
        ["员工编号", "姓名", "手机", "邮箱", "主属部门", "汇报对象", "职位", "入职日期", "状态"]
    ]
    for n, name in enumerate(REPS):
        above = "" if n % 2 == 0 else REPS[n - 1]
        mail = f"rep{n}@example.com"
        post = "销售主管" if n % 2 == 0 else "销售代表"
        people.append([f"{1000 + n}", name, "", mail, ("华东组", "华南组")[TEAMS[n]], above, post,
                       slashed(made[n].created.replace(year=2023)), "启用"])  # fmt: skip
    write_csv(folder / "人员.csv", people, "gb18030")
    kinds = ("电话", "拜访", "会议", "邮件")
    records = [
        ["销售记录编号", "跟进人", "跟进类型", "跟进时间", "商机名称", "客户名称", "跟进内容"]
    ]
    for deal in made[:16]:
        when = f"{slashed(deal.created)} {deal.seen:%H:%M}"
        records.append([f"XSJL{deal.number:04}", REPS[deal.rep], kinds[deal.number % 4], when,
                        _name(deal), f"客户{deal.account}有限公司", "已沟通，\n待回复"])  # fmt: skip
    write_csv(folder / "销售记录.csv", records, "gb18030")
    goals = [["考核对象", "考核年度", *(f"{m}月" for m in range(1, 13)), "年度目标"]]
    for n, name in enumerate(REPS):
        goals.append([name, "2026", *month_targets(n), sum(month_targets(n))])
    write_csv(folder / "目标.csv", goals, "gb18030")
    expected(folder, "fxiaoke", made, "CNY")


def _name(deal: Deal) -> str:
    return f"客户{deal.account}采购{deal.number}"


def _listed(deal: Deal) -> list[object]:
    reason = {"lost": "价格"}.get(deal.end, "")
    opened = f"{slashed(deal.created)} {deal.opened.hour}:{deal.opened:%M}"
    stage = ENDS.get(deal.end, STAGES[deal.step])
    return [f"SJ2026{deal.number:04}", _name(deal), f"客户{deal.account}有限公司",
            f"{deal.amount:,.2f}", REPS[deal.rep], stage, f"{deal.probability}%",
            slashed(deal.close), opened, f"{deal.seen:%Y-%m-%d %H:%M}", "官网", reason,
            ("东区", "南区")[TEAMS[deal.rep]], "销售部", "正常"]  # fmt: skip


def write_api(folder: Path) -> None:
    """Objects as the API gives them, laid down as CSV: milliseconds, lists, codes and __r."""
    made = deals(excluded=(11,))
    heads = ["_id", "object_describe_api_name", "name", "account_id", "account_id__r", "owner",
             "sales_process_id", "sales_stage", "sales_stage__r", "sales_status", "sales_status__r",
             "amount", "probability", "close_date", "create_time", "last_followed_time",
             "life_status", "record_type", "lost_reason__r", "field_ab12C__c"]  # fmt: skip
    write_csv(folder / "NewOpportunityObj.csv", [heads, *map(_object, made)], "utf-8", quote=0)
    people = [["user_id", "name", "email", "main_department", "leader", "position", "status"]]
    for n, name in enumerate(REPS):
        above = [] if n % 2 == 0 else [str(1000 + n - 1)]
        people.append([str(1000 + n), name, f"rep{n}@example.com", _list(str(2000 + TEAMS[n])),
                       json.dumps(above), "销售代表", "0"])  # fmt: skip
    write_csv(folder / "PersonnelObj.csv", people, "utf-8")
    kinds = ("电话", "拜访", "会议", "邮件")
    records = [["_id", "owner", "interactive_types", "interactive_types__r", "create_time",
                "related_object_data", "active_record_content"]]  # fmt: skip
    for deal in made[:16]:
        kind = deal.number % 4
        about = [{"describe_api_name": "AccountObj", "id": _ID.format(900 + deal.account)},
                 {"describe_api_name": "NewOpportunityObj", "id": _ID.format(deal.number)}]  # fmt: skip
        records.append([_ID.format(500 + deal.number), _list(str(1000 + deal.rep)), str(kind + 1),
                        kinds[kind], _ms(deal.seen), json.dumps(about), "已沟通"])  # fmt: skip
    write_csv(folder / "ActiveRecordObj.csv", records, "utf-8")
    expected(folder, "fxiaoke", made, "CNY")


def _object(deal: Deal) -> list[object]:
    status = {"won": "赢单", "lost": "输单", "excluded": "无效"}.get(deal.end, "进行中")
    # This company calls its last stage 签约: only the status tells that it is won
    stage = {"won": "签约", "lost": "输单", "excluded": "无效"}.get(deal.end, STAGES[deal.step])
    code = {"进行中": "1", "赢单": "2", "输单": "3", "无效": "4"}[status]
    close = datetime.combine(deal.close, datetime.min.time())
    return [_ID.format(deal.number), "NewOpportunityObj", _name(deal), _ID.format(900 + deal.account),
            f"客户{deal.account}有限公司", _list(str(1000 + deal.rep)), "sp_01", f"st_{stage}", stage,
            code, status, f"{deal.amount:.2f}", str(deal.probability), _ms(close), _ms(deal.opened),
            _ms(deal.seen), "normal", "default__c", "价格" if deal.end == "lost" else "",
            ("东区", "南区")[TEAMS[deal.rep]]]  # fmt: skip


def _list(one: str) -> str:
    return json.dumps([one])


def _ms(at: datetime) -> int:
    """Milliseconds of a wall time in Shanghai."""
    return int(at.replace(tzinfo=ZoneInfo("Asia/Shanghai")).timestamp() * 1000)
