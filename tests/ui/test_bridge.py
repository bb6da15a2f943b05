"""Between workspace and window: parts one at a turn, and news of an import a few times a second."""

import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.domain.errors import Cancelled
from reviewer.domain.progress import Progress
from reviewer.domain.steps import News, StepKind
from reviewer.ui.bridge import AHEAD_MILLISECONDS, PARTS_ON_THE_WAY, READ_AHEAD, Bridge, Job
from reviewer.workspace.operations.echoes import MOST_AT_ONCE
from reviewer.workspace.project import Workspace
from reviewer.workspace.reading_files import ReadFile
from tests.builders import a_document, a_passage, an_incoming


@pytest.fixture
def bridge(workspace: Workspace, qapp: QApplication) -> Iterator[Bridge]:
    made = Bridge(workspace, qapp)
    yield made
    made.close()
    made.deleteLater()


def listening(bridge: Bridge) -> list[News]:
    heard: list[News] = []
    bridge.changed.connect(heard.append)
    return heard


def write(workspace: Workspace, group: str, number: int) -> int:
    incoming = an_incoming(f"Notice {number}. Two were hurt.")
    (outcome,) = workspace.imports.write([ReadFile(Path("a.txt"), incoming)], group)
    assert outcome.document is not None
    return outcome.document


def test_parts_come_one_at_a_turn_with_room_for_the_person_between_them(
    bridge: Bridge, qtbot: QtBot
) -> None:
    happened: list[object] = []
    heart = QTimer()
    heart.timeout.connect(lambda: happened.append("beat"))

    def work(_progress: Progress) -> str:
        for number in range(2 + PARTS_ON_THE_WAY):
            job.hand_over(number)
        return "end"

    job = bridge.run("Import", work)
    job.part.connect(happened.append)
    job.done.connect(happened.append)
    heart.start(0)
    with qtbot.waitSignal(job.done):
        pass
    heart.stop()
    assert [one for one in happened if one != "beat"] == [0, 1, 2, 3, "end"]
    places = [place for place, one in enumerate(happened) if isinstance(one, int)]
    assert all(happened[place - 1] == "beat" for place in places)


def test_what_was_handed_over_before_a_stop_is_told_before_it(bridge: Bridge, qtbot: QtBot) -> None:
    happened: list[object] = []

    def work(_progress: Progress) -> None:
        for number in range(PARTS_ON_THE_WAY):
            job.hand_over(number)
        raise Cancelled("Stopped.")

    job = bridge.run("Import", work)
    job.part.connect(happened.append)
    job.stopped.connect(lambda: happened.append("stopped"))
    with qtbot.waitSignal(job.stopped):
        pass
    assert happened == [0, 1, "stopped"]
    assert bridge.running() == []


def test_news_of_an_import_that_goes_on_is_told_together(
    bridge: Bridge, workspace: Workspace, qtbot: QtBot
) -> None:
    heard, group = listening(bridge), workspace.imports.new_group()
    written: list[int] = []

    def take(number: int) -> None:
        written.append(write(workspace, group, number))

    def work(_progress: Progress) -> None:
        for number in range(5):
            job.hand_over(number)

    job = bridge.run("Import", work)
    job.part.connect(take)
    with qtbot.waitSignal(job.done):
        pass
    assert len(heard) < len(written) == 5
    assert heard[0].rows["documents"] == {written[0]}
    assert frozenset().union(*(news.rows["documents"] for news in heard)) == set(written)
    assert {news.kind for news in heard} == {StepKind.IMPORT}


def test_other_news_is_told_at_once_and_after_what_came_before_it(
    bridge: Bridge, workspace: Workspace, qtbot: QtBot
) -> None:
    heard, group = listening(bridge), workspace.imports.new_group()

    def take(_part: object) -> None:
        for number in range(3):
            write(workspace, group, number)
        workspace.tags.add("Warrant")
        assert [news.kind for news in heard] == [StepKind.IMPORT, StepKind.IMPORT, StepKind.DO]
        assert [len(news.rows.get("documents", ())) for news in heard] == [1, 2, 0]

    job = bridge.run("Import", lambda _progress: job.hand_over("part"))
    job.part.connect(take)
    with qtbot.waitSignal(job.done):
        pass
    assert len(heard) == 3


def test_without_work_under_way_every_step_is_told_at_once(
    bridge: Bridge, workspace: Workspace
) -> None:
    heard = listening(bridge)
    for number in range(3):
        a_document(workspace, f"Notice {number}.")
    assert len(heard) == 3


