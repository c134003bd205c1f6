"""Who has which place, how many, and when it is free again."""

import asyncio

import pytest

from workbench.serve.seats import Seats

SOON = 0.05


class Line:
    """A websocket, as far as a place knows one."""

    is_open = True

    def close(self):
        self.is_open = False


def seats(most=9, each=None):
    """Make places and the list of kernels they ended."""
    ended = []

    async def end(kernel_id):
        ended.append(kernel_id)

    return Seats(most, each, end, unseen=SOON, lost=2 * SOON), ended


async def opened(places, owner, kernel_id):
    """Open a page and send it."""
    seat = await places.take(owner)
    seat.kernel_id = kernel_id
    places.sent(seat)
    return seat


def test_a_place_is_found_by_its_owner_alone():
    async def walk():
        places, _ = seats()
        seat = await opened(places, "R13", "k1")
        assert places.of("k1", "R13") is seat
        assert places.of("k1", "R14") is None
        assert places.of("k2", "R13") is None

    asyncio.run(walk())


def test_a_place_without_a_kernel_yet_is_found_by_nothing():
    async def walk():
        places, _ = seats()
        await places.take("R13")
        assert places.of("", "R13") is None

    asyncio.run(walk())


def test_a_page_that_nobody_looks_at_is_freed():
    async def walk():
        places, ended = seats()
        await opened(places, "R13", "k1")
        assert ended == []
        await asyncio.sleep(2 * SOON)
        assert ended == ["k1"]
        assert places.of("k1", "R13") is None

    asyncio.run(walk())


def test_a_page_whose_scripts_are_still_loading_is_not_freed_yet():
    async def walk():
        places, ended = seats()
        await opened(places, "R13", "k1")
        await opened(places, "R14", "k2")
        for _ in range(4):
            await asyncio.sleep(SOON / 2)
            places.seen("R13")
        assert ended == ["k2"]
        await asyncio.sleep(2 * SOON)
        assert ended == ["k2", "k1"]

    asyncio.run(walk())


def test_a_page_that_is_looked_at_stays():
    async def walk():
        places, ended = seats()
        seat = await opened(places, "R13", "k1")
        places.connect(seat, Line())
        await asyncio.sleep(4 * SOON)
        assert ended == []

    asyncio.run(walk())


def test_a_page_that_is_still_being_made_stays():
    async def walk():
        places, ended = seats()
        seat = await places.take("R13")
        seat.kernel_id = "k1"
        await asyncio.sleep(4 * SOON)
        assert ended == []
        assert places.is_held(seat)

    asyncio.run(walk())


def test_a_page_keeps_its_place_through_a_short_break_and_not_through_a_long_one():
    async def walk():
        places, ended = seats()
        seat = await opened(places, "R13", "k1")
        first, second = Line(), Line()
        places.connect(seat, first)
        places.disconnect(seat, first)
        await asyncio.sleep(SOON)
        places.connect(seat, second)
        await asyncio.sleep(3 * SOON)
        assert ended == []
        places.disconnect(seat, second)
        await asyncio.sleep(3 * SOON)
        assert ended == ["k1"]

    asyncio.run(walk())


def test_a_page_has_one_line_and_the_later_one_takes_over():
    async def walk():
        places, ended = seats()
        seat = await opened(places, "R13", "k1")
        first, second = Line(), Line()
        places.connect(seat, first)
        places.connect(seat, second)
        assert (first.is_open, second.is_open) == (False, True)
        places.disconnect(seat, first)  # its end is no end of the page
        await asyncio.sleep(3 * SOON)
        assert ended == []

    asyncio.run(walk())


@pytest.mark.parametrize("each", [None, 2])
def test_when_all_are_taken_nobody_else_is_thrown_out(each):
    async def walk():
        places, ended = seats(most=2, each=each)
        for name in ("R13", "R14"):
            places.connect(await opened(places, name, name), Line())
        assert await places.take("R20") is None
        assert places.why_not("R20") == "full"
        assert ended == []

    asyncio.run(walk())


def test_one_more_than_somebody_may_have_is_refused_while_they_look_at_all():
    async def walk():
        places, ended = seats(each=2)
        for kernel_id in ("k1", "k2"):
            places.connect(await opened(places, "R13", kernel_id), Line())
        assert await places.take("R13") is None
        assert places.why_not("R13") == "full-each"
        assert await places.take("R14") is not None
        assert ended == []

    asyncio.run(walk())


def test_one_more_closes_the_oldest_of_the_own_that_nobody_looks_at():
    async def walk():
        places, ended = seats(each=3)
        places.connect(await opened(places, "R13", "k1"), Line())
        for kernel_id in ("k2", "k3"):
            await opened(places, "R13", kernel_id)
        await opened(places, "R14", "k4")
        assert await places.take("R13") is not None
        assert ended == ["k2"]

    asyncio.run(walk())


def test_a_page_that_is_opened_again_gets_the_place_it_just_left():
    async def walk():
        places, _ = seats(most=1)
        seat = await opened(places, "R13", "k1")
        places.connect(seat, Line())
        waiting = asyncio.create_task(places.take("R13"))
        await asyncio.sleep(SOON)
        await places.end(seat)
        assert await waiting is not None

    asyncio.run(walk())


def test_a_page_that_is_loaded_again_makes_room_for_itself_and_for_nobody_else():
    async def walk():
        places, ended = seats(most=1)
        seat = await opened(places, "R13", "k1")
        places.connect(seat, Line())
        places.leaving(seat)
        assert await places.take("R14") is None
        assert ended == []
        places.leaving(seat)
        assert await places.take("R13") is not None
        assert ended == ["k1"]

    asyncio.run(walk())


def test_a_page_that_was_about_to_be_left_and_stayed_keeps_its_place():
    async def walk():
        places, ended = seats(most=1)
        seat = await opened(places, "R13", "k1")
        places.connect(seat, Line())
        places.leaving(seat)
        await asyncio.sleep(3 * SOON)
        assert await places.take("R13") is None
        assert ended == []

    asyncio.run(walk())


def test_a_kernel_that_ended_by_itself_leaves_its_place_and_closes_its_line():
    async def walk():
        places, ended = seats(most=1)
        seat, line = await opened(places, "R13", "k1"), Line()
        places.connect(seat, line)
        places.left("k1")
        assert not line.is_open
        assert ended == []  # there is nothing to end any more
        assert places.why_not("R14") == ""

    asyncio.run(walk())
