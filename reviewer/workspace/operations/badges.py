"""Badges: what answers and supports a passage, from what is linked to it. Reads only."""

from collections.abc import Sequence

from reviewer.domain.badges import Badges, badges_of
from reviewer.store.project_file import ProjectFile


class BadgeOperations:
    """Badges of an open project's passages."""

    def __init__(self, project: ProjectFile) -> None:
        self._project = project

    def of(self, passages: Sequence[int]) -> dict[int, Badges]:
        """Return the badges of passages of listed documents, by passage; hundreds at once."""
        links = self._project.links.touching(passages)
        ends = {one.from_passage for one in links} | {one.to_passage for one in links} - {None}
        said = self._project.speech.said({*passages, *filter(None, ends)})
        return badges_of(
            [passage for passage in passages if passage in said],
            said,
            links,
            self._project.to_do.base(),
        )
