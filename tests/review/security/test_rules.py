"""What workbench.toml says of proxy, hosts, channels and roles is held against what is safe."""

import pytest

from workbench.i18n import message
from workbench.review.security.report import CHECKS
from workbench.snapshots import freeze

SHARED = '[serve]\nidentity = "header"\nheader = "X-Remote-User"\nhosts = ["reviews.example.com"]\n'
HEADER, HOSTS, LISTS = "the proxy's header", "host names", "lists of roles"


def test_at_a_desk_nothing_of_a_proxy_applies(setting):
    assert setting.is_left_out(HEADER)
    assert setting.is_left_out(HOSTS)
    assert setting.is_left_out("channels")
    assert setting.is_left_out(LISTS)
    assert setting.is_left_out("rights in the database")


@pytest.mark.parametrize("header", ["Host", "cookie", "User-Agent", "Sec-Fetch-User", "Referer"])
def test_a_header_browsers_send_tells_nobody(setting, header):
    assert setting.toml(SHARED).found(HEADER) == []

    (line,) = setting.toml(SHARED.replace("X-Remote-User", header)).found(HEADER)
    assert 'Write header = "X-Remote-User"' in line


@pytest.mark.parametrize("header", ["X_Remote_User", "X Remote", "X-Remote-User:", "", "Höst"])
def test_a_header_is_a_plain_name(setting, header):
    (line,) = setting.toml(SHARED.replace("X-Remote-User", header)).found(HEADER)

    assert "is not a plain name" in line


@pytest.mark.parametrize(
    "proxies", ["[]", '["0.0.0.0"]', '["*"]', '["::"]', '["10.0.0.5", "0.0.0.0/0"]']
)
def test_a_proxy_is_one_address(setting, proxies):
    assert setting.toml(f'{SHARED}proxies = ["10.0.0.5"]\n').found(HEADER) == []

    (line,) = setting.toml(f"{SHARED}proxies = {proxies}\n").found(HEADER)
    assert 'proxies = ["127.0.0.1"]' in line


@pytest.mark.parametrize("hosts", ["[]", '["*"]', '["https://reviews.example.com"]', '[" a"]'])
def test_pages_are_asked_for_under_a_name(setting, hosts):
    assert setting.toml(SHARED).found(HOSTS) == []

    (line,) = setting.toml(SHARED.replace('["reviews.example.com"]', hosts)).found(HOSTS)
    assert 'hosts = ["reviews.example.com"]' in line


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("mailto://mail.example.com?to={to}", "Write mailtos://"),
        ("mailtos://mail.example.com?to={to}&mode=insecure", "is not encrypted"),
        ("json://h.example.com/x", "Write jsons://"),
        ("jsons://h.example.com/x?verify=no", "Take verify=no out"),
    ],
)
def test_a_channel_is_encrypted_and_its_server_proves_itself(setting, url, said):
    sound = "mailtos://mail.example.com?to={to}"
    for well in (sound, "jsons://h.example.com", "json://127.0.0.1:25/x", "wecombot://${K}"):
        assert setting.toml(f'[outreach.channels]\nnews = "{well}"\n').found("channels") == []

    (line,) = setting.toml(f'[outreach.channels]\nnews = "{url}"\n').found("channels")
    assert said in line


def test_a_person_has_one_role_and_a_name_somebody_can_have(setting):
    well = f'[roles]\nfinance = ["F01"]\nsupport = ["S01"]\n{SHARED}hr = ["h@example.com"]\n'
    assert setting.toml(well).found(LISTS) == []
    twice = well.replace('"h@example.com"', '"h@example.com", "f01"')
    (line,) = setting.toml(twice).found(LISTS)
    assert "F01 is in the lists of two roles: finance, hr. Leave the name" in line

    (line,) = setting.toml(well.replace('"S01"', '"S01 "')).found(LISTS)
    assert "support names 'S01 ', which nobody can have" in line


def test_an_email_of_two_reps_is_found(setting):
    assert setting.is_left_out("e-mails")
    freeze(setting.workspace, None)
    assert setting.found("e-mails") == []
    reps = setting.folder / "reps.csv"
    reps.write_text(reps.read_text().replace("bo@example.com", "ANA@example.com"))
    freeze(setting.workspace, None)

    (line,) = setting.found("e-mails")
    assert line.startswith("ana@example.com is the e-mail of several reps: ana, bo;")


def test_there_is_a_line_for_each_check_in_both_languages(setting):
    for lang in ("zh", "en"):
        report = setting.report(lang)
        titles = [message(f"security-of-{name}", lang) for name in CHECKS]
        assert (report.code, len(report.text.splitlines())) == (0, len(CHECKS))
        assert all(title in report.text for title in titles)
