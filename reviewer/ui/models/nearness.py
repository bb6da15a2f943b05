"""How much two documents share, in words; of its own, for the import needs it before any text."""

from reviewer.domain.echoes import NearDocument
from reviewer.environment.translation import _


def near_words(one: NearDocument) -> str:
    """Return how much two documents share."""
    shared, of = one.nearness.shared, one.nearness.of
    if one.nearness.is_same:
        return _("whole text, all phrases the same")
    return _("whole text, {shared} of {of} phrases the same").format(shared=shared, of=of)
