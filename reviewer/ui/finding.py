"""What the search and command box offers: commands, documents by name, documents by words."""

from functools import partial

from reviewer.domain.documents import DocumentFilter
from reviewer.domain.errors import ReviewerError
from reviewer.environment.translation import _
from reviewer.ui.commands.actions import CommandActions
from reviewer.ui.commands.registry import all_commands
from reviewer.ui.desk import Context, PageName
from reviewer.ui.views.command_box import Offer
from reviewer.ui.wording import isolated, sentence

MOST_OF_A_KIND = 5


class Search:
    """Looks in everything that can be opened or done."""

    def __init__(self, context: Context, actions: CommandActions) -> None:
        self._context = context
        self._actions = actions

    def offers(self, words: str) -> list[Offer]:
        """Return what fits the words: documents by title, commands, then documents by content."""
        commands = self._commands(words)
        try:
            return [*self._named(words), *commands, *self._holding(words)]
        except ReviewerError as problem:
            # As one types, a dialog a letter would be in the way; the sentence is enough.
            return [*commands, Offer(sentence(problem), "", "warning", _nothing)]

    def _commands(self, words: str) -> list[Offer]:
        wanted = words.casefold().split()
        found = []
        for command in all_commands():
            title = _(command.title)
            if all(word in title.casefold() for word in wanted) and command.enabled(self._context):
                keys = command.shortcuts[0] if command.shortcuts else ""
                run = partial(self._actions.run, command)
                found.append(Offer(title, keys, command.icon or "command", run))
        return found[:MOST_OF_A_KIND]

    def _named(self, words: str) -> list[Offer]:
        desk = self._context.desk
        if desk is None:
            return []
        ids = desk.workspace.documents.ids(DocumentFilter(words=words))[:MOST_OF_A_KIND]
        return self._documents(ids, "document")

    def _holding(self, words: str) -> list[Offer]:
        desk = self._context.desk
        if desk is None:
            return []
        ids = desk.workspace.documents.holding(words, MOST_OF_A_KIND)
        return self._documents(ids, "search", _("holds “{words}”").format(words=isolated(words)))

    def _documents(self, ids: list[int], icon: str, hint: str = "") -> list[Offer]:
        desk = self._context.desk
        if desk is None:
            return []
        rows = desk.workspace.documents.listed(ids)
        return [
            Offer(
                isolated(rows[document].title),
                hint or rows[document].label,
                icon,
                partial(self._actions.safely, partial(self._open, document)),
            )
            for document in ids
        ]

    def _open(self, document: int) -> None:
        desk = self._context.desk
        if desk is not None:
            desk.pages.show_page(PageName.READ)
            desk.panes.open_here(document)
            desk.documents.choose(document)


def _nothing() -> None:
    """Do nothing: what was offered is only to be read."""
