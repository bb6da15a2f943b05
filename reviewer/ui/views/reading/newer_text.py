"""Whether a newer version was put in the place of what a pane shows, and where one is in that."""

from reviewer.domain.documents import Document
from reviewer.domain.errors import NotFound
from reviewer.ui.models.reading_places import ReadingPlace
from reviewer.workspace.project import Workspace


def place_in_newer(
    workspace: Workspace, document: Document, place: ReadingPlace
) -> ReadingPlace | None:
    """Return where one would be in the text that took the place of a document's, shown until now.

    ``None`` where none did. Raises ``Damaged``.
    """
    try:
        found = workspace.documents.get(document.id)
    except NotFound:
        return None
    if document.text is None or found.text is None or found.text == document.text:
        return None
    offset, caret = workspace.versions.places_now(
        document.text, found.text, (place.offset, place.caret)
    )
    return ReadingPlace(offset, place.fraction, caret)
