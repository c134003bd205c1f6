"""One plain e-mail address: nothing a mail program, or a URL, could read as more than one."""

import re

_LONGEST, _LONGEST_LOCAL = 254, 64
_ATOM = r"[A-Za-z0-9_'=~+-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
PLAIN = (
    rf"[A-Za-z0-9_](?:{_ATOM})?(?:\.{_ATOM})*@(?:{_LABEL}\.)+[A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9])"
)


def is_plain_address(text: str) -> bool:
    """Whether a text is one plain address: `local@domain`, and nothing else.

    No display name, blank, comma, semicolon, control character, second @, and none of `& ? # % / :`
    that mean something in a URL. Letters are those of ASCII: a domain of other letters is written
    in its `xn--` form; a name of other letters before the @ is one many mail servers refuse.
    """
    local = text.partition("@")[0]
    is_short = len(text) <= _LONGEST and len(local) <= _LONGEST_LOCAL
    return is_short and re.fullmatch(PLAIN, text) is not None
