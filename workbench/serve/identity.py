"""Whose word says who is there: the token's holder on a desk, the server in front otherwise."""

from typing import Any

from jupyter_server.auth.identity import IdentityProvider, User
from tornado.web import RequestHandler
from traitlets import List, Unicode


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
        name = names[0].strip() if len(names) == 1 else ""  # two are one too many
        return User(username=name) if name else None

    def is_token_authenticated(self, handler: Any) -> bool:  # noqa: ANN401, ARG002
        """No token counts here."""
        return False
