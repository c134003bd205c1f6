"""The newest of what is asked is done once; without a loop at once."""

import asyncio

from workbench.widgets.latest import Latest


def test_without_a_loop_it_is_done_at_once():
    done = []
    latest = Latest(lambda: done.append(1))
    latest()
    latest()

    assert done == [1, 1]


def test_what_is_asked_while_messages_wait_is_done_once_after_them():
    heard = []

    async def hear():
        latest = Latest(lambda: heard.append("done"))
        messages = asyncio.Queue()
        for n in range(5):
            messages.put_nowait(n)
        while not messages.empty():  # as a kernel does: one message in each round of its loop
            heard.append(await messages.get())
            latest()
            await asyncio.sleep(0)
        await asyncio.sleep(0)
        while "done" not in heard:
            await asyncio.sleep(0)
        latest()
        while heard.count("done") < 2:
            await asyncio.sleep(0)

    asyncio.run(hear())
    assert heard == [0, 1, 2, 3, 4, "done", "done"]
