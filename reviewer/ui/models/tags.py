"""Tags to choose from: name, key, colour and count, narrowed as one types.

All of them stand in the order of the codebook, indented as in its tree; once narrowed, the
likeliest first, each with what it stands under.
"""

from collections.abc import Sequence

from reviewer.domain import tag_trees
from reviewer.domain.folding import fold
from reviewer.domain.snapshot import PassageFilter
from reviewer.domain.tags import Tag
from reviewer.ui.models.choices import Choice, Offer
from reviewer.ui.wording import one_line
from reviewer.workspace.project import Workspace

UNDER = " › "


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


def lineage(tags: Sequence[Tag]) -> dict[int, str]:
    """Return what each tag stands under, from the top, as in ``Figure › Killed``; by tag."""
    above: dict[int, str] = {}
    line: list[str] = []
    for branch in tag_trees.tree(tags):
        del line[branch.depth :]
        above[branch.tag.id] = UNDER.join(line)
        line.append(one_line(branch.tag.name))
    return above


class _TagOffer:
    """The codebook as choices: indented as it stands, or with what each is under once narrowed."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._narrowed = False

    def ids(self, words: str) -> list[int]:
        self._narrowed = bool(words.strip())
        return [tag.id for tag in narrowed(self._workspace.tags.all(), words)]

    def read(self, ids: Sequence[int]) -> dict[int, Choice]:
        counts, wanted = self._workspace.tags.counts(), set(ids)
        branches = self._workspace.tags.tree()
        above = lineage([branch.tag for branch in branches]) if self._narrowed else {}
        return {
            branch.tag.id: Choice(
                branch.tag.id,
                branch.tag.name,
                branch.tag.key,
                branch.tag.colour,
                counts.get(branch.tag.id, 0),
                depth=0 if self._narrowed else branch.depth,
                above=above.get(branch.tag.id, ""),
            )
            for branch in branches
            if branch.tag.id in wanted
        }


def tag_offer(workspace: Workspace) -> Offer:
    """Offer the codebook, with how many passages each tag has."""
    offer = _TagOffer(workspace)
    return Offer(offer.ids, offer.read)


def passage_offer(workspace: Workspace, tag: int) -> Offer:
    """Offer the passages of a tag, by their words."""

    def ids(words: str) -> list[int]:
        return workspace.passages.ids(PassageFilter(tags=(tag,), words=" ".join(words.split())))

    def read(wanted: Sequence[int]) -> dict[int, Choice]:
        return {
            row.id: Choice(row.id, one_line(" ".join(row.quote.split())), row.label)
            for row in workspace.passages.listed(wanted).values()
        }

    return Offer(ids, read)


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
