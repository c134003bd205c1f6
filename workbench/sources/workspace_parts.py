"""The parts of `workbench.toml` that are rules, each with what its options mean."""

from datetime import date
from typing import Literal
from urllib.parse import urlsplit

from pydantic import field_validator

from workbench.errors import hint
from workbench.model.address import is_plain_address
from workbench.model.quiet import quiet_hours
from workbench.model.rules import AGE_EDGES
from workbench.sources.aliases import ended
from workbench.sources.channels import channel_fault
from workbench.sources.table_source import Strict, option

KINDS = ("newcomer", "leaver", "manager")  # whose reviews may have a template of their own


class Named(Strict):
    """A name in both languages."""

    zh: str = option("the name in Chinese", 'title = { zh = "某某公司", en = "Acme" }', default=...)
    en: str = option("the name in English", 'title = { zh = "某某公司", en = "Acme" }', default=...)


class About(Strict):
    """`[workspace]`: the company, and what commands take when not told."""

    name: str = option(
        'of the outputs folder; "" takes the folder\'s name', 'name = "acme"', default=""
    )
    title: Named | None = option(
        "the company as documents print it",
        'title = { zh = "某某公司", en = "Acme" }',
        default=None,
    )
    is_made: bool = option(
        "true: made-up data, said so wherever they appear", "is_made = true", default=False
    )
    default_period: str = option(
        "the period a command takes without --period", 'default_period = "2026-Q3"', default=""
    )
    as_of: date | None = option(
        "the last day that is known; left out: today, in the zone",
        "as_of = 2026-09-30",
        default=None,
    )
    languages: tuple[Literal["zh", "en"], ...] = option(
        "of the documents; the first goes unnamed in file names",
        'languages = ["en", "zh"]',
        default=("zh", "en"),
    )
    outputs: str = option(
        'where documents go, inside the workspace; "" takes ./outputs where you stand',
        'outputs = "outputs"',
        default="",
    )


class Money(Strict):
    """`[money]`: currency and amount."""

    currency: str = option("the reporting currency", 'currency = "EUR"', default="CNY")
    basis: Literal["bookings", "acv", "tcv"] = option(
        "which column of deals is the amount: amount, acv or tcv",
        'basis = "acv"',
        default="bookings",
    )


class DealRules(Strict):
    """`[deals]`: what a deal is here."""

    kind: Literal["deals", "orders", "none"] = option(
        "orders: the source records no lost deals, so there is no win rate; none: it records no"
        " deals at all, as a call centre's, and [tables.deals] is left out",
        'kind = "orders"',
        default="deals",
    )
    age_edges: tuple[int, ...] = option(
        "the last day of each age bucket but the oldest",
        "age_edges = [15, 45, 90]",
        default=AGE_EDGES,
    )

    @field_validator("age_edges")
    @classmethod
    def _edges_rise(cls, edges: tuple[int, ...]) -> tuple[int, ...]:
        if not edges or edges[0] < 1 or sorted(set(edges)) != list(edges):
            raise ValueError("the edges are whole days, each larger than the one before")
        return edges


class QuotaRules(Strict):
    """`[quotas]`: what lowers them."""

    prorate: bool = option(
        "true: a newcomer's quotas count from the first day at work; who leaves is asked up to"
        " the last one either way",
        "prorate = true",
        default=False,
    )


class PeopleRules(Strict):
    """`[people]`: who is who."""

    aliases: dict[str, str] = option(
        "ids of people the company knows under another: the id that goes, the id that stays",
        'aliases = { "R01" = "R09" }',
        default={},
    )

    @field_validator("aliases")
    @classmethod
    def _aliases_end(cls, aliases: dict[str, str]) -> dict[str, str]:
        return ended(aliases)


class StoreRules(Strict):
    """`[store]`: where what people write is kept."""

    url: str = option(
        'where what people write is kept, as SQLAlchemy writes it; "" is store.db in the workspace',
        'url = "postgresql+psycopg://user@host/db"',
        default="",
    )


