"""The newest of what is asked is done once, after what waits; without a loop at once."""

from textwrap import dedent

import pytest
from jupyter_client.manager import start_new_kernel

from workbench.widgets.latest import Latest

HEARING = """
    import time
    from pathlib import Path
    from comm import get_comm_manager
    from workbench.widgets.latest import Latest

    heard = []
    latest = Latest(lambda: heard.append("drawn"))

    def hear(message):
        heard.append(message["content"]["data"])
        latest()

    get_comm_manager().register_target("told", lambda comm, _message: comm.on_msg(hear))
"""
BUSY = """
    while not Path({gate!r}).exists():
        time.sleep(0.01)
"""


@pytest.fixture
def client():
    manager, client = start_new_kernel()
    yield client
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def send(client, kind, **content):
    client.shell_channel.send(client.session.msg(kind, {"comm_id": "told", **content}))


def answered(client):
    asked = client.execute("", user_expressions={"heard": "heard"})
    while (reply := client.get_shell_msg(timeout=60))["parent_header"]["msg_id"] != asked:
        pass
    return reply["content"]["user_expressions"]["heard"]["data"]["text/plain"]


def test_without_a_loop_it_is_done_at_once():
    done = []
    latest = Latest(lambda: done.append(1))
    latest()
    latest()

    assert done == [1, 1]


@pytest.mark.slow
def test_of_all_that_waited_for_a_kernel_the_newest_is_done_once(client, tmp_path):
    gate = tmp_path / "gate"
    client.execute(dedent(HEARING))
    send(client, "comm_open", target_name="told", data={})
    client.execute(dedent(BUSY).format(gate=str(gate)))
    for n in range(8):
        send(client, "comm_msg", data=n)
    gate.touch()
    told = ""
    while "drawn" not in told:  # a question of ours waits, too, and is heard before it is done
        told = answered(client)

    assert told == str([*range(8), "drawn"])
