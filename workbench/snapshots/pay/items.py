"""Rows as a plan credits them: each won deal of a rep with its lines, receipts and fields."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from workbench.incentives.inputs import SET_ASIDE, Item, Line, Receipt
from workbench.model.money import quotient
from workbench.snapshots.held import rows_where
from workbench.snapshots.lost_deals import lost_deals
from workbench.snapshots.pay.plain_rows import plain_rows
from workbench.snapshots.snapshot import Snapshot

Row = Mapping[str, Any]
_PLAIN = (
    "pipeline", "stage", "deal_type", "lead_source", "forecast_category", "account_id",
    "created_on",
)  # fmt: skip
_ACCOUNT = ("industry", "region", "size", "is_named")
_ASKED: Mapping[str, set[str]] = {
    "deals": {*_PLAIN, "deal_id", "amount", "cost", "acv", "tcv", "currency", "product_id", "name"},
    "deal_lines": {"deal_id", "product_id", "quantity", "unit_price", "list_price", "amount"},
    "receipts": {"deal_id", "receipt_id", "due_on", "amount_due", "received_on", "amount_received"},
    "products": {"product_id", "family"},
    "accounts": {*_ACCOUNT, "account_id", "name"},
}
_ONE = Decimal(1)


class Records:
    """The tables of a snapshot that say more about won deals, read for the deals asked for."""

    def __init__(self, snapshot: Snapshot, currency: str, deals: Sequence[str] | None) -> None:
        self.snapshot, self.currency = snapshot, currency
        self.deals = {row["deal_id"]: row for row in self._of("deals", deals)}
        self.lines = _grouped(self._of("deal_lines", deals))
        self.receipts = _grouped(self._of("receipts", deals))
        self.products = {row["product_id"]: row for row in self._of("products", None)}
        accounts = {row["account_id"] for row in self.deals.values() if row.get("account_id")}
        wanted = None if deals is None else sorted(accounts)
        self.accounts = {r["account_id"]: r for r in self._of("accounts", wanted, "account_id")}

    def _of(self, table: str, keys: Sequence[str] | None, key: str = "deal_id") -> list[Row]:
        if not self.snapshot.has(table) or (keys is not None and not keys):
            return []
        filters = None if keys is None else [(key, "in", list(keys))]
        names = [name for name in self.snapshot.columns(table) if name in _ASKED[table]]
        return list(plain_rows(rows_where(self.snapshot.path(table), names, filters)))

    def item(self, won: Row) -> Item:
        """Make the item of one won deal of one rep."""
        deal = self.deals[won["deal_id"]]
        amount, cost = deal.get("amount"), deal.get("cost")
        margin = None if amount is None or cost is None else amount - cost
        lines = tuple(self._line(line) for line in self.lines.get(won["deal_id"], ()))
        values = {"amount": amount, "acv": deal.get("acv"), "margin": margin,
                  "quantity": _summed(line.values["quantity"] for line in lines)}  # fmt: skip
        return Item(
            won["deal_id"], won["close_on"], won["share"], deal.get("currency") or self.currency,
            won["rate"], values, self._fields(won, deal, lines, margin), lines,
            self._received(won["deal_id"], amount), name=deal.get("name") or "",
        )  # fmt: skip

    def _fields(self, won: Row, deal: Row, lines: Sequence[Line], margin: Decimal | None) -> Row:
        account = self.accounts.get(deal.get("account_id"), {})
        products = [line.fields["product_id"] for line in lines] or [deal.get("product_id")]
        families = [self.products.get(each, {}).get("family") for each in products]
        currency, share = deal.get("currency") or self.currency, won["share"]
        told = {
            **{name: deal.get(name) for name in _PLAIN},
            **{name: account.get(name) for name in _ACCOUNT},
            "deal_id": won["deal_id"], "account": account.get("name"), "margin": margin,
            "currency": currency, "share": share, "is_split": share is None or share < 1,
            "closed_on": won["close_on"],
            "products": _known(products), "families": _known(families),
            **{name: deal.get(name) for name in ("amount", "acv", "tcv")},
        }  # fmt: skip
        return {name: value for name, value in told.items() if value is not None}

    def _line(self, line: Row) -> Line:
        quantity = _decimal(line.get("quantity"))
        fields = {
            "product_id": line.get("product_id"), "quantity": quantity,
            "family": self.products.get(line.get("product_id"), {}).get("family"),
            "unit_price": line.get("unit_price"), "list_price": line.get("list_price"),
            "line_amount": line.get("amount"),
        }  # fmt: skip
        return Line({"amount": line.get("amount"), "quantity": quantity}, fields)

    def _received(self, deal_id: str, amount: Decimal | None) -> tuple[Receipt, ...] | None:
        """Give what was paid of a deal, as shares of its amount; None where nobody keeps it."""
        if not self.snapshot.has("receipts"):
            return None
        if not amount:
            return ()
        found = [
            Receipt(day, quotient(row.get("amount_received") or 0, amount))
            for row in self.receipts.get(deal_id, ()) if (day := row.get("received_on"))
        ]  # fmt: skip
        return tuple(sorted(found))


def lost_items(snapshot: Snapshot, currency: str) -> Iterable[tuple[str, Item]]:
    """Make an item of each won deal that was set aside, by rep: nobody credits it, all are told."""
    for row in lost_deals(snapshot):
        if row["is_closed"] and row["is_won"] and row["close_on"] is not None:
            yield row["rep_id"], Item(
                row["deal_id"], row["close_on"], None, row["currency"] or currency, None,
                {"amount": row["amount"]}, {}, event=SET_ASIDE,
            )  # fmt: skip


def receipt_items(items: Iterable[Item], records: Records) -> Iterable[Item]:
    """Make an item of each invoice due and each receipt of the deals given."""
    for item in items:
        for row in records.receipts.get(item.item_id, ()):
            for event, day, amount in (
                ("invoiced", row.get("due_on"), row.get("amount_due")),
                ("cash_received", row.get("received_on"), row.get("amount_received")),
            ):
                if day is not None and amount is not None:
                    yield item._replace(
                        item_id=row["receipt_id"], on=day, event=event, deal_id=item.item_id,
                        values={"amount": amount}, lines=(),
                    )  # fmt: skip


def activity_items(rows: Iterable[Row], currency: str) -> Iterable[Item]:
    """Make an item of each activity that was done."""
    for row in rows:
        if row.get("is_done") is not False:
            fields = {"kind": row["kind"], "deal_id": row.get("deal_id")}
            yield Item(row["activity_id"], row["on"], _ONE, currency, _ONE, {}, fields,
                       event="activity_done", receipts=())  # fmt: skip


def _grouped(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["deal_id"]].append(row)
    return found


def _known(values: Iterable[str | None]) -> tuple[str, ...]:
    found = {value for value in values if value is not None}
    return tuple(sorted(found)) if len(found) > 1 else tuple(found)


def _decimal(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(repr(value))


def _summed(values: Iterable[Decimal | None]) -> Decimal | None:
    found = [value for value in values if value is not None]
    return sum(found, Decimal(0)) if found else None
