"""The command line: one sub-command a file, without Qt.

``program.py`` is the group of commands and the one place where every fault ends as a sentence and
an exit code (``codes.py``). ``imports.py``, ``info.py``, ``search.py``, ``tag.py``, ``verify.py``,
``rescue.py``, ``export.py``, ``codebook.py``, ``formats.py``, ``report.py`` and ``annotated.py``
are the commands.
Beside them: ``analyst.py`` (whose name it is), ``names.py`` (documents and tags by what a file
calls them), ``lines.py`` (a JSON Lines file, line by line), ``targets.py`` (where an export may
go), ``endings.py`` (what the ending of its name says), ``sending.py`` (what exports for other
programs say), ``works.py`` (work of other programs coming in), ``printing.py`` (what may reach a
terminal) and ``progress.py`` (how far it is, and Ctrl+C).

``originals.py`` and ``papers.py`` hold two commands each, which go together; what ``imports.py``
tells of an import stands in ``imported.py``.

To add a command: a module with a ``click`` command that returns an exit code, its name in
``COMMANDS``, one line in ``program.py``, and a mirrored test which starts the real program.

Decided: whatever is not asked to write opens the project for reading only, so that it works while
a window has it open. Words for people go through ``printing``, which shows control characters
and direction overrides as escapes: a file name is a stranger's. ``--json`` gives one object whose
``format`` is 1; its keys stand in each command's help and do not change within that number.

Refused: a file ``main.py`` here (importing it would put the module in the place of the function
``main``); click's own ``main`` (it exits by itself, and takes a closed pipe for a fault).
"""

from collections.abc import Sequence

COMMANDS = (
    "import",
    "info",
    "search",
    "tag",
    "verify",
    "rescue",
    "export",
    "codebook",
    "formats",
    "report",
    "annotated",
    "original",
    "originals",
    "register",
    "certificate",
)


def main(arguments: Sequence[str]) -> int:
    """Run the command line with ``arguments``, the program's name not among them.

    Returns the exit code; see ``codes.py``. Never lets a traceback reach a person, unless
    ``REVIEWER_TRACEBACK`` is set.
    """
    try:
        from reviewer.cli.program import run

        return run(arguments)
    except KeyboardInterrupt:  # before there was anything to stop, or for the second time
        return 130
