"""The table contracts: what a workspace may know about a company.

Only `reps` and `deals` must exist; of the others, what is missing is said where it would be used.
Endings tell the kind: `_on` is a date in the workspace's zone, `_at` a UTC timestamp, `is_` a
boolean, `_id` a key. For each timestamp the snapshot also holds the local date cut from it
(`at` gives `on`, `created_at` gives `created_on`).
"""

from workbench.model.deal_tables import (
    CONTRACTS,
    DEAL_HISTORY,
    DEAL_LINES,
    DEAL_SPLITS,
    DEALS,
)
from workbench.model.people_tables import (
    ABSENCES,
    ASSIGNMENTS,
    GROUP_ATTRIBUTES,
    REPS,
    TRAININGS,
)
from workbench.model.table_contract import Column, TableContract, rep, required

ACCOUNTS = TableContract(
    "accounts",
    ("account_id",),
    (
        required("account_id", meaning="the key others name the customer by"),
        required("name", meaning="as documents print it"),
        Column("parent_id", meaning="the customer it belongs to"),
        Column("owner_id", references="reps", meaning="the rep who looks after it"),
        Column("is_named", "boolean", meaning="whether it is on the rep's list of named accounts"),
        Column("industry", meaning="for filters"),
        Column("region", meaning="for filters, and for quotas by region"),
        Column("segment", meaning="for quotas by segment"),
        Column("size", meaning="for filters"),
        Column("created_on", "date", meaning="since when it is known"),
    ),
    meaning="customers",
)

PRODUCTS = TableContract(
    "products",
    ("product_id",),
    (
        required("product_id", meaning="the key others name the product by"),
        required("name", meaning="as documents print it"),
        Column("family", meaning="what quotas and plans may be for"),
        Column("list_price", "money", meaning="the price before any discount", is_unread=True),
        Column("currency", meaning="of the list price", is_unread=True),
    ),
    meaning="what is sold",
)

ACTIVITIES = TableContract(
    "activities",
    ("activity_id",),
    (
        required("activity_id", meaning="the key"),
        rep(),
        Column(
            "kind",
            is_required=True,
            choices=("call", "meeting", "visit", "email", "task"),
            meaning="what was done",
        ),
        required("at", "timestamp", meaning="when it was done"),
        Column("deal_id", references="deals", meaning="the deal it was for"),
        Column("account_id", references="accounts", meaning="the customer it was for"),
        Column("duration_minutes", "number", meaning="how long it took", is_unread=True),
        Column("outcome", meaning="what came of it", is_unread=True),
        Column("is_done", "boolean", default=True, meaning="false: planned only, not counted"),
        Column(
            "is_automatic", "boolean", default=False, meaning="true: made by a program, not typed"
        ),
    ),
    meaning="calls, meetings, visits, e-mails and tasks",
)

LEADS = TableContract(
    "leads",
    ("lead_id",),
    (
        required("lead_id", meaning="the key"),
        rep(is_required=False, meaning="who was to answer it; missing: nobody"),
        required("created_at", "timestamp", meaning="when it came in"),
        Column(
            "first_touch_at", "timestamp", meaning="when it was first answered; missing: not yet"
        ),
        Column("source", meaning="where it came from", is_unread=True),
        Column("deal_id", references="deals", meaning="the deal it became"),
    ),
    meaning="requests that came in, before there is a deal",
)

SURVEYS = TableContract(
    "surveys",
    ("response_id",),
    (
        required("response_id", meaning="the key"),
        rep(),
        required("at", "timestamp", meaning="when the customer was asked"),
        Column("kind", is_required=True, choices=("csat", "nps"), meaning="the question asked"),
        Column("score", "number", meaning="the answer; missing: invited, no answer"),
        Column("scale_max", "number", meaning="the highest answer there is"),
        Column("account_id", references="accounts", meaning="who answered", is_unread=True),
    ),
    meaning="what customers answered when asked",
)

RECEIPTS = TableContract(
    "receipts",
    ("receipt_id",),
    (
        required("receipt_id", meaning="the key"),
        required("deal_id", references="deals", meaning="the deal it pays"),
        Column("due_on", "date", meaning="the day it is due"),
        Column("received_on", "date", meaning="the day it came in; missing: not yet"),
        Column("amount_due", "money", meaning="what is due"),
        Column("amount_received", "money", meaning="what came in"),
        Column("currency", meaning="of both amounts"),
    ),
    meaning="payments due and paid, per deal",
)

# What a target may be for; left blank it is for all, and one row names one of them
QUOTA_CUTS = ("product_family", "product_id", "region", "segment")

QUOTAS = TableContract(
    "quotas",
    ("rep_id", "metric", "start_on", *QUOTA_CUTS),
    (
        rep(),
        Column(
            "metric",
            is_required=True,
            default="won_revenue",
            meaning="the figure it is a target of",
        ),
        required("start_on", "date", meaning="the first day it holds"),
        required(
            "end_on",
            "date",
            meaning="the day after the last: 2026-10-01 where September is its end",
        ),
        required("target", "money", meaning="how much, over the whole span"),
        Column("currency", meaning="of the target"),
        Column("product_family", meaning="the family it is for; missing: all"),
        Column("product_id", meaning="the product it is for; missing: all"),
        Column("region", meaning="the region it is for, of the account, or of the rep"),
        Column("segment", meaning="the segment it is for, of the account, or of the rep"),
        Column("weight", "share", meaning="what the goal weighs in the score; missing: nothing"),
    ),
    meaning="targets per rep and span of days",
)

FORECASTS = TableContract(
    "forecasts",
    ("rep_id", "period", "made_on", "category"),
    (
        rep(),
        required("period", meaning="the period foretold, as in 2026-Q3"),
        required("made_on", "date", meaning="the day it was said"),
        required("category", meaning="how sure, as in commit or best_case"),
        required("amount", "money", meaning="how much will be won"),
        Column("currency", meaning="of the amount"),
    ),
    meaning="what a rep foretold of a period, and when",
)

FX_RATES = TableContract(
    "fx_rates",
    ("currency", "on"),
    (
        required("currency", meaning="the currency told"),
        required("on", "date", meaning="the first day it holds; it holds to the next"),
        required("rate", "rate", meaning="units of the reporting currency for one of it"),
    ),
    meaning="what one unit of a currency is worth in the reporting currency",
)

TABLES: dict[str, TableContract] = {
    contract.name: contract
    for contract in (
        REPS,
        ASSIGNMENTS,
        ACCOUNTS,
        PRODUCTS,
        DEALS,
        DEAL_LINES,
        DEAL_SPLITS,
        DEAL_HISTORY,
        CONTRACTS,
        ACTIVITIES,
        LEADS,
        SURVEYS,
        RECEIPTS,
        QUOTAS,
        FORECASTS,
        TRAININGS,
        ABSENCES,
        FX_RATES,
        GROUP_ATTRIBUTES,
    )
}
