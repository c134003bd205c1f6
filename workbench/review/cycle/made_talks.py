"""What reps and managers of the made company say in their coaching sessions; all invented."""

from collections.abc import Mapping, Sequence
from typing import Any

from workbench.i18n import Lang

Talk = Mapping[str, Any]

TALKS: Mapping[Lang, Sequence[Talk]] = {
    "zh": (
        {
            "win": "两家老客户主动约了复谈",
            "worry": "商务阶段的大单一直等法务",
            "want": "请经理陪访一次",
            "focus": 5,
            "changed": "赢单主要来自老客户；新客户的商机常没有写下一步。",
            "ask": "法务对付款节点还有哪一条不放心？",
            "answers": (("done", "两次都约到了"),),
            "praise": {
                "situation": "9月的签约会", "behaviour": "先谈付款节点，再谈价格",
                "impact": "折扣没有再加", "intent": "想让对方先看到交付", "request": "下次照做",
                "evidence": "deal",
            },
            "change": {
                "situation": "商务阶段停得最久的一单", "behaviour": "三次跟进都只问价格",
                "impact": "法务意见两周没有回", "intent": "“怕催得太紧，对方会反感。”",
                "request": "这周约法务和技术负责人一起开会", "evidence": "",
            },
            "skill": [["决策链访谈", "会问 → 能画出决策链", "每单写三个人名和各自顾虑", "决策链模板"]],
            "actions": [
                ["每单都写下一步", "无下一步占比", "≤ 5%", "2026-10-21", "周五五分钟核对", ""],
                ["停滞单逐单决定去留", "停滞占比", "≤ 5%", "2026-10-31", "售前评审一场", ""],
            ],
            "summary": "先把停得最久的一单救活，每周五给停滞单一个说法。",
            "rating": 3, "visibility": 1, "next": "2026-10-22 14:00",
            "notes": "私下观察：压力偏大，下次先问近况。",
        },
        {
            "win": "下一步已经写齐",
            "worry": "停滞的还是那一单",
            "want": "一次售前评审",
            "focus": 4,
            "changed": "下一步写齐以后，跟进更快；停滞单还没有动。",
            "ask": "如果这个季度不签，您会怎么向上说明？",
            "answers": (("done", "都写齐了"), ("open", "")),
            "praise": {
                "situation": "上周的复盘", "behaviour": "主动列出三单的决策人",
                "impact": "评审只用了二十分钟", "intent": "", "request": "每次评审前都先列",
                "evidence": "deal",
            },
            "skill": [["决策链访谈", "能画 → 能验证", "电话后当天补决策链", "经理旁听一次"]],
            "actions": [["每周两个半天开拓新客户", "管道覆盖率", "≥ 2.5×", "2026-11-15", "市场名单", ""]],
            "summary": "名单这周要到，先约十家。",
            "rating": 4, "visibility": 2, "next": "2026-11-05 14:00",
        },
        {
            "skipped": "经理出差",
            "win": "新约到四家客户",
            "worry": "四季度的覆盖还不够",
            "want": "市场名单再多二十家",
            "focus": 3,
        },
    ),
    "en": (
        {
            "win": "Two old customers came back on their own",
            "worry": "The large deal in negotiation waits for their lawyers",
            "want": "One joint visit with my manager",
            "focus": 2,
            "changed": "Fewer deals won than a year ago; most lost ones had met no decision maker.",
            "ask": "Which clause keeps your lawyers from signing?",
            "answers": (("done", "both were met"),),
            "praise": {
                "situation": "The signing in September", "behaviour": "Spoke of payment before price",
                "impact": "The discount stayed where it was", "intent": "To show delivery first",
                "request": "Do it again", "evidence": "deal",
            },
            "change": {
                "situation": "The deal longest in negotiation", "behaviour": "Asked for the price three times",
                "impact": "No word from their lawyers for two weeks",
                "intent": "“I was afraid to push.”",
                "request": "One meeting with lawyer and engineer this week", "evidence": "",
            },
            "skill": [["Mapping who decides", "asks → draws the map", "Three names and their worries per deal", "Map template"]],
            "actions": [
                ["Meet the decision maker before an offer", "Win rate", "≥ 30%", "2026-10-21", "One joint visit", ""],
                ["Decide on every stuck deal", "Stuck share", "≤ 5%", "2026-10-31", "One pre-sales review", ""],
            ],
            "summary": "Rescue the oldest deal first; every Friday each stuck deal gets a decision.",
            "rating": 3, "visibility": 1, "next": "2026-10-22 14:00",
            "notes": "Private: seems under pressure, ask how things are first.",
        },
        {
            "win": "Every deal has a next step",
            "worry": "The same deal is still stuck",
            "want": "One pre-sales review",
            "focus": 4,
            "changed": "Follow-ups got faster; the stuck deal has not moved.",
            "ask": "If it is not signed this quarter, what will you tell your board?",
            "answers": (("done", "five of six"), ("open", "")),
            "praise": {
                "situation": "Last week's review", "behaviour": "Listed the deciders of three deals",
                "impact": "The review took twenty minutes", "intent": "",
                "request": "List them before every review", "evidence": "deal",
            },
            "skill": [["Mapping who decides", "draws → checks the map", "Complete it the day of the call", "Manager listens in once"]],
            "actions": [["Two half days a week for new customers", "Pipeline coverage", "≥ 2.5×", "2026-11-15", "List from marketing", ""]],
            "summary": "Get the list this week, call the first ten.",
            "rating": 4, "visibility": 2, "next": "2026-11-05 14:00",
        },
        {
            "skipped": "the manager was travelling",
            "win": "Four new customers agreed to meet",
            "worry": "Coverage of Q4 is still thin",
            "want": "Twenty more names from marketing",
            "focus": 3,
        },
    ),
}  # fmt: skip
