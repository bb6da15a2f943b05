"""One project open in the window: its bridge, its desk, and what is connected to what."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Qt, QTimer

from reviewer.environment.settings import Settings
from reviewer.environment.translation import _
from reviewer.ui.assembly.drafts import Drafts
from reviewer.ui.assembly.echoing import Echoing
from reviewer.ui.assembly.focus_mode import FocusMode
from reviewer.ui.assembly.happenings import Happenings
from reviewer.ui.assembly.importing import Importing
from reviewer.ui.assembly.journaling import Journaling
from reviewer.ui.assembly.linking import Linking
from reviewer.ui.assembly.noting import Noting
from reviewer.ui.assembly.overviewing import Overviewing
from reviewer.ui.assembly.page_showing import PageShowing
from reviewer.ui.assembly.recording import Recording
from reviewer.ui.assembly.registering import Registering
from reviewer.ui.assembly.searching import Searching
from reviewer.ui.assembly.showing import Showing
from reviewer.ui.assembly.versioning import Versioning
from reviewer.ui.bridge import Bridge
from reviewer.ui.commands.actions import CommandActions
from reviewer.ui.commands.documents import settle_date
from reviewer.ui.commands.filters import filters_in_words
from reviewer.ui.commands.history import take_back
from reviewer.ui.commands.keys import PaneKeys
from reviewer.ui.desk import Context, Desk, PageName
from reviewer.ui.importing import Import
from reviewer.ui.models.resume import CUT_SHORT
from reviewer.ui.theme.themes import Theme
from reviewer.ui.turnings import Turnings
from reviewer.ui.views.frame.command_box import CommandBox
from reviewer.ui.views.frame.desk import DeskView
from reviewer.ui.views.frame.notice import Notice
from reviewer.ui.views.frame.status import StatusStrip
from reviewer.ui.views.reading.pane import Pane
from reviewer.ui.wording import sentence
from reviewer.workspace.project import Workspace

DOCUMENT_MENU = (
    "document.open",
    "document.open_beside",
    "document.relatives",
    "",
    "document.done_next",
    "document.reading",
    "document.unread",
    "document.set_aside",
    "document.second_look",
    "",
    "document.describe",
    "document.settle_date",
    "rating.document",
    "",
    "document.one_origin",
    "document.own_origin",
    "",
    "version.replace",
    "version.list",
    "document.save_original",
    "document.certificate",
    "",
    "document.remove",
)
PASSAGE_MENU = (
    "passage.tag",
    "passage.retag",
    "passage.remove",
    "",
    "passage.split",
    "passage.merge",
    "",
    "link.link",
    "link.counterparts",
    "link.source",
    "link.go",
    "",
    "passage.note",
    "passage.statement",
    "passage.translation",
    "",
    "record.edit",
    "record.confirm",
    "record.tag_also",
    "record.charge",
    "",
    "passage.check",
    "passage.uncheck",
    "passage.another_look",
    "",
    "passage.cite",
    "passage.show",
    "",
    "pane.furniture",
)


class Session(QObject):
    """From opening a project to leaving it; ``view`` is what the window shows meanwhile."""

    def __init__(
        self,
        workspace: Workspace,
        context: Context,
        actions: CommandActions,
        keys: PaneKeys,
        settings: Settings,
        theme: Theme,
        status: StatusStrip,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.bridge = Bridge(workspace, self)
        self._leaving = False
        self._context = context
        self._actions = actions
        self._keys = keys
        self._status = status
        status.show_place(reading=True)
        status.show_together("")
        self.box = CommandBox(actions.action("view.search"))
        self.view = DeskView(
            workspace, self.bridge, settings, actions, self.box, theme, status, run=actions.safely
        )
        context.desk = Desk(
            workspace,
            self.bridge,
            self.view.documents,
            self.view.panes,
            self.view.passages,
            self.view.screening,
            self.view,
            self.view.details,
            self.view.codebook,
        )
        self.turnings = Turnings(workspace, self.bridge, context)
        context.desk.turnings = self.turnings
        self.searching = Searching(workspace, self.bridge, self.view, context, actions)
        context.desk.searching = self.searching
        self.linking = Linking(workspace, self.bridge, self.view, context, actions)
        context.desk.linking = self.linking
        self.happenings = Happenings(workspace, self.bridge, self.view, context, actions, theme)
        context.desk.events = self.happenings.events
        context.desk.compare = self.happenings.compare
        self.overviewing = Overviewing(workspace, self.bridge, self.view, context, actions)
        context.desk.overview = self.overviewing
        self.registering = Registering(workspace, self.bridge, self.view, actions)
        context.desk.actors = self.registering
        self.page = PageShowing(workspace, self.view.panes, self.bridge, self)
        context.desk.page = self.page
        self.echoing = Echoing(workspace, self.bridge, self.view, context, actions)
        context.desk.echoes = self.echoing
        self.importing = Importing(workspace, self.bridge, self.view, context, actions)
        context.desk.importing = self.importing
        self.versioning = Versioning(workspace, self.bridge, self.view, context, actions)
        context.desk.versions = self.versioning
        for part in (self.importing.works, self.turnings):
            part.freed.connect(self._catch_up)
        self._connect()
        context.desk.shown = self.showing
        context.desk.recording = self.recording
        self.recording.actor_wanted.connect(self.registering.choose)
        QTimer.singleShot(0, self, self._say_how_it_is_open)

    def title(self) -> str:
        """Return what stands over the window."""
        state = _(" (read only)") if self.workspace.read_only is not None else ""
        return f"{self.workspace.name}{state} – Reviewer"

    def imports(self) -> list[Import]:
        """Return the imports that are still going on."""
        return [one for one in self.bridge.findChildren(Import) if not one.is_over()]

    def may_leave(self) -> bool:
        """Ask, where an import would be cut short; says whether the project may be closed."""
        imports, confirm = self.imports(), self._context.prompts.confirm
        if self.importing.works.is_writing():
            question = _("Work of another program is coming in. Stopped now, nothing of it is in.")
            return confirm(question, _("Stop it"))
        if any(one.is_working() for one in imports):
            question = _("An import is going on. What is in the project already stays.")
            return confirm(question, _("Stop it"))
        if imports:
            question = _("What was found on the page Import has not come in yet.")
            return confirm(question, _("Leave it"))
        return True

    def leave(self) -> None:
        """Remember how everything stands, stop what is running, and close the project."""
        self._leaving = True
        self.importing.works.leave()  # first: until then nothing else can be written down
        self.turnings.leave()
        for notice in self.view.window().findChildren(Notice):
            notice.clear()  # its button would act on a project that is closed
        self._focus.end()
        self.view.details.flush()
        self.view.journal.flush()
        self.registering.flush()
        self._drafts.end()
        self._actions.safely(self.view.save)
        self._actions.safely(self.searching.save)
        self._actions.safely(self.overviewing.save)
        self._actions.safely(self.happenings.save)
        self._actions.safely(self.linking.save)
        self._actions.safely(self.page.save)
        for one in self.imports():
            self._actions.safely(one.leave)
        self._context.desk = None
        self.bridge.close()
        self.page.close()
        self._let_nothing_come_later()
        self.view.setParent(None)
        self.view.deleteLater()
        self.workspace.close()
        self.deleteLater()

    def _catch_up(self) -> None:
        """Save and begin what had to wait until a long change was over."""
        self.view.details.settle()
        self.view.journal.settle()
        self.registering.flush()
        if not self._leaving:
            self.importing.go_on_waiting()

    def _let_nothing_come_later(self) -> None:
        """Stop what would bring something up to date in a moment: there is no project any more."""
        for part in (self, self.view):
            for timer in part.findChildren(QTimer):
                timer.stop()

    def _connect(self) -> None:
        view, actions = self.view, self._actions
        view.panes.pane_made.connect(self._pane_made)
        self._pane_made(view.screening.pane)
        view.context_changed.connect(actions.refresh_soon)
        view.page_changed.connect(actions.refresh_soon)
        view.page_changed.connect(self._say_place)
        view.document_menu_wanted.connect(self._document_menu)
        view.passage_menu_wanted.connect(self._passage_menu)
        view.verbs.tag_wanted.connect(self._keys.press)
        view.details.describe_wanted.connect(self._describe)
        view.details.rate_wanted.connect(self._rate)
        view.details.settle_wanted.connect(self._settle)
        self._drafts = Drafts(self.workspace, view, self.bridge, self)
        self._journaling = Journaling(self.workspace, view, self._run, self)
        prompts = self._context.prompts
        self.showing = Showing(self.workspace, view, self.bridge, prompts, self)
        self._focus = FocusMode(view, actions.action("view.focus"), self)
        self._noting = Noting(self.workspace, view, self._context.settings, self._run, self)
        self.recording = Recording(
            self.workspace, view, self._context.settings, actions.safely, self
        )
        view.documents.import_wanted.connect(actions.action("project.import").trigger)
        view.resume.import_wanted.connect(actions.action("project.import").trigger)
        view.resume.seen.connect(self._know_of_cut)
        view.history.take_back_wanted.connect(self._take_back)
        view.history.close_wanted.connect(actions.action("history.show").trigger)
        view.history.close_wanted.connect(view.give_keys_back)
        view.codebook.close_wanted.connect(actions.action("view.codebook").trigger)
        view.codebook.tag_wanted.connect(actions.action("tag.use").trigger)
        view.codebook.passages_wanted.connect(actions.action("tag.passages").trigger)
        view.passages.remove_wanted.connect(actions.action("passage.remove").trigger)
        view.passages.retag_wanted.connect(actions.action("passage.retag").trigger)
        view.passages.check_wanted.connect(self._check)
        view.passages.read_wanted.connect(actions.action("view.read").trigger)
        view.passages.failed.connect(self._context.prompts.tell)
        view.panes.focus_moved.connect(self._follow_passage)

    def _say_how_it_is_open(self) -> None:
        """Tell, once it is in sight, why it can only be read, or that nobody else can open it."""
        workspace, prompts, desk = self.workspace, self._context.prompts, self._context.desk
        if desk is None or desk.workspace is not workspace:
            return  # it was closed at once
        if workspace.read_only is not None:
            prompts.tell(workspace.read_only)
        elif workspace.alone is not None:
            prompts.inform(sentence(workspace.alone))
        self._run(self._bring_in_drafts)
        self.showing.refresh()
        active = filters_in_words(self._context)
        if active:
            prompts.inform(_("Filter active: {what}").format(what=_("; ").join(active)))

    def _bring_in_drafts(self) -> None:
        said = self._drafts.bring_in()
        if said:
            self._context.prompts.inform(said)

    def _pane_made(self, pane: Pane) -> None:
        text = pane.reader.focusProxy()
        if text is not None:
            text.installEventFilter(self._keys)
        pane.empty.choose_wanted.connect(self._actions.action("document.filter").trigger)

    def _know_of_cut(self, step: int) -> None:
        self._run(lambda: self.workspace.remember(CUT_SHORT, step))

    def _say_place(self) -> None:
        self._status.show_place(reading=self.view.current() is PageName.READ)

    def _rate(self, _document: int) -> None:
        self._actions.action("rating.document").trigger()

    def _describe(self, _document: int) -> None:
        self._actions.action("document.describe").trigger()

    def _follow_passage(self) -> None:
        self.view.history.follow_passage(self.view.panes.chosen_passage())

    def _settle(self, document: int, field: str) -> None:
        self._run(lambda: settle_date(self._context, document, field))

    def _check(self, wanted: bool) -> None:
        self._actions.action("passage.check" if wanted else "passage.uncheck").trigger()

    def _take_back(self, step: int) -> None:
        self._run(lambda: take_back(self._context, step))

    def _run(self, deed: Callable[[], object]) -> None:
        self._actions.safely(deed)

    def _document_menu(self, where: QPoint) -> None:
        self._menu(DOCUMENT_MENU, where)

    def _passage_menu(self, where: QPoint) -> None:
        self._menu(PASSAGE_MENU, where)

    def _menu(self, identities: Sequence[str], where: QPoint) -> None:
        menu = self._actions.menu(identities, self.view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)
