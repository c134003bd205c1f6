"""A real mail server and a real receiver of posts, which keep what arrives."""

import email
import json
import socket
import threading
from email import policy
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult


@pytest.fixture
def mails():
    class Handler:
        def __init__(self):
            self.found, self.recipients, self.logins = [], [], []

        def login(self, _server, _session, _envelope, _mechanism, told):
            self.logins.append((told.login.decode(), told.password.decode()))
            return AuthResult(success=True)

        async def handle_DATA(self, _server, _session, envelope):  # noqa: N802 (its name)
            self.recipients.append((envelope.mail_from, envelope.rcpt_tos))
            self.found.append(email.message_from_bytes(envelope.content, policy=policy.default))
            return "250 OK"

    handler = Handler()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        handler.port = free.getsockname()[1]
    server = Controller(
        handler, hostname="127.0.0.1", port=handler.port, auth_require_tls=False,
        authenticator=handler.login,
    )  # fmt: skip
    server.start()
    yield handler
    server.stop()


@pytest.fixture
def posts():
    found = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            found.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield found, server.server_port
    server.shutdown()
    server.server_close()
