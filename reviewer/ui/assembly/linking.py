"""Links, put together: made with a key, proposed in a list, shown in the details and as curves.

The parts do not know each other; here what one of them asks for is done by another.

Decided: with L, the passage at the caret is linked at once only to one that the person chose by
hand in another pane (``ui/text/raising.py``), in the document as it is shown there now. What merely
stands out there is not meant: it was put back with the window, the caret moved through it, or a
list brought it there and it was linked from the list. Then likely ones are listed. Two that were
both chosen are linked even where they share nothing, since only the person knows better, but the
notice says so. Refused: asking first, which costs a key each time; and refusing such links, which
would forbid what rules cannot see.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from reviewer.domain.badges import Badge
from reviewer.domain.errors import NotAllowed
from reviewer.domain.links import Link, LinkedEnd
from reviewer.domain.steps import News, StepKind
from reviewer.environment.translation import N_, _
from reviewer.ui.asking.link_questions import LinkQuestion
from reviewer.ui.assembly.finding_sources import FindingSources
from reviewer.ui.assembly.link_lists import LinkLists
from reviewer.ui.assembly.pane_links import PaneLinks
from reviewer.ui.bridge import Bridge
from reviewer.ui.commands.actions import CommandActions
from reviewer.ui.commands.registry import commands_in_use
from reviewer.ui.desk import Context
from reviewer.ui.models.links import fitting_types, link_sentence, passage_words, speaker_of
from reviewer.ui.soon import Soon
from reviewer.ui.telling import say_done
from reviewer.ui.views.details.badge_row import BadgeRow, badge_words
from reviewer.ui.views.details.link_section import LinkSection
from reviewer.ui.views.frame.desk import DeskView
from reviewer.ui.views.frame.remembered import entries
from reviewer.ui.views.frame.running import attempt
from reviewer.ui.wording import isolated
from reviewer.workspace.project import Workspace

STATE = "links"


class Linking(QObject):
    """The parts, connected to the desk; implements ``link_parts.LinkingPart``."""

    def __init__(
        self,
        workspace: Workspace,
        bridge: Bridge,
        view: DeskView,
        context: Context,
        actions: CommandActions,
    ) -> None:
        super().__init__(view)
        self._workspace = workspace
        self._view = view
        self._context = context
        self._actions = actions
        self._saved: object = entries(attempt(lambda: workspace.remembered(STATE)))
        self.lists = LinkLists(workspace, view, actions.safely)
        self.sources = FindingSources(workspace, view, self.lists, context.prompts, actions.safely)
        self.badges = BadgeRow(workspace)
        self.section = LinkSection(workspace)
        shown = entries(self._saved).get("curves") is not False
        self.curves = PaneLinks(workspace, bridge, view.panes, self, curves=shown)
        self._soon = Soon(self._refresh, self)
        view.details.add_section(self.badges)
        view.details.add_section(self.section)
        self._connect(bridge)

    def save(self) -> None:
        """Remember with the project whether links are shown between panes."""
        state = {"curves": self.curves.shows_curves()}
        if state != self._saved:
            self._workspace.remember(STATE, state)
            self._saved = state

    def link_or_list(self) -> None:
        """Link the passages chosen by hand in two panes; with one list its counterparts."""
        here, other = self._chosen(), self._chosen_beside()
        if other is None:
            self.lists.ask(here)
        elif any(end.passage == other for end in self._workspace.links.of(here)):
            label = self._workspace.passages.label
            said = _("{passage} and {other} are linked already.")
            self._context.prompts.inform(said.format(passage=label(here), other=label(other)))
            self.lists.ask(here)
        else:
            link = self._workspace.links.link(here, other)
            self._say_linked(link, unlike=not self._workspace.links.have_in_common(here, other))

    def list_counterparts(self) -> None:
        """List the likely counterparts of the passage chosen."""
        self.lists.ask(self._chosen())

    def link_to_source(self) -> None:
        """Ask for a source that is not in the project, and link the passage chosen to it."""
        self.sources.link_to_source(self._chosen())

    def go_to_other_end(self) -> None:
        """Go where the link of the passage chosen leads; of several, list them."""
        passage = self._chosen()
        ends = self._workspace.links.of(passage)
        if not ends:
            label = self._workspace.passages.label(passage)
            raise NotAllowed(N_("{passage} is linked to nothing yet."), passage=label)
        if len(ends) == 1:
            self._go_to_end(ends[0])
        else:
            self.lists.list_links(passage)

    def show_source(self, document: int) -> None:
        """Show the sources to find, at one of them."""
        self.sources.show_source(document)

    def show_sources(self) -> None:
        """Show the sources to find, or put them away."""
        self.sources.toggle()

    def curves_shown(self) -> bool:
        """Say whether links are drawn between panes."""
        return self.curves.shows_curves()

    def show_curves(self, *, shown: bool) -> None:
        """Draw links between panes, or mark them in the gutter alone."""
        self.curves.show_curves(shown=shown)

    def _open_badge(self, passage: int, badge: Badge) -> None:
        if not badge.passages:
            self.lists.ask(passage)
        elif len(badge.passages) == 1:
            self.lists.go_to(badge.passages[0])
        else:
            about = _("of {passage}").format(passage=passage_words(self._workspace, passage))
            self.lists.list_passages(badge.passages, badge_words(badge.saying), about)

    def _change(self, link: int) -> None:
        """Ask what shall be said of a link, and do it."""
        links = self._workspace.links
        wish = self._context.prompts.describe_link(self._question(links.get(link)))
        if wish is None:
            return
        if wish.remove:
            links.remove([link])
            say_done(self._context, _("Link taken off"))
        else:
            links.change(link, type=wish.type, note=wish.note, independent=wish.independent)

    def _question(self, link: Link) -> LinkQuestion:
        workspace, warning = self._workspace, ""
        if link.to_passage is not None:
            end = passage_words(workspace, link.to_passage)
        else:
            source = workspace.documents.get(link.to_document or 0)
            end = f"{source.label} “{isolated(source.title)}”"
        if workspace.links.same_speaker(link.id):
            actor = isolated(speaker_of(workspace, link.from_passage))
            warning = _("Both are told by {actor}").format(actor=actor)
        start = passage_words(workspace, link.from_passage)
        return LinkQuestion(link, start, end, fitting_types(workspace, link), warning)

    def _go_to_end(self, end: LinkedEnd) -> None:
        if end.passage is None:
            self.sources.show_source(end.document)
        else:
            self.lists.go_to(end.passage)

    def _say_linked(self, link: int, *, unlike: bool = False) -> None:
        """Say what was made; of ends that are ``unlike``, that nothing tells of it."""
        words = link_sentence(self._workspace, self._workspace.links.get(link))
        if unlike:
            words = _(
                "{link}, guessed from their tags. They share no actor, number, date, place or "
                "event: is it what you meant?"
            ).format(link=words)
        say_done(self._context, words)

    def _chosen(self) -> int:
        chosen = self._view.panes.chosen_passage()
        if chosen is None:
            raise NotAllowed(N_("Put the caret on a passage first."))
        return chosen

    def _chosen_beside(self) -> int | None:
        """Return the passage chosen by hand in the next pane that has one, but not the same."""
        panes = self._view.panes.panes()
        at = panes.index(self._view.panes.focused())
        here = self._view.panes.chosen_passage()
        others = (pane.reader.raised_by_hand() for pane in panes[at + 1 :] + panes[:at])
        return next((one for one in others if one not in (None, here)), None)

    def _key_pressed(self, name: str) -> None:
        """Let the keys that link in a document do so in the list."""
        commands = commands_in_use(self._context.settings)
        pressed = {one.id for one in commands if name in one.shortcuts}
        if "link.link" in pressed:
            self.lists.enter(stay=False)
        elif "link.source" in pressed:
            self._safely(self.link_to_source)

    def _go_by_sign(self, _passage: int) -> None:
        self._safely(self.go_to_other_end)

    def _search(self) -> None:
        self.lists.close()
        self._actions.action("search.everywhere").trigger()

    def _source_linked(self, link: int) -> None:
        if self.lists.is_open():
            self.lists.close()
        self._say_linked(link)

    def _safely(self, deed: Callable[[], object]) -> None:
        self._actions.safely(deed)

    def _follow(self, news: News) -> None:
        self._soon.start()
        if news.kind is StepKind.IMPORT:
            arrived = news.rows.get("documents", frozenset())
            self._safely(partial(self.sources.say_arrived, arrived))

    def _refresh(self) -> None:
        self.badges.refresh()
        self.section.refresh()
        self.lists.refresh()
        self.sources.refresh()

    def _connect(self, bridge: Bridge) -> None:
        bridge.changed.connect(self._follow)
        bridge.changed_elsewhere.connect(self._soon.start)
        self.lists.linked.connect(self._say_linked)
        self.curves.link_wanted.connect(self._go_by_sign)
        self.sources.linked.connect(self._source_linked)
        panel, safely = self.lists.panel, self._safely
        panel.key_pressed.connect(self._key_pressed)
        panel.search_wanted.connect(self._search)
        panel.source_wanted.connect(lambda: safely(self.link_to_source))
        self.badges.opened.connect(lambda one, badge: safely(partial(self._open_badge, one, badge)))
        section = self.section
        section.followed.connect(lambda end: safely(partial(self._go_to_end, end)))
        section.change_wanted.connect(lambda link: safely(partial(self._change, link)))
        section.all_wanted.connect(lambda one: safely(partial(self.lists.list_links, one)))
