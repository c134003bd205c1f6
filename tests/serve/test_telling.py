"""What a kernel is told, and with which word it asks."""

import asyncio

from workbench.serve.telling import Telling, kernel_environment

TOLD = {"query": "rep_id=R13", "actor": "R13:rep"}


def test_a_kernel_is_told_what_its_page_shows_and_only_once():
    async def walk():
        telling = Telling()
        secret = telling.new_secret()
        telling.started(secret, "k1")
        telling.tell("k1", TOLD)
        assert await telling.asked(secret) == TOLD
        assert telling.answered(secret)
        assert telling.asked(secret) is None
        assert not telling.answered(secret)

    asyncio.run(walk())


def test_a_kernel_that_waits_is_told_when_somebody_comes():
    async def walk():
        telling = Telling()
        secret = telling.new_secret()
        telling.started(secret, "k1")
        waiting = telling.asked(secret)
        assert not waiting.done()
        telling.tell("k1", TOLD)
        assert await waiting == TOLD

    asyncio.run(walk())


def test_each_kernel_has_a_word_of_its_own():
    async def walk():
        telling = Telling()
        words = [telling.new_secret() for _ in range(3)]
        for number, word in enumerate(words):
            telling.started(word, f"k{number}")
        telling.tell("k1", TOLD)
        assert [telling.asked(word).done() for word in words] == [False, True, False]
        assert telling.asked("k1") is None  # its id opens nothing

    asyncio.run(walk())


def test_the_word_of_a_kernel_that_ended_opens_nothing():
    async def walk():
        telling = Telling()
        secret = telling.new_secret()
        telling.started(secret, "k1")
        telling.forget("k1")
        assert telling.asked(secret) is None

    asyncio.run(walk())


def test_a_kernel_inherits_no_word_and_no_address_of_others(monkeypatch):
    monkeypatch.setenv("WECOM_KEY", "secret of the channel")
    monkeypatch.setenv("JUPYTER_TOKEN", "secret of another server")
    given = {"VOILA_REQUEST_URL": "http://x/rep_review?rep=R14", "WORKBENCH_TOLD_BY": "another's"}

    found = kernel_environment(given, "http://x/told", "own", ["wecombot://${WECOM_KEY}"])

    assert found["WORKBENCH_TOLD_BY"] == "own"
    assert found["PATH"]
    assert not [value for value in found.values() if "secret" in value or "R14" in value]
