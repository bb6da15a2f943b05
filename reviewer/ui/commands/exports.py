"""Sending out what a project holds: tables to read, and files for other programs."""

from collections.abc import Callable, Sequence
from pathlib import Path

from reviewer.domain.export_presets import ExportPreset, presets_read, presets_written
from reviewer.domain.progress import Progress
from reviewer.environment.settings import EXPORT_HOW, EXPORT_KIND, EXPORT_WHAT
from reviewer.environment.translation import N_, _, counted, filled
from reviewer.ui.asking.export_questions import ColumnOffer, ExportQuestion, ExportWish
from reviewer.ui.asking.sending_questions import ExportKind
from reviewer.ui.commands import Command, Menu, with_project, writing
from reviewer.ui.commands.annotated import export_documents
from reviewer.ui.commands.reports import report
from reviewer.ui.commands.scopes import counts_of, filter_of
from reviewer.ui.commands.sending import send
from reviewer.ui.desk import Context, Desk
from reviewer.ui.wording import isolated
from reviewer.workspace.apart import export_to_file
from reviewer.workspace.operations.exports import PASSAGES, PROJECT, TABLE, WORKBOOK

TABLES = (TABLE, "ods", "csv", "tsv", "json", "jsonl")
"""Formats of tables, the usual one first."""


def export(context: Context) -> None:
    """Ask what kind of export it shall be, beginning at the last one, and go on with that."""
    begin = _last_kind(context)
    kind = context.prompts.export_kind(tuple(_ROADS), begin)
    if kind is not None:
        context.settings.set(EXPORT_KIND, kind.value)
        _ROADS[kind](context)


def _last_kind(context: Context) -> ExportKind:
    last = context.settings.text(EXPORT_KIND)
    return next((kind for kind in _ROADS if kind.value == last), ExportKind.TABLE)


def export_table(context: Context) -> None:
    """Ask what, where to and how, and write a table of it."""
    desk = context.desk
    if desk is None:
        return
    asked = _Asked(desk, TABLES)
    question = asked.question(_("Export a table"), _remembered(context, TABLES, asked.kinds()))
    wish = context.prompts.what_to_export(question)
    if wish is None:
        return
    _remember(context, wish)
    what = wish.what
    named = _("tables") if what == WORKBOOK else _(asked.kinds()[what]).lower()
    offered = asked.formats(what)
    chosen = [one for one in offered if one[0] == wish.format] or offered
    answer = writing.ask_where(
        context, desk, context.prompts.file_to_export, "table", named, chosen
    )
    if answer is not None:
        _write(context, desk, wish, *answer)


class _Asked:
    """What the dialog asks the project while a person chooses."""

    def __init__(self, desk: Desk, formats: Sequence[str]) -> None:
        self._desk = desk
        self._exports = desk.workspace.exports
        self._formats = formats

    def kinds(self) -> dict[str, str]:
        """Return what can be written in these formats, each with what a person calls it."""
        found = {PASSAGES: N_("Passages"), **self._exports.kinds()}
        if WORKBOOK in found and self.formats(WORKBOOK):
            found = {WORKBOOK: found[WORKBOOK], **found}
        return {
            what: title for what, title in found.items() if what != PROJECT and self.formats(what)
        }

    def formats(self, what: str) -> list[tuple[str, str, str]]:
        """Return key, title and suffix of the formats for a kind, the usual one first."""
        there = {one.key: one for one in self._exports.formats(what)}
        return [(key, there[key].title, there[key].suffix) for key in self._formats if key in there]

    def columns(self, what: str) -> list[ColumnOffer]:
        """Return the columns of a kind, as a person reads them."""
        return [
            ColumnOffer(
                column,
                filled(
                    meant.label.template,
                    {key: _(str(value)) for key, value in meant.label.values.items()},
                ),
                _(meant.help),
            )
            for column, meant in self._exports.meanings(what).items()
        ]

    def preview(self, wish: ExportWish) -> list[tuple[str | int, ...]]:
        """Return the first rows."""
        return self._exports.preview(
            filter_of(self._desk, wish.scope),
            what=wish.what,
            protect=wish.protect,
            columns=wish.columns,
        )

    def question(self, title: str, begin: ExportWish) -> ExportQuestion:
        """Return everything the dialog needs."""
        workspace = self._desk.workspace
        presets = workspace.export_presets
        writable = not workspace.read_only
        return ExportQuestion(
            title=title,
            kinds=list(self.kinds().items()),
            begin=begin,
            formats=self.formats,
            columns=self.columns,
            protected=self._exports.protected_names(),
            counts=counts_of(self._desk),
            preview=self.preview,
            presets=presets.all,
            save=presets.save if writable else None,
            remove=presets.remove if writable else None,
        )


