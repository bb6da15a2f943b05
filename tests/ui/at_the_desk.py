"""A real window with a real project open in it, for tests of what stands on the desk."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.environment.settings import ANALYST_NAME, Settings
from reviewer.ui.desk import Desk
from reviewer.ui.views.frame.desk import STATE, DeskView
from reviewer.ui.window import Window
from reviewer.workspace.project import Workspace
from tests.builders import NOOR, a_document, a_project
from tests.scripted import ScriptedPrompts

TITLES = ("At the bridge", "The harbour gate", "Night raids", "Grain store", "The school")
WORDS = "Twelve people were hurt at the bridge. Nobody was killed, the spokesman said."


class AtTheDesk:
    """Somebody at a window with a project of five documents."""

    def __init__(self, window: Window, prompts: ScriptedPrompts) -> None:
        self.window = window
        self.prompts = prompts

    @property
    def desk(self) -> Desk:
        desk = self.window.context.desk
        assert desk is not None
        return desk

    @property
    def view(self) -> DeskView:
        session = self.window.session
        assert session is not None
        return session.view

    @property
    def workspace(self) -> Workspace:
        return self.desk.workspace

    def run(self, command: str) -> None:
        """Run a command that must be possible."""
        self.window.commands.refresh()
        action = self.window.commands.action(command)
        assert action.isEnabled(), command
        action.trigger()

    def open_in_panes(self, *documents: int) -> None:
        """Show exactly these documents side by side, the first focused."""
        self.view.panes.split(len(documents))
        for pane, document in zip(self.view.panes.panes(), documents, strict=True):
            pane.show_document(document)
        self.view.panes.panes()[0].activated.emit()
        while self.view.panes.focused() is not self.view.panes.panes()[0]:
            self.view.panes.focus_next()

    def open_again(self) -> None:
        """Close the project and open it again."""
        path = self.workspace.path
        self.window.close_project()
        self.window.open_project(path)

    def keys_are_in(self, part: object) -> bool:
        """Say whether typed keys would reach a widget or a part of it."""
        here: object = QApplication.focusWidget()
        while here is not None and here is not part:
            here = here.parentWidget() if hasattr(here, "parentWidget") else None
        return here is part


def a_file(folder: Path, count: int = len(TITLES), state: object = None) -> Path:
    """Give a project of so many documents, with what the window shall remember.

    Each is a copy of one made once: made anew it takes longer than what most tests do with it.
    """
    path = folder / "opened.review"
    path.write_bytes(_made_once(count))
    if state is not None:
        with Workspace.open(path, NOOR) as made:
            made.remember(STATE, state)
    return path


@cache
def _made_once(count: int) -> bytes:
    with TemporaryDirectory() as folder:
        with a_project(Path(folder), "opened") as made:
            for title in TITLES[:count]:
                a_document(made, f"{title}. {WORDS}", title=title)
        return made.path.read_bytes()


@contextmanager
def at_the_desk(
    qtbot: QtBot, path: Path, width: int = 1_440, height: int = 900
) -> Iterator[AtTheDesk]:
    """Open a project in a window of that size, in pixels; nothing may be asked in vain."""
    settings = Settings()
    settings.set(ANALYST_NAME, "Mirela Novak")
    prompts = ScriptedPrompts()
    window = Window(settings, prompts)
    qtbot.addWidget(window)
    window.resize(width, height)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.open_project(path)
    QTest.qWait(0)
    yield AtTheDesk(window, prompts)
    window.close()
    assert prompts.unforeseen == []


def damage(workspace: Workspace, document: int) -> None:
    """Let a document's text be no text any more, as a broken disk would leave it."""
    raw = workspace._project.connection.raw
    triggers = raw.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for (name,) in triggers:
        raw.execute(f'DROP TRIGGER "{name}"')
    raw.execute(
        "UPDATE texts SET text = CAST(x'ff' AS TEXT) "
        "WHERE id = (SELECT text FROM documents WHERE id = ?)",
        [document],
    )