def test_work_asked_for_in_the_moment_of_closing_is_not_begun(
    workspace: Workspace, qapp: QApplication, qtbot: QtBot
) -> None:
    bridge, begun, later = Bridge(workspace, qapp), list[str](), QTimer()
    bridge.run("Search", lambda _progress: begun.append("search"))
    bridge.close()
    later.setSingleShot(True)
    with qtbot.waitSignal(later.timeout):
        later.start(20)  # by then everything that was due has happened
    assert begun == []
    bridge.deleteLater()


def test_work_that_ends_in_the_moment_of_closing_is_told_to_nobody(
    workspace: Workspace, qapp: QApplication, qtbot: QtBot
) -> None:
    bridge, told, begun, later = (
        Bridge(workspace, qapp),
        list[object](),
        threading.Event(),
        QTimer(),
    )

    def work(progress: Progress) -> str:
        begun.set()
        with suppress(Cancelled):
            while True:
                progress.report(0)
        return "found"

    job = bridge.run("Search", work)
    job.done.connect(told.append)
    qtbot.waitUntil(begun.is_set)
    bridge.close()
    later.setSingleShot(True)
    with qtbot.waitSignal(later.timeout):
        later.start(20)
    assert told == []
    assert bridge.running() == []
    bridge.deleteLater()


@pytest.fixture
def soon_idle(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the moment of idleness come at once."""
    monkeypatch.setattr("reviewer.ui.bridge.IDLE_MILLISECONDS", 0)


@pytest.mark.usefixtures("soon_idle", "bridge")
def test_passages_are_read_ahead_for_their_counterparts_while_nothing_happens(
    workspace: Workspace, qtbot: QtBot
) -> None:
    words = "Teshkar of the Concord League was held at Dilmora."
    for number in range(2 * READ_AHEAD):
        a_passage(workspace, a_document(workspace, f"Notice {number}. {words}"), words)
    assert workspace.links.gather(0) == 2 * READ_AHEAD
    qtbot.waitUntil(lambda: workspace.links.gather(0) == 0)


@pytest.mark.usefixtures("soon_idle")
def test_reading_ahead_waits_while_work_is_under_way(
    workspace: Workspace, qapp: QApplication, qtbot: QtBot
) -> None:
    bridge, going, later = Bridge(workspace, qapp), threading.Event(), QTimer()
    a_passage(workspace, a_document(workspace), "Twelve people")
    job = bridge.run("Search", lambda _progress: going.wait(20))
    later.setSingleShot(True)
    with qtbot.waitSignal(later.timeout):
        later.start(5 * AHEAD_MILLISECONDS)  # by then it would have been read
    assert workspace.links.gather(0) == 1
    with qtbot.waitSignal(job.done):
        going.set()
    qtbot.waitUntil(lambda: workspace.links.gather(0) == 0)
    bridge.close()
    bridge.deleteLater()


CRANE = "The crane at the north gate fell on nine workers of the salt harbour at noon."


@pytest.mark.usefixtures("soon_idle")
@pytest.mark.parametrize("most", [MOST_AT_ONCE, 1])
def test_documents_are_compared_while_nothing_happens_many_of_them_by_a_worker(
    workspace: Workspace, bridge: Bridge, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr("reviewer.workspace.operations.echoes.MOST_AT_ONCE", most)
    begun: list[str] = []
    bridge.job_begun.connect(lambda job: begun.append(job.title))
    with qtbot.waitSignal(bridge.compared):
        first, *_others = (a_document(workspace, f"{CRANE}\nNumber {at}.") for at in range(3))
    assert len(workspace.echoes.echoes(first)[0].places) == 2
    assert begun == ([] if most > 3 else ["Compare documents"])


@pytest.mark.usefixtures("soon_idle")
def test_what_a_worker_cannot_compare_is_not_tried_again_and_again(
    workspace: Workspace, bridge: Bridge, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reviewer.workspace.operations.echoes.MOST_AT_ONCE", 0)
    monkeypatch.setattr("reviewer.workspace.operations.echoes.LONGEST_AT_ONCE", 100)
    begun: list[Job] = []
    bridge.job_begun.connect(begun.append)
    bridge.job_begun.connect(lambda job: job.cancel())
    first, second = a_document(workspace, CRANE), a_document(workspace, f"{CRANE}\n" * 3)
    qtbot.waitUntil(lambda: workspace.echoes.is_compared(first))
    assert workspace.echoes.waiting() == [second]
    assert len(begun) in (1, 2)  # the second where the first came before both were there
