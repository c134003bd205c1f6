"""A channel whose URL lets a value say where messages go is refused, with the line to write."""

import pytest

from workbench.errors import WorkspaceError
from workbench.sources.channels import filled
from workbench.sources.workspace import open_workspace

MAIL = "mailto://u:${PW}@mail.example.com"


def opened(folder, url):
    (folder / "workbench.toml").write_text(
        f"[outreach.channels]\nnews = '{url}'\n"
        '[tables.reps]\nfile = "reps.csv"\n[tables.deals]\nfile = "deals.csv"\n'
    )
    return open_workspace(folder)


@pytest.mark.parametrize(
    "url",
    [
        f"{MAIL}?from=hr@example.com&to={{to}}", f"{MAIL}?from=hr@example.com&to=list@example.com",
        "mailtos://u:${PW}@mail.example.com/list@example.com", "wecombot://${WECOM_KEY}",
        "dingtalk://${A}@${B}/{to}", "slack://${A}/${B}/${C}/@{to}", "feishu://${A}",
        "https://hooks.slack.com/services/${A}/${B}", "jsons://h.example.com:8443/${A}?x={to}",
    ],
)  # fmt: skip
def test_a_sound_channel_is_kept_as_written(tmp_path, url):
    assert opened(tmp_path, url).channels == {"news": url}


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("${MAIL_URL}", "no scheme"),
        ("{to}://mail.example.com", "no scheme"),
        ("${KIND}://mail.example.com?to={to}", "no scheme"),
        ("mail.example.com", "no scheme"),
        ("json://{to}/x", "where the server"),
        ("json://h.example.com:{to}/x", "where the server"),
        ("json://u:{to}@h.example.com/x", "or the password"),
        ("json://${HOST}/x", "where the server is told"),
        ("wecombot://a${KEY}", "where the server is told"),
        ("json://h.example.com:${PORT}/x", "where the server is told"),
        ("mailto://u:p@${HOST}?to={to}", "where the server is told"),
        ("json://h.example.com/x, json://evil.example/y", "a blank"),
        ("json://h.example.com/{rep}", "in braces stands"),
        ("json://h.example.com/${A-B}", "in braces stands"),
        (f"{MAIL}?to={{to}}&from={{to}}", "its to={to} and nothing else"),
        (f"{MAIL}?to={{to}}&{{to}}=1", "its to={to} and nothing else"),
        (f"{MAIL}/{{to}}", "its to={to} and nothing else"),
        (f"{MAIL}?to={{to}},all@example.com", "to nobody else"),
        (f"{MAIL}?to={{to}}&to=all@example.com", "to nobody else"),
        (f"{MAIL}?from=hr@example.com", "its own sender"),
    ],
)
def test_another_is_refused_with_the_line_and_without_its_secrets(tmp_path, url, why):
    with pytest.raises(WorkspaceError, match="channel news: ") as told:
        opened(tmp_path, url)

    assert why in str(told.value)
    assert "write it as news = " in str(told.value)
    assert url not in str(told.value)


def test_what_is_filled_in_is_quoted_whole_and_filled_no_more():
    url = filled("json://h.example.com/${A}/{to}", "{to}${A}/&", {"A": "{to}?x#@:/ "}.__getitem__)

    assert url == ("json://h.example.com/%7Bto%7D%3Fx%23%40%3A%2F%20/%7Bto%7D%24%7BA%7D%2F%26")
