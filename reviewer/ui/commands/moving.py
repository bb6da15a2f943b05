"""Going through the text: by sentence, paragraph, passage. Documents have a file of their own."""

from functools import partial

from reviewer.domain.selections import Unit
from reviewer.environment.translation import N_, _
from reviewer.ui.commands import Command, Menu, Scope
from reviewer.ui.commands.passages import with_pane
from reviewer.ui.desk import Context


def go(context: Context, *, unit: Unit, earlier: bool) -> None:
    """Put the caret at the start of the next sentence or paragraph, or say that there is none."""
    if context.desk is None or context.desk.panes.text().go(unit, earlier=earlier):
        return
    said = _("The document begins here.") if earlier else _("The document ends here.")
    context.prompts.inform(said)


def go_to_passage(context: Context, *, earlier: bool) -> None:
    """Raise the next passage, or say that there is none."""
    if context.desk is None:
        return
    text = context.desk.panes.text()
    if text.go_to_passage(earlier=earlier):
        return
    if not text.has_passages():
        context.prompts.inform(_("Nothing is tagged in this document yet."))
    elif earlier:
        context.prompts.inform(_("This is the first passage of the document."))
    else:
        context.prompts.inform(_("This is the last passage of the document."))


COMMANDS = (
    Command(
        "go.next_sentence",
        N_("Next sentence"),
        partial(go, unit=Unit.SENTENCE, earlier=False),
        Menu.GO,
        "chevron-down",
        ("J",),
        with_pane,
        scope=Scope.PANE,
        help=N_("Goes to the next sentence; folded menus and footers are passed over."),
    ),
    Command(
        "go.previous_sentence",
        N_("Previous sentence"),
        partial(go, unit=Unit.SENTENCE, earlier=True),
        Menu.GO,
        "chevron-up",
        ("K",),
        with_pane,
        scope=Scope.PANE,
        help=N_("Goes to the sentence before."),
    ),
    Command(
        "go.next_paragraph",
        N_("Next paragraph"),
        partial(go, unit=Unit.PARAGRAPH, earlier=False),
        Menu.GO,
        "",
        ("Ctrl+Down",),
        with_pane,
        scope=Scope.PANE,
        help=N_("Goes to the start of the next paragraph."),
    ),
    Command(
        "go.previous_paragraph",
        N_("Previous paragraph"),
        partial(go, unit=Unit.PARAGRAPH, earlier=True),
        Menu.GO,
        "",
        ("Ctrl+Up",),
        with_pane,
        scope=Scope.PANE,
        help=N_("Goes to the start of the paragraph, then to the one before."),
    ),
    Command(
        "go.next_passage",
        N_("Next passage"),
        partial(go_to_passage, earlier=False),
        Menu.GO,
        "",
        ("P",),
        with_pane,
        scope=Scope.PANE,
        starts_group=True,
        help=N_("Goes to the next tagged passage of the document, and chooses it."),
    ),
    Command(
        "go.previous_passage",
        N_("Previous passage"),
        partial(go_to_passage, earlier=True),
        Menu.GO,
        "",
        ("Shift+P",),
        with_pane,
        scope=Scope.PANE,
        help=N_("Goes to the tagged passage before."),
    ),
)
