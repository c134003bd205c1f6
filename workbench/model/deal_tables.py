"""The table contracts of deals: the deal itself, its lines, parts, course and contracts."""

from workbench.model.table_contract import Column, TableContract, rep, required

DEALS = TableContract(
    "deals",
    ("deal_id",),
    (
        required("deal_id"),
        rep(),
        Column("name"),
        Column("account_id", references="accounts"),
        Column("product_id", references="products"),
        Column("pipeline"),
        Column("stage"),
        Column("amount", "money"),
        Column("acv", "money"),
        Column("tcv", "money"),
        Column("cost", "money"),
        Column("currency"),
        Column("probability", "share"),
        Column("forecast_category"),
        required("is_closed", "boolean"),
        required("is_won", "boolean"),
        Column("is_qualified", "boolean"),
        Column("is_excluded", "boolean", default=False),
        Column("exclude_reason"),
        Column("created_on", "date"),
        Column("close_on", "date"),  # expected while open, actual once closed
        Column("deal_type", choices=("new", "existing")),
        Column("lead_source"),
        Column("next_step"),
        Column("last_activity_at", "timestamp"),
        Column("lost_reason"),
    ),
    is_required=True,
)

DEAL_LINES = TableContract(
    "deal_lines",
    (),
    (
        required("deal_id", references="deals"),
        Column("product_id", references="products"),
        Column("quantity", "number"),
        Column("unit_price", "money"),
        Column("list_price", "money"),
        Column("amount", "money"),
    ),
)

DEAL_SPLITS = TableContract(
    "deal_splits",
    ("deal_id", "rep_id"),
    (required("deal_id", references="deals"), rep(), required("share", "share")),
)

DEAL_HISTORY = TableContract(
    "deal_history",
    (),
    (
        required("deal_id", references="deals"),
        required("at", "timestamp"),
        rep(is_required=False),
        Column("stage"),
        Column("amount", "money"),
        Column("close_on", "date"),
        Column("forecast_category"),
    ),
)

CONTRACTS = TableContract(
    "contracts",
    ("contract_id",),
    (
        required("contract_id"),
        required("account_id", references="accounts"),
        rep(is_required=False),
        Column("product_id", references="products"),
        required("start_on", "date"),
        Column("end_on", "date"),  # the last day it runs; missing while it lasts
        required("annual_value", "money"),
        Column("currency"),
    ),
)
