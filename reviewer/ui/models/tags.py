"""Tags to choose from: name, key, colour and count, narrowed as one types."""

from collections.abc import Sequence

from reviewer.domain.folding import fold
from reviewer.domain.tags import Tag
from reviewer.ui.models.choices import Choice, Offer
from reviewer.workspace.project import Workspace


def narrowed(tags: Sequence[Tag], typed: str) -> list[Tag]:
    """Return the tags that ``typed`` may mean, the likeliest first, else in the codebook's order.

    Names that begin with it come first, then the tag with that key, then names with a word that
    begins so, then names that hold the letters in this order. Spelling is folded as in search, so
    accents and the forms of Arabic letters do not matter. Nothing typed means all of them.
    """
    wanted = " ".join(fold(typed).split())
    if not wanted:
        return list(tags)
    ranked = [(rank, tag) for tag in tags if (rank := _rank(tag, wanted)) is not None]
    return [tag for _rank_, tag in sorted(ranked, key=lambda pair: pair[0])]


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


def _rank(tag: Tag, wanted: str) -> int | None:
    name = " ".join(fold(tag.name).split())
    if name == wanted:
        return 0
    if name.startswith(wanted):
        return 1
    if fold(tag.key) == wanted:
        return 2
    if f" {wanted}" in name:
        return 3
    return 4 if _holds_in_order(name, wanted.replace(" ", "")) else None


def _holds_in_order(name: str, letters: str) -> bool:
    rest = iter(name)
    return all(letter in rest for letter in letters)
