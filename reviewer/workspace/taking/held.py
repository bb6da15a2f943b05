"""What lines say of documents that are held: whether that is what is known of them already."""

from reviewer.domain.documents import Document, ReviewStatus
from reviewer.domain.project_lines import HeldLine


def says_otherwise(line: HeldLine, known: Document) -> bool:
    """Say whether a line says something else of a document than is known of it.

    Who publishes it is not looked at: an actor of that name may be another one here.
    """
    given = {**line.described, **line.dates}
    return (
        any(getattr(known, key) != value for key, value in given.items())
        or reads_otherwise(line, known)
        or line.second_look not in (None, known.second_look)
    )


def reads_otherwise(line: HeldLine, known: Document) -> bool:
    """Say whether a line says that a document was read so far, or set aside, as it was not."""
    status = line.review_status
    if status is None or status is not known.review_status:
        return status is not None
    return status is ReviewStatus.SET_ASIDE and line.set_aside_reason != known.set_aside_reason
