"""Making, opening, filling and leaving projects."""

from PySide6.QtGui import QGuiApplication

from reviewer.domain.analysts import analyst_name
from reviewer.domain.errors import NotAllowed
from reviewer.environment import paths
from reviewer.environment.settings import ANALYST_NAME
from reviewer.environment.translation import N_, _
from reviewer.ui.commands import (
    Command,
    Menu,
    always,
    needs,
    with_writable_project,
)
from reviewer.ui.desk import Context
from reviewer.ui.import_sources import sources_in
from reviewer.ui.importing import Look
from reviewer.workspace.project import SUFFIX, Identity

NOTHING_COPIED = N_("Nothing was copied that could be imported: files, a page or words.")


def new_project(context: Context) -> None:
    """Ask where, make the project and open it."""
    suggested = paths.projects_folder() / f"{_('New project')}{SUFFIX}"
    answer = context.prompts.new_project(suggested, context.settings.text(ANALYST_NAME))
    if answer is not None:
        context.shell.create_project(answer.path, answer.analyst)


def open_project(context: Context) -> None:
    """Ask which project, and open it."""
    recent = context.settings.recent()
    chosen = context.prompts.project_to_open(
        recent[0].parent if recent else paths.projects_folder()
    )
    if chosen is not None:
        context.shell.open_project(chosen)


def open_sample(context: Context) -> None:
    """Open a copy of the sample dossier."""
    context.shell.open_sample()


def open_practice(context: Context) -> None:
    """Open the untagged copy of the sample dossier."""
    context.shell.open_sample(practice=True)


def import_files(context: Context) -> None:
    """Ask which files, and import them."""
    chosen = context.prompts.files_to_import()
    if chosen:
        context.shell.import_paths(chosen)


def import_folder(context: Context) -> None:
    """Ask which folder, and import everything in it."""
    chosen = context.prompts.folder_to_import()
    if chosen:
        context.shell.import_paths(chosen)


def import_pasted(context: Context) -> None:
    """Import what was copied elsewhere: files, a page, or words."""
    sources = sources_in(QGuiApplication.clipboard().mimeData())
    if sources is None:
        raise NotAllowed(NOTHING_COPIED)
    context.shell.import_paths(sources)


def show_import(context: Context) -> None:
    """Go to what was found last, and what became of it."""
    if context.desk is not None and context.desk.importing is not None:
        context.desk.importing.show()


@needs(N_("Import something first."))
def with_import(context: Context) -> bool:
    """Say whether there is an import to be shown."""
    desk = context.desk
    return desk is not None and desk.importing is not None and desk.importing.has_import()


def import_with_options(context: Context) -> None:
    """Ask which files, and show each before it is imported."""
    chosen = context.prompts.files_to_import()
    if chosen:
        context.shell.import_paths(chosen, look=Look.ALL)


def change_analyst(context: Context) -> bool:
    """Ask whose name stands with the work from now on; says whether there is one now."""
    asked = context.prompts.analyst_name(context.settings.text(ANALYST_NAME))
    if asked is None:
        return False
    name = analyst_name(asked)
    context.settings.set(ANALYST_NAME, name)
    context.shell.sign_in(Identity(context.settings.analyst_uid(), name))
    return True


def close_project(context: Context) -> None:
    """Close the project and go to the welcome page."""
    context.shell.close_project()


def quit_program(context: Context) -> None:
    """Leave."""
    context.shell.quit()


COMMANDS = (
    Command(
        "project.new",
        N_("New project…"),
        new_project,
        Menu.PROJECT,
        "add",
        ("Ctrl+N",),
        always,
        help=N_("Makes a project: one file that holds everything."),
    ),
    Command(
        "project.open",
        N_("Open project…"),
        open_project,
        Menu.PROJECT,
        "folder",
        ("Ctrl+O",),
        always,
        help=N_("Opens a project in place of this one."),
    ),
    Command(
        "project.sample",
        N_("Open the sample dossier"),
        open_sample,
        Menu.PROJECT,
        "documents",
        enabled=always,
        help=N_("Opens a made-up dossier that is tagged, linked and compared, to look around in."),
    ),
    Command(
        "project.practice",
        N_("Practise on the untagged sample"),
        open_practice,
        Menu.HELP,
        "documents",
        enabled=always,
        help=N_("Opens the sample’s documents with nothing tagged yet, to try things on."),
    ),
    Command(
        "project.import",
        N_("Import files…"),
        import_files,
        Menu.PROJECT,
        "import",
        ("Ctrl+I",),
        with_writable_project,
        starts_group=True,
        help=N_("Takes files into the project; their bytes are kept as they are."),
    ),
    Command(
        "project.import_folder",
        N_("Import a folder…"),
        import_folder,
        Menu.PROJECT,
        "folder",
        ("Ctrl+Shift+I",),
        with_writable_project,
        help=N_("Takes a folder with everything in it into the project."),
    ),
    Command(
        "project.import_options",
        N_("Look at files before importing…"),
        import_with_options,
        Menu.PROJECT,
        enabled=with_writable_project,
        help=N_("Shows each file, how it is read and what is known of it, before it is in."),
    ),
    Command(
        "project.import_pasted",
        N_("Import what was copied"),
        import_pasted,
        Menu.PROJECT,
        "",
        ("Ctrl+Shift+V",),
        with_writable_project,
        help=N_("Takes in files, a page or words that were copied in another program."),
    ),
    Command(
        "project.import_page",
        N_("Show the import"),
        show_import,
        Menu.PROJECT,
        enabled=with_import,
        help=N_("What was found in the last import, and what became of each file."),
    ),
    Command(
        "project.analyst",
        N_("Whose work this is…"),
        change_analyst,
        Menu.PROJECT,
        "person",
        enabled=always,
        help=N_("Says whose name stands with the work from now on."),
    ),
    Command(
        "project.close",
        N_("Close project"),
        close_project,
        Menu.PROJECT,
        "close",
        ("Ctrl+W",),
        starts_group=True,
        help=N_("Closes the project; everything is saved already."),
    ),
    Command(
        "project.quit",
        N_("Quit"),
        quit_program,
        Menu.PROJECT,
        "",
        ("Ctrl+Q",),
        always,
        help=N_("Leaves the program; everything is saved already."),
    ),
)
