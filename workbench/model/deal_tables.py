"""The table contracts of deals: the deal itself, its lines, parts, course and contracts."""

from workbench.model.table_contract import Column, TableContract, rep, required

DEALS = TableContract(
    "deals",
    ("deal_id",),
    (
        required("deal_id", meaning="the key others name the deal by"),
        rep(meaning="whose it is now"),
        Column("name", meaning="as documents print it"),
        Column("account_id", references="accounts", meaning="the customer"),
        Column("product_id", references="products", meaning="the main product"),
        Column("pipeline", meaning="the sales process it goes through"),
        Column("stage", meaning="where it stands"),
        Column("amount", "money", meaning="its worth, as booked; missing is unknown, 0 is free"),
        Column("acv", "money", meaning="its worth a year"),
        Column("tcv", "money", meaning="its worth over the whole contract"),
        Column("cost", "money", meaning="what it costs to deliver"),
        Column("currency", meaning="of all its amounts"),
        Column("probability", "share", meaning="how sure the source is of winning it"),
        Column("forecast_category", meaning="how sure the rep is, as in commit"),
        required("is_closed", "boolean", meaning="whether it is over, won or lost"),
        required("is_won", "boolean", meaning="whether it was won; counts only when closed"),
        Column("is_qualified", "boolean", meaning="whether it is a real chance"),
        Column("is_excluded", "boolean", default=False, meaning="true: counts nowhere"),
        Column("exclude_reason", meaning="why it counts nowhere", is_unread=True),
        Column("created_on", "date", meaning="the day it was opened"),
        Column("close_on", "date", meaning="expected while open, actual once closed"),
        Column(
            "deal_type", choices=("new", "existing"), meaning="a new customer, or one there was"
        ),
        Column("lead_source", meaning="where it came from"),
        Column("next_step", meaning="what is to be done next"),
        Column("last_activity_at", "timestamp", meaning="the last touch the source knows"),
        Column("lost_reason", meaning="why it was lost"),
    ),
    is_required=True,
    meaning="deals, won, lost and open; or orders",
)

DEAL_LINES = TableContract(
    "deal_lines",
    (),
    (
        required("deal_id", references="deals", meaning="the deal it is part of"),
        Column("product_id", references="products", meaning="what is sold"),
        Column("quantity", "number", meaning="how many"),
        Column("unit_price", "money", meaning="the price of one, as agreed"),
        Column("list_price", "money", meaning="the price of one before any discount"),
        Column("amount", "money", meaning="the worth of the line"),
    ),
    meaning="what a deal is made of, product by product",
)

DEAL_SPLITS = TableContract(
    "deal_splits",
    ("deal_id", "rep_id"),
    (
        required("deal_id", references="deals", meaning="the deal that is shared"),
        rep(),
        required("share", "share", meaning="their part; the parts of a deal add up to 1"),
    ),
    meaning="who shares in a deal, and how much",
)

DEAL_HISTORY = TableContract(
    "deal_history",
    (),
    (
        required("deal_id", references="deals", meaning="the deal that changed"),
        required("at", "timestamp", meaning="when it changed"),
        rep(is_required=False, meaning="whose it was from then on"),
        Column("stage", meaning="the stage from then on"),
        Column("amount", "money", meaning="the amount from then on"),
        Column("close_on", "date", meaning="the close date from then on"),
        Column("forecast_category", meaning="how sure from then on"),
    ),
    meaning="how a deal changed, one row per change",
)

CONTRACTS = TableContract(
    "contracts",
    ("contract_id",),
    (
        required("contract_id", meaning="the key"),
        required("account_id", references="accounts", meaning="the customer"),
        rep(is_required=False, meaning="who looks after it"),
        Column("product_id", references="products", meaning="what is agreed on", is_unread=True),
        required("start_on", "date", meaning="the first day it runs"),
        Column("end_on", "date", meaning="the day after the last it runs; missing while it lasts"),
        required("annual_value", "money", meaning="its worth a year"),
        Column("currency", meaning="of the worth"),
    ),
    meaning="running agreements, renewed or not",
)
