"""Tags to choose from: name, key, colour and count, narrowed as one types."""

from collections.abc import Sequence

from reviewer.domain.folding import fold
from reviewer.domain.tags import Tag
from reviewer.ui.models.choices import Choice, Offer
from reviewer.workspace.project import Workspace

_NO_MATCH = 9


def narrowed(tags: Sequence[Tag], words: str) -> list[Tag]:
    """Return the tags that fit ``words``, the best first, else in the codebook's order.

    Best is the tag whose key or whole name was typed, then names that begin so, names with a word
    that begins so, and names that hold the words anywhere. Spelling is folded as in search.
    """
    sought = fold(" ".join(words.split()))
    if not sought:
        return list(tags)
    ranked = [(_rank(tag, sought), tag) for tag in tags]
    return [tag for rank, tag in sorted(ranked, key=lambda pair: pair[0]) if rank < _NO_MATCH]


def tag_offer(workspace: Workspace) -> Offer:
    """Offer the codebook, with how many passages each tag has."""

    def read(ids: Sequence[int]) -> dict[int, Choice]:
        counts, wanted = workspace.tags.counts(), set(ids)
        return {
            tag.id: Choice(tag.id, tag.name, tag.key, tag.colour, counts.get(tag.id, 0))
            for tag in workspace.tags.all()
            if tag.id in wanted
        }

    return Offer(lambda words: [tag.id for tag in narrowed(workspace.tags.all(), words)], read)


def _rank(tag: Tag, sought: str) -> int:
    name = fold(tag.name)
    if sought in (name, fold(tag.key)):
        return 0
    if name.startswith(sought):
        return 1
    if any(word.startswith(sought) for word in name.split()):
        return 2
    return 3 if sought in name else _NO_MATCH
