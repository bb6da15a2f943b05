"""Long work is shown with what is in hand and how long yet; short work shows nothing."""

import threading

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from reviewer.domain.progress import Progress
from reviewer.ui.bridge import Bridge, Job
from reviewer.ui.views.frame import progress as room
from reviewer.ui.views.frame.progress import Estimate, ProgressStrip, rest_in_words
from reviewer.workspace.project import Workspace
from tests.ui.walking import nameless, stage


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Scene:
    """A window with a strip in it, and jobs that do what the test says."""

    def __init__(self, qtbot: QtBot) -> None:
        self.clock = Clock()
        self.window = QWidget()
        self.window.resize(1000, 60)
        self.strip = ProgressStrip(self.window, clock=self.clock)
        self.strip.resize(1000, 40)
        stage(qtbot, self.window)
        self.owner = QObject(self.window)

    def job(self, title: str) -> Job:
        job = Job(title, self.owner)
        self.strip.follow(job)
        return job

    def words(self) -> list[str]:
        labels = self.strip.findChildren(QLabel)
        return [label.text() for label in labels if label.isVisible()]

    def cancel_button(self) -> QToolButton:
        (button,) = self.strip.findChildren(QToolButton)
        return button


@pytest.fixture
def scene(qtbot: QtBot) -> Scene:
    return Scene(qtbot)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "PATIENCE_MILLISECONDS", 1)


def test_work_that_is_soon_over_shows_nothing(scene: Scene, qtbot: QtBot) -> None:
    job = scene.job("Export")
    job.progressed.emit(1, 3, "a.txt")
    assert not scene.strip.isVisible()
    with qtbot.assertNotEmitted(scene.strip.appeared, wait=0):
        job.done.emit(None)
    assert scene.strip.jobs() == []
    assert not scene.strip._patience.isActive()


def test_work_with_very_much_to_do_is_shown_at_once(scene: Scene, qtbot: QtBot) -> None:
    job = scene.job("Import")
    with qtbot.waitSignal(scene.strip.appeared):
        job.progressed.emit(12, 1_205, "a.txt")
    assert scene.words() == ["Import", "12 of 1,205"]
    (bar,) = scene.strip.findChildren(QProgressBar)
    assert (bar.value(), bar.maximum()) == (12, 1_205)
    with qtbot.waitSignal(scene.strip.vanished):
        job.done.emit(None)
    assert not scene.strip.isVisible()


@pytest.mark.usefixtures("impatient")
def test_real_work_that_lasts_is_shown_and_can_be_stopped(
    qtbot: QtBot, workspace: Workspace
) -> None:
    bridge, scene, going_on = Bridge(workspace), Scene(qtbot), threading.Event()

    def work(progress: Progress) -> None:
        progress.report(1, 3, "زرویل پل.txt")
        going_on.wait(30)
        progress.report(2, 3)

    job = bridge.run("Import", work)
    with qtbot.waitSignal(scene.strip.appeared):
        scene.strip.follow(job)
    qtbot.waitUntil(lambda: "1 of 3" in scene.words())
    with qtbot.waitSignals([job.stopped, scene.strip.vanished]):
        qtbot.mouseClick(scene.cancel_button(), Qt.MouseButton.LeftButton)
        assert "Stopping…" in scene.words()
        assert not scene.cancel_button().isEnabled()
        going_on.set()
    bridge.close()


@pytest.mark.usefixtures("impatient")
def test_work_of_unknown_length_is_shown_without_numbers(scene: Scene, qtbot: QtBot) -> None:
    job = scene.job("Check project")
    qtbot.waitUntil(scene.strip.isVisible)
    job.progressed.emit(3, 0, "")
    assert scene.words() == ["Check project"]
    (bar,) = scene.strip.findChildren(QProgressBar)
    assert bar.maximum() == 0


@pytest.mark.usefixtures("impatient")
def test_work_of_a_project_that_is_closed_is_shown_no_more(scene: Scene, qtbot: QtBot) -> None:
    scene.job("Search in all documents")
    qtbot.waitUntil(scene.strip.isVisible)
    scene.owner.deleteLater()  # as the bridge goes with its project
    qtbot.waitUntil(scene.strip.isHidden)
    assert scene.strip.jobs() == []


def test_of_several_jobs_the_latest_is_shown_and_the_others_are_counted(scene: Scene) -> None:
    first, second = scene.job("Import"), scene.job("Export")
    first.progressed.emit(1, 100, "")
    second.progressed.emit(7, 100, "")
    assert scene.words()[0] == "Export (and 1 more)"
    first.progressed.emit(2, 100, "")
    assert "7 of 100" in scene.words()
    second.failed.emit(None)
    assert scene.words() == ["Import", "2 of 100"]
    first.stopped.emit()
    assert not scene.strip.isVisible()


def test_the_time_left_is_said_once_it_is_known(scene: Scene) -> None:
    job = scene.job("Import")
    job.progressed.emit(10, 1_000, "")
    assert scene.words() == ["Import", "10 of 1,000"]
    scene.clock.now = 10.0
    job.progressed.emit(250, 1_000, "")
    assert scene.words()[-1] == "about 30 seconds left"


def test_nothing_is_guessed_too_early() -> None:
    clock = Clock()
    estimate = Estimate(clock)
    clock.now = 1.9
    assert estimate.seconds(500, 1_000) is None
    clock.now = 3.0
    assert estimate.seconds(0, 10) is None
    assert estimate.seconds(39, 1_000) is None
    assert estimate.seconds(10, 0) is None
    assert estimate.seconds(40, 1_000) == pytest.approx(72.0)


def test_the_guess_moves_at_most_once_a_second_and_not_in_leaps() -> None:
    clock = Clock()
    estimate = Estimate(clock)
    clock.now = 10.0
    first = estimate.seconds(500, 1_000)
    clock.now = 10.5
    assert estimate.seconds(505, 1_000) == first == pytest.approx(10.0)
    clock.now = 20.0
    slowed = estimate.seconds(510, 1_000)
    assert slowed is not None
    assert 0 < slowed < 20 / 510 * 490


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, ""),
        (0, "a few seconds left"),
        (7, "about 10 seconds left"),
        (34, "about 30 seconds left"),
        (55, "about 1 minute left"),
        (89, "about 1 minute left"),
        (600, "about 10 minutes left"),
    ],
)
def test_the_rest_is_said_no_more_exactly_than_it_is_known(
    seconds: float | None, words: str
) -> None:
    assert rest_in_words(seconds) == words


def test_its_width_does_not_follow_the_name_in_hand(scene: Scene) -> None:
    job = scene.job("Import")
    job.progressed.emit(1, 100, "a")
    before = scene.strip.sizeHint()
    job.progressed.emit(1, 100, "a" * 300)
    assert scene.strip.sizeHint() == before


def test_every_control_says_what_it_is(scene: Scene) -> None:
    scene.job("Import").progressed.emit(1, 100, "a")
    assert scene.cancel_button().isVisible()
    assert nameless(scene.window) == []
