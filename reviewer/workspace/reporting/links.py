"""What the passages of a report are linked to, and in which words a link may be told.

A link says what its analyst chose; a report says no more than the records at its ends allow. What
somebody else tells of a taking back is told so, and of an answer its kind is named.
"""

from collections.abc import Mapping, Sequence

from reviewer.domain.badges import Said
from reviewer.domain.links import FROM_RESPONSES, INDEPENDENCE_LABELS, LinkedEnd, LinkType
from reviewer.domain.protecting import Protection
from reviewer.domain.report import OtherEnd
from reviewer.domain.responses import RESPONSE_KIND_LABELS
from reviewer.domain.words import N_
from reviewer.store.project_file import ProjectFile

_SUPPORTING = (LinkType.CORROBORATES, LinkType.REPEATS)
_ANSWERING = (*FROM_RESPONSES, LinkType.RETRACTS)
_TELLS_OF_TAKING_BACK = N_("tells that the speaker took back")
_TOLD_AS_TAKEN_BACK = N_("taken back, as told in")


class Linked:
    """Gives the other ends of links, names protected where that was asked."""

    def __init__(self, project: ProjectFile, hidden: Protection) -> None:
        self._project = project
        self._hidden = hidden

    def of(self, passages: Sequence[int]) -> Mapping[int, tuple[OtherEnd, ...]]:
        """Return what passages are linked to, by passage; hundreds at once."""
        links = {passage: self._project.links.of(passage) for passage in passages}
        asked = {
            end
            for passage, several in links.items()
            for one in several
            if one.type in _ANSWERING and one.passage is not None
            for end in (passage, one.passage)
        }
        said = self._project.speech.said(asked) if asked else {}
        return {
            passage: tuple(self._end(one, said.get(passage), said) for one in several)
            for passage, several in links.items()
        }

    def _end(self, one: LinkedEnd, here: Said | None, said: Mapping[int, Said]) -> OtherEnd:
        there = None if one.passage is None else said.get(one.passage)
        answers = one.type in FROM_RESPONSES and not one.outgoing and there is not None
        return OtherEnd(
            _words(one, here, there),
            one.label,
            self._hidden.words(one.document_title),
            self._hidden.words(one.quote),
            INDEPENDENCE_LABELS[one.independent] if one.type in _SUPPORTING else "",
            self._hidden.words(one.note),
            RESPONSE_KIND_LABELS[there.response_kind] if answers and there is not None else "",
        )


def _words(one: LinkedEnd, here: Said | None, there: Said | None) -> str:
    """Return how a link reads: only whoever said something takes it back."""
    if one.type is not LinkType.RETRACTS or here is None or there is None:
        return one.words
    if here.is_by_the_speaker_of(there):
        return one.words
    return _TELLS_OF_TAKING_BACK if one.outgoing else _TOLD_AS_TAKEN_BACK
