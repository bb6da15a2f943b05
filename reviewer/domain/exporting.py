"""What an export says of itself, where its format has room for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reviewer.domain.errors import NotAllowed
from reviewer.domain.words import N_, Saying

STATEMENT = N_(
    "This file repeats what the named sources say. It does not state that any of it happened."
)
WORKING = N_(
    "Translations, ratings, statements in plain words and working figures are the analysts’ own. "
    "An empty cell is not known: it is never 0, and never no but where a column says “yes, or "
    "empty”."
)

READ_ME = "read me"
"""What the first sheet of a workbook is called; no table is called so."""


@dataclass(frozen=True, slots=True)
class About:
    """Of which project an export is, when it was written (UTC), by what, and what was chosen.

    ``chosen`` says which passages were, one condition after another; nothing means all of them.
    ``protected`` says that names of protected actors were replaced.
    """

    project: str
    written_at: str
    version: str
    chosen: tuple[Saying, ...] = ()
    protected: bool = False


@dataclass(frozen=True, slots=True)
class ColumnMeaning:
    """What a column of a table holds: what a person calls it, and what there is to know of it."""

    label: Saying
    help: str = ""


def chosen_columns(wanted: Sequence[str], columns: Sequence[str]) -> tuple[str, ...]:
    """Return the columns that are wanted, in that order; nothing wanted means all of them.

    Raises ``NotAllowed`` for one that there is not, with those there are, and for one named twice.
    """
    known: Mapping[str, None] = dict.fromkeys(columns)
    unknown = [column for column in wanted if column not in known]
    if unknown:
        raise NotAllowed(
            N_("There is no column “{names}”. There are: {columns}."),
            names="”, “".join(unknown),
            columns=", ".join(columns),
        )
    twice = [column for column in known if wanted.count(column) > 1]
    if twice:
        raise NotAllowed(N_("The column “{name}” is named more than once."), name=twice[0])
    return tuple(wanted) or tuple(columns)
