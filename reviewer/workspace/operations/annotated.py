"""Documents with their passages, as files: their words, and over them what analysts tagged.

For whoever builds on this: ``formats()`` are what can be chosen, ``refusal(document, key)`` says
why one document cannot be had in a format (an error that is not raised, or ``None``), ``write``
writes one document, ``write_all`` one as it is or several into a ZIP. All of it works on a project
opened for reading only; ``workspace/annotated_apart.py`` does so for a worker of the window and for
the command line::

    annotated_to_file(project, documents, key, target, progress, wish, overwrite=False) -> Sent

One document gives the file itself, several a ZIP (``suffix_of(key, count)``).
"""

import shutil
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import IO

from reviewer.domain.errors import NotAllowed, ReviewerError
from reviewer.domain.progress import Progress, Silent
from reviewer.domain.words import N_, one_or_many
from reviewer.exporters import with_key
from reviewer.exporters.annotated import AnnotatedFormat, all_annotated
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.annotating import Annotator
from reviewer.workspace.operations.pages import PageOperations
from reviewer.workspace.page_marking import PageMarking
from reviewer.workspace.reporting.reported import Reporter, ReportWish

ZIP = ".zip"
NO_PAGES = N_(
    "{document} did not come in as a PDF, so there are no pages to mark. Take it as a web page or "
    "as a text document."
)
NONE_OF_THEM = one_or_many(
    "This document cannot be had in this format, so nothing was written. Choose "
    "another format, or another document.",
    "None of these {count} documents can be had in this format, so nothing was written. Choose "
    "another format, or other documents.",
)
NAMES_ON_PAGES = N_(
    "Names cannot be replaced on the pages of a PDF. Take the document as a web page or as a text "
    "document, or leave the names as they are."
)
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_MODE = 0o600 << 16


@dataclass(frozen=True, slots=True)
class Sent:
    """What was written: how many documents and passages, and what was left out and why."""

    documents: int
    passages: int
    left: tuple[tuple[str, ReviewerError], ...] = ()


class AnnotatedOperations:
    """Writes documents with their passages; nothing is changed here."""

    def __init__(
        self,
        project: ProjectFile,
        pages: PageOperations,
        reporter: Callable[[ReportWish], Reporter],
        now: Callable[[], str],
    ) -> None:
        self._project = project
        self._pages = pages
        self._reporter = reporter
        self._now = now

    def formats(self) -> list[AnnotatedFormat]:
        """Return the formats of documents with passages, in the order people should meet them."""
        return all_annotated()

    def suffix_of(self, key: str, documents: int) -> str:
        """Return how a file's name ends that holds so many documents; raises ``NotFound``."""
        return with_key(key, all_annotated()).suffix if documents == 1 else ZIP

    def refusal(
        self, document: int, key: str, wish: ReportWish | None = None
    ) -> ReviewerError | None:
        """Return why a document cannot be had in a format, as an error not raised; or ``None``.

        Raises ``NotFound`` for a format there is not.
        """
        if not with_key(key, all_annotated()).on_pages:
            return None
        if wish is not None and wish.protect:
            return NotAllowed(NAMES_ON_PAGES)
        if self._pages.can_be_drawn(document):
            return None
        return NotAllowed(NO_PAGES, document=self._project.documents.get(document).label)

    def write(
        self,
        document: int,
        key: str,
        target: IO[bytes],
        progress: Progress | None = None,
        wish: ReportWish | None = None,
    ) -> int:
        """Write one document to ``target``; returns how many passages it has.

        ``wish`` narrows the passages, protects names and says in which language we speak. Raises
        ``NotFound`` for a format there is not, ``NotAllowed`` where a document cannot be had in it
        (``refusal``), ``Unreadable`` for a PDF that cannot be marked, ``Cancelled``.
        """
        with self._project.connection.reading(), PageMarking() as marking:
            annotator = self._annotator(wish or ReportWish(), marking)
            return self._write(annotator, document, key, target, progress or Silent())

    def write_all(
        self,
        documents: Sequence[int],
        key: str,
        target: IO[bytes],
        progress: Progress,
        wish: ReportWish | None = None,
    ) -> Sent:
        """Write one document as it is, several into a ZIP; raises as ``write`` does."""
        if len(documents) == 1:
            return Sent(1, self.write(documents[0], key, target, progress, wish))
        return self.write_several(documents, key, target, progress, wish)

    def write_several(
        self,
        documents: Sequence[int],
        key: str,
        target: IO[bytes],
        progress: Progress,
        wish: ReportWish | None = None,
    ) -> Sent:
        """Write documents into a ZIP, each named by its number and title; raises as ``write`` does.

        A document that cannot be had in the format is left out and told of; ``NotAllowed`` is
        raised where none can be had.
        """
        left = list[tuple[str, ReviewerError]]()
        passages = 0
        with (
            self._project.connection.reading(),
            PageMarking() as marking,
            zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as several,
        ):
            annotator = self._annotator(wish or ReportWish(), marking)
            for done, document in enumerate(documents):
                progress.report(done, len(documents))
                name = annotator.name(document) + self.suffix_of(key, 1)
                try:
                    passages += self._put(several, name, annotator, document, key)
                except ReviewerError as problem:
                    left.append((name, problem))
            progress.report(len(documents), len(documents))
        if len(left) == len(documents) > 0:
            raise NotAllowed(NONE_OF_THEM, count=len(left))
        return Sent(len(documents) - len(left), passages, tuple(left))

    def _put(
        self, several: zipfile.ZipFile, name: str, annotator: Annotator, document: int, key: str
    ) -> int:
        """Put a document in once it is whole."""
        with TemporaryFile() as whole:
            passages = self._write(annotator, document, key, whole, Silent())
            whole.seek(0)
            with several.open(_entry(name), "w", force_zip64=True) as file:
                shutil.copyfileobj(whole, file)
        return passages

    def _annotator(self, wish: ReportWish, marking: PageMarking) -> Annotator:
        return Annotator(
            self._project, self._pages, self._reporter(wish), wish, marking, self._now()
        )

    def _write(
        self, annotator: Annotator, document: int, key: str, target: IO[bytes], progress: Progress
    ) -> int:
        written = with_key(key, all_annotated())
        refused = self.refusal(document, key, annotator.wish)
        if refused is not None:
            raise refused
        found = annotator.annotated(document)
        written.write(found, target, progress, annotator.wish.voice)
        return len(found.accounts)


def _entry(name: str) -> zipfile.ZipInfo:
    found = zipfile.ZipInfo(name, _LONG_AGO)
    found.compress_type = zipfile.ZIP_DEFLATED
    found.external_attr = _MODE
    return found
