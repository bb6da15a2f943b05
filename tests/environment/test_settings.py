"""A person's settings: kept private, shared by windows, and never lost to a bad file."""

import json
import math
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from reviewer.environment import paths
from reviewer.environment.settings import (
    ANALYST_NAME,
    DECLARED,
    MOST_USED,
    READING_COLUMN,
    READING_SIZE,
    THEME,
    Settings,
)

posix = pytest.mark.skipif(sys.platform == "win32", reason="rights and links of POSIX")
HUGE = "1" + "0" * 400


@pytest.fixture
def file() -> Path:
    """Give the place of the settings, in a folder that is there."""
    paths.make_private(paths.config_folder())
    return paths.config_folder() / "settings.json"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def beside(file: Path) -> set[str]:
    return {one.name for one in file.parent.iterdir()} - {"settings.lock"}


def test_what_is_set_is_there_the_next_time() -> None:
    Settings().set(ANALYST_NAME, "نور")
    assert Settings().text(ANALYST_NAME) == "نور"
    assert beside(paths.config_folder() / "settings.json") == {"settings.json"}


@posix
def test_a_project_whose_name_is_not_utf_8_is_remembered() -> None:
    project = Path(os.fsdecode(b"/cases/\xff\xe9.review"))
    Settings().remember(project)
    assert Settings().recent() == [project]


@posix
def test_settings_are_for_their_owner_alone(file: Path) -> None:
    file.parent.chmod(0o755)
    file.write_text("{}")
    file.chmod(0o644)
    Settings().set(THEME, "dark")
    assert (mode(file), mode(file.parent)) == (0o600, 0o700)


@pytest.mark.parametrize(
    "content",
    [b"{", b"[1]", b"\xff", b"[" * 100_000, b'{"a":' * 100_000, b""],
    ids=["cut short", "a list", "not UTF-8", "nested", "nested objects", "empty"],
)
def test_content_that_nobody_understands_is_put_aside(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    file.chmod(0o644)
    settings = Settings()
    assert settings.text(THEME) == "system"
    settings.set(THEME, "dark")
    aside = file.with_suffix(".unreadable")
    assert aside.read_bytes() == content
    if sys.platform != "win32":
        assert mode(aside) == 0o600
    assert Settings().text(THEME) == "dark"


def test_what_cannot_be_read_just_now_is_neither_put_aside_nor_written_over(file: Path) -> None:
    file.mkdir()
    settings = Settings()
    settings.set(THEME, "dark")
    assert settings.text(THEME) == "dark"
    assert beside(file) == {"settings.json"}
    assert file.is_dir()


def test_what_could_not_be_written_is_written_with_the_next_change(file: Path) -> None:
    file.mkdir()
    settings = Settings()
    settings.set(THEME, "dark")
    file.rmdir()
    settings.set(ANALYST_NAME, "Noor")
    assert (Settings().text(THEME), Settings().text(ANALYST_NAME)) == ("dark", "Noor")


def test_where_no_folder_can_be_made_changes_hold_until_the_end(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    settings = Settings(tmp_path / "file" / "config")
    settings.set(THEME, "dark")
    settings.remember(tmp_path / "one.review")
    settings.remember(tmp_path / "two.review")
    assert settings.text(THEME) == "dark"
    assert settings.recent() == [tmp_path / "two.review", tmp_path / "one.review"]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("NaN", 13),
        ("Infinity", 13),
        ("-Infinity", 13),
        ("true", 13),
        ('"14"', 13),
        ("null", 13),
        ("1e308", 40),
        ("-1e308", 8),
        (HUGE, 40),
        ("9", 9),
        ("9.5", 9.5),
    ],
)
def test_a_number_is_finite_and_within_its_bounds(file: Path, written: str, number: float) -> None:
    file.write_text(f'{{"view.reading_size": {written}}}')
    assert Settings().number(READING_SIZE) == number
    assert isinstance(Settings().get(READING_SIZE), float)


@pytest.mark.parametrize(("written", "number"), [("60", 60), ("true", 72), (HUGE, 400)])
def test_a_count_stays_a_count(file: Path, written: str, number: int) -> None:
    file.write_text(f'{{"view.reading_column": {written}}}')
    found = Settings().get(READING_COLUMN)
    assert found == number
    assert type(found) is int


def test_every_default_is_one_of_the_values_allowed() -> None:
    settings = Settings()
    assert [settings.get(one) for one in DECLARED] == [one.default for one in DECLARED]
    assert all(math.isfinite(one.least) and one.least < one.most for one in DECLARED)


def test_where_documents_came_from_is_remembered_until_it_is_cleared(
    tmp_path: Path, file: Path
) -> None:
    settings = Settings()
    assert settings.imported_from() is None
    settings.remember_imported_from(tmp_path)
    assert Settings().imported_from() == tmp_path
    settings.forget_recent()
    assert Settings().imported_from() is None
    file.write_text('{"imported_from": 3}')
    assert Settings().imported_from() is None


def test_where_and_how_each_entry_exported_is_remembered_until_it_is_cleared(
    tmp_path: Path, file: Path
) -> None:
    settings = Settings()
    assert settings.exported("table") == (None, "")
    settings.remember_exported("table", tmp_path, "csv")
    settings.remember_exported("report", tmp_path / "r", "html")
    assert Settings().exported("table") == (tmp_path, "csv")
    assert Settings().exported("report") == (tmp_path / "r", "html")
    settings.forget_recent()
    assert Settings().exported("table") == (None, "")
    for odd in ('"x"', '{"table": 3}', '{"table": ["/a"]}', '{"table": [1, "csv"]}'):
        file.write_text(f'{{"exported": {odd}}}')
        assert Settings().exported("table") == (None, "")
    file.write_text('{"exported": {"table": ["nul\\u0000", "csv"]}}')
    assert Settings().exported("table") == (None, "csv")


