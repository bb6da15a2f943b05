"""Documents and tags by what a person or a file calls them."""

from collections.abc import Collection

from reviewer.domain.errors import NotAllowed, NotFound
from reviewer.domain.words import N_
from reviewer.workspace.project import Workspace

_FEW = 5  # labels named in a complaint


class Documents:
    """Documents by uid, SHA-256 of text or file, original name, or title; looked up at once."""

    def __init__(self, workspace: Workspace, names: Collection[str]) -> None:
        self._documents = workspace.documents
        self._found = workspace.documents.matching_each(names)

    def called(self, name: str) -> int:
        """Return the one document meant by ``name``, one of those given at first.

        Raises ``NotFound`` when there is none, ``NotAllowed`` when there are several: which of
        them is meant is never guessed.
        """
        found = self._found[name]
        if not found:
            raise NotFound(
                N_("There is no document “{name}” here: no such uid, SHA-256, file name or title."),
                name=name,
            )
        if len(found) > 1:
            labels = [self._documents.get(document).label for document in found[:_FEW]]
            raise NotAllowed(
                N_("“{name}” means {count} documents ({labels}). Give a uid or a SHA-256."),
                name=name,
                count=len(found),
                labels=", ".join(labels) + (", …" if len(found) > _FEW else ""),
            )
        return found[0]


class Tags:
    """Tags by name, capitals and spaces aside; each asked for once."""

    def __init__(self, workspace: Workspace) -> None:
        self._tags = workspace.tags
        self._known: dict[str, int | None] = {}

    def called(self, name: str) -> int | None:
        """Return the tag of that name, if there is one."""
        if name not in self._known:
            found = self._tags.named(name)
            self._known[name] = None if found is None else found.id
        return self._known[name]

    def named(self, name: str) -> int:
        """Return the tag of that name; raises ``NotFound``, naming those there are."""
        found = self.called(name)
        if found is None:
            raise NotFound(
                N_("There is no tag “{name}”. There are: {names}."),
                name=name,
                names=", ".join(tag.name for tag in self._tags.all()),
            )
        return found
