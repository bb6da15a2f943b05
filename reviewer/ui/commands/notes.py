"""Notes, plain words and translations: written in place, in the details."""

from functools import partial

from reviewer.environment.translation import N_
from reviewer.ui.commands import Command, Menu, Scope, needs
from reviewer.ui.commands.passages import chosen
from reviewer.ui.desk import Context, PageName
from reviewer.ui.parts import Writing


@needs(N_("Choose a passage first."), changes=True)
def can_write(context: Context) -> bool:
    """Say whether one passage is meant that may be written about."""
    desk = context.desk
    return desk is not None and desk.workspace.read_only is None and len(chosen(context)) == 1


@needs(N_("Open a document in a pane first."), changes=True)
def can_note_document(context: Context) -> bool:
    """Say whether there is a document in the pane that may be written about."""
    desk = context.desk
    return (
        desk is not None and desk.workspace.read_only is None and desk.panes.document() is not None
    )


def write(context: Context, *, what: Writing) -> None:
    """Put the caret where this is written about the passage meant, or the document."""
    desk = context.desk
    if desk is None:
        return
    passages = chosen(context)
    if desk.pages.current() is not PageName.READ:
        desk.pages.show_page(PageName.READ)
        if passages and what is not Writing.DOCUMENT_NOTE:
            desk.panes.show_passage(passages[0])
    desk.details.edit(what)


COMMANDS = (
    Command(
        "passage.note",
        N_("Note on the passage"),
        partial(write, what=Writing.NOTE),
        Menu.PASSAGE,
        "note",
        ("N",),
        can_write,
        scope=Scope.PANE,
        starts_group=True,
        help=N_("Puts the caret into the note: your own words, not part of the source."),
    ),
    Command(
        "passage.statement",
        N_("In plain words"),
        partial(write, what=Writing.STATEMENT),
        Menu.PASSAGE,
        "edit",
        ("I",),
        can_write,
        scope=Scope.PANE,
        help=N_("Says what the passage says: “A says that …”."),
    ),
    Command(
        "passage.translation",
        N_("Translation"),
        partial(write, what=Writing.TRANSLATION),
        Menu.PASSAGE,
        "translation",
        ("X",),
        can_write,
        scope=Scope.PANE,
        help=N_("Writes the passage’s words in another language, beside the original."),
    ),
    Command(
        "document.note",
        N_("Note on the document"),
        partial(write, what=Writing.DOCUMENT_NOTE),
        Menu.DOCUMENT,
        "note",
        ("Shift+N",),
        can_note_document,
        scope=Scope.PANE,
        help=N_("Puts the caret into the note on the whole document."),
    ),
)
