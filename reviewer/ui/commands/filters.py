"""Filters: what they leave out is always told, and one key shows everything again."""

from reviewer.domain.snapshot import PassageFilter
from reviewer.environment.translation import N_, _
from reviewer.ui.commands import Command, Menu
from reviewer.ui.desk import Context
from reviewer.ui.views.passages.filtered import passage_filter_sentence


def filters_in_words(context: Context) -> list[str]:
    """Return what the documents, the passages table and the text are filtered by, in words."""
    desk = context.desk
    if desk is None:
        return []
    documents = desk.documents.filter_sentence()
    passages = _table_in_words(context, desk.passages.filter())
    text = desk.shown.sentence() if desk.shown is not None else ""
    return [
        words.format(what=what)
        for words, what in (
            (_("documents ({what})"), documents),
            (_("passages table ({what})"), passages),
            (_("text ({what})"), text),
        )
        if what
    ]


def _table_in_words(context: Context, chosen: PassageFilter) -> str:
    if context.desk is None or chosen == PassageFilter():
        return ""
    return passage_filter_sentence(context.desk.workspace, chosen) or _("some only")


def clear_filters(context: Context) -> None:
    """Show every document, every row of the passages table and every passage in the text again."""
    desk, were = context.desk, filters_in_words(context)
    if desk is None:
        return
    if not were:
        context.prompts.inform(_("No filter is on: everything is shown."))
        return
    desk.documents.clear_filter()
    desk.passages.show_filter(PassageFilter())
    if desk.shown is not None:
        desk.shown.clear()
    context.prompts.inform(_("Cleared: {what}").format(what=_("; ").join(were)))


COMMANDS = (
    Command(
        "view.clear_filters",
        N_("Clear every filter"),
        clear_filters,
        Menu.VIEW,
        "",
        ("Shift+Esc",),
        help=N_("Shows all documents and passages again, in the lists and in the text."),
    ),
)
