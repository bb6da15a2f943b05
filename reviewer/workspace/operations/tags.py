"""The codebook's verbs."""

import json
from collections.abc import Callable, Sequence

from reviewer.domain.errors import NotAllowed
from reviewer.domain.tags import PALETTE_SLOTS, NewTag, RecordKind, Tag, tag_name
from reviewer.domain.text import normalise
from reviewer.domain.words import N_
from reviewer.environment.resources import seed
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.history import History

_DEFAULTS = "codebooks/default.json"


class TagOperations:
    """Tags of an open project."""

    def __init__(
        self,
        project: ProjectFile,
        history: History,
        analyst: Callable[[], int],
        now: Callable[[], str],
    ) -> None:
        self._analyst = analyst
        self._tags = project.tags
        self._history = history
        self._now = now

    def all(self) -> list[Tag]:
        """Return the codebook in its order."""
        return self._tags.all()

    def get(self, tag: int) -> Tag:
        """Return one tag; raises ``NotFound``."""
        return self._tags.get(tag)

    def named(self, name: str) -> Tag | None:
        """Return the tag of that name, capitals and spaces aside."""
        return self._tags.named(" ".join(name.split()))

    def with_key(self, key: str) -> Tag | None:
        """Return the tag a letter or digit tags with: its own key, else its place in the list."""
        tags = self._tags.all()
        for tag in tags:
            if tag.key and tag.key.casefold() == key.casefold():
                return tag
        if key.isdecimal() and 0 < int(key) <= len(tags):
            return tags[int(key) - 1]
        return None

    def counts(self) -> dict[int, int]:
        """Return how many passages each tag has."""
        return self._tags.counts()

    def add(self, name: str, *, colour: str = "", key: str = "") -> int:
        """Add a tag with the next colour of the palette; returns its id.

        Raises ``NotAllowed`` when there is one of that name, capitals aside.
        """
        name = tag_name(normalise(name).text)
        if self._tags.named(name) is not None:
            raise NotAllowed(N_("There is already a tag “{name}”."), name=name)
        slot = colour or str(len(self._tags.all()) % (3 * PALETTE_SLOTS) + 1)
        with self._history.step("tags.add", {"tag": name}):
            return self._tags.add(NewTag(name, slot, key), analyst=self._analyst(), now=self._now())

    def add_all(self, tags: Sequence[NewTag]) -> list[int]:
        """Add several tags as one step; returns their ids."""
        with self._history.step("tags.add_many", {"count": len(tags)}):
            return [self._tags.add(tag, analyst=self._analyst(), now=self._now()) for tag in tags]


def default_tags() -> list[NewTag]:
    """Return the tags a new project begins with, from the starter codebook."""
    codebook = json.loads(seed(_DEFAULTS).read_text("utf-8"))
    return [
        NewTag(
            name=entry["name"],
            colour=entry["colour"],
            key=entry["key"],
            definition=entry["definition"],
            record=RecordKind(entry["record"]),
        )
        for entry in codebook["tags"]
    ]
