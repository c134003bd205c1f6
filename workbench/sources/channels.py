"""The URL of a channel, as workbench.toml has it: what may stand where, and what is filled in.

`{to}` is the recipient and `${NAME}` a secret of the environment. Both are quoted, so that no value
can be more than the part of the URL it stands in. Neither may say where a message goes: the scheme
and the server are written out.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

TO = "{to}"
SECRET = re.compile(r"\$\{(\w+)\}")
_HOLE = re.compile(r"\$\{(\w+)\}|\{to\}")
_BRACED = re.compile(r"(?<!\$)\{(?!to\})|\$\{(?!\w+\})")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*")
_MAIL = ("mailto", "mailtos")
_SERVED = (*_MAIL, "json", "jsons", "xml", "xmls", "form", "forms", "http", "https")


@dataclass(frozen=True)
class Channel:
    """A channel's URL in its parts, none of them filled in yet."""

    scheme: str
    user: str  # what stands before the @, a password included
    host: str  # with its port; of some services a token
    path: str
    query: str

    @property
    def is_mail(self) -> bool:
        """Whether it is a mail server of one's own."""
        return self.scheme.lower() in _MAIL

    @property
    def needs_recipient(self) -> bool:
        """Whether a message goes to one person; else it goes to whoever reads the channel."""
        return any(TO in part for part in (self.user, self.host, self.path, self.query))

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """What the query says: keys in lower case, and values as written."""
        parts = (each.partition("=") for each in self.query.split("&") if each)
        return [(key.lower(), value) for key, _, value in parts]


def channel_of(url: str) -> Channel:
    """Take a channel's URL apart; a part that is not there is "".

    Only the first question mark begins the query, and only the last @ ends the user: so apprise
    reads them.
    """
    scheme, mark, rest = url.partition("://")
    place, _, query = rest.partition("?")
    server, slash, path = place.partition("/")
    user, _, host = server.rpartition("@")
    return Channel(scheme if mark else "", user, host, slash + path, query)


def filled(url: str, recipient: str, secret: Callable[[str], str]) -> str:
    """Put the recipient and the secrets in, each quoted whole; what they hold is filled no more."""

    def value(hole: re.Match[str]) -> str:
        return quote(secret(hole[1]) if hole[1] else recipient, safe="")

    return _HOLE.sub(value, url)


def channel_fault(name: str, url: str) -> str:
    """Say what a channel's URL may not hold, with the line to write; "" when nothing.

    The URL itself is not repeated: it may hold a secret.
    """
    channel = channel_of(url)
    found = [*_told_of_any(channel, url), *(_told_of_mail(channel) if channel.is_mail else ())]
    line = _MAIL_LINE if channel.is_mail else _OTHER_LINE
    return f"channel {name}: {found[0]}; write it as {name} = {line}" if found else ""


_MAIL_LINE = '"mailtos://user:${MAIL_PASSWORD}@mail.example.com?from=hr@example.com&to={to}"'
_OTHER_LINE = '"wecombot://${WECOM_KEY}", or "jsons://hooks.example.com/${TOKEN}?to={to}"'


def _told_of_any(channel: Channel, url: str) -> Iterator[str]:
    host, _, port = channel.host.partition(":")
    if not _SCHEME.fullmatch(channel.scheme):
        yield "its URL begins with no scheme that is written out, as mailtos://"
    if " " in url or not url.isprintable():
        yield "its URL holds a blank or a control character"
    if _BRACED.search(url):
        yield "in braces stands {to} or a ${NAME} of the environment, nothing else"
    if TO in channel.host or TO in channel.user.partition(":")[2]:
        yield "{to} stands where the server or the password is told"
    is_token = SECRET.fullmatch(host) and not port and channel.scheme.lower() not in _SERVED
    if SECRET.search(channel.host) and not is_token:
        yield "a secret stands where the server is told"


def _told_of_mail(channel: Channel) -> Iterator[str]:
    keys = [key for key, _ in channel.pairs]
    told = dict(channel.pairs)
    rest = [channel.user, channel.path, *keys, *(v for k, v in channel.pairs if k != "to")]
    if any(TO in part for part in rest) or TO in told.get("to", "").replace(TO, "", 1):
        yield "of a mail {to} is its to={to} and nothing else"
    if keys.count("to") > 1 or (TO in told.get("to", "") and told["to"] != TO):
        yield "a mail to {to} goes to nobody else by its to="
    if not told.get("to") and not channel.path.strip("/"):
        yield "it names nobody a mail goes to, so each would go to its own sender"
