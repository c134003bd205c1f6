"""What the kernel behind a page is told: what to show, and who looks. Each by its own secret.

A kernel is started with a random secret that no other kernel and no browser has. With it the
kernel asks once, over this machine's own line, what its page is to show; one that waits for a
reader asks before there is one, and is answered when somebody comes.
"""

import os
import re
from asyncio import Future, get_running_loop
from collections.abc import Iterable, Mapping
from secrets import token_urlsafe

from workbench.widgets.address import PLACE, SECRET, WAITING

Told = Mapping[str, str]
# What a kernel does not inherit: what others asked for, and ways into other servers
_KEPT_BACK = re.compile(r"(VOILA|JUPYTER_TOKEN)(_|$)")
_NAMED = re.compile(r"\$\{(\w+)\}")


class Telling:
    """The secrets of all kernels, and what each is told."""

    def __init__(self) -> None:
        self._told: dict[str, Future[Told]] = {}  # by secret
        self._secrets: dict[str, str] = {}  # by kernel

    def new_secret(self) -> str:
        """Make the secret of a kernel that is about to start."""
        secret = token_urlsafe(32)
        self._told[secret] = get_running_loop().create_future()
        return secret

    def started(self, secret: str, kernel_id: str) -> None:
        """Note which kernel has a secret."""
        self._secrets[kernel_id] = secret

    def tell(self, kernel_id: str, told: Told) -> None:
        """Say what a kernel's page is to show; once."""
        self._told[self._secrets[kernel_id]].set_result(told)

    def asked(self, secret: str) -> "Future[Told] | None":
        """Give what the kernel of a secret is to be told, now or later; None for no such secret."""
        return self._told.get(secret)

    def answered(self, secret: str) -> bool:
        """Note that it was told; False when it was before: an answer is given once."""
        return self._told.pop(secret, None) is not None

    def forget(self, kernel_id: str) -> None:
        """Drop the secret of a kernel that ended."""
        found = self._told.pop(self._secrets.pop(kernel_id, ""), None)
        if found is not None:
            found.cancel()


def kernel_environment(
    given: Mapping[str, str], place: str, secret: str, channels: Iterable[str]
) -> dict[str, str]:
    """Write what a kernel inherits: what the server was started with, less what is not its own.

    Parameters
    ----------
    channels
        Where messages go, as workbench.toml writes it: their `${NAME}` are no page's to read.
    """
    secrets = {name for channel in channels for name in _NAMED.findall(channel)}
    kept = {
        name: value
        for name, value in {**os.environ, **given}.items()
        if name not in secrets and not _KEPT_BACK.match(name)
    }
    return kept | {
        PLACE: place,
        SECRET: secret,
        WAITING: given.get(WAITING, "False"),
        "SERVER_SOFTWARE": "voila/",  # what tells a page that a person looks on
    }
