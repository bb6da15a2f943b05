"""Originals saved as they came in, older versions, and what can be proven of documents."""

from functools import partial
from pathlib import Path

from reviewer.domain.progress import Progress
from reviewer.environment.translation import N_, _, counted
from reviewer.ui.asking.version_prompts import VersionDeed, VersionsQuestion
from reviewer.ui.commands import Command, Menu, needs, with_project, writing
from reviewer.ui.commands.documents import chosen
from reviewer.ui.desk import Context, Desk
from reviewer.ui.papers import FORMATS, save_paper
from reviewer.ui.wording import isolated, sentence
from reviewer.workspace.apart import check_target, originals_to_folder, writing_to
from reviewer.workspace.operations.provenance import SavedOriginals, safe_name


@needs(N_("Choose one document first that is in the project."))
def with_held(context: Context) -> bool:
    """Say whether one document is meant that is held."""
    desk, documents = context.desk, chosen(context)
    if desk is None or len(documents) != 1:
        return False
    return desk.workspace.documents.facts(documents[0]) is not None


def versions(context: Context) -> None:
    """Show every version of the chosen document, and do what is wanted with one."""
    desk = context.desk
    for document in chosen(context)[:1]:
        if desk is None:
            return
        found = desk.workspace.documents.get(document)
        known = desk.workspace.versions.of(document)
        wish = context.prompts.versions(VersionsQuestion(f"{found.label} {found.title}", known))
        if wish is None:
            return
        if wish.deed is VersionDeed.SAVE_ORIGINAL:
            _save(context, desk, document, wish.text)
        elif wish.text == found.text:
            desk.panes.open_here(document)
        elif desk.versions is not None:
            desk.versions.show_older(document, wish.text)


def save_original(context: Context) -> None:
    """Save the file the chosen document came in, byte for byte."""
    for document in chosen(context)[:1]:
        if context.desk is not None:
            _save(context, context.desk, document, None)


def _save(context: Context, desk: Desk, document: int, text: int | None) -> None:
    file = desk.workspace.provenance.original(document, text)
    folder = writing.folder_for(context, desk, "original")
    target = context.prompts.original_to_write(folder / safe_name(file.name))
    if target is None:
        return
    context.settings.remember_exported("original", target.parent, "")
    check_target(target, desk.workspace.path, overwrite=True)
    with writing_to(target, overwrite=True) as place:
        place.write(file.data)
    done = _("Saved byte for byte: {name}").format(name=isolated(Path(target.name)))
    writing.tell(context, done, target, ours=False)


def save_originals(context: Context) -> None:
    """Save all originals into an empty folder, with a list of their fingerprints."""
    desk = context.desk
    if desk is None:
        return
    folder = context.prompts.folder_for_originals(writing.folder_for(context, desk, "originals"))
    if folder is None:
        return
    context.settings.remember_exported("originals", folder.parent, "")
    project = desk.workspace.path

    def work(progress: Progress) -> SavedOriginals:
        return originals_to_folder(project, folder, progress)

    job = desk.bridge.run(_("Save all originals"), work)
    job.failed.connect(context.prompts.tell)
    job.done.connect(partial(_told, context, folder))


def _told(context: Context, folder: Path, saved: SavedOriginals) -> None:
    words = counted("{count} original saved", "{count} originals saved", saved.saved)
    done = _("{what}: {name}").format(what=words, name=isolated(Path(folder.name)))
    if saved.left:
        left = [f"{isolated(label)}: {sentence(problem)}" for label, problem in saved.left]
        writing.tell_losses(context, done, folder, left, _("What was left out"))
    else:
        writing.tell(context, done, folder, ours=False)


def certificate(context: Context) -> None:
    """Save the chosen document's certificate."""
    desk = context.desk
    for document in chosen(context)[:1]:
        if desk is not None:
            label = desk.workspace.documents.get(document).label
            title = _("Certificate of {document}").format(document=label)
            _save_paper(context, desk, document, title, title)


def register(context: Context) -> None:
    """Save the register of all documents."""
    if context.desk is not None:
        name = context.desk.workspace.name
        title = _("Register of documents: {document}").format(document=name)
        _save_paper(context, context.desk, None, title, _("register of documents"))


def _save_paper(context: Context, desk: Desk, document: int | None, title: str, kind: str) -> None:
    project = desk.workspace.path
    entry = "register" if document is None else "certificate"
    answer = writing.ask_where(context, desk, context.prompts.paper_to_write, entry, kind, FORMATS)
    if answer is None:
        return
    target, key = answer

    def work(progress: Progress) -> None:
        save_paper(project, document, target, key, progress)

    job = desk.bridge.run(title, work)
    job.failed.connect(context.prompts.tell)
    done = _("Saved: {name}").format(name=isolated(Path(target.name)))
    job.done.connect(lambda _result: writing.tell(context, done, target))


COMMANDS = (
    Command(
        "version.list",
        N_("Versions…"),
        versions,
        Menu.DOCUMENT,
        "history",
        (),
        with_held,
        help=N_("Lists every version of the document, to be read as it stood."),
    ),
    Command(
        "document.save_original",
        N_("Save the original as…"),
        save_original,
        Menu.DOCUMENT,
        "export",
        (),
        with_held,
        help=N_("Saves the file the document came in, byte for byte."),
    ),
    Command(
        "document.certificate",
        N_("Save its certificate…"),
        certificate,
        Menu.DOCUMENT,
        "print",
        (),
        with_held,
        help=N_("Says where the document came from and what was measured of it, to be printed."),
    ),
    Command(
        "project.originals",
        N_("Save all originals…"),
        save_originals,
        Menu.PROJECT,
        "export",
        (),
        with_project,
        starts_group=True,
        help=N_("Saves every file as it came in, with a list of fingerprints."),
    ),
    Command(
        "project.register",
        N_("Save the register of documents…"),
        register,
        Menu.PROJECT,
        "print",
        (),
        with_project,
        help=N_("Lists all documents with their fingerprints, to be printed."),
    ),
)
