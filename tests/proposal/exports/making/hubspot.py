"""HubSpot: a view of deals, the users of the settings, goals; one of its owners has left."""

import csv
from pathlib import Path

from made import NAMES, TEAMS, Deal, deals, expected, write_csv

LEFT = 3  # who was deactivated
HEADS = ["Record ID", "Deal Name", "Deal Stage", "Close Date", "Deal owner", "Amount", "Currency",
         "Pipeline", "Deal Type", "Deal probability", "Forecast category", "Create Date",
         "Last Activity Date", "Closed Lost Reason", "Original Traffic Source",
         "Associated Company IDs (Primary)", "Associated Company (Primary)",
         "Amount in company currency", "Sales region"]  # fmt: skip
STAGES = ("Appointment Scheduled", "Qualified To Buy", "Contract Sent")
ENDS = {"won": "Closed Won", "lost": "Closed Lost"}
FORECAST = {"won": "Closed won", "lost": "Not forecasted", "open": "Pipeline"}
TYPES = ("New Business", "Existing Business")
REGIONS = ("East", "West")
USERS = ["User ID", "First name", "Last name", "Email address", "Last login date", "Main team",
         "Role", "Permissions"]  # fmt: skip
GOALS = ["Goal name", "Goal type", "Assigned to", "Start date", "End date", "Target", "Progress"]
_ENDS = ("03-31", "06-30", "09-30", "12-31")  # of the quarters, as HubSpot names the last day


def write(folder: Path) -> None:
    """Every cell in quotes, times to the minute, a label for every value."""
    made = deals()
    goals: list[list[object]] = [GOALS]
    for n, name in enumerate(NAMES["en"]):
        for quarter, end in enumerate(_ENDS):
            goals.append(["Revenue 2026", "Revenue", name, f"2026-{3 * quarter + 1:02}-01",
                          f"2026-{end}", f"{45_000 + 3_000 * n}.0", "40%"])  # fmt: skip
    tables = {
        "hubspot-crm-exports-all-deals-2026-06-30.csv": [HEADS, *map(_listed, made)],
        "hubspot-users-export.csv": [USERS, *map(_user, range(4))],
        "hubspot-goals-export.csv": goals,
    }
    for name, rows in tables.items():
        write_csv(folder / name, rows, "utf-8", quote=csv.QUOTE_ALL)
    expected(folder, "hubspot", made, "EUR")


def _listed(deal: Deal) -> list[object]:
    owner = NAMES["en"][deal.rep] + (" (Deactivated User)" if deal.rep == LEFT else "")
    client = f"Client {deal.account}"
    return [24_817_600_000 + deal.number, f"{client}, order {deal.number}",
            ENDS.get(deal.end, STAGES[deal.step]), f"{deal.close} 18:30", owner,
            f"{deal.amount:.2f}", "EUR", "Sales Pipeline", TYPES[deal.number % 2],
            deal.probability / 100, FORECAST[deal.end], f"{deal.opened:%Y-%m-%d %H:%M}",
            f"{deal.seen:%Y-%m-%d %H:%M}", "Price" if deal.end == "lost" else "",
            "Organic Search", 9_100_000_000 + deal.account, client, f"{deal.amount:.2f}",
            REGIONS[TEAMS[deal.rep]]]  # fmt: skip


def _user(n: int) -> list[object]:
    first, last = NAMES["en"][n].split()
    return [61_230_000 + n, first, last, f"rep{n}@example.com", "2026-06-29 16:05",
            REGIONS[TEAMS[n]], "", ""]  # fmt: skip
