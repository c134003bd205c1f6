"""The table contracts: what a workspace may know about a company.

Only `reps` and `deals` must exist; of the others, what is missing is said where it would be used.
Endings tell the kind: `_on` is a date in the workspace's zone, `_at` a UTC timestamp, `is_` a
boolean, `_id` a key. For each timestamp the snapshot also holds the local date cut from it
(`at` gives `on`, `created_at` gives `created_on`).
"""

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "text", "integer", "number", "money", "share", "rate", "boolean", "date", "timestamp"
]


@dataclass(frozen=True)
class Column:
    """One column of a contract."""

    name: str
    kind: Kind = "text"
    is_required: bool = False  # a row without it breaks the contract
    references: str = ""  # the table whose key this names; "" when it names none
    choices: tuple[str, ...] = ()  # the only values allowed; () allows any
    default: str | bool | None = None  # what a table without this column gets


@dataclass(frozen=True)
class TableContract:
    """The columns of one table and the key no two rows may share."""

    name: str
    key: tuple[str, ...]  # () when rows have no key of their own
    columns: tuple[Column, ...]
    is_required: bool = False

    @property
    def column_names(self) -> tuple[str, ...]:
        """Names in contract order."""
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column:
        """Give the column of that name; KeyError when there is none."""
        return {column.name: column for column in self.columns}[name]


def local_date_name(timestamp_name: str) -> str:
    """Name the local date cut from a timestamp: `at` gives `on`, `created_at` `created_on`."""
    return timestamp_name.removesuffix("at") + "on"


def _required(name: str, kind: Kind = "text", references: str = "") -> Column:
    return Column(name, kind, is_required=True, references=references)


def _rep(*, is_required: bool = True) -> Column:
    return Column("rep_id", is_required=is_required, references="reps")


REPS = TableContract(
    "reps",
    ("rep_id",),
    (
        _required("rep_id"),
        _required("name"),
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
        _rep(),
        _required("start_on", "date"),
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
        _required("account_id"),
        _required("name"),
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
        _required("product_id"),
        _required("name"),
        Column("family"),
        Column("list_price", "money"),
        Column("currency"),
    ),
)

DEALS = TableContract(
    "deals",
    ("deal_id",),
    (
        _required("deal_id"),
        _rep(),
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
        _required("is_closed", "boolean"),
        _required("is_won", "boolean"),
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
        _required("deal_id", references="deals"),
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
    (_required("deal_id", references="deals"), _rep(), _required("share", "share")),
)

DEAL_HISTORY = TableContract(
    "deal_history",
    (),
    (
        _required("deal_id", references="deals"),
        _required("at", "timestamp"),
        _rep(is_required=False),
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
        _required("contract_id"),
        _required("account_id", references="accounts"),
        _rep(is_required=False),
        Column("product_id", references="products"),
        _required("start_on", "date"),
        Column("end_on", "date"),  # the last day it runs; missing while it lasts
        _required("annual_value", "money"),
        Column("currency"),
    ),
)

ACTIVITIES = TableContract(
    "activities",
    ("activity_id",),
    (
        _required("activity_id"),
        _rep(),
        Column("kind", is_required=True, choices=("call", "meeting", "visit", "email", "task")),
        _required("at", "timestamp"),
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
        _required("lead_id"),
        _rep(is_required=False),
        _required("created_at", "timestamp"),
        Column("first_touch_at", "timestamp"),
        Column("source"),
        Column("deal_id", references="deals"),
    ),
)

SURVEYS = TableContract(
    "surveys",
    ("response_id",),
    (
        _required("response_id"),
        _rep(),
        _required("at", "timestamp"),
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
        _required("receipt_id"),
        _required("deal_id", references="deals"),
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
        _rep(),
        Column("metric", is_required=True, default="won_revenue"),
        _required("start_on", "date"),
        _required("end_on", "date"),  # exclusive
        _required("target", "money"),
        Column("currency"),
        Column("product_family"),
        Column("weight", "share"),
    ),
)

FORECASTS = TableContract(
    "forecasts",
    ("rep_id", "period", "made_on", "category"),
    (
        _rep(),
        _required("period"),
        _required("made_on", "date"),
        _required("category"),
        _required("amount", "money"),
        Column("currency"),
    ),
)

TRAININGS = TableContract(
    "trainings",
    (),
    (
        _rep(),
        _required("course"),
        _required("status"),
        Column("completed_on", "date"),
        Column("score", "number"),
    ),
)

ABSENCES = TableContract(
    "absences",
    (),
    (
        _rep(),
        _required("start_on", "date"),
        _required("end_on", "date"),  # exclusive
        Column("kind", choices=("leave", "ramp")),
        Column("factor", "share"),  # the share of a quota that still holds; missing for leave is 0
    ),
)

FX_RATES = TableContract(
    "fx_rates",
    ("currency", "on"),
    (_required("currency"), _required("on", "date"), _required("rate", "rate")),
)

GROUP_ATTRIBUTES = TableContract(
    "group_attributes",
    ("rep_id", "attribute"),
    (_rep(), _required("attribute"), _required("value")),
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
