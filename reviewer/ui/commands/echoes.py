"""Echoes: sentences that stand in other documents too, and documents of one origin."""

from collections.abc import Sequence

from reviewer.environment.translation import N_, _
from reviewer.ui.commands import Command, Menu, Scope, needs
from reviewer.ui.commands.documents import chosen
from reviewer.ui.commands.passages import with_pane
from reviewer.ui.desk import Context
from reviewer.ui.echo_parts import EchoesPart
from reviewer.ui.telling import newest_step, say_done


def part(context: Context) -> EchoesPart | None:
    """Return what knows of echoes."""
    return None if context.desk is None else context.desk.echoes


def show_all(context: Context) -> None:
    """List the echoes of the document in the pane, or put the list away."""
    found = part(context)
    if found is not None:
        found.show_all()


def list_open(context: Context) -> bool:
    """Say whether the list of echoes is in sight."""
    found = part(context)
    return found is not None and found.is_open()


def show_here(context: Context) -> None:
    """List where the sentence at the caret stands again."""
    found = part(context)
    if found is not None:
        found.show_here()


def toggle_marks(context: Context) -> None:
    """Mark echoes in the margin, or hide the marks."""
    found = part(context)
    if found is not None:
        found.show_marks(shown=not found.marks_shown())


def marks_shown(context: Context) -> bool:
    """Say whether echoes are marked in the margin."""
    found = part(context)
    return found is not None and found.marks_shown()


def meant(context: Context) -> list[int]:
    """Return the documents of which one origin may be said: those of the list, else the chosen."""
    desk, found = context.desk, part(context)
    listed = found.documents_meant() if found is not None else []
    return listed or ([] if desk is None else desk.documents.chosen())


@needs(N_("Choose two documents or more in the list, or a row among the echoes."), changes=True)
def with_several(context: Context) -> bool:
    """Say whether one origin can be said of what is chosen."""
    desk = context.desk
    return desk is not None and desk.workspace.read_only is None and len(meant(context)) > 1


@needs(N_("Choose a document that has one origin with others."), changes=True)
def with_shared(context: Context) -> bool:
    """Say whether a document is chosen whose origin is shared."""
    desk = context.desk
    if desk is None or desk.workspace.read_only is not None:
        return False
    groups = desk.workspace.origins.groups()
    return any(one in groups for one in chosen(context))


def one_origin(context: Context) -> None:
    """Say that the documents have one origin."""
    desk = context.desk
    if desk is None:
        return
    documents, since = meant(context), newest_step(context)
    desk.workspace.origins.join(documents)
    shared = [documents[0], *desk.workspace.origins.shared_with(documents[0])]
    words = _("One origin, counted once: {labels}")
    say_done(context, words.format(labels=_labels(context, shared)), since)


def own_origin(context: Context) -> None:
    """Take back that the chosen documents share their origin with others."""
    desk = context.desk
    if desk is None:
        return
    documents, since = list(chosen(context)), newest_step(context)
    desk.workspace.origins.part(documents)
    words = _("Counted as a source of its own again: {labels}")
    say_done(context, words.format(labels=_labels(context, documents)), since)


def _labels(context: Context, documents: Sequence[int]) -> str:
    if context.desk is None:
        return ""
    get = context.desk.workspace.documents.get
    return _(", ").join(
        one.label for one in sorted(map(get, documents), key=lambda one: one.number)
    )


COMMANDS = (
    Command(
        "echo.list",
        N_("Echoes"),
        show_all,
        Menu.GO,
        "repeat",
        ("Ctrl+Shift+W",),
        with_pane,
        checked=list_open,
        starts_group=True,
        help=N_("Lists sentences of the document that stand in others too, and documents like it."),
    ),
    Command(
        "echo.here",
        N_("Where this sentence stands again"),
        show_here,
        Menu.GO,
        "repeat",
        ("Shift+W",),
        with_pane,
        scope=Scope.PANE,
        help=N_(
            "Lists the documents that have the sentence at the caret, word for word or nearly."
        ),
    ),
    Command(
        "echo.marks",
        N_("Mark echoes in the margin"),
        toggle_marks,
        Menu.VIEW,
        "repeat",
        checked=marks_shown,
        help=N_("Draws a line along sentences that stand in other documents too."),
    ),
    Command(
        "document.one_origin",
        N_("These have one origin"),
        one_origin,
        Menu.DOCUMENT,
        "source",
        enabled=with_several,
        starts_group=True,
        help=N_("Counts the chosen documents as one source wherever sources are counted."),
    ),
    Command(
        "document.own_origin",
        N_("Has an origin of its own"),
        own_origin,
        Menu.DOCUMENT,
        "source",
        enabled=with_shared,
        help=N_("Counts the chosen documents as sources of their own again."),
    ),
)
