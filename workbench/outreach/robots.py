"""The group robots of WeCom 企业微信, DingTalk 钉钉 and Feishu 飞书, as their documents ask.

They answer 200 to what they refuse and say so in the body, and want a signature quoted once; both
are done here.
"""

import base64
import hashlib
import hmac
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.error import URLError
from urllib.parse import unquote, urlencode
from urllib.request import Request, urlopen

from workbench.model.day import now
from workbench.sources.channels import channel_of

SERVERS = {
    "wecombot": "https://qyapi.weixin.qq.com/cgi-bin/webhook/send",
    "dingtalk": "https://oapi.dingtalk.com/robot/send",
    "feishu": "https://open.feishu.cn/open-apis/bot/v2/hook",
}
_PATIENCE = 15  # seconds
_CODES = ("errcode", "code", "StatusCode")  # 0 is well


@dataclass(frozen=True)
class Post:
    """What a robot is sent."""

    address: str
    body: dict[str, Any]


def is_robot(url: str) -> bool:
    """Whether a channel is a robot of one of the three."""
    return channel_of(url).scheme.lower() in SERVERS


def post_of(url: str, text: str, at: datetime) -> Post:
    """Make what a robot is sent at an instant.

    Parameters
    ----------
    url
        Of the channel, filled in: `wecombot://KEY`, `dingtalk://TOKEN`, `feishu://TOKEN`; the last
        two with a secret to sign with before the token, as `dingtalk://SECRET@TOKEN`.
    """
    channel = channel_of(url)
    scheme, token, secret = channel.scheme.lower(), unquote(channel.host), unquote(channel.user)
    server = SERVERS[scheme]
    if scheme == "feishu":
        return Post(f"{server}/{token}", {**_feishu_sign(secret, at), **_feishu_text(text)})
    body = {"msgtype": "text", "text": {"content": text}}
    if scheme == "wecombot":
        return Post(f"{server}?{urlencode({'key': token})}", body)
    signed = {"access_token": token, **_dingtalk_sign(secret, at)}
    return Post(f"{server}?{urlencode(signed)}", body)


def send_to_robot(url: str, text: str) -> str:
    """Send a text over a robot; give what went wrong, "" when nothing did. No secret is in it."""
    post = post_of(url, text, now())
    asked = Request(
        post.address,
        data=json.dumps(post.body, ensure_ascii=False).encode(),
        headers={"Content-Type": "application/json; charset=utf-8"},
    )
    try:
        with urlopen(asked, timeout=_PATIENCE) as answer:
            told = json.loads(answer.read())
    except URLError as reason:
        return f"the robot could not be reached: {getattr(reason, 'code', '') or 'no answer'}"
    except (OSError, ValueError):
        return "the robot gave no answer that can be read"
    return _refusal(told)


def _refusal(told: Any) -> str:  # noqa: ANN401 (what a server says)
    codes = [told[name] for name in _CODES if name in told] if isinstance(told, dict) else []
    if codes and codes[0] == 0:
        return ""
    said = str(told.get("errmsg") or told.get("msg") or "")[:200] if codes else ""
    return f"the robot refused it: {codes[0]} {said}" if codes else "the robot did not accept it"


def _dingtalk_sign(secret: str, at: datetime) -> dict[str, str]:
    if not secret:
        return {}
    stamp = str(round(at.timestamp() * 1000))
    return {"timestamp": stamp, "sign": _hmac(secret, f"{stamp}\n{secret}")}


def _feishu_sign(secret: str, at: datetime) -> dict[str, str]:
    if not secret:
        return {}
    stamp = str(int(at.timestamp()))
    return {"timestamp": stamp, "sign": _hmac(f"{stamp}\n{secret}", "")}


def _feishu_text(text: str) -> dict[str, Any]:
    return {"msg_type": "text", "content": {"text": text}}


def _hmac(key: str, text: str) -> str:
    return base64.b64encode(hmac.new(key.encode(), text.encode(), hashlib.sha256).digest()).decode()
