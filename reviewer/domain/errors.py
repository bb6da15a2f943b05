"""What a person can act on.

The family::

    ReviewerError
    ├── NotAllowed        the rules forbid it; the words say which
    │   ├── Stale         something else changed it meanwhile
    │   ├── NothingChosen nothing of the project passes what was chosen
    │   └── Unsigned      nobody's name stands with the work yet
    ├── NotFound          there is no such document, passage, tag or step
    ├── Unreadable        a file that cannot be taken in, named, with the reason
    ├── ProjectProblem    the project file itself
    │   ├── NotAProject   some other kind of file
    │   ├── TooNew        made by a newer version of the program
    │   ├── Damaged       bytes have changed that should not have
    │   ├── ReadOnly      somebody else has it, or the medium is read-only
    │   └── CannotSave    disk full, gone, or locked: nothing was changed
    └── Cancelled         the person asked to stop

Anything that is not a ``ReviewerError`` is a fault of the program: it is logged, the work is
safe, and a report is shown.
"""

from reviewer.domain.words import Template, in_english


class ReviewerError(Exception):
    """A sentence a person can act on: a template and the values that go into it.

    The template is kept apart so that the window can translate it before filling it in.
    """

    def __init__(self, template: Template, **values: object) -> None:
        super().__init__(template, values)
        self.template = template
        self.values = values

    def __str__(self) -> str:
        return in_english(self.template, self.values).format(**self.values)

    def __reduce__(self) -> tuple[object, ...]:
        """Be made again in another process: files are read in one of their own."""
        return made_again, (type(self), self.template, self.values)


class NotAllowed(ReviewerError):
    """The rules forbid it."""


class Stale(NotAllowed):
    """Something else changed it meanwhile."""


class NothingChosen(NotAllowed):
    """Nothing of the project passes what was chosen."""


class Unsigned(NotAllowed):
    """Nobody's name stands with the work yet."""


class NotFound(ReviewerError):
    """There is no such thing."""


class Unreadable(ReviewerError):
    """A file cannot be taken in."""


class ProjectProblem(ReviewerError):
    """Something is the matter with the project file."""


class NotAProject(ProjectProblem):
    """The file is of some other kind."""


class TooNew(ProjectProblem):
    """A newer version of the program made this project."""


class Damaged(ProjectProblem):
    """Bytes have changed that should not have."""


class ReadOnly(ProjectProblem):
    """The project can be looked at, not changed."""


class CannotSave(ProjectProblem):
    """The disk refused; nothing was changed."""


class Cancelled(ReviewerError):
    """The person asked to stop."""


def made_again(
    kind: type[ReviewerError], template: Template, values: dict[str, object]
) -> ReviewerError:
    """Return an error that another process told of."""
    return kind(template, **values)
