"""``reviewer formats``: what can be read and written."""

import click

from reviewer.cli.codes import ExitCode
from reviewer.cli.printing import say, say_json, say_table
from reviewer.environment.translation import _
from reviewer.workspace.formats import readable, writable

_HELP = """\
Say which files can be read, and which can be written.

\b
--json prints one object:
  format    1
  read      one object a kind of file: key, title, suffixes, of (documents, or
            interchange: work of other programs)
  write     one object a format: key, title, suffixes, of (what it is a
            format of: tables, codebook, report, annotated or interchange),
            several (whether one file holds several tables)
"""


@click.command("formats", help=_HELP, short_help="Say what can be read and written.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def formats(*, as_json: bool) -> ExitCode:
    """Say what can be read and written."""
    if as_json:
        say_json(
            {
                "format": 1,
                "read": [
                    {
                        "key": one.key,
                        "title": one.title,
                        "suffixes": list(one.suffixes),
                        "of": one.of,
                    }
                    for one in readable()
                ],
                "write": [
                    {
                        "key": one.key,
                        "title": one.title,
                        "suffixes": list(one.suffixes),
                        "of": one.of,
                        "several": one.several,
                    }
                    for one in writable()
                ],
            }
        )
        return ExitCode.DONE
    header = (_("Key"), _("Files"), _("Format"), _("Of"))
    say(_("What can be read (reviewer import):"))
    say_table(
        header,
        [(one.key, ", ".join(one.suffixes), _(one.title), one.of) for one in readable()],
        right=set(),
    )
    say("")
    say(_("What can be written (reviewer export, codebook, report, annotated):"))
    say_table(
        header,
        [(one.key, ", ".join(one.suffixes), _(one.title), one.of) for one in writable()],
        right=set(),
    )
    return ExitCode.DONE