class Outreach(Strict):
    """`[outreach]`: where messages go."""

    channels: dict[str, str] = option(
        "where messages go, as apprise writes it; ${NAME} is read from the environment",
        'channels.wecom = "wecombot://${WECOM_KEY}"',
        default={},
    )
    quiet: str = option(
        'hours when nothing goes out, in the company\'s zone, days off too; "" knows none',
        'quiet = "19:00-08:30"',
        default="",
    )
    organizer: str = option(
        'the e-mail invitations come from where nobody leads; "" takes none',
        'organizer = "hr@example.com"',
        default="",
    )

    @field_validator("quiet")
    @classmethod
    def _hours_are_hours(cls, quiet: str) -> str:
        if quiet:
            quiet_hours(quiet)
        return quiet

    @field_validator("organizer")
    @classmethod
    def _organizer_is_an_address(cls, organizer: str) -> str:
        if organizer and not is_plain_address(organizer):
            raise ValueError("it is one plain e-mail address, as hr@example.com")
        return organizer

    @field_validator("channels")
    @classmethod
    def _urls_are_sound(cls, channels: dict[str, str]) -> dict[str, str]:
        for name, url in channels.items():
            if fault := channel_fault(name, url):
                raise ValueError(fault)
        return channels


class ReviewRules(Strict):
    """`[reviews]`: what a review holds."""

    manager_scope: Literal["team", "own"] = option(
        "own: a manager's quota rows and figures are personal",
        'manager_scope = "own"',
        default="team",
    )
    template: str = option(
        "which sections a review has", 'template = "quarterly"', default="quarterly"
    )
    templates: dict[str, str] = option(
        "templates in place of `template` for who is new, who has left, and who leads people:"
        " newcomer, leaver, manager; left out: the same as for everybody",
        'templates = { newcomer = "newcomer", leaver = "leaver", manager = "manager" }',
        default={},
    )

    @field_validator("templates")
    @classmethod
    def _are_of_a_kind(cls, templates: dict[str, str]) -> dict[str, str]:
        for kind in templates:
            if kind not in KINDS:
                raise ValueError(
                    f"{kind!r} is nobody a template is named for. {hint(kind, KINDS)} "
                    'Write templates = { newcomer = "newcomer" }'
                )
        return templates


class RoleRules(Strict):
    """`[roles]`: who acts for the company where a name alone is not enough."""

    finance: tuple[str, ...] = option(
        "people of finance, who approve pay and note it as paid; nobody else acts as finance",
        'finance = ["F01"]',
        default=(),
    )
    support: tuple[str, ...] = option(
        "people who answer requests for support, and see those alone",
        'support = ["S01"]',
        default=(),
    )


class PayRules(Strict):
    """`[pay]`: what payroll takes over of a pay run."""

    columns: dict[str, str] = option(
        "the columns of `pay export`, in their order: the head, and the field it takes; left out:"
        " every field under its own name",
        'columns = { "员工编号" = "rep_id", "应发佣金" = "pay" }',
        default={},
    )


class ServeRules(Strict):
    """`[serve]`: who is there when pages are served."""

    identity: Literal["", "header"] = option(
        'header: a proxy says who is there; "": this desk alone', 'identity = "header"', default=""
    )
    header: str = option(
        "in which header it says so: a rep_id or an e-mail",
        'header = "X-Remote-User"',
        default="X-Forwarded-User",
    )
    proxies: tuple[str, ...] = option(
        "whose word counts for it", 'proxies = ["10.0.0.5"]', default=("127.0.0.1", "::1")
    )
    hosts: tuple[str, ...] = option(
        "host names pages are asked for under; others are refused",
        'hosts = ["reviews.example.com"]',
        default=(),
    )
    address: str = option(
        'where people reach the pages, written into links; "" writes links without a server',
        'address = "https://reviews.example.com/"',
        default="",
    )
    sales_ops: tuple[str, ...] = option(
        "people of sales operations, as the identity calls them; they may see everybody",
        'sales_ops = ["ops@example.com"]',
        default=(),
    )
    hr: tuple[str, ...] = option(
        "people of HR, as the identity calls them; they may see everybody",
        'hr = ["hr@example.com"]',
        default=(),
    )

    @field_validator("address")
    @classmethod
    def _address_is_a_server(cls, address: str) -> str:
        told = urlsplit(address)
        is_plain = not (told.query or told.fragment or told.username or told.password)
        if address and not (told.scheme in ("http", "https") and told.hostname and is_plain):
            raise ValueError("it is the address of the start page, as https://reviews.example.com/")
        return address
