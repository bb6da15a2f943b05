"""Finds the files that travel with the program: in a wheel and in a checkout they lie elsewhere."""

import functools
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


@functools.cache
def _home(folder: str) -> Path:
    """Return where ``resources`` or ``seeds`` lies: in the package, or at the root beside it."""
    packed = _PACKAGE / "_data" / folder
    return packed if packed.is_dir() else _PACKAGE.parent / folder


def find(relative: str) -> Path:
    """Return the path of a resource, as in ``find("icons/tag.svg")``.

    Raises FileNotFoundError with the name: a resource that is missing is a fault of the program
    or of its installation.
    """
    return _existing(_home("resources") / relative, relative)


def seed(relative: str) -> Path:
    """Return the path of a file or folder under ``seeds``; raises FileNotFoundError as ``find``."""
    return _existing(_home("seeds") / relative, relative)


def _existing(path: Path, relative: str) -> Path:
    if not path.exists():
        raise FileNotFoundError(relative)
    return path
