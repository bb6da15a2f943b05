"""Tagging hits: the places that a search has found, or that speak of the same elsewhere.

Commands that tag ask here first: on the place "Search" and in the panel "Where else" a tag's key
takes the hits chosen there, and not what the hidden pane would give.
"""

from collections.abc import Sequence

from reviewer.domain.spans import Span
from reviewer.domain.tags import Tag
from reviewer.environment.translation import _, counted
from reviewer.ui.desk import Context, PageName

Place = tuple[int, Span]


def places_meant(context: Context) -> list[Place]:
    """Return the hits that a tag's key takes: those chosen on the place or panel one is in."""
    desk = context.desk
    if desk is None or desk.searching is None:
        return []
    if desk.searching.where_else.has_keys():
        return desk.searching.where_else.places()
    return desk.searching.page.places() if desk.pages.current() is PageName.SEARCH else []


def tag_places(context: Context, places: Sequence[Place], tag: Tag) -> None:
    """Tag places as one step, and say how many had the tag already."""
    desk = context.desk
    if desk is None:
        return
    made = desk.workspace.search.tag_hits(places, tag.id)
    count = len(made.passages)
    tagged = counted("{count} hit tagged", "{count} hits tagged", count)
    if not count:
        said = _("Tagged so already; nothing was changed.")
    elif made.skipped:
        had = counted("{count} had the tag already", "{count} had the tag already", made.skipped)
        said = _("{tagged}, {had}. Undo takes it back.").format(tagged=tagged, had=had)
    else:
        said = _("{tagged}. Undo takes it back.").format(tagged=tagged)
    context.prompts.inform(said)
