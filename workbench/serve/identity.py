"""Whose word says who is there: the token's holder on a desk, the server in front otherwise."""

from hmac import compare_digest
from typing import Any

from jupyter_server.auth.identity import IdentityProvider, User
from tornado.web import RequestHandler
from traitlets import List, Unicode

DESK = "desk"  # whoever sits here: the holder of the token, or without one nobody in particular
_LONGEST = 200  # characters; a name or an e-mail is shorter


class DeskIdentity(IdentityProvider):
    """One person: who showed the token, and keeps a cookie for it.

    Without a token everybody on this machine is that person, and nobody in particular.
    """

    @property
    def auth_enabled(self) -> bool:
        """Whether a token is asked for."""
        return bool(self.token)

    def get_user(self, handler: RequestHandler) -> User | None:
        """Take the token, or the cookie that was given for it."""
        if not self.token:
            return User(DESK)
        if compare_digest((self.get_token(handler) or "").encode(), self.token.encode()):
            handler._token_authenticated = True  # type: ignore[attr-defined] # read where it is asked
            self.set_login_cookie(handler, User(DESK))
            return User(DESK)
        known = self.get_user_cookie(handler)
        return known if isinstance(known, User) and known.username == DESK else None


class ProxyIdentity(IdentityProvider):
    """A person as a header of the proxy names them; a header of anybody else counts for nothing."""

    header = Unicode("X-Forwarded-User").tag(config=True)
    proxies = List(Unicode(), ["127.0.0.1", "::1"]).tag(config=True)
    login_available = False
    logout_available = False

    @property
    def auth_enabled(self) -> bool:
        """Nobody is let in unnamed."""
        return True

    def get_user(self, handler: RequestHandler) -> User | None:
        """Read the name; None when the request did not come through the proxy."""
        if handler.request.remote_ip not in self.proxies:
            return None
        names = handler.request.headers.get_list(self.header)
        name = _name(names[0]) if len(names) == 1 else ""  # two are one too many
        return User(username=name) if name else None

    def is_token_authenticated(self, handler: Any) -> bool:  # noqa: ANN401, ARG002
        """No token counts here."""
        return False


def _name(told: str) -> str:
    """Read a name exactly as it was sent; "" where it is none.

    A header is bytes, which arrive here one a letter: names that are not plain are UTF-8.
    """
    try:
        name = told.encode("latin-1").decode("utf-8").strip(" \t")
    except UnicodeError:
        return ""
    return name if name.isprintable() and len(name) <= _LONGEST else ""
