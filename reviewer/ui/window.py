"""The window: puts the parts together, and knows which project is open. No feature lives here."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QStackedWidget
from typing_extensions import override

from reviewer.environment.resources import seed
from reviewer.environment.settings import Settings
from reviewer.ui.assembly.touring import Touring
from reviewer.ui.clipboard import leave_plain_words
from reviewer.ui.commands.actions import CommandActions
from reviewer.ui.commands.keys import PaneKeys
from reviewer.ui.desk import Context
from reviewer.ui.dialogs.asking import Dialogs
from reviewer.ui.drop_window import DropWindow
from reviewer.ui.geometry import restore_geometry, save_geometry
from reviewer.ui.guard import guard
from reviewer.ui.import_sources import Sources
from reviewer.ui.importing import Look
from reviewer.ui.opening import ALL_SOON_MILLISECONDS, SAMPLE, Opener, all_for_a_project
from reviewer.ui.preferences import Preferences, chosen_theme, dress
from reviewer.ui.prompts import Prompts
from reviewer.ui.views.finding.palette import palette_over
from reviewer.ui.views.frame.progress import ProgressStrip
from reviewer.ui.views.frame.status import StatusStrip
from reviewer.ui.views.frame.welcome import WelcomePage
from reviewer.ui.wish import Wish
from reviewer.workspace.project import SUFFIX, Identity, Workspace

if TYPE_CHECKING:
    from reviewer.ui.session import Session


class Window(DropWindow):
    """The one window; implements ``desk.Shell``."""

    def __init__(self, settings: Settings, prompts: Prompts | None = None) -> None:
        super().__init__()
        self.setMinimumSize(720, 480)
        self.setAcceptDrops(True)
        self._settings = settings
        self._theme = chosen_theme(settings)
        self.prompts: Prompts = prompts or Dialogs(self, settings)
        self.context = Context(self, self.prompts, settings)
        self._opener = Opener(settings, self.prompts)
        self.commands = CommandActions(self.context, self)
        self._keys = PaneKeys(self.commands, self.context, self)
        self.preferences = Preferences(self.context, self)
        self.session: Session | None = None
        self._welcome = WelcomePage(settings)
        self._status = StatusStrip()
        self.progress = ProgressStrip()
        self._assemble()
        self.palette_card = palette_over(self, self.context, self.commands)
        self._connect_welcome()
        self.sources_dropped.connect(self._take_sources)
        restore_geometry(self, settings)
        self.touring = Touring(self, self.context, self.commands)
        self._show_title()

    def grant(self, wish: Wish) -> None:
        """Do what was asked for when the program was started."""
        if wish.sample:
            self.open_sample(wish.sample_to, practice=wish.practice)
        elif wish.paths:
            self._take(wish.paths)
        else:
            QTimer.singleShot(ALL_SOON_MILLISECONDS, self, all_for_a_project)

    def open_project(self, path: Path) -> None:
        """Open a project in place of the present one; the one that is open already stays."""
        if not self._is_open(path):
            self.commands.safely(lambda: self._show(self._opener.opened(path)))

    def create_project(
        self, path: Path, analyst: str, imports: Sequence[Path] | Sources = ()
    ) -> None:
        """Make a project, open it, and import files into it."""

        def create() -> None:
            self._show(self._opener.created(path, analyst))
            if imports:
                self.import_paths(imports)

        self.commands.safely(create)

    def open_sample(self, target: Path | None = None, *, practice: bool = False) -> None:
        """Open the copy of the sample dossier, or the untagged one, made the first time."""
        if target is None and self._is_open(self._opener.sample_place(practice=practice)):
            return

        def open_copy() -> None:
            found = self._opener.sample(target, practice=practice)
            if found is None:
                return
            self._show(found[0])
            if found[1]:
                self.import_paths([seed(SAMPLE)], look=Look.NONE)

        self.commands.safely(open_copy)

    def close_project(self) -> None:
        """Close the project and show the welcome page."""
        if self.session is not None and not self.session.may_leave():
            return
        self._leave()
        self._welcome.refresh()
        self._pages.setCurrentWidget(self._welcome)
        self.statusBar().hide()
        self._show_title()
        self.commands.refresh()

    def import_paths(self, paths: Sequence[Path] | Sources, *, look: Look = Look.DOUBTFUL) -> None:
        """Import files and folders into the open project, or into a new one, with progress."""
        if self.session is None:
            self._import_into_new(paths if isinstance(paths, Sources) else Sources.of(paths))
            return
        read_only = self.session.workspace.read_only
        if read_only is not None:
            raise read_only
        self.session.importing.begin(paths, look)

    def _import_into_new(self, sources: Sources) -> None:
        suggested = self._opener.suggested(sources.paths)
        answer = self.prompts.new_project(suggested, self._opener.known_name())
        if answer is not None:
            self.create_project(answer.path, answer.analyst, sources)

    def set_theme(self, name: str) -> None:
        """Use ``light``, ``dark`` or ``system``, and the reading font of the settings."""
        self._theme = chosen_theme(self._settings, name)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            dress(application, self._settings, self._theme)
        if self.session is not None:
            self.session.view.set_theme(self._theme)

    def show_palette(self) -> None:
        """Open the palette over the box of the top row, or high up where there is none."""
        self.palette_card.open_at(self.session.box if self.session is not None else None)

    def take_tour(self) -> None:
        """Begin the tour, on the sample dossier where no project is open."""
        self.touring.take()

    def sign_in(self, identity: Identity) -> None:
        """Let this person's name stand with the work from now on."""
        if self.session is not None:
            self.session.workspace.sign_in(identity)
            self._status.show_project(self.session.workspace)

    def quit(self) -> None:
        """Close the window."""
        self.close()

    @override
    @guard()
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.session is not None and not self.session.may_leave():
            event.ignore()
            return
        self._leave()
        leave_plain_words()
        save_geometry(self, self._settings)
        super().closeEvent(event)

    def _assemble(self) -> None:
        self.commands.fill_menu_bar(self.menuBar())
        self._pages = QStackedWidget()
        self._pages.addWidget(self._welcome)
        self.setCentralWidget(self._pages)
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        bar.addWidget(self._status, 1)
        bar.addPermanentWidget(self.progress)
        bar.hide()

    def _connect_welcome(self) -> None:
        action = self.commands.action
        self._welcome.new_wanted.connect(action("project.new").trigger)
        self._welcome.open_wanted.connect(action("project.open").trigger)
        self._welcome.sample_wanted.connect(action("project.sample").trigger)
        self._welcome.practice_wanted.connect(action("project.practice").trigger)
        self._welcome.recent_wanted.connect(self.open_project)
        self._welcome.files_dropped.connect(self._take)

    def _take(self, paths: Sequence[Path]) -> None:
        if len(paths) == 1 and paths[0].suffix == SUFFIX:
            self.open_project(paths[0])
        else:
            self.commands.safely(lambda: self.import_paths(paths))

    def _take_sources(self, sources: Sources) -> None:
        if sources.pasted:
            self.commands.safely(lambda: self.import_paths(sources))
        else:
            self._take(sources.paths)

    def _is_open(self, path: Path) -> bool:
        session = self.session
        return session is not None and session.workspace.path.resolve() == path.resolve()

    def _show(self, workspace: Workspace) -> None:
        """Show a project whole, or go back to the welcome page with nothing left open."""
        self._leave()
        try:
            self._begin(workspace)
        except BaseException:
            if self.session is None:
                workspace.close()
            self.close_project()
            raise
        self._opener.remember(workspace)
        self.touring.offer()

    def _begin(self, workspace: Workspace) -> None:
        around = self.context, self.commands, self._keys, self._settings, self._theme, self._status
        self.session = all_for_a_project()(workspace, *around, self)
        self.session.bridge.job_begun.connect(self.progress.follow)
        self.session.importing.ended.connect(self._imported)
        view = self.session.view
        self._pages.addWidget(view)
        self._pages.setCurrentWidget(view)
        view.resize(self._pages.size())
        self.statusBar().show()
        view.restore()
        self._show_title()
        self.commands.refresh()

    def _leave(self) -> None:
        session, self.session = self.session, None
        if session is not None:
            self.touring.leave()
            session.leave()

    def _imported(self) -> None:
        if self.session is not None and not any(self.session.view.panes.documents()):
            self.session.view.show_first()
        self.touring.offer()

    def _show_title(self) -> None:
        self.setWindowTitle("Reviewer" if self.session is None else self.session.title())
