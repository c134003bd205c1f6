"""Files others may read or change are named with their mode, and with the line that closes them."""

import pytest

WRITTEN, RULES, SECRETS = (
    "what was written about people", "plans, notebooks and rules", "secrets in files",
)  # fmt: skip


@pytest.mark.parametrize(
    "name",
    [
        "store.db", "store.db-wal", "store.db-shm", "store.jsonl", "snapshots/2026-09-30/x.parquet",
        "facts/ab/x.parquet", "views/mine.toml", "lab/notebooks/a.ipynb", "outputs/w/a/review.html",
        "outputs/exports/deals.csv",
    ],
)  # fmt: skip
@pytest.mark.parametrize("mode", [0o640, 0o604])
def test_what_is_about_people_is_its_owners_alone(setting, name, mode):
    place = setting.write(name)
    assert setting.found(WRITTEN) == []
    place.chmod(mode)

    (line,) = setting.found(WRITTEN)
    assert f"{place.name} {mode:04o}" in line
    assert "Run: chmod -R go= '" in line


def test_a_folder_others_may_list_is_found_too(setting):
    setting.write("outputs/w/a/review.html")
    (setting.folder / "outputs" / "w").chmod(0o755)

    (line,) = setting.found(WRITTEN)
    assert "may read or change 1 of" in line
    assert "w 0755" in line


@pytest.mark.parametrize(
    "name", ["plans/ae.toml", "plans", "notebooks/x.ipynb", "templates/q.toml", "growth.toml", "."]
)
def test_what_decides_figures_and_pay_is_changed_by_its_owner_alone(setting, name):
    for each in ("plans/ae.toml", "notebooks/x.ipynb", "templates/q.toml", "growth.toml"):
        setting.write(each, mode=0o644)
    assert setting.found(RULES) == []
    place = setting.folder / name
    place.chmod(0o666 if place.is_file() else 0o777)

    (line,) = setting.found(RULES)
    assert "Run: chmod -R go-w '" in line
    assert place.name in line


def test_a_plan_that_lies_elsewhere_is_found(setting, tmp_path):
    setting.write("plans/ae.toml")
    (setting.folder / "plans" / "same.toml").symlink_to("ae.toml")
    assert setting.found(RULES) == []
    (tmp_path / "ae.toml").touch()
    (setting.folder / "plans" / "b.toml").symlink_to(tmp_path / "ae.toml")

    (line,) = setting.found(RULES)
    assert f"is a link to {tmp_path / 'ae.toml'}, outside the workspace" in line


def test_the_password_of_the_store_belongs_into_no_file(setting):
    url = "postgresql+psycopg://wb:S3cretPw@127.0.0.1:9/db"
    assert setting.found(SECRETS) == []
    setting.toml(f'[store]\nurl = "{url}"\n')
    (line,) = setting.found(SECRETS)
    assert "holds the password of the store. Take it out" in line
    assert "S3cretPw" not in setting.report().text

    (setting.folder / "workbench.toml").chmod(0o644)
    assert [line for line in setting.found(SECRETS) if "(mode 0644)" in line]
    setting.toml('[store]\nurl = "postgresql+psycopg://wb@127.0.0.1:9/db"\n')
    assert setting.found(SECRETS) == []


@pytest.mark.parametrize(
    "url",
    [
        "mailtos://bot:S3cretPw@mail.example.com?to={to}&from=hr@example.com",
        "wecombot://0a1b2c3d-0a1b-4c3d-8e9f-0a1b2c3d4e5f", "slack://T0/${B}/${C}",
        "jsons://h.example.com/x?token=abc", "https://hooks.example.com/x/0a1b2c3d4e5f60718293",
    ],
)  # fmt: skip
def test_a_secret_of_a_channel_belongs_into_no_file(setting, url):
    setting.toml(f'[outreach.channels]\nnews = "{url}"\n')

    (line,) = setting.found(SECRETS)
    assert "a password or token of channel news. Write ${NAME} in its place" in line
    assert url not in setting.report().text


@pytest.mark.parametrize(
    "url",
    [
        "mailtos://bot:${PW}@mail.example.com?to={to}&from=hr@example.com", "wecombot://${KEY}",
        "slack://${A}/${B}/${C}", "jsons://h.example.com/reviews?token=${T}",
    ],
)  # fmt: skip
def test_a_secret_of_the_environment_is_well(setting, url):
    setting.toml(f'[outreach.channels]\nnews = "{url}"\n')

    assert setting.found(SECRETS) == []


def test_a_file_of_secrets_is_its_owners_alone(setting):
    file = setting.write(".env", "SMTP_PASS=x\n")
    assert setting.found(SECRETS) == []
    file.chmod(0o644)

    (line,) = setting.found(SECRETS)
    assert line.endswith(f"Run: chmod 600 '{file}'")
