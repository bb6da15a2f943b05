"""Which passages are shown in the text: those of some tags, of some people, or all.

Plain values: nothing here knows of Qt. What is left out is always counted and told.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from reviewer.environment.translation import _
from reviewer.ui.wording import isolated
from reviewer.workspace.project import Workspace


@dataclass(frozen=True, slots=True)
class Shown:
    """The tags and the analysts whose passages are shown; none of a kind means all of it."""

    tags: frozenset[int] = frozenset()
    analysts: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        """Say whether anything is left out at all."""
        return bool(self.tags or self.analysts)

    def takes(self, tag: int, analyst: int) -> bool:
        """Say whether a passage under this tag, by this analyst, is shown."""
        return (not self.tags or tag in self.tags) and (
            not self.analysts or analyst in self.analysts
        )

    def among(self, tags: Collection[int], analysts: Collection[int]) -> "Shown":
        """Return the same without what is gone from the project."""
        return Shown(self.tags.intersection(tags), self.analysts.intersection(analysts))


EVERYTHING = Shown()


def still_there(workspace: Workspace, shown: Shown) -> Shown:
    """Return what of a filter the project still has."""
    if not shown:
        return shown
    tags = [tag.id for tag in workspace.tags.all()]
    return shown.among(tags, [one.id for one in workspace.analysts()])


def sentence(workspace: Workspace, shown: Shown) -> str:
    """Return a filter in words, such as ``Only: Allegation, Denial · by Noor``; none is empty."""
    if not shown:
        return ""
    tags = [isolated(one.name) for one in workspace.tags.all() if one.id in shown.tags]
    people = [isolated(one.name) for one in workspace.analysts() if one.id in shown.analysts]
    parts = [_(", ").join(tags)] if tags else []
    if people:
        parts.append(_("by {names}").format(names=_(", ").join(people)))
    return _("Only: {what}").format(what=" · ".join(parts))


def as_state(workspace: Workspace, shown: Shown) -> dict[str, object]:
    """Return a filter as what JSON can hold, by uids: another project's numbers mean nothing."""
    return {
        "tags": [one.uid for one in workspace.tags.all() if one.id in shown.tags],
        "analysts": [one.uid for one in workspace.analysts() if one.id in shown.analysts],
    }


def from_state(workspace: Workspace, state: Mapping[str, object]) -> Shown:
    """Return the filter that ``as_state`` gave, without what is gone; nonsense is everything."""
    return Shown(
        frozenset(one.id for one in workspace.tags.all() if one.uid in _listed(state, "tags")),
        frozenset(one.id for one in workspace.analysts() if one.uid in _listed(state, "analysts")),
    )


def _listed(state: Mapping[str, object], key: str) -> list[object]:
    found = state.get(key)
    return found if isinstance(found, list) else []
