"""Over the socket of an open page its owner moves widgets; no message of any kind runs code."""

import json
import time
import uuid
from contextlib import suppress

import pytest
import websocket

_SHELL = ("execute_request", "inspect_request", "complete_request", "history_request",
          "is_complete_request", "shutdown_request", "interrupt_request", "debug_request",
          "create_subshell_request", "delete_subshell_request", "list_subshell_request",
          "apply_request", "abort_request", "clear_request", "usage_request", "input_reply",
          "execute_input", "connect_request")  # fmt: skip
CHANNELS = ("shell", "control", "stdin", "iopub")


@pytest.fixture(scope="module")
def owner(as_):
    return as_("R12")


@pytest.fixture(scope="module")
def kernel(owner):
    return owner.ask("/write_review?rep=R12&lang=en").kernel


@pytest.fixture
def mark(tmp_path):
    """A file that is there only if code ran."""
    return tmp_path / "ran"


def code_for(mark):
    return f"open({str(mark)!r}, 'w').write('x')"


def survives(line):
    return "Zq-R12-rep" in str(line.states())


@pytest.mark.parametrize("channel", CHANNELS)
def test_no_kind_of_message_runs_code_on_any_channel(owner, kernel, mark, channel):
    line = owner.line(kernel)
    code = code_for(mark)
    told = {"code": code, "silent": False, "store_history": False, "allow_stdin": True,
            "user_expressions": {"x": code}, "cursor_pos": 3, "detail_level": 1, "value": code,
            "type": "request", "seq": 1, "command": "evaluate", "restart": True,
            "arguments": {"expression": code}, "hist_access_type": "tail"}  # fmt: skip
    for kind in _SHELL:
        line.send(kind, told, channel)
    line.hear(2)

    assert not mark.exists()
    assert b"execute_reply" not in line.heard
    assert survives(line)
    line.close()


def test_no_trick_of_the_text_turns_an_allowed_message_into_another(owner, kernel, mark):
    line = owner.line(kernel)
    head = {"msg_id": uuid.uuid4().hex, "session": line.session, "username": "x", "version": "5.3"}
    content = {"code": code_for(mark), "silent": False}
    plain = {"header": {**head, "msg_type": "comm_msg"}, "parent_header": {}, "metadata": {},
             "content": content, "channel": "shell", "buffers": []}  # fmt: skip
    text = json.dumps(plain)
    run = '"msg_type": "execute_request"'
    tricks = [
        text.replace('"msg_type": "comm_msg"', f'{run}, "msg_type": "comm_msg"'),
        text.replace('"msg_type": "comm_msg"', f'"msg_type": "comm_msg", {run}'),
        text.replace('"channel"', f'"header": {{{run}, "msg_id": "1"}}, "channel"'),
        json.dumps({**plain, "msg_type": "execute_request"}),
        json.dumps({**plain, "header": {**head, "msg_type": "Execute_Request"}}),
        json.dumps({**plain, "header": {**head, "msg_type": " execute_request"}}),
        json.dumps({**plain, "header": {**head, "msg_type": ["execute_request"]}}),
        json.dumps({**plain, "header": {**head, "msg_type": "execute_request\0"}}),
        json.dumps({**plain, "parent_header": {**head, "msg_type": "execute_request"}}),
        json.dumps({**plain, "metadata": {"msg_type": "execute_request", **content}}),
        json.dumps({**plain, "channel": "shell\0control"}),
        json.dumps([plain]), "null", "[]", "{}", '"x"', "{", "\0",
        text.replace("comm_msg", "execute_request").encode("utf-16").decode("latin-1"),
    ]  # fmt: skip
    for trick in tricks:
        try:
            line.socket.send(trick)
        except (websocket.WebSocketException, OSError):
            line = owner.line(kernel)  # it hung up, as it may
    time.sleep(2)

    assert not mark.exists()
    again = owner.line(kernel)
    assert survives(again)
    again.close()


def frame(channel, *parts):
    """Write a message as the newer protocol of the socket does: offsets, channel, parts."""
    all_parts = [channel, *parts]
    count = len(all_parts) + 1
    places = [8 * (1 + count)]
    for part in all_parts:
        places.append(places[-1] + len(part))
    numbers = [count, *places]
    return b"".join(n.to_bytes(8, "little") for n in numbers) + b"".join(all_parts)


def test_the_newer_protocol_runs_no_code_either(owner, kernel, mark):
    content = json.dumps({"code": code_for(mark), "silent": False}).encode()

    def head(kind):
        told = {"msg_id": uuid.uuid4().hex, "msg_type": kind, "session": "s", "username": "x",
                "version": "5.3", "date": ""}  # fmt: skip
        return json.dumps(told).encode()

    run, move = head("execute_request"), head("comm_msg")
    smuggled = [b"<IDS|MSG>", b"", run, b"{}", b"{}", content]
    for frames in (
        frame(b"shell", run, b"{}", b"{}", content),
        frame(b"control", run, b"{}", b"{}", content),
        frame(b"shell", move, b"{}", b"{}", content, *smuggled),
        frame(b"shell", *smuggled[2:], *smuggled),
        frame(b"shell", move, run, run, content),
        frame(b"shell", b"<IDS|MSG>", b"", run, b"{}", b"{}", content),
        frame(b"shell"),
        frame(b"shell", run),
        b"", b"\0" * 64,
    ):  # fmt: skip
        line = owner.line(kernel, proto="v1.kernel.websocket.jupyter.org")
        with suppress(websocket.WebSocketException, OSError):  # hung up
            line.socket.send_binary(frames)
            line.hear(0.3)
        line.close()
    time.sleep(2)

    assert not mark.exists()
    again = owner.line(kernel)
    assert survives(again)
    again.close()


def test_no_widget_can_be_made_that_the_page_did_not_make(owner, kernel, mark):
    """A page may open comms: of none that reads a file, runs code or acts as another."""
    line = owner.line(kernel)
    for target in ("jupyter.widget", "jupyter.widget.version", "os", "builtins", "anywidget",
                   "../x", "", "__main__"):  # fmt: skip
        for model in ("FileUploadModel", "OutputModel", "os.system", "", "AnyModel"):
            state = {"_model_module": "@jupyter-widgets/controls", "_model_name": model,
                     "_view_module": "@jupyter-widgets/controls", "_view_name": "x",
                     "_model_module_version": "2.0.0", "_view_module_version": "2.0.0",
                     "msg_id": "x", "outputs": [{"output_type": "x", "code": code_for(mark)}],
                     "_esm": code_for(mark)}  # fmt: skip
            data = {"state": state, "buffer_paths": [], "target_module": "os"}
            opened = {"comm_id": uuid.uuid4().hex, "target_name": target, "data": data,
                      "target_module": "os"}  # fmt: skip
            line.send("comm_open", opened, version="2.1.0")
    line.hear(2)

    assert not mark.exists()
    assert survives(line)
    line.close()
