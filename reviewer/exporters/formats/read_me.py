"""The first sheet of a workbook: what it is, of when, of what, and what every column means."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from textwrap import wrap

from reviewer.domain.exporting import READ_ME, STATEMENT, WORKING, About
from reviewer.domain.words import Saying
from reviewer.environment.translation import _, counted, filled
from reviewer.exporters.sheets import PASSAGES, Sheet
from reviewer.exporters.tables.labels import meaning

NAME = READ_ME
WIDTHS = (22, 30, 46, 70)
_ACROSS = 120  # characters, which stand across all columns on paper too
Line = tuple[str | int, ...]


@dataclass(slots=True)
class Written:
    """What became of the sheets: how many rows each has, and which cells had to be cut."""

    rows: dict[str, int] = field(default_factory=dict)
    cuts: list[Saying] = field(default_factory=list)
    not_listed: int = 0

    def cut(self, saying: Saying) -> None:
        """Note a cell that was cut."""
        if len(self.cuts) < _MOST_CUTS:
            self.cuts.append(saying)
        else:
            self.not_listed += 1


_MOST_CUTS = 1_000


def read_me(about: About, sheets: Sequence[Sheet], written: Written) -> list[tuple[bool, Line]]:
    """Return the lines of the sheet, each with whether it is a heading."""
    lines: list[tuple[bool, Line]] = [(True, (about.project,))]
    for one in (_(STATEMENT), _(WORKING)):
        lines += [(False, (part,)) for part in wrap(one, _ACROSS)]
    lines.append((False, ()))
    lines += [(False, line) for line in _facts(about)]
    lines += [(False, ()), (True, (_("Sheet"), _("Rows"), _("What it holds")))]
    lines += [
        (False, (sheet.what, written.rows.get(sheet.what, 0), _held(about, sheet)))
        for sheet in sheets
    ]
    lines += [(False, ()), (True, (_("Sheet"), _("Column"), _("Label"), _("What it holds")))]
    lines += [(False, line) for sheet in sheets for line in _columns(sheet)]
    lines += _cuts(written)
    return lines


def _facts(about: About) -> Iterable[Line]:
    yield _("Project"), about.project
    yield _("Written (UTC)"), about.written_at
    yield _("Program"), f"Reviewer {about.version}"
    chosen = [filled(one.template, one.values) for one in about.chosen]
    yield _("Passages"), *(chosen[:1] or [_("All of them")])
    for one in chosen[1:]:
        yield "", one
    names = _("Names of protected actors are replaced by their numbers, as in [A3].")
    yield _("Names"), names if about.protected else _("As they are in the project.")


def _held(about: About, sheet: Sheet) -> str:
    title = _(sheet.title)
    if sheet.what == PASSAGES and about.chosen:
        return _("{title}: those chosen above").format(title=title)
    return _("{title}: all of the project").format(title=title)


def _columns(sheet: Sheet) -> Iterable[Line]:
    for column in sheet.columns:
        meant = meaning(sheet.what, column)
        values: Mapping[str, object] = {
            key: _(value) if isinstance(value, str) else value
            for key, value in meant.label.values.items()
        }
        yield sheet.what, column, filled(meant.label.template, values), _(meant.help)


def _cuts(written: Written) -> Iterable[tuple[bool, Line]]:
    if not written.cuts:
        return
    yield False, ()
    yield True, (_("Cells that were cut, because a spreadsheet holds no more"),)
    for one in written.cuts:
        yield False, (filled(one.template, one.values),)
    if written.not_listed:
        more = counted("And {count} more.", "And {count} more.", written.not_listed)
        yield False, (more,)
