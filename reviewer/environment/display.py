"""Finds out whether a window can be shown, before Qt is imported.

``QApplication`` without a display ends the process with an abort nobody can catch (measured), so
a child process tries first. This is the one place outside ``workspace/jobs.py`` and
``ui/bridge.py`` that starts a process: it must run before anything of Qt's is loaded.
"""

import ctypes
import os
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from reviewer.environment.translation import N_

SECONDS_TO_ANSWER = 20
_TRY = "from PySide6.QtWidgets import QApplication; QApplication(['reviewer'])"

# The system libraries Qt's platform plugins load: the Debian and the Fedora package of each.
PACKAGES = {
    "libGL.so.1": ("libgl1", "libglvnd-glx"),
    "libEGL.so.1": ("libegl1", "libglvnd-egl"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libgthread-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb"),
    "libwayland-client.so.0": ("libwayland-client0", "libwayland-client"),
    "libwayland-cursor.so.0": ("libwayland-cursor0", "libwayland-cursor"),
    "libwayland-egl.so.1": ("libwayland-egl1", "libwayland-egl"),
}

NO_DISPLAY = N_(
    "There is no display to show a window on (neither DISPLAY nor WAYLAND_DISPLAY is set).\n{works}"
)
NOT_REACHED = N_("The display cannot be reached.\n{works}")
MISSING_LIBRARY = N_(
    "A system library that windows need is missing: {library}.\n"
    "Debian and Ubuntu: apt install {debian}\n"
    "Fedora: dnf install {fedora}\n"
    "{works}"
)
NOT_LOADED = N_("What draws the window (PySide6) cannot be loaded: {reason}.\n{works}")
WORKS_WITHOUT = N_(
    "The command line works without one: reviewer import, info, tag, verify, export "
    "(reviewer --help)."
)


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why no window can be shown, as a template and its values."""

    template: str
    values: dict[str, str]


class DisplayProbe:
    """Tries to reach the display in a child process, while this one goes on loading.

    Where there is no display at all nothing is tried, and nothing of Qt's need be loaded.
    """

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None
        if not _is_windowless() and _has_display():
            self._child = subprocess.Popen(
                [sys.executable, "-c", _TRY],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                stdin=subprocess.DEVNULL,
            )

    def end(self) -> None:
        """Ask no longer."""
        if self._child is not None:
            self._child.kill()
            self._child.wait()

    def obstacle(self) -> Obstacle | None:
        """Wait for the answer; returns what stands in the way, ``None`` when nothing does."""
        if self._child is None:
            return no_display()
        try:
            if self._child.wait(SECONDS_TO_ANSWER) == 0:
                return None
        except subprocess.TimeoutExpired:
            self.end()
        return missing_library() or Obstacle(NOT_REACHED, {})


def no_display() -> Obstacle | None:
    """Return the obstacle that there is no display at all; asks nothing of Qt's."""
    return None if _is_windowless() or _has_display() else Obstacle(NO_DISPLAY, {})


def missing_library() -> Obstacle | None:
    """Return the first system library that Qt's platform plugins cannot find, with its package."""
    found = find_spec("PySide6")
    if found is None or not found.submodule_search_locations:
        return None
    folder = Path(found.submodule_search_locations[0]) / "Qt" / "plugins" / "platforms"
    wayland = "WAYLAND_DISPLAY" in os.environ and "DISPLAY" not in os.environ
    for plugin in sorted(folder.glob("libqwayland*.so" if wayland else "libqxcb.so")):
        try:
            ctypes.CDLL(str(plugin))
        except OSError as fault:
            return about_library(str(fault).split(":", 1)[0])
    return None


def about_library(library: str) -> Obstacle:
    """Return the sentence about a missing library, with the packages that bring it."""
    debian, fedora = PACKAGES.get(library, (library, library))
    return Obstacle(MISSING_LIBRARY, {"library": library, "debian": debian, "fedora": fedora})


def about_import(fault: ImportError) -> Obstacle:
    """Return the sentence about PySide6 not loading: a system library mostly, as on a bare server.

    The dynamic linker says ``libEGL.so.1: cannot open shared object file: No such file …``.
    """
    library, _separator, told = str(fault).partition(":")
    if ".so" in library and "cannot open shared object file" in told:
        return about_library(library)
    return Obstacle(NOT_LOADED, {"reason": str(fault)})


def _is_windowless() -> bool:
    """Say whether Qt was told to use a platform that needs no display, as tests do."""
    return os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in {"offscreen", "minimal", "vnc"}


def _has_display() -> bool:
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
