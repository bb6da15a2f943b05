"""Whole codebooks: taken in, sent out, and those to begin with."""

from dataclasses import replace

from reviewer.domain.codebooks import Codebook, Preview, Standing
from reviewer.environment.translation import N_, _, counted
from reviewer.ui.asking.tag_questions import StarterCard
from reviewer.ui.commands import (
    Command,
    Menu,
    with_project,
    with_writable_project,
    writing,
)
from reviewer.ui.commands.tags import taken_keys
from reviewer.ui.desk import Context
from reviewer.ui.wording import isolated, sentence
from reviewer.workspace.apart import check_target, writing_to
from reviewer.workspace.operations.codebooks import TakenIn
from reviewer.workspace.operations.starters import starter


def take_in(context: Context) -> None:
    """Ask for a file and for what of it to take over; one change."""
    desk = context.desk
    if desk is None:
        return
    codebooks = desk.workspace.codebooks
    path = context.prompts.codebook_to_read(codebooks.suffixes())
    if path is None:
        return
    book, taken = codebooks.read(path), taken_keys(context)
    preview = codebooks.preview(book, taken=taken)
    places = context.prompts.take_in_codebook(preview)
    if places:
        chosen, update = reduced(book, preview, places)
        _tell(context, codebooks.take_in(chosen, update, taken=taken))


def reduced(book: Codebook, preview: Preview, places: frozenset[int]) -> tuple[Codebook, set[int]]:
    """Return a codebook of the chosen tags alone, and which of one's own they change."""
    entries = tuple(entry for entry in book.entries if entry.place in places)
    differing = preview.those(Standing.DIFFERS)
    update = {one.tag.id for one in differing if one.tag and one.entry.place in places}
    return replace(book, entries=entries), update


def send_out(context: Context) -> None:
    """Ask where and how, and write the codebook there."""
    desk = context.desk
    if desk is None:
        return
    workspace = desk.workspace
    formats = [(one.key, one.title, one.suffix) for one in workspace.codebooks.formats()]
    answer = writing.ask_where(
        context, desk, context.prompts.codebook_to_write, "codebook", _("codebook"), formats
    )
    if answer is None:
        return
    target, key = answer
    check_target(target, workspace.path, overwrite=True)
    with writing_to(target, overwrite=True) as file:
        count = workspace.codebooks.write(key, file)
    said = counted("{count} tag exported", "{count} tags exported", count)
    writing.tell(context, f"{said}: {isolated(target.name)}", target)


def add_starter(context: Context) -> None:
    """Ask for a codebook to begin with, and add what is new in it."""
    desk = context.desk
    if desk is None:
        return
    codebooks, taken = desk.workspace.codebooks, taken_keys(context)
    cards = [
        StarterCard(
            one.key,
            one.title,
            one.description,
            codebooks.preview(starter(one.key), taken=taken),
        )
        for one in codebooks.starters()
    ]
    key = context.prompts.starter_codebook(cards)
    if key is not None:
        _tell(context, codebooks.add_starter(key, taken=taken))


def _tell(context: Context, done: TakenIn) -> None:
    said = [counted("{count} tag added.", "{count} tags added.", len(done.added))]
    if done.updated:
        said.append(counted("{count} changed.", "{count} changed.", len(done.updated)))
    if not done.complaints:
        context.prompts.inform(" ".join(said))
        return
    said.append(
        counted(
            "{count} thing could not be taken over as it was:",
            "{count} things could not be taken over as they were:",
            len(done.complaints),
        )
    )
    left = [sentence(complaint.problem) for complaint in done.complaints]
    context.prompts.left_out(" ".join(said), left)


COMMANDS = (
    Command(
        "codebook.starter",
        N_("Add a starter codebook…"),
        add_starter,
        Menu.CODEBOOK,
        "",
        (),
        with_writable_project,
        starts_group=True,
        help=N_("Adds the tags of a codebook that comes with the program."),
    ),
    Command(
        "codebook.take_in",
        N_("Import codebook…"),
        take_in,
        Menu.CODEBOOK,
        "import",
        (),
        with_writable_project,
        help=N_("Reads tags from a file and shows what is new before anything is changed."),
    ),
    Command(
        "codebook.send_out",
        N_("Export codebook…"),
        send_out,
        Menu.CODEBOOK,
        "export",
        (),
        with_project,
        help=N_("Writes every tag to a table or a JSON file."),
    ),
)
