"""What tags mean over time: earlier wordings, and passages that want another look."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reviewer.domain.steps import Action
from reviewer.domain.tags import FIRST_VERSION
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.history import History


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a tag's definition: who wrote it, and when (UTC).

    ``stands`` says that it is the one that counts today.
    """

    version: int
    definition: str
    analyst_name: str
    at: str
    stands: bool


class DefinitionOperations:
    """Wordings of definitions in an open project.

    A passage wants another look when its tag was defined anew since it was tagged, or when an
    analyst put it off (*follow up*). Both end when somebody has looked at it again.
    """

    def __init__(self, project: ProjectFile, history: History, now: Callable[[], str]) -> None:
        self._project = project
        self._tags = project.tags
        self._history = history
        self._now = now

    def wordings(self, tag: int) -> list[Wording]:
        """Return every wording a tag's definition ever had, the newest first, from the history.

        One that was taken back is among them; a wording mended in its spaces alone is its latest
        self. Raises ``NotFound`` when the tag is gone.
        """
        stands = self._tags.get(tag).definition_version
        first: dict[int, int] = {}
        words: dict[int, str] = {}
        version = FIRST_VERSION
        for change in self._project.steps.of_row("tags", tag):
            begins = change.action is Action.INSERT  # what goes without saying is left out there
            found = change.after.get("definition_version", FIRST_VERSION if begins else version)
            version = found if isinstance(found, int) else version
            if begins or "definition" in change.after:
                words[version] = str(change.after.get("definition", ""))
                first.setdefault(version, change.step)
        steps = {step.id: step for step in self._project.steps.listed(list(first.values()))}
        return [
            Wording(
                version,
                words[version],
                steps[first[version]].analyst_name,
                steps[first[version]].at,
                version == stands,
            )
            for version in sorted(first, reverse=True)
        ]

    def to_look_at_again(self) -> dict[int, int]:
        """Return how many passages of listed documents want another look, by tag.

        The same passages as ``PassageFilter(another_look=True)`` finds.
        """
        return self._tags.to_look_at_again()

    def put_off(self, passages: Sequence[int]) -> None:
        """Mark passages for another look, as one step."""
        if passages:
            with self._history.step(*self._step("definitions.put_off", passages)):
                self._tags.put_off(passages, self._now())

    def looked_at_again(self, passages: Sequence[int]) -> None:
        """Let passages have had their other look, under the definitions of today, as one step."""
        if passages:
            with self._history.step(*self._step("definitions.look_again", passages)):
                self._tags.look_at_again(passages, self._now())

    def _step(self, name: str, passages: Sequence[int]) -> tuple[str, dict[str, object]]:
        if len(passages) == 1:
            return name, {"passage": self._project.passages.label(passages[0])}
        return f"{name}_many", {"count": len(passages)}
