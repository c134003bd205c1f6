"""A press waits for the letters typed before it, which the browser sends behind it."""

import asyncio

import ipywidgets as ipw

from workbench.widgets import pressing


def pressed(then):
    """Press a button inside a running kernel's loop, then do something; gives what was read."""
    field, button, read = ipw.Text("First the old"), ipw.Button(), []
    pressing.on_press(button, lambda: read.append(field.value))

    async def told():
        button.click()
        at_once = list(read)
        await then(field)
        return at_once

    return asyncio.run(told()), read


def test_what_is_typed_is_there_when_the_press_is_answered():
    async def answer(field):
        field.value = "First the oldest deal."  # the letters held back arrive, then the answer
        pressing._echo().heard({"turn": pressing._echo().turn})
        pressing._echo().heard({"turn": pressing._echo().turn})  # a second window answers too

    at_once, read = pressed(answer)

    assert at_once == []
    assert read == ["First the oldest deal."]


def test_a_press_is_not_lost_where_no_browser_answers(monkeypatch):
    monkeypatch.setattr(pressing, "_LONGEST", 0.01)

    async def nothing(_field):
        await asyncio.sleep(0.1)

    assert pressed(nothing) == ([], ["First the old"])


def test_without_a_kernel_it_is_done_at_once():
    button, done = ipw.Button(), []
    pressing.on_press(button, lambda: done.append(1))
    button.click()

    assert done == [1]
