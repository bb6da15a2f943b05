"""Sending out what a project holds: tables to read, and files for other programs."""

from collections.abc import Sequence
from pathlib import Path

from reviewer.domain.export_presets import ExportPreset, presets_read, presets_written
from reviewer.domain.progress import Progress
from reviewer.domain.snapshot import PassageFilter
from reviewer.environment.settings import EXPORT_HOW, EXPORT_WHAT
from reviewer.environment.translation import N_, _, counted, filled
from reviewer.ui.asking.export_questions import ColumnOffer, ExportQuestion, ExportWish, Scope
from reviewer.ui.commands import Command, Menu, with_project
from reviewer.ui.desk import Context, Desk
from reviewer.ui.wording import isolated
from reviewer.workspace.apart import export_to_file
from reviewer.workspace.operations.exports import PASSAGES, PROJECT, TABLE, WORKBOOK

TABLES = (TABLE, "ods", "csv", "tsv")
FOR_PROGRAMS = ("jsonl", "json")
"""Formats by what they are for, the usual one first."""


def export_table(context: Context) -> None:
    """Ask what, where to and how, and write a table of it."""
    _export(context, _("Export a table"), TABLES)


def export_for_programs(context: Context) -> None:
    """Ask what, where to and how, and write it for other programs."""
    _export(context, _("Export for other programs"), FOR_PROGRAMS)


def _export(context: Context, title: str, formats: Sequence[str]) -> None:
    desk = context.desk
    if desk is None:
        return
    asked = _Asked(desk, formats)
    question = asked.question(title, _remembered(context, formats, asked.kinds()))
    wish = context.prompts.what_to_export(question)
    if wish is None:
        return
    _remember(context, wish)
    what = wish.what
    named = _("whole project") if what == PROJECT else _(asked.kinds()[what]).lower()
    if what == WORKBOOK:
        named = _("tables")
    suggested = desk.workspace.path.with_name(f"{desk.workspace.name} {named}")
    offered = asked.formats(what)
    chosen = [one for one in offered if one[0] == wish.format] or offered
    answer = context.prompts.file_to_export(suggested, chosen)
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
        return {what: title for what, title in found.items() if self.formats(what)}

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
            counts={
                Scope.ALL: workspace.passages.count(),
                Scope.SHOWN: len(workspace.passages.ids(self._desk.passages.filter())),
                Scope.CHOSEN: len(self._desk.passages.chosen()),
            },
            preview=self.preview,
            presets=presets.all,
            save=presets.save if writable else None,
            remove=presets.remove if writable else None,
        )


def filter_of(desk: Desk, scope: Scope) -> PassageFilter:
    """Return which passages a scope means now."""
    if scope is Scope.CHOSEN:
        return PassageFilter(passages=tuple(desk.passages.chosen()))
    return desk.passages.filter() if scope is Scope.SHOWN else PassageFilter()


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
    job.done.connect(
        lambda count: context.prompts.inform(f"{_exported(what, count)}: {isolated(target.name)}")
    )


def _exported(what: str, count: int) -> str:
    if what in (PASSAGES, WORKBOOK):
        return counted("{count} passage exported", "{count} passages exported", count)
    return counted("{count} row exported", "{count} rows exported", count)


COMMANDS = (
    Command(
        "project.export",
        N_("Export a table…"),
        export_table,
        Menu.PROJECT,
        "export",
        ("Ctrl+E",),
        with_project,
        starts_group=True,
        short=N_("Export"),
        help=N_("Writes passages, figures, events, documents and more as a workbook or a table."),
    ),
    Command(
        "project.export_programs",
        N_("Export for other programs…"),
        export_for_programs,
        Menu.PROJECT,
        enabled=with_project,
        help=N_("Writes tables or the whole project in formats that programs read."),
    ),
)
