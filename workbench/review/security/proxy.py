"""Where a proxy says who is there: the header nobody else may set, and from where it counts."""

import re
from collections.abc import Iterator

from workbench.review.security.finding import DoesNotApplyError, Finding
from workbench.sources.workspace import Workspace

_TOKEN = re.compile(r"[A-Za-z0-9-]+")  # dots and underscores are dropped or changed by proxies
# What a browser or a page's script sends by itself
_OF_BROWSERS = frozenset(
    {
        "host", "cookie", "user-agent", "accept", "accept-language", "accept-encoding", "referer",
        "origin", "connection", "content-type", "content-length", "authorization", "from", "via",
        "x-requested-with", "x-xsrftoken", "upgrade", "dnt", "range", "date", "forwarded",
        "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip",
    }
)  # fmt: skip
_BROWSER_FAMILIES = ("sec-", "if-", "access-control-", "proxy-")
_ANYBODY = frozenset({"", "*", "any", "all", "0.0.0.0", "::"})
_WHOLE = re.compile(r"/0+$")


def proxy_faults(workspace: Workspace) -> Iterator[Finding]:
    """Find what lets somebody else than the proxy say who is there.

    Raises
    ------
    DoesNotApplyError
        At a desk, where nobody is told apart.
    """
    serve = workspace.serve
    if not serve.identity:
        raise DoesNotApplyError
    name = serve.header.lower()
    if not _TOKEN.fullmatch(name):
        yield Finding("proxy-header-odd", {"header": serve.header})
    if name in _OF_BROWSERS or name.startswith(_BROWSER_FAMILIES):
        yield Finding("proxy-header-browser", {"header": serve.header})
    if not serve.proxies:
        yield Finding("proxy-none")
    for each in serve.proxies:
        if each.strip().lower() in _ANYBODY or _WHOLE.search(each):
            yield Finding("proxy-anybody", {"proxy": each})


def host_faults(workspace: Workspace) -> Iterator[Finding]:
    """Find what lets a page of another name than the workspace's be this one's.

    Raises
    ------
    DoesNotApplyError
        At a desk, whose pages are asked for under this machine's own names.
    """
    if not workspace.serve.identity:
        raise DoesNotApplyError
    if not workspace.serve.hosts:
        yield Finding("hosts-none")
    for each in workspace.serve.hosts:
        if "*" in each or "/" in each or each.strip() != each or not each:
            yield Finding("hosts-odd", {"host": each})
