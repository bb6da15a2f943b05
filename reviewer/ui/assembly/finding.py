"""What the palette offers: commands, documents, tags, settings and help, and words in documents.

Everything but documents is taken as it stands when the palette is opened, while what had the keys
still has them: whether a command can be used often depends on that. Titles of documents are read
once, a few hundred at a time, and kept until a document changes.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from reviewer.domain.documents import DocumentFilter, DocumentRow
from reviewer.domain.errors import ReviewerError
from reviewer.domain.steps import News
from reviewer.domain.tags import Tag
from reviewer.environment.settings import DECLARED
from reviewer.environment.translation import _
from reviewer.ui.commands import Command, why_not
from reviewer.ui.commands.actions import CommandActions
from reviewer.ui.commands.passages import can_tag, tag_commands, with_pane
from reviewer.ui.commands.registry import commands_in_use
from reviewer.ui.desk import Context, Desk, PageName
from reviewer.ui.hit_tagging import places_meant
from reviewer.ui.models import help_pages
from reviewer.ui.models.also_called import also_called
from reviewer.ui.models.dates import shown
from reviewer.ui.models.help_pages import MENU_NAMES
from reviewer.ui.models.matching import Match, Name, Names
from reviewer.ui.models.palette import (
    MOST_ROWS,
    Ask,
    Entry,
    EntryKind,
    Row,
    Section,
    fitting,
    in_order,
    nothing_found,
)
from reviewer.ui.wording import isolated, native_keys, one_line, sentence

ITSELF = "view.search"  # opens the palette
MOST_HOLDING = 5
MOST_NAMED = 20
MOST_ASKED = MOST_NAMED + MOST_HOLDING
MOST_KEPT = 20_000  # of more documents, the project is asked for those with the words in the title
AT_ONCE = 250
_LEAST_LETTERS = 2
_LASTING = (EntryKind.COMMAND, EntryKind.SETTING, EntryKind.HELP)


class Search(QObject):
    """Looks in everything that can be opened or done."""

    def __init__(
        self, context: Context, actions: CommandActions, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._actions = actions
        self._desk: Desk | None = None
        self._fixed: list[tuple[Entry, Name]] = []
        self._used: dict[str, int] = {}
        self._used_here: list[str] = []
        self._waiting: list[int] = []
        self._known: list[DocumentRow] = []
        self._rows: dict[int, DocumentRow] = {}
        self._help_entries: list[Entry] = []
        self._names = Names()
        self._stale = True

    def begin(self) -> None:
        """Take stock of what can be done just now."""
        if self._context.desk is not self._desk:
            self._enter(self._context.desk)
        used = [*self._used_here, *self._context.settings.used()]
        self._used = {identity: ago for ago, identity in enumerate(dict.fromkeys(used))}
        self._help_entries = self._help_entries or self._help()
        found = (self._commands(), self._tags(), self._events(), self._queries(), self._settings())
        entries = [*(entry for several in found for entry in several), *self._help_entries]
        self._fixed = [(entry, Name.of(entry.name)) for entry in entries]
        if self._stale:
            self._stale = False
            self._begin_documents()

    def read_on(self) -> bool:
        """Read the titles of some more documents; says whether there are more to read."""
        now, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
        desk = self._desk
        if desk is None or not now:
            return False
        try:
            rows = desk.workspace.documents.listed(now)
        except ReviewerError:
            self._waiting = []
            return False  # it is told where the words are looked for
        found = [rows[document] for document in now if document in rows]
        self._known += found
        self._rows.update(rows)
        self._names.add(f"{row.title} {_about(row)}" for row in found)
        return bool(self._waiting)

    def find(self, typed: str) -> list[Row]:
        """Return what fits what was typed, the best first; all that can be done for nothing."""
        ask = Ask.of(typed)
        if not ask.words:
            return self._everything(ask)
        return list(in_order([*fitting(self._fixed, ask), *self._documents(ask)], self._used))

    def holding(self, typed: str) -> list[Row]:
        """Return the documents that hold the words typed, under a heading of their own."""
        ask, desk = Ask.of(typed), self._desk
        if desk is None or len(ask.text) < _LEAST_LETTERS:
            return []
        if ask.kind not in (None, EntryKind.DOCUMENT):
            return []
        try:
            rows = self._by_query(desk, ask.text)
            ids = self._not_named(desk.workspace.documents.holding(ask.text, MOST_ASKED), ask)
            listed = desk.workspace.documents.listed(ids)
        except ReviewerError as problem:
            # As one types, a dialog a letter would be in the way; the sentence is enough.
            return [_note(sentence(problem))]
        holding = [self._document(listed[one], EntryKind.HOLDING) for one in ids if one in listed]
        heading = Section(_("Documents that hold “{words}”").format(words=isolated(ask.text)))
        found: list[Row] = [*rows]
        return [*found, heading, *holding] if holding else found

    def remember(self, entry: Entry) -> None:
        """Keep that an entry was taken: those come first the next time."""
        others = [one for one in self._used_here if one != entry.identity]
        self._used_here = [entry.identity, *others][:MOST_ROWS]
        if entry.kind in _LASTING:
            self._context.settings.remember_used(entry.identity)

    def _enter(self, desk: Desk | None) -> None:
        self._desk = desk
        self._used_here = []
        self._forget()
        if desk is not None:
            desk.bridge.changed.connect(self._follow)
            desk.bridge.changed_elsewhere.connect(self._forget)

    def _follow(self, news: News) -> None:
        if "documents" in news.tables:
            self._forget()

    def _forget(self) -> None:
        self._stale = True
        self._waiting, self._known, self._rows, self._names = [], [], {}, Names()

    def _begin_documents(self) -> None:
        desk = self._desk
        self._waiting, self._known, self._rows, self._names = [], [], {}, Names()
        if desk is None:
            return
        try:
            if desk.workspace.documents.count() <= MOST_KEPT:
                self._waiting = desk.workspace.documents.ids()
        except ReviewerError:
            self._stale = True

    def _everything(self, ask: Ask) -> list[Row]:
        """Return what was taken last, and then every command that can be used."""
        entries = [entry for entry, _name in self._fixed if ask.kind in (None, entry.kind)]
        if ask.kind is EntryKind.DOCUMENT:
            rows = self._known[:MOST_ROWS]
            return [self._document(row, EntryKind.DOCUMENT) for row in rows]
        if ask.kind is not None:
            return list(entries)
        entries += [self._document(row) for row in self._known_used()]
        last = [entry for entry in entries if entry.identity in self._used and not entry.why]
        last.sort(key=lambda entry: self._used[entry.identity])
        last = last[:MOST_HOLDING]
        commands = [
            entry
            for entry in entries
            if entry.kind is EntryKind.COMMAND and not entry.why and entry not in last
        ]
        heads: list[Row] = [Section(_("Used last")), *last] if last else []
        return [*heads, Section(_("Commands")), *commands]

    def _known_used(self) -> list[DocumentRow]:
        ids = [one.partition(":")[2] for one in self._used_here if one.startswith("document:")]
        return [self._rows[int(one)] for one in ids if int(one) in self._rows]

    def _documents(self, ask: Ask) -> list[tuple[Entry, Match]]:
        if ask.kind not in (None, EntryKind.DOCUMENT):
            return []
        found = self._names.best(ask.words, MOST_NAMED)
        return [(self._document(self._known[place]), fit) for place, fit in found]

    def _by_query(self, desk: Desk, text: str) -> list[Entry]:
        """Return documents by title from the project, where there are too many to keep."""
        documents = desk.workspace.documents
        if self._waiting or self._known or documents.count() <= MOST_KEPT:
            return []
        ids = documents.ids(DocumentFilter(words=text))[:MOST_NAMED]
        rows = documents.listed(ids)
        return [self._document(rows[one]) for one in ids if one in rows]

    def _not_named(self, ids: Sequence[int], ask: Ask) -> list[int]:
        """Leave out the documents that their title has brought into the list already."""
        named = {self._known[place].id for place, _fit in self._names.best(ask.words, MOST_NAMED)}
        return [document for document in ids if document not in named][:MOST_HOLDING]

    def _commands(self) -> list[Entry]:
        every = commands_in_use(self._context.settings)
        return [self._command(command) for command in every if command.id != ITSELF]

    def _command(self, command: Command) -> Entry:
        menu = _(MENU_NAMES[command.menu])
        return Entry(
            EntryKind.COMMAND,
            f"command:{command.id}",
            _(command.title),
            partial(self._actions.run, command),
            detail=menu,
            keys=native_keys(command.shortcuts[0]) if command.shortcuts else "",
            icon=command.icon or "command",
            why=why_not(command, self._context),
            searched=f"{menu} {also_called(command.id)}".rstrip(),
            help=_(command.help),
        )

    def _tags(self) -> list[Entry]:
        desk = self._desk
        if desk is None:
            return []
        try:
            commands = {command.id: command for command in tag_commands(self._context)}
            tags = desk.workspace.tags.all()
            deed = self._deed_of_tags(desk)
        except ReviewerError:
            return []
        return [self._tag(tag, commands[f"passage.tag.{tag.uid}"], deed) for tag in tags]

    def _tag(self, tag: Tag, command: Command, deed: str) -> Entry:
        """Return what a tag's row does, and says: tag words in sight, else show the tag."""
        from reviewer.ui.commands.tags import show

        return Entry(
            EntryKind.TAG,
            command.id,
            deed.format(tag=one_line(tag.name)) if deed else tag.name,
            partial(self._actions.run, command)
            if deed
            else self._safely(partial(show, self._context, tag=tag.id)),
            detail="" if deed else _("Show it in the codebook"),
            keys=command.shortcuts[0] if command.shortcuts else "",
            icon="tag",
            searched="{} {}".format(_("Tag"), tag.name),
            help=tag.definition,
            colour=tag.colour,
        )

    def _deed_of_tags(self, desk: Desk) -> str:
        """Return what taking a tag does with the words in sight; empty where there are none."""
        if not with_pane(self._context) or not can_tag(self._context):
            return ""
        if places_meant(self._context) or desk.panes.target() is None:
            return ""
        if desk.panes.text().has_selection():
            return _("Tag the words chosen as {tag}")
        return _("Tag the sentence as {tag}")

    def _events(self) -> list[Entry]:
        """Return the events: each opens on its place."""
        from reviewer.ui.commands.events import show_event

        desk = self._desk
        if desk is None or desk.events is None:
            return []
        try:
            events = desk.workspace.events.all()
        except ReviewerError:
            return []
        return [
            Entry(
                EntryKind.EVENT,
                f"event:{event.uid}",
                event.name,
                self._safely(partial(show_event, self._context, event=event.id)),
                detail=_("Event"),
                icon="events",
                searched=event.place,
            )
            for event in events
        ]

    def _queries(self) -> list[Entry]:
        """Return the saved queries: they run on the Search page."""
        from reviewer.ui.commands.search import run_query

        desk = self._desk
        if desk is None:
            return []
        try:
            saved = desk.workspace.queries.all()
        except ReviewerError:
            return []
        return [
            Entry(
                EntryKind.QUERY,
                f"query:{query.uid}",
                query.name,
                self._safely(partial(run_query, self._context, query=query.id)),
                detail=_("Saved query"),
                icon="search",
                searched=query.words,
                help=query.words,
            )
            for query in saved
        ]

    def _settings(self) -> list[Entry]:
        from reviewer.ui.commands.settings import open_settings

        return [
            Entry(
                EntryKind.SETTING,
                f"setting:{setting.key}",
                _(setting.label),
                self._safely(partial(open_settings, self._context, at=setting.key)),
                detail=_("Settings, {group}").format(group=_(setting.group)),
                icon="settings",
                searched="{} {}".format(_("Settings"), _(setting.group)),
                help=_(setting.help),
            )
            for setting in DECLARED
            if setting.shown
        ]

    def _help(self) -> list[Entry]:
        from reviewer.ui.commands.help import open_help

        return [
            Entry(
                EntryKind.HELP,
                f"help:{name}#{heading.words}",
                heading.words,
                self._safely(partial(open_help, self._context, page=name, at=heading.words)),
                detail=_("Help") if number == 0 else _("Help, {page}").format(page=title),
                icon="help",
                searched=_("Help"),
            )
            for name in help_pages.ORDER
            for title in [help_pages.title(name)]
            for number, heading in enumerate(help_pages.headings(name))
        ]

    def _document(self, row: DocumentRow, kind: EntryKind = EntryKind.DOCUMENT) -> Entry:
        return Entry(
            kind,
            _identity(row.id),
            row.title,
            self._safely(partial(self._open, row.id)),
            detail=_about(row),
            icon="search" if kind is EntryKind.HOLDING else "document",
            beside=self._safely(partial(self._open, row.id, beside=True)),
        )

    def _safely(self, deed: Callable[[], object]) -> Callable[[], object]:
        return partial(self._actions.safely, deed)

    def _open(self, document: int, *, beside: bool = False) -> None:
        desk = self._context.desk
        if desk is not None:
            desk.pages.show_page(PageName.READ)
            if beside:
                desk.panes.open_beside(document)
            else:
                desk.panes.open_here(document)
            desk.documents.choose(document)


def or_nothing(rows: Sequence[Row], typed: str) -> list[Row]:
    """Return the rows, or a sentence that there is nothing."""
    words = Ask.of(typed).text
    return list(rows) if rows or not words else [_note(nothing_found(words), "search")]


def _identity(document: int) -> str:
    return f"document:{document}"


def _about(row: DocumentRow) -> str:
    """Return what stands small beside a title: the number, who published it, and when."""
    known = (row.label, row.source, shown(row.posted))
    return " · ".join(isolated(part) for part in known if part)


def _note(words: str, icon: str = "warning") -> Entry:
    return Entry(EntryKind.NOTE, "", words, _nothing, icon=icon)


def _nothing() -> None:
    """Do nothing: what was offered is only to be read."""
