"""How a command ends, and the fault that means it never began."""

from enum import IntEnum

from reviewer.domain.errors import ReviewerError


class ExitCode(IntEnum):
    """What the shell is told."""

    DONE = 0
    REFUSED = 1  # done, but something was refused or found wrong
    NOT_STARTED = 2  # wrong words on the command line, or nobody's name
    FAILED = 3  # file, disk, lock
    STOPPED = 130  # by Ctrl+C, as shells number it


class CannotStart(ReviewerError):
    """The words on the command line do not say enough, or say something impossible."""
