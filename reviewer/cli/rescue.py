"""``reviewer rescue``: save what can be read of a damaged project into a new one."""

from pathlib import Path

import click

from reviewer.cli import targets
from reviewer.cli.codes import CannotStart, ExitCode
from reviewer.cli.given import GivenPath
from reviewer.cli.printing import say, say_json, say_table
from reviewer.cli.progress import watched
from reviewer.cli.verify import finding_object
from reviewer.domain.errors import Cancelled
from reviewer.domain.rescues import Saved
from reviewer.domain.words import N_
from reviewer.environment.translation import _, counted
from reviewer.workspace.project import SUFFIX
from reviewer.workspace.rescue import Rescued
from reviewer.workspace.rescue import rescue as save

_HELP = """\
Save what can be read of PROJECT, which is damaged, into the new project OUT.

Nothing is ever written to PROJECT. It is read page by page, whatever is broken around a page; rows
that were lost are rebuilt from the history where it knows them, and what others rest on and is
gone has a stand-in called "Lost". OUT is checked like verify does it. Exit code 1 when anything
did not come, or is not as it was put there.

\b
--json prints one object:
  format      1
  project     path of the damaged file
  out         path of the new project
  whole       whether nothing is missing or altered, as far as can be known
  tables      one object a table of the file:
    table     its name
    came      how many rows came as they lay there
    rebuilt   how many were rebuilt from the history
    cut       ids of rows that came without the end of their text or bytes
    lost      ids of rows that are gone
    unknown   how many more places with rows could not be read
  findings    what verify says of OUT: kind, subject, detail and sentence
"""
_TABLES = {
    "analysts": N_("analysts"),
    "changes": N_("values in the history"),
    "counters": N_("counters of numbers"),
    "documents": N_("documents"),
    "furniture": N_("page furniture"),
    "groups": N_("long operations"),
    "metadata": N_("what was read from texts"),
    "notes": N_("notes of the project"),
    "originals": N_("files as they came in"),
    "passages": N_("passages"),
    "queries": N_("searches kept"),
    "settings": N_("settings of the project"),
    "steps": N_("changes in the history"),
    "tags": N_("tags"),
    "texts": N_("texts"),
    "ui_state": N_("how the window stood"),
}
_MOST_IDS = 20
_NOT_COMPARED = N_("Stopped. What can be read is saved, but not all of it was compared.")


@click.command("rescue", help=_HELP, short_help="Save what a damaged project still holds.")
@click.argument("project", type=GivenPath())
@click.argument("out", type=GivenPath())
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def rescue(project: Path, out: Path, *, as_json: bool) -> ExitCode:
    """Save what can be read."""
    if out.suffix.casefold() != SUFFIX:
        raise CannotStart(
            N_("The new project “{name}” must be called NAME{suffix}."),
            name=out.name,
            suffix=SUFFIX,
        )
    try:
        with watched(_("Reading what can be read"), targets.stopped(out)) as progress:
            rescued = save(project, out, progress)
    except Cancelled as fault:
        if out.exists():  # only the comparing was stopped
            raise Cancelled(_NOT_COMPARED) from fault
        raise
    if as_json:
        say_json(_object(project, out, rescued))
    else:
        _report(out, rescued)
    return ExitCode.DONE if rescued.is_whole else ExitCode.REFUSED


def _report(out: Path, rescued: Rescued) -> None:
    rows = [
        (_name(one), f"{one.came:,}", f"{one.rebuilt:,}", _not_come(one))
        for one in rescued.tables
        if one.came or one.rebuilt or not one.is_whole
    ]
    head = ("", _("came"), _("from the history"), _("did not come"))
    say_table(head, rows, right={1, 2})
    if rescued.is_whole:
        say(_("Everything came, and is as it was put there. It is in “{name}”.").format(name=out))
        return
    say(_("What came is in “{name}”. Keep the damaged file as well.").format(name=out))
    if rescued.findings:
        differences = counted(
            "{count} difference was found in it: reviewer verify lists it.",
            "{count} differences were found in it: reviewer verify lists them.",
            len(rescued.findings),
        )
        say(differences)


def _name(saved: Saved) -> str:
    return _(_TABLES.get(saved.table, saved.table))


def _not_come(saved: Saved) -> str:
    parts = []
    if saved.lost:
        parts.append(_ids(saved.lost))
    if saved.cut:
        parts.append(_("the end of {rows}").format(rows=_ids(saved.cut)))
    if saved.unknown:
        parts.append(
            counted("{count} unreadable place", "{count} unreadable places", saved.unknown)
        )
    return ", ".join(parts) or "-"


def _ids(rows: list[int]) -> str:
    shown = ", ".join(map(str, sorted(rows)[:_MOST_IDS]))
    more = len(rows) - _MOST_IDS
    return f"{shown} {counted('and {count} more', 'and {count} more', more)}" if more > 0 else shown


def _object(project: Path, out: Path, rescued: Rescued) -> dict[str, object]:
    return {
        "format": 1,
        "project": str(project),
        "out": str(out),
        "whole": rescued.is_whole,
        "tables": [
            {
                "table": one.table,
                "came": one.came,
                "rebuilt": one.rebuilt,
                "cut": sorted(one.cut),
                "lost": sorted(one.lost),
                "unknown": one.unknown,
            }
            for one in rescued.tables
        ],
        "findings": [finding_object(one) for one in rescued.findings],
    }
