"""Tagging hits: the places that a search has found, or that speak of the same elsewhere.

Commands that tag ask here first: on the place "Search" and in the panel "Where else" a tag's key
takes the hits chosen there, and not what the hidden pane would give. Of a hit of a search the
sentence around it is tagged, as it is in a pane where nothing is selected, or only the words
found: a person chooses below the hits.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.domain.spans import Span
from reviewer.domain.tags import Tag
from reviewer.environment.settings import TAGGED_OF_HITS
from reviewer.environment.translation import _, counted
from reviewer.ui.desk import Context, PageName
from reviewer.ui.telling import newest_step, say_done

Place = tuple[int, Span]


@dataclass(frozen=True, slots=True)
class Meant:
    """Places that shall be tagged, or (``sentences``) the sentences around them."""

    places: Sequence[Place] = ()
    sentences: bool = False

    def __bool__(self) -> bool:
        """Say whether there is anything."""
        return bool(self.places)

    def words(self) -> str:
        """Say before it is done what will be tagged."""
        count = len(self.places)
        if self.sentences:
            return counted(
                "{count} hit: the sentence around it",
                "{count} hits: the sentence around each",
                count,
            )
        return counted(
            "{count} place: only the words found", "{count} places: only the words found", count
        )


def places_meant(context: Context) -> Meant:
    """Return the hits that a tag's key takes: those chosen on the place or panel one is in."""
    desk = context.desk
    if desk is None or desk.searching is None:
        return Meant()
    if desk.searching.where_else.has_keys():
        return Meant(desk.searching.where_else.places(), sentences=True)
    if desk.pages.current() is not PageName.SEARCH:
        return Meant()
    return hits_meant(context, desk.searching.page.places())


def hits_meant(context: Context, places: Sequence[Place]) -> Meant:
    """Return what is tagged of hits of a search, as a person has chosen it."""
    return Meant(places, sentences=context.settings.text(TAGGED_OF_HITS) == "sentence")


def tag_places(context: Context, meant: Meant, tag: Tag) -> None:
    """Tag places as one step, and say how many had the tag already."""
    desk = context.desk
    if desk is None:
        return
    since = newest_step(context)
    made = desk.workspace.search.tag_hits(meant.places, tag.id, sentences=meant.sentences)
    count = len(made.passages)
    tagged = counted("{count} hit tagged", "{count} hits tagged", count)
    if meant.sentences:
        tagged = counted("{count} sentence tagged", "{count} sentences tagged", count)
    if not count:
        said = _("Tagged so already; nothing was changed.")
    elif made.skipped:
        had = counted("{count} had the tag already", "{count} had the tag already", made.skipped)
        said = _("{tagged}, {had}. Undo takes it back.").format(tagged=tagged, had=had)
    else:
        said = _("{tagged}. Undo takes it back.").format(tagged=tagged)
    say_done(context, said, since)
