"""All a pane needs of a document, read before any of it is shown."""

from dataclasses import dataclass

from reviewer.domain.documents import Document
from reviewer.domain.incoming import Furniture
from reviewer.ui.views.reading.pane_marks import PaneMarks, Sifted
from reviewer.workspace.project import Workspace


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document with its words, its passages and its furniture, all of one moment."""

    document: Document
    text: str
    passages: Sifted
    furniture: list[Furniture]


def read_document(workspace: Workspace, passages: PaneMarks, document: int) -> ReadDocument:
    """Read a document; raises ``NotFound`` or ``Damaged``."""
    found = workspace.documents.get(document)
    return ReadDocument(
        found,
        workspace.documents.text(document),
        passages.read(found),
        workspace.documents.furniture(document),
    )
