"""What a project holds is sent out from the window, one kind or another."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer.environment.settings import EXPORT_WHAT
from reviewer.ui.prompts import ExportWish
from tests.builders import a_passage
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with at_the_desk(qtbot, a_file(tmp_path)) as one:
        yield one


def exported(here: AtTheDesk, target: Path, qtbot: QtBot) -> None:
    told = len(here.prompts.informed)
    here.prompts.will("file_to_export", (target, target.suffix.removeprefix(".")))
    here.run("project.export")
    qtbot.waitUntil(lambda: len(here.prompts.informed) > told, timeout=10_000)


def test_actors_are_exported_and_it_is_remembered_what_was(
    here: AtTheDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    here.workspace.actors.add("Union of dockers")
    seen: list[tuple[list[tuple[str, str]], str]] = []

    def choose(kinds: list[tuple[str, str]], current: str, _protected: int) -> str:
        seen.append((kinds, current))
        return "actors"

    here.prompts.will("what_to_export", choose)
    exported(here, tmp_path / "out.csv", qtbot)
    kinds, current = seen[0]
    assert current == "passages"
    assert {what for what, _title in kinds} == {
        *("passages", "figures", "links", "events", "questions", "actors", "sources", "project"),
        *("documents", "workbook"),
    }
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["name"] for row in csv.DictReader(file)] == ["Union of dockers"]
    assert here.prompts.informed[-1].startswith("1 row exported")
    assert here.window.context.settings.text(EXPORT_WHAT) == "actors"


def test_protected_names_are_counted_and_replaced_where_it_is_wished(
    here: AtTheDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    actors = here.workspace.actors
    shireen = actors.add("Shireen Kol")
    actors.add_name(shireen, "S. Kol")
    actors.change(shireen, protected=True)
    actors.add("Union of dockers")
    counts: list[int] = []

    def choose(_kinds: object, _current: str, protected: int) -> ExportWish:
        counts.append(protected)
        return ExportWish("actors", protect=len(counts) == 1)

    written = []
    for name in ("first.csv", "second.csv"):
        here.prompts.will("what_to_export", choose)
        exported(here, tmp_path / name, qtbot)
        written.append((tmp_path / name).read_text("utf-8-sig"))
    assert counts == [2, 2]
    assert "Kol" not in written[0]
    assert "Union of dockers" in written[0]
    assert "Shireen Kol" in written[1]


def test_the_whole_project_is_offered_as_lines_only(
    here: AtTheDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    passage = a_passage(here.workspace, here.workspace.documents.ids()[0], "Nobody was killed")
    offered: list[tuple[str, list[str]]] = []
    target = tmp_path / "out.jsonl"

    def place(suggested: Path, formats: list[tuple[str, str, str]]) -> tuple[Path, str]:
        offered.append((suggested.name, [key for key, _title, _suffix in formats]))
        return target, formats[0][0]

    here.prompts.will("what_to_export", "project")
    here.prompts.will("file_to_export", place)
    here.run("project.export")
    qtbot.waitUntil(lambda: bool(here.prompts.informed), timeout=10_000)
    assert offered == [(f"{here.workspace.name} whole project", ["jsonl"])]
    rows = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    row = here.workspace.passages.listed([passage])[passage]
    assert [one["key"] for one in rows if one["row"] == "passage"] == [row.label]


def test_declining_to_say_what_exports_nothing(here: AtTheDesk) -> None:
    here.prompts.will("what_to_export", None)
    here.run("project.export")
    assert "file_to_export" not in here.prompts.asked
    assert here.window.context.settings.text(EXPORT_WHAT) == "passages"