def test_recent_projects_that_are_no_paths_are_passed_over(file: Path) -> None:
    file.write_text(json.dumps({"recent": ["/a.review", "nul\0", "\ud800", 7, None]}))
    assert Settings().recent() == [Path("/a.review")]
    file.write_text('{"recent": "/a.review"}')
    assert Settings().recent() == []


def test_two_windows_keep_each_others_settings() -> None:
    one, other = Settings(), Settings()
    one.set(THEME, "dark")
    one.remember(Path("/one.review"))
    other.set(ANALYST_NAME, "Noor")
    other.remember(Path("/other.review"))
    one.set_window({"geometry": "here"})
    kept = Settings()
    assert kept.recent() == [Path("/other.review"), Path("/one.review")]
    assert (kept.text(THEME), kept.text(ANALYST_NAME)) == ("dark", "Noor")
    assert kept.window("geometry") == "here"
    other.forget_recent()
    assert Settings().recent() == []


def test_two_windows_agree_on_the_persons_uid() -> None:
    one, other = Settings(), Settings()
    assert one.analyst_uid() == other.analyst_uid() == Settings().analyst_uid()


def test_processes_at_once_lose_nothing(file: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from reviewer.environment.settings import Settings\n"
        "settings = Settings(); settings.analyst_uid()\n"
        "for at in range(3): settings.remember(Path(f'/{sys.argv[1]}-{at}.review'))\n"
        "print(settings.analyst_uid())"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(name)], stdout=subprocess.PIPE)
        for name in range(4)
    ]
    uids = {process.communicate(timeout=60)[0] for process in running}
    assert len(uids) == 1
    assert len(set(Settings().recent())) == 12
    assert beside(file) == {"settings.json"}


def test_a_lock_that_somebody_keeps_holds_nobody_up(
    file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with FileLock(file.with_suffix(".lock")):
        Settings().set(THEME, "dark")
    assert Settings().text(THEME) == "dark"
    assert "could not be locked" in caplog.text


@posix
def test_a_link_to_settings_kept_elsewhere_stays_a_link(file: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.json"
    kept.write_text("{}")
    file.symlink_to(kept)
    Settings().set(THEME, "dark")
    assert file.is_symlink()
    assert json.loads(kept.read_text()) == {"view.theme": "dark"}


class Watcher:
    """Keeps which settings it was told of."""

    def __init__(self) -> None:
        self.told: list[frozenset[str]] = []

    def follow(self, keys: frozenset[str]) -> None:
        self.told.append(keys)


def test_who_follows_is_told_of_what_really_changed() -> None:
    settings, watcher = Settings(), Watcher()
    settings.follow(watcher.follow)
    settings.set(THEME, "dark")
    settings.set(THEME, "dark")
    settings.set(READING_SIZE, 1e300)
    settings.set_own_keys({"view.read": ["Alt+9"]})
    settings.set_own_keys({"view.read": ["Alt+9"]})
    assert watcher.told == [{THEME.key}, {READING_SIZE.key}, {"keys.own"}]


def test_who_is_gone_is_told_nothing_and_stands_in_nobodys_way() -> None:
    settings, watcher, gone = Settings(), Watcher(), Watcher()
    settings.follow(gone.follow)
    settings.follow(watcher.follow)
    told = gone.told
    del gone
    settings.set(THEME, "dark")
    assert watcher.told == [{THEME.key}]
    assert told == []


def test_a_choice_nobody_offers_is_not_taken(file: Path) -> None:
    file.write_text(json.dumps({THEME.key: "purple"}))
    assert Settings().text(THEME) == "system"


def test_every_setting_can_be_set_back() -> None:
    settings = Settings()
    settings.set(READING_COLUMN, 50)
    assert not settings.is_default(READING_COLUMN)
    settings.reset(READING_COLUMN)
    assert settings.is_default(READING_COLUMN)
    assert settings.number(READING_COLUMN) == 72


def test_every_setting_that_is_shown_says_what_it_is_for() -> None:
    for setting in DECLARED:
        if setting.shown:
            assert setting.group
            assert setting.help.endswith((".", "?")), setting.key
        if setting.choices:
            assert setting.default in [value for value, _words in setting.choices]


def test_keys_of_ones_own_are_there_the_next_time() -> None:
    Settings().set_own_keys({"view.read": ("Alt+9", "Ctrl+9"), "pane.quiet": ()})
    assert Settings().own_keys() == {"view.read": ("Alt+9", "Ctrl+9"), "pane.quiet": ()}


@pytest.mark.parametrize("kept", ["words", 3, [], {"view.read": 1}, {"view.read": [1, None]}])
def test_keys_nobody_could_press_are_left_out(file: Path, kept: object) -> None:
    file.write_text(json.dumps({"keys.own": kept}))
    assert [keys for keys in Settings().own_keys().values() if keys] == []


def test_what_was_taken_last_comes_first_and_the_list_has_an_end() -> None:
    settings = Settings()
    for number in range(100):
        settings.remember_used(f"command:{number}")
    settings.remember_used("command:98")
    assert Settings().used()[:3] == ["command:98", "command:99", "command:97"]
    assert len(Settings().used()) == MOST_USED
