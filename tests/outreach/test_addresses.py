"""What stands in a CRM as an e-mail is one recipient, or nobody: never another place to send to."""

import pytest

from tests.outreach.test_sending import TOLD, mail_url
from workbench.outreach.sending import send_waiting
from workbench.store import Actor
from workbench.store.outbox import Message, queue, waiting

OPS = Actor("O", "sales_ops")
PASSWORD = "S3cret&smtp=127.0.0.2"
SPELLINGS = [
    "r02@example.com&smtp=127.0.0.2&port={post}",
    "r03@example.com,attacker@evil.example",
    "r04@example.com&bcc=attacker@evil.example",
    "r05@example.com, json://127.0.0.1:{post}/x",
    "r06@example.com json://127.0.0.1:{post}/y",
    "r07@example.com\r\nBcc: attacker@evil.example",
    "r08@example.com&from=ceo@example.com&name=CEO",
    "r09@example.com;attacker@evil.example",
    "r10%26smtp%3D127.0.0.2@example.com",
    "attacker@evil.example <r11@example.com>",
    '"r12@example.com,attacker"@evil.example',
    "json://127.0.0.1:{post}/z",
    "r13@example.com#@evil.example",
    "${SMTP_PASS}@evil.example",
    "{to}",
    "",
]


def told(recipient, name="m", subject="2026-Q3", channel="mail"):
    return Message(**{**vars(TOLD), "message": f"invitation:{name}", "recipient": recipient,
                      "subject": subject, "channel": channel})  # fmt: skip


def test_a_spelling_that_is_more_than_one_address_is_sent_to_nobody(
    store, mails, posts, monkeypatch
):
    monkeypatch.setenv("SMTP_PASS", PASSWORD)
    found, port = posts
    spellings = [each.replace("{post}", str(port)) for each in SPELLINGS]
    queue(store, OPS, [told(text, str(n)) for n, text in enumerate(spellings)])
    queue(store, OPS, [told("r01@example.com", "sound")])
    came = send_waiting(store, {"mail": mail_url(mails.port)})

    assert (came.sent, came.failed, len(came.unaddressed)) == (1, (), len(SPELLINGS))
    assert mails.recipients == [("hr@example.com", ["r01@example.com"])]
    assert found == []
    assert [each.state for each in waiting(store)].count("queued") == len(SPELLINGS)


@pytest.mark.parametrize("address", ["o'brien@example.com", "a+b+c@example.com", "a=b~c@x-y.io"])
def test_an_address_arrives_letter_for_letter(store, mails, address):
    queue(store, OPS, [told(address)])

    assert send_waiting(store, {"mail": mail_url(mails.port)}).sent == 1
    assert mails.recipients == [("hr@example.com", [address])]


def test_a_secret_is_a_password_and_never_another_server(store, mails, monkeypatch):
    monkeypatch.setenv("SMTP_PASS", PASSWORD)
    url = f"mailto://bot:${{SMTP_PASS}}@127.0.0.1:{mails.port}?from=hr@example.com&to={{to}}"
    queue(store, OPS, [told("r01@example.com")])
    send_waiting(store, {"mail": url + "&mode=insecure"})

    assert mails.logins == [("bot", PASSWORD)]
    assert [to for _, to in mails.recipients] == [["r01@example.com"]]


def test_what_a_message_is_about_begins_no_header_of_its_own(store, mails):
    name = "李娜\r\nBcc: attacker@evil.example\u2028X-Other: 1"
    queue(store, OPS, [told("r01@example.com", subject=f"{name}，述职开始")])
    send_waiting(store, {"mail": mail_url(mails.port)})

    (found,) = mails.found
    assert found["subject"] == "李娜 Bcc: attacker@evil.example X-Other: 1，述职开始"
    assert (found["bcc"], found["x-other"]) == (None, None)
    assert mails.recipients == [("hr@example.com", ["r01@example.com"])]


def test_without_an_address_a_message_waits_and_goes_out_once_there_is_one(store, mails):
    channels = {"mail": mail_url(mails.port)}
    queue(store, OPS, [told("")])
    first = send_waiting(store, channels)
    assert (first.sent, [each.message for each in first.unaddressed]) == (0, ["invitation:m"])
    assert mails.found == []

    assert queue(store, OPS, [told("m01@example.com")]) == 0
    assert send_waiting(store, channels).sent == 1
    assert queue(store, OPS, [told("other@example.com")]) == 0
    assert send_waiting(store, channels).sent == 0
    assert mails.recipients == [("hr@example.com", ["m01@example.com"])]


def test_a_channel_everybody_reads_needs_no_address(store, posts):
    found, port = posts
    queue(store, OPS, [told("")])

    assert send_waiting(store, {"mail": f"json://127.0.0.1:{port}/"}).sent == 1
    assert len(found) == 1


def test_an_id_of_a_chat_program_stays_in_its_part_of_the_url(store, posts):
    found, port = posts
    channels = {"chat": f"json://127.0.0.1:{port}/to/{{to}}?:user={{to}}"}
    ids = ["ou_7f3a", "zhang.wei", "../../admin", "x?y=1", "a&:role=hr", "x@127.0.0.2:1/"]
    queue(store, OPS, [told(text, str(n), channel="chat") for n, text in enumerate(ids)])
    came = send_waiting(store, channels)

    assert [each["user"] for each in found] == ["ou_7f3a", "zhang.wei"]
    assert [each.recipient for each in came.unaddressed] == ids[2:]
