"""What a convention makes of words without a number, said so that nobody takes it for a number."""

from reviewer.domain.reading.conventions import CONVENTION_LABELS, ByConvention
from reviewer.environment.translation import _
from reviewer.ui.wording import isolated


def convention_label(name: str) -> str:
    """Return what a convention is called; of one this version does not know, its word."""
    label = CONVENTION_LABELS.get(name)
    return isolated(name) if label is None else _(label)


def said_by_convention(made: ByConvention) -> str:
    """Return the least number, with the convention that says it."""
    return _("{number} or more by the convention “{name}”").format(
        number=f"{made.low:,}", name=convention_label(made.name)
    )
