"""Secrets that stand in files: passwords and tokens belong into the environment."""

import re
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from workbench.review.security.finding import Finding
from workbench.sources.channels import Channel, channel_of
from workbench.sources.workspace import FILE_NAME, Workspace

_KEYS = re.compile(r"(pass|pwd|secret|token|key|sign|auth)", re.IGNORECASE)
_LIKE_A_TOKEN = re.compile(r"(?=[^/]*\d)[A-Za-z0-9_.=~%-]{16,}")
# Of these the first part names a server; of the others it is a token
_SERVERS = re.compile(r"(mailto|json|xml|form|http|apprise|ntfy|gotify|matrix|mmost|rocket)s?")


def secret_faults(workspace: Workspace) -> Iterator[Finding]:
    """Find secrets written out in workbench.toml, and files of secrets that others may read."""
    file = workspace.folder / FILE_NAME
    if _has_password(workspace.rules.store.url):
        yield Finding("secret-store", {"file": str(file)})
    for name, url in workspace.channels.items():
        if _has_secret(channel_of(url)):
            yield Finding("secret-channel", {"file": str(file), "channel": name})
    holders = [*workspace.folder.glob(".env*"), workspace.folder / ".pgpass"]
    for place in sorted(each for each in holders if each.is_file()):
        yield from _readable(place)
    if _has_password(workspace.rules.store.url) or any(
        _has_secret(channel_of(url)) for url in workspace.channels.values()
    ):
        yield from _readable(file)


def _readable(place: Path) -> Iterator[Finding]:
    mode = place.stat().st_mode & 0o777
    if mode & 0o077:
        yield Finding("secret-open", {"file": str(place), "mode": f"{mode:04o}"})


def _has_password(url: str) -> bool:
    try:
        parts = make_url(url) if url else None
    except ArgumentError:
        return False
    query = {} if parts is None else parts.query
    return parts is not None and (bool(parts.password) or "password" in query)


def _has_secret(channel: Channel) -> bool:
    """Whether a part of the URL that can only be a secret is written out."""
    password = channel.user.partition(":")[2]
    is_service = not _SERVERS.fullmatch(channel.scheme.lower())
    parts = [password, *(value for key, value in channel.pairs if _KEYS.search(key))]
    parts += [channel.user, channel.host] if is_service else []
    parts += [each for each in channel.path.split("/") if _LIKE_A_TOKEN.fullmatch(each)]
    return any(part and "${" not in part for part in parts)
