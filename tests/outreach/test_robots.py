"""The robots of WeCom, DingTalk and Feishu get what their documents ask for, signed as they check.

Each receiver checks as the service does: a wrong key, body or signature is answered 200 with a code
other than 0.
"""

import base64
import hashlib
import hmac
import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from workbench.outreach import robots
from workbench.outreach.sending import send_waiting
from workbench.store import Actor
from workbench.store.outbox import Message, queue, waiting

OPS, SECRET = Actor("O", "sales_ops"), "SEC+a/b=c"


def signed(key, text):
    return base64.b64encode(hmac.new(key.encode(), text.encode(), hashlib.sha256).digest()).decode()


def wecom(path, asked, body):
    is_sound = set(body) == {"msgtype", "text"} and body["msgtype"] == "text"
    good = is_sound and path == "/cgi-bin/webhook/send" and asked == {"key": ["k-1"]}
    return {"errcode": 0 if good else 93000, "errmsg": "ok" if good else "invalid webhook url"}


def dingtalk(path, asked, body):
    stamp = asked.get("timestamp", [""])[0]
    good = asked.get("sign") == [signed(SECRET, f"{stamp}\n{SECRET}")] and len(stamp) == 13
    good = good and asked["access_token"] == ["t-1"] and path == "/robot/send"
    good = good and body["msgtype"] == "text"
    return {"errcode": 0 if good else 310000, "errmsg": "ok" if good else "sign not match"}


def feishu(path, _asked, body):
    good = body.get("sign") == signed(f"{body.get('timestamp')}\n{SECRET}", "")
    good = good and path == "/open-apis/bot/v2/hook/t-1" and body["msg_type"] == "text"
    return {"code": 0 if good else 19021, "msg": "success" if good else "sign match fail"}


SERVICES = {
    "wecombot": (wecom, "wecombot://k-1", lambda body: body["text"]["content"]),
    "dingtalk": (dingtalk, "dingtalk://${SECRET}@t-1", lambda body: body["text"]["content"]),
    "feishu": (feishu, "feishu://${SECRET}@t-1", lambda body: body["content"]["text"]),
}


@pytest.fixture(params=SERVICES)
def robot(request, monkeypatch):
    """A receiver that checks as a service does; the address is the only thing that is not its."""
    check, url, text_of = SERVICES[request.param]
    came = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            told = urlsplit(self.path)
            answer = check(told.path, parse_qs(told.query), body)
            if 0 in answer.values():
                came.append(text_of(body))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps(answer).encode())

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    real = urlsplit(robots.SERVERS[request.param])
    here = f"http://127.0.0.1:{server.server_port}{real.path}"
    monkeypatch.setitem(robots.SERVERS, request.param, here)
    monkeypatch.setenv("SECRET", SECRET)
    yield url, came
    server.shutdown()
    server.server_close()


def message(channel):
    return Message(message="reminder:group", cycle="c", rep_id="", channel=channel, recipient="",
                   subject="述职：2项待办", body="https://r.example/")  # fmt: skip


def test_a_robot_gets_what_its_documents_ask_for(store, robot):
    url, came = robot
    queue(store, OPS, [message("group")])

    assert send_waiting(store, {"group": url}).sent == 1
    assert came == ["述职：2项待办\nhttps://r.example/"]


def test_what_a_robot_refuses_has_failed_though_it_answers_200(store, robot):
    url, came = robot
    queue(store, OPS, [message("group")])
    told = send_waiting(store, {"group": url.replace("-1", "-2").replace("${SECRET}", "other")})

    assert (told.sent, told.failed, came) == (0, ("reminder:group",), [])
    assert waiting(store)[0].error.startswith("the robot refused it: ")
    assert "other" not in waiting(store)[0].error
