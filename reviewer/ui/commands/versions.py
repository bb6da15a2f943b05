"""Newer versions of documents, and the passages that moved with them."""

from pathlib import Path

from reviewer.environment.translation import N_
from reviewer.ui.asking.version_prompts import Dropped
from reviewer.ui.commands import Command, Menu, needs, with_project
from reviewer.ui.commands.documents import chosen
from reviewer.ui.desk import Context
from reviewer.ui.wording import isolated


@needs(N_("Choose one document first that is in the project."), changes=True)
def can_replace(context: Context) -> bool:
    """Say whether one document is meant that is held and may be changed."""
    desk = context.desk
    if desk is None or desk.workspace.read_only is not None:
        return False
    documents = chosen(context)
    return len(documents) == 1 and desk.workspace.documents.facts(documents[0]) is not None


@needs(N_("Show the moved passages first, and choose one."), changes=True)
def at_a_moved_one(context: Context) -> bool:
    """Say whether one is at a passage that moved."""
    desk = context.desk
    if desk is None or desk.workspace.read_only is not None or desk.versions is None:
        return False
    return desk.versions.moved() is not None


def replace(context: Context) -> None:
    """Ask which file is the newer version of the chosen document, and go on with it."""
    desk = context.desk
    for document in chosen(context)[:1]:
        if desk is None or desk.versions is None:
            return
        found = desk.workspace.documents.get(document)
        path = context.prompts.newer_version(f"{found.label} {isolated(found.title)}")
        if path is not None:
            desk.versions.begin(document, path)


def take_dropped(context: Context, document: int, path: Path) -> None:
    """Ask what is meant by a file that was dropped onto a document, and do that."""
    desk = context.desk
    if desk is None or desk.versions is None:
        return
    if desk.workspace.read_only is not None:
        raise desk.workspace.read_only
    found = desk.workspace.documents.get(document)
    meant = context.prompts.dropped_on(path.name, f"{found.label} {found.title}")
    if meant is Dropped.NEWER:
        desk.versions.begin(document, path)
    elif meant is Dropped.ALONE:
        context.shell.import_paths([path])


def show_moved(context: Context) -> None:
    """Show the list of passages that moved."""
    if context.desk is not None and context.desk.versions is not None:
        context.desk.versions.show_moved()


def accept(context: Context) -> None:
    """Let the passage one is at stand where it was put."""
    if context.desk is not None and context.desk.versions is not None:
        context.desk.versions.accept()


def accept_certain(context: Context) -> None:
    """Let all stand whose very words are in the newer version."""
    if context.desk is not None and context.desk.versions is not None:
        context.desk.versions.accept_certain()


def place(context: Context) -> None:
    """Put the passage one is at where words are selected."""
    if context.desk is not None and context.desk.versions is not None:
        context.desk.versions.place_here()


def take_off(context: Context) -> None:
    """Take the tag off the passage one is at."""
    if context.desk is not None and context.desk.versions is not None:
        context.desk.versions.take_off()


COMMANDS = (
    Command(
        "version.replace",
        N_("Put a newer version in its place…"),
        replace,
        Menu.DOCUMENT,
        "swap",
        (),
        can_replace,
        starts_group=True,
        help=N_("Takes a corrected file in its place; its passages are found again, and listed."),
    ),
    Command(
        "version.moved",
        N_("Moved passages"),
        show_moved,
        Menu.GO,
        "pin",
        (),
        with_project,
        help=N_("Lists the passages that moved or changed with a newer version."),
    ),
    Command(
        "version.accept",
        N_("Accept where it stands"),
        accept,
        Menu.PASSAGE,
        "check",
        (),
        at_a_moved_one,
        starts_group=True,
        help=N_("Lets the moved passage stand where the newer version put it."),
    ),
    Command(
        "version.accept_certain",
        N_("Accept all certain ones"),
        accept_certain,
        Menu.PASSAGE,
        "done",
        (),
        at_a_moved_one,
        help=N_("Lets all moved passages stand whose very words are in the newer version."),
    ),
    Command(
        "version.place",
        N_("Place it at the selection"),
        place,
        Menu.PASSAGE,
        "pin",
        ("Ctrl+Alt+P",),
        at_a_moved_one,
        help=N_("Puts the moved passage where words are selected in its document."),
    ),
    Command(
        "version.take_off",
        N_("Take the moved passage off"),
        take_off,
        Menu.PASSAGE,
        "remove",
        (),
        at_a_moved_one,
        help=N_("Takes its tag off; undo brings it back."),
    ),
)
