"""Somebody in front of a served page, with all that a browser has and some that none has."""

import http.client
import json
import re
import uuid
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import websocket

WHO = "X-Forwarded-User"
RULES = """
[workspace]
default_period = "2026-Q3"
as_of = 2026-09-30
languages = ["en"]
[serve]
identity = "header"
sales_ops = ["ops"]
hr = ["hrx"]
[roles]
finance = ["F01"]
[tables.reps]
file = "reps.csv"
[tables.deals]
file = "deals.csv"
"""
NO_KERNEL = "00000000-0000-4000-8000-000000000000"


@dataclass
class Caller:
    """Asks one server; `who` is what the proxy says, None leaves that out."""

    base: str
    who: str | None = None
    cookies: dict = field(default_factory=dict)

    @property
    def host(self):
        return urlsplit(self.base).netloc

    def headers(self):
        told = {} if self.who is None else {WHO: self.who}
        if self.cookies:
            told["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return told

    def ask(self, path, method="GET", body=None, **more):
        """Give status, text and headers; `more` are headers, with _ for -."""
        line = http.client.HTTPConnection(self.host, timeout=120)
        told = {name.replace("_", "-"): value for name, value in more.items()}
        line.request(method, path, body, self.headers() | told)
        answer = line.getresponse()
        text = answer.read().decode(errors="replace")
        line.close()
        for each in answer.msg.get_all("Set-Cookie") or ():
            name, _, value = each.partition(";")[0].partition("=")
            self.cookies[name] = value
        return answer.status, text, answer.msg

    def tell(self, what, kernel):
        """Say something of a kernel as a page does, with its cookie."""
        xsrf = self.cookies.get("_xsrf", "")
        return self.ask(f"/{what}", "POST", kernel, X_XSRFToken=xsrf)[0]

    def open(self, path):
        """Open a page; gives its kernel, "" where it has none."""
        found = re.search(r'"kernelId": "([0-9a-f-]{36})"', self.ask(path)[1])
        return found[1] if found else ""

    def connect(self, kernel, **more):
        """Connect to a kernel and ask it something; gives what it says, or the refusal's status."""
        url = f"ws://{self.host}/api/kernels/{kernel}/channels?session_id={uuid.uuid4().hex}"
        headers = self.headers() | {name.replace("_", "-"): each for name, each in more.items()}
        options = {} if "Origin" in headers else {"suppress_origin": True}
        try:
            line = websocket.create_connection(url, timeout=60, header=headers, **options)
        except websocket.WebSocketBadStatusException as refused:
            return refused.status_code
        head = {"msg_id": uuid.uuid4().hex, "msg_type": "comm_info_request", "session": "s",
                "username": "x", "version": "5.3", "date": "2026-01-01T00:00:00Z"}  # fmt: skip
        line.send(json.dumps({
            "header": head, "parent_header": {}, "metadata": {}, "content": {},
            "channel": "shell", "buffers": [],
        }))  # fmt: skip
        while b"comm_info_reply" not in line.recv_data()[1]:
            pass
        line.close()
        return "answered"
