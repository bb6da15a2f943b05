"""Ratings of sources and claims on the Admiralty scales, each analyst's own."""

from collections.abc import Callable

from reviewer.domain.errors import NotAllowed
from reviewer.domain.notes import note_of
from reviewer.domain.passages import first_words
from reviewer.domain.ratings import VALUES, Rating, Scale
from reviewer.domain.text import normalise
from reviewer.domain.words import N_
from reviewer.store.project_file import ProjectFile
from reviewer.workspace.history import History

_SHOWN = 40  # characters of a name in the history


class RatingOperations:
    """Ratings of an open project."""

    def __init__(
        self,
        project: ProjectFile,
        history: History,
        analyst: Callable[[], int],
        now: Callable[[], str],
    ) -> None:
        self._project = project
        self._ratings = project.ratings
        self._history = history
        self._analyst = analyst
        self._now = now

    def rate(
        self,
        value: str,
        reason: str = "",
        *,
        document: int | None = None,
        actor: int | None = None,
        question: int | None = None,
        by: tuple[int, str] | None = None,
    ) -> None:
        """Rate a document or an actor from A to F, or a question from 1 to 6; empty takes it away.

        It is the present analyst's own rating; others keep theirs. With ``by`` it is somebody's
        from another project, and from when: a later one that stands here stays. Raises
        ``NotAllowed`` for another value, and for a question without a reason.
        """
        rated = (document, actor, question)
        if sum(one is not None for one in rated) != 1:
            raise TypeError(rated)
        scale = Scale.RELIABILITY if question is None else Scale.CREDIBILITY
        value, reason = value.strip().upper(), note_of(normalise(reason).text)
        name = self._called(document, actor, question)
        if not value:
            with self._history.step("ratings.drop", {"name": name}):
                self._ratings.remove(rated, scale, self._analyst())
            return
        _check(scale, value, reason)
        analyst, when = by or (self._analyst(), self._now())
        own = [one for one in self._ratings.of(rated) if one.analyst == analyst]
        if any((one.value, one.reason) == (value, reason) for one in own):
            return
        if by is not None and any(one.at >= when for one in own):
            return
        with self._history.step("ratings.rate", {"name": name, "value": value}):
            self._ratings.set(rated, scale, value, reason, analyst=analyst, now=when)

    def of(
        self,
        *,
        document: int | None = None,
        actor: int | None = None,
        question: int | None = None,
    ) -> list[Rating]:
        """Return everybody's ratings of a document, an actor or a question, oldest first."""
        return self._ratings.of((document, actor, question))

    def all(self) -> list[Rating]:
        """Return every rating, oldest first."""
        return self._ratings.all()

    def _called(self, document: int | None, actor: int | None, question: int | None) -> str:
        if document is not None:
            return self._project.documents.get(document).label
        if actor is not None:
            return first_words(self._project.actors.get(actor).name, _SHOWN)
        return first_words(self._project.questions.get(question or 0).wording, _SHOWN)


def _check(scale: Scale, value: str, reason: str) -> None:
    if value not in tuple(VALUES[scale]):
        raise NotAllowed(
            N_("“{value}” is no rating here: choose one of {values}."),
            value=value,
            values=" ".join(VALUES[scale]),
        )
    if scale is Scale.CREDIBILITY and not reason:
        raise NotAllowed(N_("Say why: the reason is kept with the rating."))
