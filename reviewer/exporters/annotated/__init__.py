"""Documents with their passages: one format a module with an ``ANNOTATED``.

A format is found by itself. It is given one ``domain.annotated.Annotated`` and a voice; the words
of the document are given as they are, whatever stands in them.
"""

from collections.abc import Iterator
from typing import IO, Protocol, cast

from reviewer import exporters
from reviewer.domain.annotated import Annotated
from reviewer.domain.progress import Progress
from reviewer.domain.report import Voice


class AnnotatedFormat(Protocol):
    """One format: what it is called on the command line and on screen, and how it is written.

    ``on_pages`` says that it draws on the pages of the file a document came in, which must be a
    PDF that is kept.
    """

    @property
    def key(self) -> str:
        """The word that asks for it."""
        ...

    @property
    def title(self) -> str:
        """What a person calls it, marked for translation."""
        ...

    @property
    def suffix(self) -> str:
        """How its files' names end."""
        ...

    @property
    def on_pages(self) -> bool:
        """Whether it needs the pages of a PDF."""
        ...

    def write(
        self, annotated: Annotated, target: IO[bytes], progress: Progress, voice: Voice
    ) -> None:
        """Write the document to ``target``; raises ``Cancelled`` when asked to stop."""
        ...


def all_annotated() -> list[AnnotatedFormat]:
    """Return every format of documents with passages, that which most people want first."""
    found = cast("Iterator[AnnotatedFormat]", exporters.found_in(__name__, __path__, "ANNOTATED"))
    return sorted(found, key=lambda one: (one.key != "html", one.key))
