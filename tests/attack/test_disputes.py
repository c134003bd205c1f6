"""A statement is doubted by its rep: nobody else's click is written down as theirs."""

from importlib.resources import files
from itertools import product

import pytest

_ECHO = (files("workbench.widgets") / "pressing.js").read_text(encoding="utf-8")
_DISPUTES = "SELECT person_id, role, after FROM audit WHERE after LIKE :text"


@pytest.mark.parametrize("who", ["hrx", "M01", "M00", "ops", "fin"])
def test_who_only_looks_at_a_statement_disputes_nothing(as_, told, who):
    visitor = as_(who)
    answer = visitor.ask("/incentives?rep=R17&lang=en")
    assert answer.status == 200
    line = visitor.line(answer.kernel)
    words = f"Yq-{who}-dispute"

    press_every_button(line, words)
    line.close()

    assert told(_DISPUTES, text=f"%{words}%") == []


def test_its_rep_disputes_a_line(as_, told):
    visitor = as_("R17")
    line = visitor.line(visitor.ask("/incentives?rep=R17&lang=en").kernel)

    press_every_button(line, "Yq-R17-dispute")
    line.close()

    assert {(who, role) for who, role, _ in told(_DISPUTES, text="%Yq-R17-dispute%")} == {
        ("R17", "rep")
    }


def press_every_button(line, words):
    """Write into every field and press every button, as somebody would who tries them all."""
    models = line.states()
    for model, each in models.items():
        if each["model_name"] == "TextareaModel":
            line.type(model, words)
    pressed = [model for model, each in models.items() if each["model_name"] == "ButtonModel"]
    for model in pressed:
        line.press(model)
    line.states()  # a kernel hears in turn: when it answers, it has asked about every press
    echoes = [model for model, each in models.items() if each["state"].get("_esm") == _ECHO]
    for echo, turn in product(echoes, range(1, len(pressed) + 1)):
        line.answer(echo, {"turn": turn})
    assert line.states()  # and when it answers now, all of it is done
