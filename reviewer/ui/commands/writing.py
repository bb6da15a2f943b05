"""Where a file is written to and what is told once it is there: the same for every export.

Each entry of the menu begins where it wrote last, in the format it had then; that is a person's
habit, kept with their settings and not in the project. The name offered says what it is: project,
kind, day.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from reviewer.environment import places
from reviewer.environment.clock import local_day, now
from reviewer.environment.translation import N_
from reviewer.ui import desktop
from reviewer.ui.commands import Command, Menu, needs
from reviewer.ui.desk import Context, Desk
from reviewer.workspace.operations.provenance import safe_name

Formats = Sequence[tuple[str, str, str]]
"""Key, title and suffix of each."""


def ask_where(
    context: Context,
    desk: Desk,
    ask: Callable[[Path, Formats], tuple[Path, str] | None],
    entry: str,
    kind: str,
    formats: Formats,
) -> tuple[Path, str] | None:
    """Ask where a file of some kind goes and in which format, with the last one first."""
    last = context.settings.exported(entry)[1]
    offered = sorted(formats, key=lambda one: one[0] != last)
    answer = ask(folder_for(context, desk, entry) / name_for(desk, kind), offered)
    if answer is not None:
        context.settings.remember_exported(entry, answer[0].parent, answer[1])
    return answer


def folder_for(context: Context, desk: Desk, entry: str) -> Path:
    """Return where an entry wrote last; where that is gone or far away, the project's folder."""
    folder = context.settings.exported(entry)[0]
    beside = desk.workspace.path.parent
    if folder is None or places.on_network(folder, places.mounts()) or not folder.is_dir():
        return beside
    return folder


def name_for(desk: Desk, kind: str) -> str:
    """Return a name for a file of this kind, without its suffix."""
    parts = [desk.workspace.name, kind, local_day(now())]
    return safe_name(" ".join(part for part in parts if part))


def tell(context: Context, done: str, place: Path, *, ours: bool = True) -> None:
    """Tell what was written and where, and offer the ways there.

    What is not ``ours`` came in from elsewhere, and is only shown where it lies.
    """
    context.prompts.written(done, place, opens=_remember(context, place, ours=ours))


def tell_losses(
    context: Context, done: str, place: Path, losses: Sequence[str], heading: str = ""
) -> None:
    """Tell what was written, and line by line what was not; ``heading`` says why it was not."""
    context.prompts.stayed(done, losses, heading, place, opens=_remember(context, place, ours=True))


def _remember(context: Context, place: Path, *, ours: bool) -> bool:
    """Keep what was written last, for the commands that go there; says whether it opens."""
    context.written = place
    context.written_opens = ours and desktop.is_document(place)
    return context.written_opens


@needs(N_("Export something first."))
def with_written(context: Context) -> bool:
    """Say whether something was exported since the program was started."""
    return context.written is not None


@needs(N_("Export a document or a table first: folders and archives are shown, not opened."))
def with_openable(context: Context) -> bool:
    """Say whether what was exported last is opened by some program."""
    return context.written is not None and context.written_opens


def show_written(context: Context) -> None:
    """Open the folder of what was exported last."""
    if context.written is not None:
        desktop.show_in_folder(context.written)


def open_written(context: Context) -> None:
    """Open what was exported last."""
    if context.written is not None:
        desktop.open_document(context.written)


COMMANDS = (
    Command(
        "project.show_written",
        N_("Show the last export in its folder"),
        show_written,
        Menu.PROJECT,
        "folder",
        enabled=with_written,
        starts_group=True,
        help=N_("Opens the folder of what was exported last, in the desktop’s file manager."),
    ),
    Command(
        "project.open_written",
        N_("Open the last export"),
        open_written,
        Menu.PROJECT,
        enabled=with_openable,
        help=N_("Opens what was exported last with the desktop’s program for it."),
    ),
)
