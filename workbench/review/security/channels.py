"""Channels that messages take: whether they are encrypted, and whether the server proves itself."""

from collections.abc import Iterator

from workbench.review.security.finding import DoesNotApplyError, Finding
from workbench.sources.channels import Channel, channel_of
from workbench.sources.workspace import Workspace

# Each has a twin that is encrypted, written with an s at its end
_PLAIN = frozenset(
    {
        "mailto", "json", "xml", "form", "http", "apprise", "mmost", "rocket", "ntfy", "gotify",
        "matrix", "synology", "nctalk", "ncloud", "signal", "hassio", "jellyfin", "emby", "mqtt",
    }
)  # fmt: skip
_HERE = ("localhost", "127.0.0.1", "[::1]")


def channel_faults(workspace: Workspace) -> Iterator[Finding]:
    """Find channels anybody on the way may read, or answer in place of the server.

    Raises
    ------
    DoesNotApplyError
        Where no channel is set.
    """
    if not workspace.channels:
        raise DoesNotApplyError
    for name, url in workspace.channels.items():
        channel = channel_of(url)
        if _is_here(channel):
            continue
        told = {"channel": name, "scheme": channel.scheme}
        pairs = dict(channel.pairs)
        if channel.scheme.lower() in _PLAIN or pairs.get("mode", "").lower() == "insecure":
            yield Finding("channel-plain", told)
        if pairs.get("verify", "").lower() in ("no", "false", "0", "n"):
            yield Finding("channel-unproved", told)


def _is_here(channel: Channel) -> bool:
    """Whether the server is this machine, so that nothing leaves it unencrypted by this hop."""
    host = channel.host if channel.host.startswith("[") else channel.host.partition(":")[0]
    return host.lower() in _HERE or channel.host.startswith("[::1]")
