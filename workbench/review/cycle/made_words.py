"""What the people of the made company say. All of it is invented; nobody is meant."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Action:
    """One action to agree on."""

    zh: str
    en: str
    metric: str  # key
    aim: str


ACTIONS = (
    Action("每周一清理逾期商机，改日期或关闭", "Clear past-due deals every Monday: new date or closed",
           "past_due_share", "≤ 5%"),
    Action("报价前先约到决策人，再发方案", "Meet the decision maker before sending an offer",
           "win_rate", "+5"),
    Action("每周新增两家目标客户的首次会议", "Two first meetings with target customers every week",
           "meetings", "≥ 24"),
    Action("下一期的商机先补到目标的三倍", "Build next period's pipeline to three times the target",
           "pipeline_coverage", "3.0"),
    Action("每单先谈价值，再谈折扣；折扣超过一成须说明", "Value before discount; more than 10 % needs a reason",
           "discount_depth", "≤ 10%"),
)  # fmt: skip

THANKS: dict[str, tuple[tuple[str, str], ...]] = {  # what, and the behaviour seen
    "zh": (
        ("谢谢陪我去客户现场", "临时改了行程，和我一起见了实验室主任，把技术问题都接住了"),
        ("方案模板帮了大忙", "把自己的两页方案发给全组，还讲了一遍怎么改"),
        ("接住了我的客户", "我休假那周替我回了三次客户来电，当天都写了记录"),
        ("预测会上说了真话", "主动把两单从承诺里拿下来，并写明下一步"),
    ),
    "en": (
        (
            "Thank you for coming along",
            "Changed the travel plan and took the lab's questions on site",
        ),
        ("The template saved us a week", "Shared the two-page proposal and showed how to adapt it"),
        (
            "Looked after my customer",
            "Answered three calls in my week off and wrote each down the same day",
        ),
        ("Said how it is", "Took two deals out of the commit and wrote down the next step"),
    ),
}

OUTINGS = (
    "案例分享会 · Case evening",
    "新品实操日 · Hands-on day",
    "徒步 · A walk",
    "客户实验室参观 · A visit to a customer's lab",
)

ANSWERS: dict[str, tuple[str, ...]] = {
    "zh": ("已给出，放在团队文件夹", "已完成，并当面讲过一遍", "只能做一半，其余下月补上"),
    "en": (
        "Done; it lies in the team's folder",
        "Done, and gone through together",
        "Half of it now, the rest next month",
    ),
}

SAID: dict[str, dict[str, Any]] = {
    "zh": {
        "question": "有一单我认为应计入本期：合同 9 月 29 日签回，系统里是 10 月。",
        "answer": "已核对：以客户盖章日为准，本期不计入；下期会出现。",
        "is_done": ("按计划做完，复盘会上讲过。", "完成，方法已写进团队文档。"),
        "is_dropped": "客户停产，改做另一条线。",
        "highlights.cases": (
            "做法：先请应用工程师做一次现场比对，客户自己看到差别再谈价。别人可以复用比对表。",
            "做法：把验收标准写进方案第一页，采购和实验室同时签字，周期短了两周。",
            "做法：老客户的转介绍。交付后第三十天回访，当场请他介绍同行。",
        ),
        "problems.problems": (
            "这几单我太晚才找到出钱的人。已改成首次会议后两天内确认预算和决策链，还在试。",
            "日期是我估得太乐观。现在每周一和客户确认一次下一步，没有下一步的就往后推。",
        ),
        "summary.ask": (
            "请售前在 10 月内出一份竞品比对，涉及三单在谈。",
            "请市场在下月给两个行业研讨会名额，用来补商机。",
            "暂时没有，手头资源够用。",
        ),
        "values.example": (
            "陪新同事拜访了四家客户，帮他把第一单谈下来。",
            "把自己的报价模板整理给团队用，省了大家核价的时间。",
        ),
        "values.seen": "我看到的也是这样：会上主动分享，有求必应。",
        "feedback.upward": (
            "希望周会短一点，把时间留给看单子。",
            "辅导很有用，希望多陪访一两次。",
            "目标下来得太晚，最好季度前两周就定。",
        ),
        "competence.matrix": (
            (3, 3, 4, 2, 4),
            (4, 3, 2, 3, 4),
            (3, 4, 3, 3, 3),
        ),
        "competence.proof": (
            "录了三次通话自听",
            "跟了两单谈判",
            "每周更新承诺，月底对照",
        ),
        "competence.how": (
            "每周录一次通话自评，由经理带教",
            "内部谈判课，跟两次大单",
            "预测复盘会，读同事案例",
        ),
        "problems.keep": (
            "报价前先见到决策人",
            "每周一清理商机",
            "老客户季度拜访",
        ),
        "problems.stop": (
            "没有下一步的商机还留在清单里",
            "月底集中压单",
            "没算毛利先给折扣",
        ),
        "problems.try": (
            "和售前一起做首次拜访",
            "把报价压缩成两页",
            "请客户写下成功标准",
        ),
        "support.requests": (  # what, whom, days until it is due, at stake
            (("竞品比对表", "售前", 8, "86万元"),),
            (("展会名单清洗", "市场", 14, ""),),
            (("安装回访，客户催了两次", "客服", 4, "32万元"), ("试用样品两份", "售前", 10, "")),
        ),
        "values.values": (
            (
                ("客户第一", "交付后第三十天回访，把客户的话写进记录", "回访记录"),
                ("一起赢", "把报价模板写给团队", "团队文件夹"),
            ),
            (("说真话", "月中就把两单移出承诺", "预测会记录"),),
        ),
        "rating.reason": (
            "看定额达成和管道质量：结果稳定，逾期商机在减少；两处都有单子可查。",
            "结果有起伏，但过程扎实：会议数和新增商机都在目标之上。",
        ),
        "feedback.keep": {
            "situation": "本期最大的一单，客户中途换了采购负责人",
            "behaviour": "当天就约了新负责人，重新走了一遍验收标准",
            "impact": "成交日期没有推迟",
        },
        "feedback.change": {
            "situation": "月底的预测会",
            "behaviour": "两单报了承诺，但没有写下一步",
            "impact": "预测偏高，供货排期跟着错",
            "request": "承诺的单子必须有客户确认的下一步和日期",
        },
    },
    "en": {
        "question": "One deal belongs in this period: signed on the 29th, recorded in October.",
        "answer": "Checked: the customer's stamp counts. It is next period's; you will see it there.",
        "is_done": ("Done as planned and told in the team meeting.", "Done; written up for all."),
        "is_dropped": "The customer stopped that line.",
        "highlights.cases": (
            "How: a side-by-side test on site first, so that the lab saw the difference itself.",
            "How: acceptance criteria on page one, signed by lab and purchasing together.",
        ),
        "problems.problems": (
            "I met the budget owner too late. Now I ask within two days of the first meeting.",
            "My dates were hopeful. I now confirm the next step with the customer every Monday.",
        ),
        "summary.ask": (
            "Presales: a comparison with the main competitor in October; three deals wait for it.",
            "Nothing for now.",
        ),
        "values.example": "Joined four visits of a new colleague, up to the first signed deal.",
        "values.seen": "I saw the same: shares openly and helps when asked.",
        "feedback.upward": "The coaching helps; I would like one more joint visit a month.",
        "competence.matrix": ((3, 3, 4, 2, 4),),
        "competence.proof": "Listened to three recorded calls",
        "competence.how": "Record one call a week, the manager listens in",
        "problems.keep": "Meet the decision maker before the quote",
        "problems.stop": "Keep deals without a next step on the list",
        "problems.try": "Take presales along to the first visit",
        "support.requests": (
            (("Competitor sheet", "Pre-sales", 8, "¥860k"),),
            (("Clean the list of the fair", "Marketing", 14, ""),),
        ),
        "values.values": (
            (
                (
                    "The customer first",
                    "Called on day thirty and wrote down what was said",
                    "Notes of the call",
                ),
            ),
            (
                (
                    "True figures",
                    "Took two deals out of the commit in mid-month",
                    "Forecast meeting",
                ),
            ),
        ),
        "rating.reason": "Attainment is steady and past-due deals are falling; both can be looked up.",
        "feedback.keep": {
            "situation": "The largest deal of the period: purchasing changed hands half way",
            "behaviour": "Met the new head the same day and went through acceptance again",
            "impact": "The closing date held",
        },
        "feedback.change": {
            "situation": "The forecast meeting at month's end",
            "behaviour": "Two deals were committed without a next step",
            "impact": "The forecast ran high and delivery was planned wrongly",
            "request": "A committed deal has a next step and a day the customer confirmed",
        },
    },
}
