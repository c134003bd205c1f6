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
from workbench.model.table_contract import Column, TableContract, rep, required

REPS = TableContract(
    "reps",
    ("rep_id",),
    (
        required("rep_id"),
        required("name"),
        Column("email"),
        Column("manager_id"),  # may name a person who is not a rep: then the id is the name
        Column("team"),
        Column("region"),
        Column("segment"),
        Column("role"),
        Column("level"),
        Column("hired_on", "date"),
        Column("left_on", "date"),  # the last day at work
        Column("is_active", "boolean"),
        Column("language", choices=("zh", "en")),
    ),
    is_required=True,
)

ASSIGNMENTS = TableContract(
    "assignments",
    ("rep_id", "start_on"),
    (
        rep(),
        required("start_on", "date"),
        Column("end_on", "date"),  # exclusive; missing while it lasts
        Column("manager_id"),
        Column("team"),
        Column("role"),
        Column("region"),
        Column("segment"),
        Column("level"),
    ),
)

ACCOUNTS = TableContract(
    "accounts",
    ("account_id",),
    (
        required("account_id"),
        required("name"),
        Column("parent_id"),
        Column("owner_id", references="reps"),
        Column("is_named", "boolean"),
        Column("industry"),
        Column("region"),
        Column("size"),
        Column("created_on", "date"),
    ),
)

PRODUCTS = TableContract(
    "products",
    ("product_id",),
    (
        required("product_id"),
        required("name"),
        Column("family"),
        Column("list_price", "money"),
        Column("currency"),
    ),
)

ACTIVITIES = TableContract(
    "activities",
    ("activity_id",),
    (
        required("activity_id"),
        rep(),
        Column("kind", is_required=True, choices=("call", "meeting", "visit", "email", "task")),
        required("at", "timestamp"),
        Column("deal_id", references="deals"),
        Column("account_id", references="accounts"),
        Column("duration_minutes", "number"),
        Column("outcome"),
        Column("is_done", "boolean", default=True),
        Column("is_automatic", "boolean", default=False),
    ),
)

LEADS = TableContract(
    "leads",
    ("lead_id",),
    (
        required("lead_id"),
        rep(is_required=False),
        required("created_at", "timestamp"),
        Column("first_touch_at", "timestamp"),
        Column("source"),
        Column("deal_id", references="deals"),
    ),
)

SURVEYS = TableContract(
    "surveys",
    ("response_id",),
    (
        required("response_id"),
        rep(),
        required("at", "timestamp"),
        Column("kind", is_required=True, choices=("csat", "nps")),
        Column("score", "number"),  # missing: invited, no answer
        Column("scale_max", "number"),
        Column("account_id", references="accounts"),
    ),
)

RECEIPTS = TableContract(
    "receipts",
    ("receipt_id",),
    (
        required("receipt_id"),
        required("deal_id", references="deals"),
        Column("due_on", "date"),
        Column("received_on", "date"),
        Column("amount_due", "money"),
        Column("amount_received", "money"),
        Column("currency"),
    ),
)

QUOTAS = TableContract(
    "quotas",
    ("rep_id", "metric", "start_on", "product_family"),
    (
        rep(),
        Column("metric", is_required=True, default="won_revenue"),
        required("start_on", "date"),
        required("end_on", "date"),  # exclusive
        required("target", "money"),
        Column("currency"),
        Column("product_family"),
        Column("weight", "share"),
    ),
)

FORECASTS = TableContract(
    "forecasts",
    ("rep_id", "period", "made_on", "category"),
    (
        rep(),
        required("period"),
        required("made_on", "date"),
        required("category"),
        required("amount", "money"),
        Column("currency"),
    ),
)

TRAININGS = TableContract(
    "trainings",
    (),
    (
        rep(),
        required("course"),
        required("status"),
        Column("completed_on", "date"),
        Column("score", "number"),
    ),
)

ABSENCES = TableContract(
    "absences",
    (),
    (
        rep(),
        required("start_on", "date"),
        required("end_on", "date"),  # exclusive
        Column("kind", choices=("leave", "ramp")),
        Column("factor", "share"),  # the share of a quota that still holds; missing for leave is 0
    ),
)

FX_RATES = TableContract(
    "fx_rates",
    ("currency", "on"),
    (required("currency"), required("on", "date"), required("rate", "rate")),
)

GROUP_ATTRIBUTES = TableContract(
    "group_attributes",
    ("rep_id", "attribute"),
    (rep(), required("attribute"), required("value")),
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
