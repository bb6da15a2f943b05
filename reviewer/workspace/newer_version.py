"""A file that may take the place of a document: which document in it is meant, what would move.

Read and worked out apart from the window that has the project open; see ``apart.py``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewer import importers
from reviewer.domain.errors import NotAllowed, Unreadable
from reviewer.domain.incoming import Incoming
from reviewer.domain.passages import Passage
from reviewer.domain.progress import Progress
from reviewer.domain.versions import Carried
from reviewer.domain.words import N_
from reviewer.workspace.project import Workspace
from reviewer.workspace.reading_files import FileReader, ReadFile

SEVERAL = N_(
    "“{name}” holds {count} documents, and it is not plain which of them is the newer version. "
    "Save that one as a file of its own, and choose that."
)
NONE = N_("There is no document in “{name}” that could be a newer version.")


@dataclass(frozen=True, slots=True)
class Foreseen:
    """A newer version, and where each passage of the document would stand in it."""

    newer: Incoming
    carried: list[tuple[Passage, Carried]]


def foresee(project: Path, document: int, path: Path, progress: Progress) -> Foreseen:
    """Read a file and find the passages of a document again in it; nothing is written.

    May run in any thread. Raises what ``read_newer`` and ``VersionOperations.preview`` raise.
    """
    with Workspace.open(project, only_read=True) as workspace:
        versions = workspace.versions.of(document)
        newer = read_newer(path, versions[-1].part if versions else "", progress)
        return Foreseen(newer, workspace.versions.preview(document, newer, progress))


def read_newer(path: Path, part: str, progress: Progress) -> Incoming:
    """Read a file, guarded, and return the document in it that is meant; see ``the_document``.

    May run in any thread. Raises ``Cancelled``, and ``Unreadable`` for what cannot be read.
    """
    with FileReader(look=lambda: progress.report(0, None, path.name)) as reader:
        return the_document(list(reader.read(path)), part)


def the_document(files: Sequence[ReadFile], part: str) -> Incoming:
    """Return the one document of a file: the only one, the mail itself, or the same part of it.

    ``part`` is which part of its file the held document is. Raises ``NotAllowed`` where it is not
    plain which is meant, and what the file was refused for.
    """
    found = [file for file in files if file.incoming is not None and not file.inside]
    found = found or [file for file in files if file.incoming is not None]
    if len(found) > 1:
        found = [file for file in found if file.incoming and file.incoming.part == part]
    if len(found) == 1 and found[0].incoming is not None:
        return found[0].incoming
    name = importers.shown(files[0].path.name) if files else "?"
    for file in files:
        if file.problem is not None:
            raise file.problem
    several = sum(file.incoming is not None for file in files)
    if several:
        raise NotAllowed(SEVERAL, name=name, count=several)
    raise Unreadable(NONE, name=name)
