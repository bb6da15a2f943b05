"""Puts the rooms together: the command line, or the window.

The first word decides: a sub-command goes to the command line, ``sample`` and paths open the
window. ``reviewer -- import`` opens a folder that is called like a sub-command.
"""

import argparse
import builtins
import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer import cli
from reviewer.environment.display import (
    WORKS_WITHOUT,
    DisplayProbe,
    Obstacle,
    about_import,
    no_display,
)
from reviewer.environment.logs import start_logging
from reviewer.environment.translation import N_, _, filled
from reviewer.workspace.printing import TOLD, Line, printed_by

if TYPE_CHECKING:
    from reviewer.ui.wish import Wish

CANNOT_START = 2
NOT_THERE = N_("There is no file, folder or command “{name}”. See: reviewer --help")
COLLECT_AFTER = (50_000, 20, 100)
SWITCH_INTERVAL_SECONDS = 0.0005  # so that a worker in Python never holds up a frame (measured)


def run(arguments: Sequence[str]) -> int:
    """Do what the command says; returns the exit code."""
    start_logging()
    printed_by(print_pages)
    if arguments and (
        arguments[0] in cli.COMMANDS or arguments[0] in {"--help", "-h", "--version"}
    ):
        return cli.main(arguments)
    wish = _wish(arguments)
    for path in wish.paths:
        if not path.exists():
            return _cannot_start(Obstacle(NOT_THERE, {"name": str(path)}))
    return _window(wish)


def print_pages(line: Line) -> None:
    """Print pages in this process, which is one of its own; see ``workspace/printing.py``."""
    try:
        from reviewer.ui.printed_pages import serve
    except ImportError as fault:
        line.recv_bytes()
        obstacle = about_import(fault)
        told = filled(obstacle.template, {**obstacle.values, "works": ""})
        line.send_bytes(TOLD + told.strip().encode())
        return
    serve(line)


def _wish(arguments: Sequence[str]) -> "Wish":
    from reviewer.ui.wish import Wish

    if arguments and arguments[0] == "sample":
        parser = argparse.ArgumentParser("reviewer sample")
        parser.add_argument("--to", type=Path, metavar="FILE", help="where the copy shall lie")
        parser.add_argument("--practice", action="store_true", help="the untagged one")
        given = parser.parse_args(arguments[1:])
        return Wish(sample=True, sample_to=given.to, practice=given.practice)
    parser = argparse.ArgumentParser("reviewer", add_help=False)
    parser.add_argument("paths", type=Path, nargs="*")
    return Wish(paths=tuple(parser.parse_args(arguments).paths))


def _window(wish: "Wish") -> int:
    obstacle = no_display()
    if obstacle is not None:
        return _cannot_start(obstacle)
    probe = DisplayProbe()
    try:
        from PySide6.QtWidgets import QApplication

        import_as_python_does()
        from reviewer.ui.start import start
    except ImportError as fault:
        probe.end()
        return _cannot_start(about_import(fault))
    obstacle = probe.obstacle()
    if obstacle is not None:
        return _cannot_start(obstacle)
    prepare_interpreter()
    application = QApplication(["reviewer"])
    _held = start(application, wish)  # Qt's window goes when Python's does
    return application.exec()


def import_as_python_does() -> None:
    """Take Qt's own import out of the way again, once Qt is there.

    It reads the source of every module after itself, to see whether a manner of writing is asked
    for there (``__feature__``) that nobody uses here: a tenth of the start, and all sources kept
    in memory (measured). Where a later Qt has no such import, nothing is done.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def prepare_interpreter() -> None:
    """Let Python turn to other threads often, and look for rubbish seldom.

    What was loaded until now stays; looking through it again and again cost a third of the time
    a long document took to open (measured).
    """
    sys.setswitchinterval(SWITCH_INTERVAL_SECONDS)
    gc.freeze()
    gc.set_threshold(*COLLECT_AFTER)


def _cannot_start(obstacle: Obstacle) -> int:
    sentence = filled(obstacle.template, {**obstacle.values, "works": _(WORKS_WITHOUT)})
    sys.stderr.write(sentence + "\n")
    return CANNOT_START
