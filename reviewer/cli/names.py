"""Tags by what a person calls them."""

from reviewer.domain.errors import NotFound
from reviewer.domain.words import N_
from reviewer.workspace.project import Workspace


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
