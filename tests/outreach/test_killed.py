"""200 messages and a process that is killed in the middle: each arrives once.

The one it held is named; whoever looks says whether it arrived.
"""

import subprocess
import sys
import threading
from collections import Counter
from dataclasses import replace

import pytest

from tests.outreach.test_sending import OPS, TOLD, mail_url
from workbench.errors import ConflictError, RefusedError
from workbench.outreach.sending import send_waiting
from workbench.store import Actor, open_store
from workbench.store.outbox import claim, decide, queue, waiting

MANY, KILLED_AT = 200, 60
SENDER = """
import sys
from workbench.outreach.sending import send_waiting
from workbench.store import open_store
send_waiting(open_store(sys.argv[1]), {"mail": sys.argv[2]})
"""


def test_each_of_200_arrives_once_though_the_sender_is_killed(tmp_path, mails):
    url, channels = f"sqlite:///{tmp_path / 'store.db'}", {"mail": mail_url(mails.port)}
    store = open_store(url)
    whom = [f"r{n:03}@example.com" for n in range(MANY)]
    queue(store, OPS, [replace(TOLD, message=f"m:{each}", recipient=each) for each in whom])
    reached = threading.Event()

    class Seen(list):
        def append(self, told):
            super().append(told)
            if len(self) == KILLED_AT:
                reached.set()

    mails.recipients = Seen()
    sender = subprocess.Popen([sys.executable, "-c", SENDER, url, channels["mail"]])
    assert reached.wait(120)
    sender.kill()
    sender.wait()

    told = send_waiting(store, channels)
    assert len(told.unknown) <= 1
    for key in told.unknown:
        here = key.removeprefix("m:") in {to for _, (to,) in mails.recipients}
        decide(store, OPS, key, has_arrived=here)
    send_waiting(store, channels)
    states = Counter(each.state for each in waiting(store))
    store.engine.dispose()

    assert Counter(to for _, (to,) in mails.recipients) == Counter(whom)
    assert states == {"sent": MANY}


def test_only_who_sends_decides_and_only_what_is_in_doubt(store):
    queue(store, OPS, [TOLD])
    with pytest.raises(ConflictError):
        decide(store, OPS, TOLD.message, has_arrived=True)
    claim(store, TOLD.message)
    with pytest.raises(RefusedError):
        decide(store, Actor("R01", "rep"), TOLD.message, has_arrived=True)
    decide(store, OPS, TOLD.message, has_arrived=False)

    assert waiting(store)[0].state == "queued"
