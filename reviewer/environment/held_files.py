"""Holding a file while it is open, so that another process can tell whether anybody is at it."""

import sys


def hold(file: int) -> bool:
    """Hold an open file until its number, and every copy of it, is closed: a killed process too.

    Returns ``False`` at once where somebody holds it already and where the system holds no files
    so (Windows, some network drives).
    """
    if sys.platform == "win32":
        return False
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