def _remembered(context: Context, formats: Sequence[str], kinds: dict[str, str]) -> ExportWish:
    """Return what was chosen last; a kind these formats cannot hold is their first one."""
    what = context.settings.text(EXPORT_WHAT)
    if what not in kinds:
        return ExportWish(next(iter(kinds)))
    for kept in presets_read(context.settings.text(EXPORT_HOW)):
        if kept.what == what and kept.format in formats:
            return ExportWish(what, format=kept.format, columns=kept.columns)
    return ExportWish(what)


def _remember(context: Context, wish: ExportWish) -> None:
    """Keep what was chosen, for each kind the last time."""
    context.settings.set(EXPORT_WHAT, wish.what)
    kept = presets_read(context.settings.text(EXPORT_HOW))
    others = [one for one in kept if one.what != wish.what]
    last = ExportPreset(wish.what, wish.what, wish.format, wish.columns)
    context.settings.set(EXPORT_HOW, presets_written([*others, last]))


def _write(context: Context, desk: Desk, wish: ExportWish, target: Path, key: str) -> None:
    project, chosen = desk.workspace.path, filter_of(desk, wish.scope)
    what, protect, columns = wish.what, wish.protect, wish.columns

    def work(progress: Progress) -> int:
        return export_to_file(
            project,
            key,
            target,
            progress,
            chosen,
            what=what,
            columns=columns,
            protect=protect,
            overwrite=True,
        )

    job = desk.bridge.run(filled(N_("Export to {name}"), {"name": target.name}), work)
    job.failed.connect(context.prompts.tell)

    def told(count: int) -> None:
        done = f"{_exported(what, count)}: {isolated(target.name)}"
        writing.tell(context, done, target)

    job.done.connect(told)


def _exported(what: str, count: int) -> str:
    if what in (PASSAGES, WORKBOOK):
        return counted("{count} passage exported", "{count} passages exported", count)
    return counted("{count} row exported", "{count} rows exported", count)


_ROADS: dict[ExportKind, Callable[[Context], None]] = {
    ExportKind.REPORT: report,
    ExportKind.TABLE: export_table,
    ExportKind.DOCUMENTS: export_documents,
    ExportKind.PROGRAMS: send,
}
"""What each kind of export goes on with."""

COMMANDS = (
    Command(
        "project.export",
        N_("Export…"),
        export,
        Menu.PROJECT,
        "export",
        ("Ctrl+E",),
        with_project,
        starts_group=True,
        short=N_("Export"),
        help=N_(
            "A report, a table, documents with passages, files for other programs: asks which."
        ),
    ),
    Command(
        "project.export_table",
        N_("Export a table…"),
        export_table,
        Menu.PROJECT,
        enabled=with_project,
        help=N_("Writes passages, figures, events, documents and more as a workbook or a table."),
    ),
    Command(
        "project.export_documents",
        N_("Export documents with passages…"),
        export_documents,
        Menu.PROJECT,
        enabled=with_project,
        help=N_("Writes documents with their passages marked in them."),
    ),
    Command(
        "project.export_programs",
        N_("Export for other programs…"),
        send,
        Menu.PROJECT,
        enabled=with_project,
        help=N_("Writes documents and passages in formats that other programs read."),
    ),
)
