"""Salesforce: what Data Loader writes of deals, users, tasks and forecasting quotas."""

import csv
from datetime import datetime
from pathlib import Path

from made import NAMES, TEAMS, Deal, deals, expected, write_csv

STAGES = ("Prospecting", "Needs Analysis", "Proposal/Price Quote")
ENDS = {"won": "Closed Won", "lost": "Closed Lost"}
TYPES = ("New Business", "Existing Business")
REGIONS = ("East", "West")


def write(folder: Path) -> None:
    """API names, every cell in quotes, ids of 18 letters, times of UTC."""
    made = deals(excluded=(10,))
    heads = ["ID", "ISDELETED", "ACCOUNTID", "NAME", "STAGENAME", "AMOUNT", "PROBABILITY",
             "EXPECTEDREVENUE", "CLOSEDATE", "TYPE", "NEXTSTEP", "LEADSOURCE", "ISCLOSED", "ISWON",
             "FORECASTCATEGORYNAME", "CURRENCYISOCODE", "OWNERID", "CREATEDDATE",
             "LASTACTIVITYDATE", "FISCALYEAR", "REGION__C"]  # fmt: skip
    tables = {
        "Opportunity.csv": [heads, *map(_loaded, made)],
        "User.csv": [["ID", "USERNAME", "LASTNAME", "FIRSTNAME", "NAME", "EMAIL", "DEPARTMENT",
                      "TITLE", "MANAGERID", "ISACTIVE"], *(_loaded_user(n) for n in range(4))],
        "Task.csv": [["ID", "WHATID", "ACCOUNTID", "SUBJECT", "ACTIVITYDATE", "STATUS", "PRIORITY",
                      "OWNERID", "TASKSUBTYPE", "ISCLOSED", "CALLDURATIONINSECONDS",
                      "COMPLETEDDATETIME"], *map(_task, made[:14])],
        "ForecastingQuota.csv": [["ID", "QUOTAOWNERID", "STARTDATE", "QUOTAAMOUNT", "ISAMOUNT",
                                  "CURRENCYISOCODE"], *_quotas()],
    }  # fmt: skip
    for name, rows in tables.items():
        write_csv(folder / name, rows, "utf-8", quote=csv.QUOTE_ALL)
    expected(folder, "salesforce", made, "EUR")


def _id(prefix: str, n: int) -> str:
    return f"{prefix}5g00000{n:05}AAB"[:15] + "AA2"


def _utc(when: datetime) -> str:
    return f"{when:%Y-%m-%dT%H:%M:%S}.000Z"


def _loaded(deal: Deal) -> list[object]:
    is_over = deal.end in {"won", "lost"}
    category = {"won": "Closed", "lost": "Omitted"}.get(deal.end, "Pipeline")
    return [_id("006", deal.number), str(deal.end == "excluded").lower(), _id("001", deal.account),
            f"Client {deal.account}, order {deal.number}", ENDS.get(deal.end, STAGES[deal.step]), f"{deal.amount:.2f}",
            f"{deal.probability:.1f}", "", f"{deal.close:%Y-%m-%d}",
            TYPES[deal.number % 2], "", "Web", str(is_over).lower(),
            str(deal.end == "won").lower(), category, "EUR", _id("005", deal.rep),
            _utc(deal.opened), f"{deal.seen:%Y-%m-%d}", 2026,
            REGIONS[TEAMS[deal.rep]]]  # fmt: skip


def _loaded_user(n: int) -> list[object]:
    first, last = NAMES["en"][n].split()
    above = "" if n % 2 == 0 else _id("005", n - 1)
    return [_id("005", n), f"rep{n}@example.com", last, first, f"{first} {last}",
            f"rep{n}@example.com", REGIONS[TEAMS[n]], "", above, "true"]  # fmt: skip


def _task(deal: Deal) -> list[object]:
    kind = ("Task", "Call", "Email")[deal.number % 3]
    is_done = deal.end != "open"
    # Every fifth is about the customer, not about a deal
    what = _id("001", deal.account) if deal.number % 5 == 0 else _id("006", deal.number)
    return [_id("00T", deal.number), what, _id("001", deal.account), "Follow up",
            f"{deal.seen:%Y-%m-%d}", "Completed" if is_done else "Not Started", "Normal",
            _id("005", deal.rep), kind, str(is_done).lower(), 540 if kind == "Call" else "",
            _utc(deal.seen) if is_done else ""]  # fmt: skip


def _quotas() -> list[list[object]]:
    return [
        [_id("0J9", 10 * n + month), _id("005", n), f"2026-{month:02}-01",
         f"{45_000 + 3_000 * n}.00", "true", "EUR"]
        for n in range(4) for month in (1, 4, 7, 10)
    ]  # fmt: skip
