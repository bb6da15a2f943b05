"""Files that exports are written to before they stand at their place, and those that were left.

A program that is killed cannot take away what it was writing. So an unfinished file says in its
name that it is ours and on which machine it is written, and is held for as long as it is written
(``environment/held_files.py``): whoever exports to the same folder next removes those that nobody
holds any more. It gets that name only once it is held; where files cannot be held (Windows) it
keeps another, which nobody ever removes.
"""

import os
import platform
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from reviewer.environment.held_files import hold

_MODE = 0o600  # what stands in an export is as confidential as the project
_SEEN_AS_IT_IS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


@contextmanager
def unfinished_beside(place: Path) -> Iterator[tuple[Path, int]]:
    """Give a new file in the folder of ``place``: its path, and the number it is open with.

    Whoever asks closes the number. The file is held to the end of the ``with``, and removed where
    a fault leaves it.
    """
    name = f".{uuid4().hex}"
    path = place.with_name(f"{name}.part")
    number = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _MODE)
    holder = None
    try:
        if hold(number):
            holder = os.dup(number)
            with suppress(OSError):
                path = path.rename(place.with_name(name + _ending()))
        yield path, number
    except BaseException:
        with suppress(OSError):
            path.unlink(missing_ok=True)
        raise
    finally:
        if holder is not None:
            os.close(holder)


def remove_unfinished(folder: Path) -> None:
    """Remove what exports that ended on this machine left in a folder; never what one writes."""
    ours = re.compile(r"\.[0-9a-f]{32}" + re.escape(_ending()))
    left: list[str] = []
    with suppress(OSError), os.scandir(folder) as entries:
        left += [entry.name for entry in entries if ours.fullmatch(entry.name)]
    for name in left:
        with suppress(OSError):
            _remove(folder / name)


def _ending() -> str:
    machine = sha256(platform.node().encode("utf-8", "replace")).hexdigest()[:8]
    return f".{machine}.reviewer.part"


def _remove(path: Path) -> None:
    number = os.open(path, os.O_RDWR | _SEEN_AS_IT_IS)
    try:
        if stat.S_ISREG(os.fstat(number).st_mode) and hold(number):
            path.unlink()
    finally:
        os.close(number)
