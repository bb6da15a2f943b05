"""What a project holds is sent out from the window, one kind or another."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer.domain.export_presets import ExportPreset
from reviewer.domain.snapshot import PassageFilter
from reviewer.environment.settings import EXPORT_WHAT
from reviewer.ui.asking.export_questions import ExportQuestion, ExportWish, Scope
from reviewer.ui.asking.sending_questions import ExportKind
from tests.builders import a_passage
from tests.ui.at_the_desk import AtTheDesk, a_file, at_the_desk


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[AtTheDesk]:
    with at_the_desk(qtbot, a_file(tmp_path)) as one:
        yield one


def exported(here: AtTheDesk, target: Path, qtbot: QtBot, command: str = "project.export") -> None:
    told = len(here.prompts.informed)
    here.prompts.will("file_to_export", (target, target.suffix.removeprefix(".")))
    here.run(command)
    qtbot.waitUntil(lambda: len(here.prompts.informed) > told, timeout=10_000)


def test_actors_are_exported_and_it_is_remembered_what_was(
    here: AtTheDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    here.workspace.actors.add("Union of dockers")
    seen: list[ExportQuestion] = []

    def choose(question: ExportQuestion) -> str:
        seen.append(question)
        return "actors"

    here.prompts.will("what_to_export", choose)
    exported(here, tmp_path / "out.csv", qtbot)
    assert seen[0].begin.what == "passages"
    assert [what for what, _title in seen[0].kinds] == [
        *("workbook", "passages", "actors", "documents", "events", "figures", "links"),
        *("questions", "sources"),
    ]
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

    def choose(question: ExportQuestion) -> ExportWish:
        counts.append(question.protected)
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


def test_declining_to_say_what_exports_nothing(here: AtTheDesk) -> None:
    here.prompts.will("what_to_export", None)
    here.run("project.export")
    assert "file_to_export" not in here.prompts.asked
    assert here.window.context.settings.text(EXPORT_WHAT) == "passages"


def test_only_what_is_shown_or_chosen_is_written_with_the_columns_wished(
    here: AtTheDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    document = here.workspace.documents.ids()[0]
    a_passage(here.workspace, document, "Nobody was killed", "Denial")
    a_passage(here.workspace, document, "Nobody", "Allegation")
    desk = here.window.context.desk
    assert desk is not None
    tag = next(one.id for one in here.workspace.tags.all() if one.name == "Denial")
    desk.passages.show_filter(PassageFilter(tags=(tag,)))
    seen: list[ExportQuestion] = []
    wishes = [
        ExportWish("passages", format="csv", columns=("quote", "tag"), scope=scope)
        for scope in (Scope.SHOWN, Scope.ALL)
    ]

    def choose(question: ExportQuestion) -> ExportWish:
        seen.append(question)
        return wishes[len(seen) - 1]

    found = []
    for name in ("shown.csv", "all.csv"):
        here.prompts.will("what_to_export", choose)
        exported(here, tmp_path / name, qtbot)
        found.append((tmp_path / name).read_text("utf-8-sig").splitlines())
    assert found[0] == ["quote,tag", "Nobody was killed,Denial"]
    assert sorted(found[1]) == ["Nobody was killed,Denial", "Nobody,Allegation", "quote,tag"]
    assert (seen[0].counts[Scope.SHOWN], seen[0].counts[Scope.ALL]) == (1, 2)
    assert seen[1].begin == ExportWish("passages", format="csv", columns=("quote", "tag"))
    rows = seen[0].preview(wishes[0])
    assert [list(row) for row in rows] == [["Nobody was killed", "Denial"]]


def test_a_workbook_is_what_a_table_is_at_first(here: AtTheDesk, tmp_path: Path) -> None:
    offered: list[list[str]] = []

    def place(_suggested: Path, formats: list[tuple[str, str, str]]) -> None:
        offered.append([key for key, _title, _suffix in formats])

    here.prompts.will("what_to_export", "workbook")
    here.prompts.will("file_to_export", place)
    here.run("project.export")
    assert offered == [["xlsx", "ods"]]
    assert not list(tmp_path.glob("*.xlsx"))


def test_tables_are_all_that_a_table_can_be(here: AtTheDesk) -> None:
    seen: list[ExportQuestion] = []

    def choose(question: ExportQuestion) -> None:
        seen.append(question)

    here.prompts.will("what_to_export", choose)
    here.run("project.export_table")
    (question,) = seen
    keys = [key for key, *_ in question.formats("passages")]
    assert keys == ["xlsx", "ods", "csv", "tsv", "json", "jsonl"]
    assert "project" not in dict(question.kinds)


def test_each_kind_of_export_goes_its_way_and_the_next_begins_at_it(here: AtTheDesk) -> None:
    begun: list[ExportKind] = []

    def choose(kinds: Sequence[ExportKind], begin: ExportKind) -> ExportKind:
        begun.append(begin)
        return kinds[len(begun) - 1]

    kinds = {
        ExportKind.REPORT: "report",
        ExportKind.TABLE: "what_to_export",
        ExportKind.DOCUMENTS: "documents_to_export",
        ExportKind.PROGRAMS: "what_to_send",
    }
    for asked in kinds.values():
        here.prompts.will("export_kind", choose)
        here.prompts.will(asked, None)
        here.run("project.export")
        assert here.prompts.asked[-1] == asked
    assert begun == [ExportKind.TABLE, *list(kinds)[:-1]]


def test_no_kind_is_no_export(here: AtTheDesk) -> None:
    here.prompts.will("export_kind", None)
    here.run("project.export")
    assert here.prompts.asked[-1] == "export_kind"


def test_a_kept_choice_is_a_step_that_can_be_undone(here: AtTheDesk) -> None:
    asked: list[ExportQuestion] = []

    def choose(question: ExportQuestion) -> None:
        asked.append(question)

    here.prompts.will("what_to_export", choose)
    here.run("project.export")
    (question,) = asked
    assert question.save is not None
    question.save(ExportPreset("For the desk", "passages", "csv", ("quote",)))
    assert [one.name for one in question.presets()] == ["For the desk"]
    here.run("history.undo")
    assert list(question.presets()) == []
