"""Finding one's way."""

from reviewer.domain.errors import Damaged
from reviewer.domain.progress import Progress
from reviewer.environment.translation import N_, _
from reviewer.ui.commands import Command, Menu, always, with_project
from reviewer.ui.desk import Context
from reviewer.workspace.apart import findings_of
from reviewer.workspace.project import sqlite_version


def legend(context: Context) -> None:
    """Show every key."""
    from reviewer.ui.commands.passages import tag_commands
    from reviewer.ui.commands.registry import all_commands  # the registry reads this file

    context.prompts.legend([*all_commands(), *tag_commands(context)])


def about(context: Context) -> None:
    """Say what program this is, its version and where things lie."""
    path = context.desk.workspace.path if context.desk is not None else None
    context.prompts.about(sqlite_version(), path)


def verify(context: Context) -> None:
    """Compare every fingerprint and every quote with its place, and say what differs."""
    desk = context.desk
    if desk is None:
        return
    path = desk.workspace.path

    def work(progress: Progress) -> list[str]:
        return [finding.sentence for finding in findings_of(path, progress)]

    job = desk.bridge.run(_("Check project"), work)
    job.failed.connect(context.prompts.tell)

    def tell(findings: list[str]) -> None:
        if findings:
            context.prompts.tell(
                Damaged(
                    N_("“{name}” differs from what was saved:\n{findings}"),
                    name=path.name,
                    findings="\n".join(findings),
                )
            )
        else:
            context.prompts.inform(_("Checked: every fingerprint and every quote is in its place."))

    job.done.connect(tell)


COMMANDS = (
    Command("help.legend", N_("Keys"), legend, Menu.HELP, "help", ("F1", "?"), always),
    Command("help.verify", N_("Check project"), verify, Menu.HELP, "verify", (), with_project),
    Command("help.about", N_("About Reviewer"), about, Menu.HELP, "info", (), always),
)
